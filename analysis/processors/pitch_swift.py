"""Fundamental frequency by a trained model: of one voice, also among noises."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from analysis.core import weights
from analysis.core.errors import InvalidParameters, SignalTooShort
from analysis.core.model_cards import SWIFT_F0
from analysis.core.needs import Chunk, Chunks, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.resample import Resampler
from analysis.core.signal import Curve, Sound
from analysis.core.weights import ModelCard

RATE = 16_000
HOP = 256
F_MIN, F_MAX = 46.875, 2093.75
_REACH = 11  # frames that a frame hears before and after it
_SILENT = 1e-3  # a hop below this peak is voiced at random: as the reference, it is not asked
_CENTS = 12_00
_CHUNKS = Chunks(rate=RATE, seconds=8.0, overlap_s=2 * _REACH * HOP / RATE, grid=HOP)


@dataclass(frozen=True)
class PitchSwiftParams(Params):
    f_min: float = param(
        F_MIN, "Lowest pitch to be found.", unit="Hz", minimum=F_MIN, maximum=F_MAX
    )
    f_max: float = param(
        F_MAX, "Highest pitch to be found.", unit="Hz", minimum=F_MIN, maximum=F_MAX
    )
    voicing: float = param(
        0.5, "Confidence from which a frame counts as voiced.", unit="1", minimum=0.0, maximum=1.0
    )

    def __post_init__(self) -> None:
        if self.f_max < 1.05 * self.f_min:
            raise InvalidParameters(
                f"There is no semitone between {self.f_min:g} and {self.f_max:g} Hz: f_max must be "
                "at least 1.05 times f_min."
            )


class PitchSwift(Processor[PitchSwiftParams]):
    """SwiftF0 on the mono mix at 16 kHz, every 16 ms; NaN in `f0` where no pitch is heard.

    On sung and played melodies it is right more often than `pitch` and misses fewer voiced
    frames; it knows nothing above 2094 Hz. Frame k is centred on sample k * 256 at 16 kHz. The
    median is told to the cent. Exact.
    """

    Params: ClassVar[type[Params]] = PitchSwiftParams
    id = "pitch_swift"
    version = "1.0.0"
    kind = "detector"
    label = "Pitch (trained)"
    description = "Fundamental frequency of one voice or instrument by a trained model."
    reference = "Nieradzik, SwiftF0: Fast and Accurate Monophonic Pitch Detection, arXiv:2508.18440"
    merge = (
        "Stretches of 8 s share 22 frames, half and half: a frame hears no more than 11 before "
        "and after it."
    )
    needs: ClassVar[tuple[Need[Any], ...]] = (_CHUNKS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("f0", "frames", "Fundamental frequency", "Hz", "Not a number where unvoiced."),
        Provides("confidence", "frames", "Pitch confidence", "1"),
        Provides("f0_median", "value", "Median pitch", "Hz", "Over the voiced frames."),
        Provides("voiced_fraction", "value", "Voiced fraction", "1"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("onnxruntime", "swift-f0", "soxr")
    models: ClassVar[tuple[ModelCard, ...]] = (SWIFT_F0,)
    cost = 70.0

    @classmethod
    def preload(cls) -> None:
        weights.session(SWIFT_F0)
        Resampler.preload()

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._session = weights.session(SWIFT_F0)
        hop = HOP * sound.sample_rate / RATE
        self._f0, self._confidence = out.curve("f0", hop=hop), out.curve("confidence", hop=hop)
        self._cents = np.zeros(round(np.log2(F_MAX / F_MIN) * _CENTS) + 2, np.int64)
        self._frames = 0

    def block(self, view: View) -> None:
        for chunk in view[_CHUNKS]:
            f0, confidence = self._of(chunk)
            voiced = confidence >= self.params.voicing
            cents = np.rint(np.log2(f0[voiced].astype(np.float64) / F_MIN) * _CENTS)
            at = np.clip(cents.astype(np.int64), 0, len(self._cents) - 1)
            self._cents += np.bincount(at, minlength=len(self._cents))
            self._frames += len(f0)
            self._f0.append(np.where(voiced, f0, np.float32(np.nan)))
            self._confidence.append(confidence)

    def _of(self, chunk: Chunk) -> tuple[Curve, Curve]:
        signal = chunk.signal
        if signal.shape[1] < HOP:  # only the first can be
            raise SignalTooShort("Pitch needs at least 16 ms.")
        f0, confidence = weights.run(
            self._session,
            ["pitch", "confidence"],
            {
                "audio": signal,
                "fmin": np.asarray(self.params.f_min, np.float32),
                "fmax": np.asarray(self.params.f_max, np.float32),
            },
        )
        f0, confidence = np.asarray(f0[0], np.float32), np.array(confidence[0], np.float32)
        hops = signal[0, : len(f0) * HOP].reshape(-1, HOP)
        confidence[np.abs(hops).max(axis=1) < _SILENT] = 0
        kept = chunk.kept(HOP, len(f0))
        return f0[kept].copy(), np.clip(confidence[kept], 0, 1)

    def close(self, frames: int) -> None:
        if not self._frames:
            raise SignalTooShort("Pitch needs at least 16 ms.")
        voiced = int(self._cents.sum())
        median = None
        if voiced:
            at = int(np.searchsorted(np.cumsum(self._cents), (voiced + 1) // 2))
            median = F_MIN * 2 ** (at / _CENTS)
        self._out.value("f0_median", median, label="" if voiced else "no voiced frame")
        self._out.value("voiced_fraction", voiced / self._frames)
