"""Mel-frequency cepstral coefficients: timbre in a dozen numbers."""

from dataclasses import dataclass
from typing import Any, ClassVar

from analysis.core.errors import InvalidParameters
from analysis.core.needs import Mfcc, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.statistics import Moments
from analysis.core.transform import rfft


@dataclass(frozen=True)
class MfccParams(Params):
    count: int = param(13, "How many coefficients, the 0th included.", minimum=1, maximum=40)
    bands: int = param(40, "Mel bands that they are made of.", minimum=4, maximum=256)
    window: int = param(2048, "Samples of a frame.", unit="samples", enum=[512, 1024, 2048, 4096])
    hop: int = param(512, "Samples between frames.", unit="samples", minimum=64, maximum=8192)

    def __post_init__(self) -> None:
        if self.count > self.bands:
            raise InvalidParameters(
                f"{self.count} coefficients cannot be made of {self.bands} bands: ask for fewer "
                "coefficients or more bands."
            )


class MelCepstrum(Processor[MfccParams]):
    """Orthonormal DCT-II of the levels (dB) of mel bands from 0 Hz to half the sample rate.

    The 0th is the level times the root of the number of bands. Exact.
    """

    Params: ClassVar[type[Params]] = MfccParams
    id = "mfcc"
    version = "1.0.0"
    kind = "analyzer"
    label = "MFCC"
    description = "Mel-frequency cepstral coefficients, their means and deviations."
    reference = (
        "Davis & Mermelstein, Comparison of parametric representations for monosyllabic word "
        "recognition, IEEE TASSP 28(4), 1980"
    )
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("coefficients", "frames", "MFCC", "dB"),
        Provides("mean", "vector", "Mean MFCC", "dB"),
        Provides("deviation", "vector", "Standard deviation of the MFCC", "dB"),
    )
    cost = 5000.0
    bytes_per_s = 3800.0

    @classmethod
    def preload(cls) -> None:
        rfft()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        p = self.params
        self._cepstra = Mfcc(p.count, p.bands, p.window, p.hop)
        return (self._cepstra,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._axis = Axis(labels=tuple(f"c{n}" for n in range(self.params.count)))
        self._curve = out.curve("coefficients", hop=self.params.hop, axis=self._axis)
        self._moments = Moments(self.params.count)

    def block(self, view: View) -> None:
        cepstra = view[self._cepstra]
        if len(cepstra):
            self._curve.append(cepstra)
            self._moments.push(cepstra)

    def close(self, frames: int) -> None:
        self._out.vector("mean", self._moments.mean, self._axis)
        self._out.vector("deviation", self._moments.deviation, self._axis)
