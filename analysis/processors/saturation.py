"""Where a recording was clipped: tops cut flat by a converter or a gain."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.errors import NotApplicable
from analysis.core.needs import Chunk, Chunks, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Curve, Sound
from analysis.core.spans import Joiner, Span

_CHUNKS = Chunks(seconds=2.0, overlap_s=0.2, mono=False)
_STEP = 1.5 / 32768  # samples this close are equal: one step of 16 bits, and dither
_STEEP = 8 * _STEP
_LEAST_BITS = 12
CLIPPING = "clipping"


@dataclass(frozen=True)
class SaturationParams(Params):
    threshold_db: float = param(
        -20.0, "Flat tops below this are not looked at.", unit="dBFS", minimum=-60.0, maximum=0.0
    )
    least_samples: int = param(
        5, "How many equal samples make a flat top.", unit="samples", minimum=3, maximum=1000
    )
    join_s: float = param(
        0.02, "Flat tops closer than this are one stretch.", unit="s", minimum=0.0, maximum=10.0
    )


class Saturation(Processor[SaturationParams]):
    """Tops of any channel where equal samples stand between steep sides.

    Samples are equal within 1.5 steps of 16 bits. Two samples before the first and after the last
    of a flat top the signal must be 8 such steps nearer to 0: the top of a smooth wave, however
    slow, falls by less than 4 there, so a loud clean sine is not flagged. It need not be at full
    scale: what was clipped and then turned down is found. What was encoded with loss after it was
    clipped has no flat tops any more; `over` counts the samples beyond full scale that it often
    decodes to. A stretch of n flat samples has the confidence 1 - 2^(-n / 4). Exact.
    """

    Params: ClassVar[type[Params]] = SaturationParams
    id = "saturation"
    version = "1.0.0"
    kind = "detector"
    label = "Clipping"
    description = "Where tops of the wave were cut flat by a converter or a gain."
    reference = (
        "The criteria of Essentia's SaturationDetector (level, equality, duration) with the slope "
        "at both sides; Laguna & Lerch, An Efficient Algorithm for Clipping Detection and "
        "Declipping Audio, AES 141, 2016"
    )
    needs: ClassVar[tuple[Need[Any], ...]] = (_CHUNKS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides(
            "segments",
            "segments",
            "Clipping",
            "samples",
            "Each with its flat samples.",
            (CLIPPING,),
        ),
        Provides("flat_fraction", "value", "Clipped samples", "1", "Of those of all channels."),
        Provides("tops", "value", "Clipped tops", "1"),
        Provides("over", "value", "Samples beyond full scale", "1"),
    )
    merge = "each chunk of 2 s tells what lies in its own part; what touches is one stretch."
    cost = 1500.0

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        if sound.bit_depth is not None and sound.bit_depth < _LEAST_BITS:
            raise NotApplicable(
                f"In {sound.bit_depth} bits, flat tops are the steps of the scale: clipping is "
                f"looked for from {_LEAST_BITS} bits on."
            )
        return self.needs

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._channels = out, sound.channels
        self._segments = out.segments("segments")
        self._joiner = Joiner(self.params.join_s, self._tell)
        self._threshold = 10 ** (self.params.threshold_db / 20)
        self._flat = self._tops = self._over = 0

    def block(self, view: View) -> None:
        for chunk in view[_CHUNKS]:
            found = [self._of_channel(chunk, channel) for channel in chunk.signal]
            self._over += int((np.abs(chunk.signal[:, chunk.own]) > 1).sum())
            rows = np.concatenate(found)
            for start, end in rows[np.lexsort((rows[:, 1], rows[:, 0]))].tolist():
                rate = chunk.sample_rate
                self._joiner.push(start / rate, end / rate, end - start)
                self._flat += end - start

    def _of_channel(self, chunk: Chunk, channel: Curve) -> NDArray[np.int64]:
        """Flat tops in the chunk's own part: (n, 2), first sample and the one after the last."""
        tops = flat_tops(channel, self._threshold, self.params.least_samples) + chunk.start
        own = tops[(tops[:, 1] > chunk.keep_start) & (tops[:, 0] < chunk.keep_end)]
        self._tops += int((own[:, 0] >= chunk.keep_start).sum())
        return np.asarray(np.clip(own, chunk.keep_start, chunk.keep_end), np.int64)

    def _tell(self, span: Span) -> None:
        flat = span.value or 0.0
        self._segments.add(
            span.start_s, span.end_s, label=CLIPPING, value=flat, confidence=1 - 2 ** (-flat / 4)
        )

    def close(self, frames: int) -> None:
        self._joiner.finish()
        total = frames * self._channels
        self._out.value("flat_fraction", self._flat / total if total else None)
        self._out.value("tops", self._tops)
        self._out.value("over", self._over)


def flat_tops(wave: Curve, threshold: float, least: int) -> NDArray[np.int64]:
    """Where equal samples above a level stand between steep sides: (n, 2), [start, end)."""
    equal = np.zeros(len(wave) + 1, np.int8)
    equal[1:-1] = (np.abs(np.diff(wave)) <= _STEP) & (np.abs(wave[1:]) >= threshold)
    edges = np.diff(equal)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1) + 1
    long = ends - starts >= least
    starts, ends = starts[long], ends[long]
    # Beyond its ends the sound is taken as silent.
    padded = np.concatenate([np.zeros(2, np.float32), wave, np.zeros(2, np.float32)])
    sign = np.sign(wave[starts])
    before = sign * (wave[starts] - padded[starts])
    after = sign * (wave[ends - 1] - padded[ends + 3])
    is_steep = (before > _STEEP) & (after > _STEEP)
    return np.stack([starts[is_steep], ends[is_steep]], axis=1)
