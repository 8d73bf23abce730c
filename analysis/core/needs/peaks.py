"""Peaks of spectra, and the pitch classes that they make: what tonal descriptors start from."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs.base import Need, Running, View
from analysis.core.needs.spectra import Stft
from analysis.core.signal import Sound, Spectra


@dataclass(frozen=True)
class PeakRows:
    """Peaks of each frame from low to high: frequencies in Hz, magnitudes of a sine of 1 as 1.

    A list of one pair of arrays for each frame; empty arrays where nothing stands out.
    """

    frames: list[tuple[NDArray[np.float32], NDArray[np.float32]]]


@dataclass(frozen=True)
class SpectralPeaks(Need[PeakRows]):
    """At most 60 local maxima of the magnitude spectrum above `floor_db`, by a parabola.

    Essentia's SpectralPeaks. Frame k is centred on sample k * hop.
    """

    window: int
    hop: int
    f_min: float
    f_max: float
    floor_db: float = -80.0
    most: int = 60

    @property
    def spectra(self) -> Stft:
        return Stft(self.window, self.hop)

    def requires(self) -> tuple[Need[Any], ...]:
        return (self.spectra,)

    def start(self, sound: Sound) -> Running[PeakRows]:
        return _Peaks(self, sound.sample_rate)


class _Peaks:
    def __init__(self, need: SpectralPeaks, sample_rate: int) -> None:
        self._stft = need.spectra
        self._scale = np.float32(1 / self._stft.full_scale)
        self._floor = 10 ** (need.floor_db / 20)
        self._compute = algorithm(
            "SpectralPeaks",
            sampleRate=float(sample_rate),
            minFrequency=need.f_min,
            maxFrequency=need.f_max,
            maxPeaks=need.most,
            magnitudeThreshold=self._floor,
            orderBy="magnitude",
        )

    def step(self, view: View) -> PeakRows:
        magnitudes = np.sqrt(view[self._stft] * self._scale)
        return PeakRows([self._of_frame(row) for row in magnitudes])

    def _of_frame(
        self, magnitude: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        if magnitude.max() <= self._floor:
            return _NOTHING, _NOTHING
        frequencies, magnitudes = self._compute(magnitude)
        order = np.argsort(frequencies, kind="stable")
        return frequencies[order], magnitudes[order]


_NOTHING = np.zeros(0, np.float32)


@dataclass(frozen=True)
class Hpcp(Need[Spectra]):
    """Harmonic pitch class profile, (k, size), each frame divided by its greatest; from A upwards.

    Gómez, *Tonal Description of Music Audio Signals*, PhD thesis, UPF 2006, section 3.2.
    """

    peaks: SpectralPeaks
    size: int = 36
    reference: float = 440.0
    harmonics: int = 4

    def requires(self) -> tuple[Need[Any], ...]:
        return (self.peaks,)

    def start(self, sound: Sound) -> Running[Spectra]:
        return _Hpcp(self, sound.sample_rate)


class _Hpcp:
    def __init__(self, need: Hpcp, sample_rate: int) -> None:
        self._need = need
        self._compute = algorithm(
            "HPCP",
            size=need.size,
            harmonics=need.harmonics,
            referenceFrequency=need.reference,
            minFrequency=need.peaks.f_min,
            maxFrequency=need.peaks.f_max,
            sampleRate=float(sample_rate),
            bandPreset=False,
            weightType="cosine",
            windowSize=1.0,
        )

    def step(self, view: View) -> Spectra:
        frames = view[self._need.peaks].frames
        made = np.zeros((len(frames), self._need.size), np.float32)
        for row, (frequencies, magnitudes) in enumerate(frames):
            if len(frequencies):
                made[row] = self._compute(frequencies, magnitudes)
        return made


def algorithm(name: str, **parameters: Any) -> Any:
    """Return an algorithm of Essentia, without the second that `essentia.standard` takes to load.

    Called with float32 arrays or numbers, as its documentation lists them; gives what it lists.
    """
    from essentia import _essentia

    made = _essentia.Algorithm(name)
    made.__configure__(**parameters)
    return made.__compute__


def tonal_window(sample_rate: int) -> int:
    """Samples of a window that tells semitones apart from about 200 Hz on: 93 ms and more."""
    return int(2 ** np.ceil(np.log2(0.09 * sample_rate)))
