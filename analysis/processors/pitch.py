"""Fundamental frequency, frame by frame."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.errors import InvalidParameters, SignalTooShort
from analysis.core.needs import Need, Stft, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound, Spectra
from analysis.core.transform import rfft

_MIN_PERIODS = 4
_MUSIC_RATE = 96_000
_CENT = 1200.0
_LOBE = 3  # half the width of a Hann window's main lobe, in bins, and one
_PURE = 0.9


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

    Brossier, *Automatic Annotation of Musical Audio for Interactive Applications*, PhD thesis,
    Queen Mary 2007, chapter 3. The algorithm works on ratios of frequency to sample rate, so it
    is the same for a drum at 10 kHz and a mouse at 250 kHz; for rates other than 44.1 kHz it is
    run as if at 44.1 kHz and its answer is scaled. It takes any period of a whistle for as good
    as the first, so a frame in which nothing sounds at its answer's partials but at the multiples
    of the strongest component has that component as its pitch (`strongest`, `is_subharmonic`);
    a pure tone is read from the spectrum. The median is told to the cent. Exact.
    """

    Params: ClassVar[type[Params]] = PitchParams
    id = "pitch"
    version = "1.0.0"
    kind = "detector"
    label = "Pitch"
    description = "Fundamental frequency of monophonic sound, with confidence, and its median."
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("f0", "frames", "Fundamental frequency", "Hz", "Not a number where unvoiced."),
        Provides("confidence", "frames", "Pitch confidence", "1"),
        Provides("f0_median", "value", "Median pitch", "Hz", "Over the voiced frames."),
        Provides("voiced_fraction", "value", "Voiced fraction", "1"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("essentia",)
    cost = 250.0

    @classmethod
    def preload(cls) -> None:
        import essentia  # noqa: F401 - loaded while files can still be opened

        rfft()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        params, rate = self.params, sound.sample_rate
        window = params.window or _window_for(rate)
        self._stft = Stft(window, params.hop or window // 4)
        self._f_min = params.f_min or _MIN_PERIODS * rate / window
        self._f_max = params.f_max or rate / 4
        if not 2 * rate / window <= self._f_min < self._f_max <= rate / 2:
            raise InvalidParameters(
                f"Pitch from {self._f_min:g} to {self._f_max:g} Hz cannot be found at a sample "
                f"rate of {rate} Hz with a window of {window} samples: it must lie between "
                f"{2 * rate / window:.0f} and {rate / 2:.0f} Hz."
            )
        return (self._stft,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._scale = sound.sample_rate / 44100
        self._algorithm = _yin_fft(
            self._stft.window, self._f_min / self._scale, self._f_max / self._scale
        )
        self._f0 = out.curve("f0", hop=self._stft.hop)
        self._confidence = out.curve("confidence", hop=self._stft.hop)
        octaves = math.log2(self._f_max / self._f_min)
        self._cents = np.zeros(math.ceil(octaves * _CENT) + 2, np.int64)
        self._frames = 0

    def block(self, view: View) -> None:
        power = view[self._stft]
        if not len(power):
            return
        f0, confidence = self._measure(power)
        voiced = (confidence >= self.params.voicing) & (f0 > 0)
        f0[~voiced] = np.nan
        cents = np.rint(np.log2(f0[voiced] / self._f_min) * _CENT).astype(np.int64)
        self._cents += np.bincount(
            np.clip(cents, 0, len(self._cents) - 1), minlength=len(self._cents)
        )
        self._frames += len(power)
        self._f0.append(f0)
        self._confidence.append(confidence)

    def _measure(self, power: Spectra) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        f0 = np.zeros(len(power), np.float32)
        confidence = np.zeros(len(power), np.float32)
        gate = self._stft.full_scale * 10 ** (self.params.gate_db / 10)
        for row in np.flatnonzero(power.max(axis=1) > gate):
            f0[row], confidence[row] = self._of_frame(power[row])
        return f0, np.clip(confidence, 0, 1)

    def _of_frame(self, power: NDArray[np.float32]) -> tuple[float, float]:
        """Hz and confidence of one frame that is loud enough."""
        found, confidence = self._algorithm(np.sqrt(power))
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

    def close(self, frames: int) -> None:
        if frames < self._stft.window:
            raise SignalTooShort(
                f"Pitch needs at least {self._stft.window} samples; the sound has {frames}."
            )
        voiced = int(self._cents.sum())
        median = None
        if voiced:
            at = int(np.searchsorted(np.cumsum(self._cents), (voiced + 1) // 2))
            median = self._f_min * 2 ** (at / _CENT)
        self._out.value("f0_median", median, label="" if voiced else "no voiced frame")
        self._out.value("voiced_fraction", voiced / self._frames if self._frames else None)


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


def _window_for(rate: int) -> int:
    if rate > _MUSIC_RATE:
        return 2048
    return int(2 ** math.ceil(math.log2(0.085 * rate)))


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
