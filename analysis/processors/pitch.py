"""Fundamental frequency, frame by frame."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from analysis.core.errors import InvalidParameters, SignalTooShort
from analysis.core.needs import F0, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.transform import rfft

_MIN_PERIODS = 4
_MUSIC_RATE = 96_000
_CENT = 1200.0


@dataclass(frozen=True)
class PitchParams(Params):
    f_min: float | None = param(
        None,
        "Lowest pitch to be found; none: four periods in the window.",
        unit="Hz",
        minimum=1.0,
        maximum=400_000.0,
    )
    f_max: float | None = param(
        None,
        "Highest pitch to be found; none: a quarter of the sample rate.",
        unit="Hz",
        minimum=1.0,
        maximum=400_000.0,
    )
    window: int | None = param(
        None,
        "Window in samples; none: at least 85 ms up to 96 kHz, 2048 above, where calls are short.",
        unit="samples",
        enum=[None, 512, 1024, 2048, 4096, 8192, 16384],
    )
    hop: int | None = param(
        None,
        "Samples between frames; none: a quarter of the window.",
        unit="samples",
        minimum=64,
        maximum=16384,
    )
    voicing: float = param(
        0.6, "Confidence from which a frame counts as voiced.", unit="1", minimum=0.0, maximum=1.0
    )
    gate_db: float = param(
        -60.0,
        "Frames without a component above this level (of a full-scale sine) are unvoiced.",
        unit="dBFS",
        minimum=-120.0,
        maximum=0.0,
    )


class Pitch(Processor[PitchParams]):
    """PitchYinFFT of Essentia on the mono mix; NaN in `f0` where no pitch is heard.

    How each frame is measured stands in `analysis.core.needs.f0`: the same for a drum at 10 kHz
    and a mouse at 250 kHz. The median is told to the cent. Exact.
    """

    Params: ClassVar[type[Params]] = PitchParams
    id = "pitch"
    version = "1.0.0"
    kind = "detector"
    label = "Pitch"
    reference = (
        "Brossier, Automatic Annotation of Musical Audio for Interactive Applications, PhD thesis, "
        "Queen Mary 2007, chapter 3"
    )
    description = "Fundamental frequency of monophonic sound, with confidence, and its median."
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("f0", "frames", "Fundamental frequency", "Hz", "Not a number where unvoiced."),
        Provides("confidence", "frames", "Pitch confidence", "1"),
        Provides("f0_median", "value", "Median pitch", "Hz", "Over the voiced frames."),
        Provides("voiced_fraction", "value", "Voiced fraction", "1"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("essentia",)
    cost = 250.0
    bytes_per_s = 250.0

    @classmethod
    def preload(cls) -> None:
        F0.preload()
        rfft()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        self._need = f0_of(self.params, sound)
        return (self._need,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._f0 = out.curve("f0", hop=self._need.hop)
        self._confidence = out.curve("confidence", hop=self._need.hop)
        self._f_min = self._need.f_min
        octaves = math.log2(self._need.f_max / self._f_min)
        self._cents = np.zeros(math.ceil(octaves * _CENT) + 2, np.int64)
        self._frames = 0

    def block(self, view: View) -> None:
        found = view[self._need]
        if not len(found.f0):
            return
        voiced = (found.confidence >= self.params.voicing) & (found.f0 > 0)
        f0 = np.where(voiced, found.f0, np.float32(np.nan))
        cents = np.rint(np.log2(f0[voiced] / self._f_min) * _CENT).astype(np.int64)
        self._cents += np.bincount(
            np.clip(cents, 0, len(self._cents) - 1), minlength=len(self._cents)
        )
        self._frames += len(f0)
        self._f0.append(f0)
        self._confidence.append(found.confidence)

    def close(self, frames: int) -> None:
        if frames < self._need.window:
            raise SignalTooShort(
                f"Pitch needs at least {self._need.window} samples; the sound has {frames}."
            )
        voiced = int(self._cents.sum())
        median = None
        if voiced:
            at = int(np.searchsorted(np.cumsum(self._cents), (voiced + 1) // 2))
            median = self._f_min * 2 ** (at / _CENT)
        self._out.value("f0_median", median, label="" if voiced else "no voiced frame")
        self._out.value("voiced_fraction", voiced / self._frames if self._frames else None)


def f0_of(params: PitchParams, sound: Sound) -> F0:
    """Return the need of a sound's pitch curve.

    Raises
    ------
    InvalidParameters : such a pitch cannot be found at this sample rate.
    """
    rate = sound.sample_rate
    window = params.window or _window_for(rate)
    f_min = params.f_min or _MIN_PERIODS * rate / window
    f_max = params.f_max or rate / 4
    if not 2 * rate / window <= f_min < f_max <= rate / 2:
        raise InvalidParameters(
            f"Pitch from {f_min:g} to {f_max:g} Hz cannot be found at a sample rate of {rate} Hz "
            f"with a window of {window} samples: it must lie between {2 * rate / window:.0f} and "
            f"{rate / 2:.0f} Hz."
        )
    return F0(window, params.hop or window // 4, f_min, f_max, params.gate_db)


def _window_for(rate: int) -> int:
    if rate > _MUSIC_RATE:
        return 2048
    return int(2 ** math.ceil(math.log2(0.085 * rate)))
