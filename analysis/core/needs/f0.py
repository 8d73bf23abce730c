"""Fundamental frequency, frame by frame, for all who ask for it."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs.base import Need, Running, View
from analysis.core.needs.spectra import Stft
from analysis.core.signal import Curve, Sound

_LOBE = 3  # half the width of a Hann window's main lobe, in bins, and one
_PURE = 0.9
_ABSURD = 1e6  # a sine of full scale has a quarter of the window


@dataclass(frozen=True)
class Pitches:
    """Frames of a pitch curve, both (k,)."""

    f0: Curve
    """Hz; 0 where the frame is too soft or nothing is found."""
    confidence: Curve
    """0 to 1."""


@dataclass(frozen=True)
class F0(Need[Pitches]):
    """PitchYinFFT of Essentia on the mono mix; frame k is centred on sample k * hop.

    Brossier, *Automatic Annotation of Musical Audio for Interactive Applications*, PhD thesis,
    Queen Mary 2007, chapter 3. The algorithm works on ratios of frequency to sample rate, so it
    is the same for a drum at 10 kHz and a mouse at 250 kHz; for rates other than 44.1 kHz it is
    run as if at 44.1 kHz and its answer is scaled. It takes any period of a whistle for as good
    as the first, so a frame in which nothing sounds at its answer's partials but at the multiples
    of the strongest component has that component as its pitch (`strongest`, `is_subharmonic`);
    a pure tone is read from the spectrum.
    """

    window: int
    hop: int
    f_min: float
    f_max: float
    gate_db: float = -60.0

    @property
    def spectra(self) -> Stft:
        return Stft(self.window, self.hop)

    def requires(self) -> tuple[Need[Any], ...]:
        return (self.spectra,)

    def start(self, sound: Sound) -> Running[Pitches]:
        return _F0(self, sound.sample_rate)

    @staticmethod
    def preload() -> None:
        """Load the library now."""
        import essentia  # noqa: F401 - loaded while files can still be opened


class _F0:
    def __init__(self, need: F0, sample_rate: int) -> None:
        self._stft = need.spectra
        self._f_min, self._f_max = need.f_min, need.f_max
        self._scale = sample_rate / 44100
        self._gate = self._stft.full_scale * 10 ** (need.gate_db / 10)
        self._algorithm = _yin_fft(need.window, need.f_min / self._scale, need.f_max / self._scale)

    def step(self, view: View) -> Pitches:
        power = view[self._stft]
        f0 = np.zeros(len(power), np.float32)
        confidence = np.zeros(len(power), np.float32)
        if len(power):
            for row in np.flatnonzero(power.max(axis=1) > self._gate):
                f0[row], confidence[row] = self._of_frame(power[row])
        return Pitches(f0, np.clip(confidence, 0, 1))

    def _of_frame(self, power: NDArray[np.float32]) -> tuple[float, float]:
        """Hz and confidence of one frame that is loud enough."""
        found, confidence = self._algorithm(bounded(np.sqrt(power)))
        found *= self._scale
        bin_hz = self._scale * 44100 / self._stft.window
        position, purity = strongest(power)
        tone = position * bin_hz
        if not self._f_min <= tone <= self._f_max:
            return found, confidence
        is_same = abs(tone - found) < 0.06 * tone
        if is_same and purity > _PURE:
            return tone, confidence
        if found <= 0 or (tone > 1.5 * found and is_subharmonic(power, found / bin_hz, position)):
            return tone, max(confidence if found > 0 else 0.0, purity)
        return found, confidence


def bounded(magnitude: NDArray[np.float32]) -> NDArray[np.float32]:
    """Halve a spectrum that no sound has until it has one, exactly: its ratios stay as they are.

    From magnitudes of about 1e9 on (damage that is read as floats), PitchYinFFT never returns.
    """
    greatest = magnitude.max()
    if greatest < _ABSURD:
        return magnitude
    return np.ldexp(magnitude, -int(np.frexp(greatest)[1]))


def strongest(power: NDArray[np.float32]) -> tuple[float, float]:
    """Position in bins of the strongest component, and its share of the frame's power.

    A parabola through the logarithms of the three greatest bins: within 0.02 bins for a Hann
    window.
    """
    at = int(power[1:-1].argmax()) + 1
    left, middle, right = (math.log(float(p) + 1e-30) for p in power[at - 1 : at + 2])
    bend = left - 2 * middle + right
    offset = 0.5 * (left - right) / bend if bend < 0 else 0.0
    near = power[max(0, at - _LOBE) : at + _LOBE + 1]
    return at + min(0.5, max(-0.5, offset)), float(near.sum() / power.sum())


def is_subharmonic(power: NDArray[np.float32], candidate: float, tone: float) -> bool:
    """True when nothing but the multiples of `tone` stands at the partials of `candidate` (bins).

    A partial stands when it is within 40 dB of the strongest component and 9 dB above what lies
    between it and the next.
    """
    times = round(tone / candidate)
    if times < 2 or tone < 3 * _LOBE:
        return False
    candidate = tone / times
    if candidate < 2 * _LOBE:  # partials too close to be told apart
        return False
    greatest = float(power[round(tone)])
    for partial in range(1, 2 * times):
        at = round(partial * candidate)
        if partial % times == 0 or at + 2 >= len(power):
            continue
        here = float(power[at - 2 : at + 3].max())
        between = [round(at - candidate / 2), round(at + candidate / 2)]
        floor = max(float(power[b]) for b in between if 0 <= b < len(power))
        if here > greatest * 1e-4 and here > 8 * floor:
            return False
    return True


def _yin_fft(
    window: int, f_min: float, f_max: float
) -> Callable[[NDArray[np.float32]], tuple[float, float]]:
    """Magnitude spectrum -> (Hz, confidence), without the second that essentia.standard takes."""
    from essentia import _essentia

    algorithm = _essentia.Algorithm("PitchYinFFT")
    algorithm.__configure__(
        frameSize=window, sampleRate=44100.0, minFrequency=f_min, maxFrequency=f_max
    )
    compute: Callable[[NDArray[np.float32]], tuple[float, float]] = algorithm.__compute__
    return compute
