"""Levels of mel bands: the spectrum as ears divide it."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from analysis.core.needs import LogMel, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.statistics import Moments
from analysis.core.transform import rfft


@dataclass(frozen=True)
class MelParams(Params):
    bands: int = param(40, "Bands from 0 Hz to `f_max`.", minimum=4, maximum=256)
    window: int = param(2048, "Samples of a frame.", unit="samples", enum=[512, 1024, 2048, 4096])
    hop: int = param(512, "Samples between frames.", unit="samples", minimum=64, maximum=8192)
    f_max: float | None = param(
        None,
        "Upper end of the bands; none: half the sample rate.",
        unit="Hz",
        minimum=100.0,
        maximum=384_000.0,
    )


class MelBands(Processor[MelParams]):
    """Power in triangular bands equally spaced in mel, in dB of a full-scale sine.

    Mel by O'Shaughnessy, 2595 log10(1 + f / 700). Never below -100 dB. Frame k is centred on
    sample k * hop. Exact.
    """

    Params: ClassVar[type[Params]] = MelParams
    id = "mel"
    version = "1.0.0"
    kind = "analyzer"
    label = "Mel bands"
    description = "Level of the sound in bands as wide as ears hear them, frame by frame."
    reference = "O'Shaughnessy, Speech Communication: Human and Machine, 1987, p. 150"
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("levels", "frames", "Mel band levels", "dBFS"),
        Provides("mean", "vector", "Mean level of each band", "dBFS", "Mean of the decibels."),
    )
    cost = 4000.0
    bytes_per_s = 7200.0

    @classmethod
    def preload(cls) -> None:
        rfft()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        p = self.params
        self._levels = LogMel(p.bands, p.window, p.hop, p.f_max)
        return (self._levels,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._axis = Axis("Hz", values=band_centres(self.params, sound.sample_rate))
        self._curve = out.curve("levels", hop=self.params.hop, axis=self._axis)
        self._moments = Moments(self.params.bands)

    def block(self, view: View) -> None:
        levels = view[self._levels]
        if len(levels):
            self._curve.append(levels)
            self._moments.push(levels)

    def close(self, frames: int) -> None:
        self._out.vector("mean", self._moments.mean, self._axis)


def band_centres(params: MelParams, sample_rate: int) -> tuple[float, ...]:
    """Return the centre of each band, in Hz."""
    top = min(params.f_max or sample_rate / 2, sample_rate / 2)
    mels = np.linspace(0, 2595 * np.log10(1 + top / 700), params.bands + 2)[1:-1]
    return tuple(round(float(hertz), 3) for hertz in 700 * (10 ** (mels / 2595) - 1))
