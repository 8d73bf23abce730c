"""The shape of the spectrum, frame by frame: sixteen descriptors in one pass."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Need, Stft, View
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.signal import Sound, Spectra
from analysis.core.statistics import Moments
from analysis.core.transform import rfft

_ROWS = 64  # at once: every temporary stays in the cache
_TINY = np.float32(1e-20)


@dataclass(frozen=True)
class SpectralParams(Params):
    window: int = param(2048, "Samples of a frame.", unit="samples", enum=[512, 1024, 2048, 4096])
    hop: int = param(512, "Samples between frames.", unit="samples", minimum=64, maximum=8192)
    rolloff: float = param(
        0.85, "Share of the power that lies below `rolloff`.", minimum=0.5, maximum=0.99
    )
    floor_db: float = param(
        -90.0,
        "Frames of less power than a sine of this level have no shape: not a number.",
        unit="dBFS",
        minimum=-140.0,
        maximum=0.0,
    )


_DESCRIPTORS = (
    Provides(
        "energy", "frames", "Energy", "1", "Sum of squared magnitudes; a full-scale sine: 1.5."
    ),
    Provides("hfc", "frames", "High-frequency content", "1", "Squared magnitudes times their bin."),
    Provides("centroid", "frames", "Spectral centroid", "Hz", "Mean frequency."),
    Provides("spread", "frames", "Spectral spread", "Hz", "Deviation about the centroid."),
    Provides("skewness", "frames", "Spectral skewness", "1", "Third moment about the centroid."),
    Provides("kurtosis", "frames", "Spectral kurtosis", "1", "Fourth; 3 of a normal shape."),
    Provides("slope", "frames", "Spectral slope", "1/Hz", "Regression of the shares on frequency."),
    Provides("decrease", "frames", "Spectral decrease", "1", "Slope with weight on low bins."),
    Provides("rolloff", "frames", "Spectral roll-off", "Hz", "Below it lies most of the power."),
    Provides("flatness", "frames", "Spectral flatness", "1", "1 for noise, towards 0 for tones."),
    Provides("crest", "frames", "Spectral crest", "1", "Greatest over mean power."),
    Provides("entropy", "frames", "Spectral entropy", "1", "1 where all bins are equal."),
    Provides("flux", "frames", "Spectral flux", "1", "Euclidean change of the magnitudes."),
    Provides("difference", "frames", "Spectral difference", "1", "Their rise alone, summed."),
    Provides("kl", "frames", "Kullback-Leibler", "1", "Hainsworth & Macleod's onset function."),
    Provides("mkl", "frames", "Modified Kullback-Leibler", "1", "Brossier's onset function."),
)
NAMES = tuple(each.name for each in _DESCRIPTORS)


class SpectralShape(Processor[SpectralParams]):
    """Descriptors of the magnitude spectrum of the mono mix, Hann window, full-scale sine = 1.

    Centroid, spread, skewness, kurtosis, slope and decrease take the magnitudes as shares of
    their sum; roll-off, flatness, crest and entropy take the powers. `flux`, `difference`, `kl`
    and `mkl` compare with the frame before (the first: with silence). Frame k is centred on
    sample k * hop. `mean` and `deviation` are over the frames above the floor. Exact.
    """

    Params: ClassVar[type[Params]] = SpectralParams
    id = "spectral"
    version = "1.0.0"
    kind = "analyzer"
    label = "Spectral shape"
    description = "Centroid, spread, roll-off, flatness, flux and eleven other descriptors."
    reference = (
        "Peeters, A large set of audio features for sound description, CUIDADO report, IRCAM 2004, "
        "section 6; Brossier, Automatic Annotation of Musical Audio, 2007, section 2.3"
    )
    provides: ClassVar[tuple[Provides, ...]] = (
        *_DESCRIPTORS,
        Provides("mean", "vector", "Mean of each descriptor", "own", "Each in its own unit."),
        Provides("deviation", "vector", "Deviation of each descriptor", "own", "As `mean`."),
    )
    cost = 600.0
    bytes_per_s = 4100.0

    @classmethod
    def preload(cls) -> None:
        rfft()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        self._stft = Stft(self.params.window, self.params.hop)
        return (self._stft,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._curves = [out.curve(name, hop=self.params.hop) for name in NAMES]
        self._moments = Moments(len(NAMES))
        self._shape = Shape(self.params, self._stft, sound.sample_rate)

    def block(self, view: View) -> None:
        spectra = view[self._stft]
        for at in range(0, len(spectra), _ROWS):
            made = self._shape.of(spectra[at : at + _ROWS])
            for curve, values in zip(self._curves, made.T, strict=True):
                curve.append(values)
            self._moments.push(made)

    def close(self, frames: int) -> None:
        axis = Axis(labels=NAMES)
        self._out.vector("mean", self._moments.mean, axis)
        self._out.vector("deviation", self._moments.deviation, axis)


class Shape:
    """Descriptors of rows of power spectra, one after the other."""

    def __init__(self, params: SpectralParams, stft: Stft, sample_rate: int) -> None:
        bins = params.window // 2 + 1
        self._scale = np.float32(1 / stft.full_scale)
        self._floor = 10 ** (params.floor_db / 10)
        self._rolloff = np.float32(params.rolloff)
        self._numbers = np.arange(bins, dtype=np.float32)
        self._hertz = (np.arange(bins) * sample_rate / params.window).astype(np.float32)
        self._before = np.zeros((1, bins), np.float32)

    def of(self, spectra: Spectra) -> NDArray[np.float32]:
        """Return (k, 16) in the order of `NAMES`; NaN in rows below the floor."""
        power = spectra * self._scale
        magnitude = np.sqrt(power)
        columns = [*self._energies(power), *self._moments(magnitude)]
        columns += [*self._tilts(magnitude), *self._spreads(power), *self._changes(magnitude)]
        made = np.stack(columns, axis=1).astype(np.float32)
        made[power.sum(axis=1) < self._floor] = np.nan
        return made

    def _energies(self, power: Spectra) -> list[Spectra]:
        return [power.sum(axis=1), (power * self._numbers).sum(axis=1)]

    def _moments(self, magnitude: Spectra) -> list[Spectra]:
        shares = magnitude / (magnitude.sum(axis=1, keepdims=True) + _TINY)
        centroid = (shares * self._hertz).sum(axis=1)
        away = self._hertz - centroid[:, np.newaxis]
        square = away * away
        variance = (shares * square).sum(axis=1)
        spread = np.sqrt(variance)
        third = (shares * square * away).sum(axis=1) / (variance * spread + _TINY)
        fourth = (shares * square * square).sum(axis=1) / (variance * variance + _TINY)
        return [centroid, spread, third, fourth]

    def _tilts(self, magnitude: Spectra) -> list[Spectra]:
        total = magnitude.sum(axis=1) + _TINY
        centred = self._hertz - self._hertz.mean()
        slope = (magnitude * centred).sum(axis=1) / (centred * centred).sum() / total
        rest = magnitude[:, 1:]
        steps = np.maximum(self._numbers[1:] - 1, 1)
        fall = ((rest - magnitude[:, 1:2]) / steps)[:, 1:].sum(axis=1)
        return [slope, fall / (rest.sum(axis=1) + _TINY)]

    def _spreads(self, power: Spectra) -> list[Spectra]:
        total = power.sum(axis=1, keepdims=True) + _TINY
        running = np.cumsum(power, axis=1)
        rolloff = self._hertz[
            (running < self._rolloff * total).sum(axis=1).clip(max=len(self._hertz) - 1)
        ]
        floored = np.maximum(power, _TINY)
        logarithm = np.log(floored)
        mean = floored.mean(axis=1)
        flatness = np.exp(logarithm.mean(axis=1)) / mean
        crest = floored.max(axis=1) / mean
        shares = floored / total
        entropy = -(shares * np.log(shares)).sum(axis=1) / np.float32(np.log(power.shape[1]))
        return [rolloff, flatness, crest, entropy]

    def _changes(self, magnitude: Spectra) -> list[Spectra]:
        before = np.concatenate([self._before, magnitude[:-1]])
        self._before = magnitude[-1:].copy()
        rise = magnitude - before
        ratio = (magnitude + np.float32(1e-6)) / (before + np.float32(1e-6))
        return [
            np.sqrt((rise * rise).sum(axis=1)),
            np.maximum(rise, 0).sum(axis=1),
            (magnitude * np.log(ratio)).sum(axis=1),
            np.log1p(magnitude / (before + np.float32(1e-6))).sum(axis=1),
        ]
