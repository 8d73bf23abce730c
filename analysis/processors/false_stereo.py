"""Whether two channels are really two."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Chunks, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound

_CHUNKS = Chunks(seconds=1.0, overlap_s=0.0, mono=False)
STEREO, SAME, INVERTED, ONE_SILENT = "stereo", "same in both", "inverted", "one is silent"
SILENT, SINGLE = "silence", "one channel"


@dataclass(frozen=True)
class FalseStereoParams(Params):
    correlation: float = param(
        0.9995, "From which correlation on two channels are the same.", minimum=0.5, maximum=1.0
    )
    silence_db: float = param(
        -80.0, "RMS level below which a channel is silent.", unit="dBFS", minimum=-140.0, maximum=0
    )


class FalseStereo(Processor[FalseStereoParams]):
    """Correlation of the first two channels at no delay, for each second and for the whole.

    r = sum(l r) / sqrt(sum(l^2) sum(r^2)): 1 where the one is the other at any gain, -1 where it
    is inverted, so that the two cancel in mono. Of one channel, and of silence, there is none.
    The confidence of a segment is |r|, of stereo 1 - |r|, of silence 1. Exact.
    """

    Params: ClassVar[type[Params]] = FalseStereoParams
    id = "false_stereo"
    version = "1.0.0"
    kind = "detector"
    label = "False stereo"
    description = "Whether two channels are the same, inverted, or one of them is silent."
    reference = "Pearson's correlation coefficient, as in Essentia's FalseStereoDetector"
    needs: ClassVar[tuple[Need[Any], ...]] = (_CHUNKS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides(
            "segments",
            "segments",
            "Kind of stereo",
            "1",
            "Each with its correlation.",
            (STEREO, SAME, INVERTED, ONE_SILENT, SILENT),
        ),
        Provides("kind", "label", "Kind of stereo"),
        Provides("correlation", "value", "Correlation of the channels", "1"),
        Provides("balance", "value", "Left over right", "dB"),
    )
    merge = "seconds of one kind that follow each other are one segment."
    cost = 3000.0

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._channels = out, sound.channels
        self._sink = out.segments("segments")
        self._floor = 10 ** (self.params.silence_db / 10)
        self._all, self._frames = np.zeros(3), 0
        self._kind, self._begun, self._ended = "", 0.0, 0.0
        self._part, self._held = np.zeros(3), 0

    def block(self, view: View) -> None:
        if self._channels < 2:
            return
        for chunk in view[_CHUNKS]:
            left, right = chunk.signal[:2].astype(np.float64)
            sums = np.array([(left * left).sum(), (right * right).sum(), (left * right).sum()])
            count = chunk.signal.shape[1]
            self._all += sums
            self._frames += count
            kind = self._kind_of(sums, count)
            if kind != self._kind:
                self._tell()
                self._kind, self._begun = kind, chunk.start_s
                self._part, self._held = np.zeros(3), 0
            self._part += sums
            self._held += count
            self._ended = (chunk.start + count) / chunk.sample_rate

    def _kind_of(self, sums: NDArray[np.float64], count: int) -> str:
        silent = sums[:2] < self._floor * count
        if silent.all():
            return SILENT
        if silent.any():
            return ONE_SILENT
        r = _correlation(sums)
        if abs(r) < self.params.correlation:
            return STEREO
        return SAME if r > 0 else INVERTED

    def _tell(self) -> None:
        if self._held:
            r = _correlation(self._part)
            is_silent = self._kind in (SILENT, ONE_SILENT)
            sure = 1.0 if is_silent else 1 - abs(r) if self._kind == STEREO else abs(r)
            self._sink.add(
                self._begun,
                self._ended,
                label=self._kind,
                value=None if is_silent else r,
                confidence=sure,
            )

    def close(self, frames: int) -> None:
        self._tell()
        kind = self._kind_of(self._all, self._frames) if self._frames else SINGLE
        self._out.label("kind", kind)
        is_two = self._frames > 0 and kind not in (SILENT, ONE_SILENT)
        why = "" if is_two else kind
        ratio = self._all[0] / self._all[1] if is_two else 1.0
        self._out.value("correlation", _correlation(self._all) if is_two else None, label=why)
        self._out.value("balance", 10 * float(np.log10(ratio)) if is_two else None, label=why)


def _correlation(sums: NDArray[np.float64]) -> float:
    norm = float(np.sqrt(sums[0] * sums[1]))
    return float(np.clip(sums[2] / norm, -1, 1)) if norm > 0 else 0.0
