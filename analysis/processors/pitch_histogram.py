"""Which pitches a melody uses: histogram in cents, tonic, and the degrees of its scale."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.errors import InvalidParameters
from analysis.core.needs import F0, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.transform import rfft
from analysis.processors.pitch import PitchParams, f0_of

_REFERENCE = 55.0  # A1: where cents are counted from
_WIDTH = 10  # cents of a bin
_FOLD = 1200 // _WIDTH


@dataclass(frozen=True)
class HistogramParams(PitchParams):
    smoothing: float = param(
        12.0, "Standard deviation of the kernel.", unit="cent", minimum=0.0, maximum=100.0
    )
    least_share: float = param(
        0.02, "Share of the time from which a peak is a degree.", minimum=0.001, maximum=0.5
    )


class PitchHistogram(Processor[HistogramParams]):
    """Voiced frames of the pitch curve, counted in bins of 10 cents above 55 Hz.

    `octave` is folded into one octave, a kernel laid over it. A degree is a maximum of it within
    50 cents that holds `least_share` of the time within 35 cents. The tonic is the degree about
    which most of the voiced time lies: at the last long note, if that is a degree, else the
    strongest. Degrees are told from the tonic upwards, in cents; nothing is tempered. Exact.
    """

    Params: ClassVar[type[Params]] = HistogramParams
    id = "pitch_histogram"
    version = "1.0.0"
    kind = "analyzer"
    label = "Pitch histogram and scale"
    description = "Which pitches a melody uses, its tonic and the degrees of its scale, in cents."
    reference = (
        "Six, Cornelis & Leman, Tarsos, a Modular Platform for Precise Pitch Analysis of Western "
        "and Non-Western Music, J. New Music Research 42(2), 2013"
    )
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("histogram", "vector", "Pitch histogram", "1", "Share of the voiced time."),
        Provides("octave", "vector", "Pitch histogram in one octave", "1", "From A upwards."),
        Provides("tonic", "value", "Tonic", "Hz", "In the octave where it is most used."),
        Provides("tonic_confidence", "value", "Confidence of the tonic", "1"),
        Provides("degrees", "label", "Degrees of the scale", "", "Cents above the tonic."),
        Provides("degree_count", "value", "Number of degrees", "1"),
        Provides("ambitus", "value", "Ambitus", "cent", "From the lowest degree to the highest."),
    )
    libraries: ClassVar[tuple[str, ...]] = ("essentia",)
    cost = 250.0
    bytes_per_s = 110.0

    @classmethod
    def preload(cls) -> None:
        F0.preload()
        rfft()
        # numpy loads these when they are first asked, and behind the wall it cannot
        np.fft.irfft(np.fft.rfft(np.arange(4.0)))
        np.median(np.arange(4.0))

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        self._need = f0_of(self.params, sound)
        if self._need.f_max <= _REFERENCE:
            raise InvalidParameters(f"f_max must lie above {_REFERENCE:g} Hz, where cents begin.")
        return (self._need,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        octaves = max(1, math.ceil(math.log2(self._need.f_max / _REFERENCE)))
        self._counts = np.zeros(octaves * _FOLD, np.int64)
        self._note = _LastNote(max(3, round(0.25 * sound.sample_rate / self._need.hop)))

    def block(self, view: View) -> None:
        found = view[self._need]
        voiced = (found.confidence >= self.params.voicing) & (found.f0 >= _REFERENCE)
        cents = np.full(len(found.f0), np.nan)
        cents[voiced] = 1200 * np.log2(found.f0[voiced].astype(np.float64) / _REFERENCE)
        bins = (cents[voiced] // _WIDTH).astype(np.int64)
        self._counts += np.bincount(
            np.clip(bins, 0, len(self._counts) - 1), minlength=len(self._counts)
        )
        self._note.push(cents)

    def close(self, frames: int) -> None:
        total = int(self._counts.sum())
        shares = self._counts / max(1, total)
        places = tuple(float(n * _WIDTH + _WIDTH / 2) for n in range(len(shares)))
        self._out.vector("histogram", shares, Axis("cent above 55 Hz", values=places))
        octave = shares.reshape(-1, _FOLD).sum(axis=0)
        smooth = smoothed(octave, self.params.smoothing / _WIDTH)
        self._out.vector("octave", smooth, Axis("cent above A", values=places[:_FOLD]))
        degrees = degrees_of(octave, smooth, self.params.least_share)
        if not degrees:
            self._nothing("no voiced frame" if not total else "no pitch is held")
            return
        self._tell(shares, octave, degrees)

    def _nothing(self, why: str) -> None:
        for name in ("tonic", "tonic_confidence", "ambitus"):
            self._out.value(name, None, label=why)
        self._out.value("degree_count", 0)

    def _tell(
        self, shares: NDArray[np.float64], octave: NDArray[np.float64], degrees: list[float]
    ) -> None:
        weights = [_near(octave, degree) for degree in degrees]
        last = self._note.cents
        tonic = int(np.argmax(weights))
        if last is not None:
            away = [abs((last - degree + 600) % 1200 - 600) for degree in degrees]
            nearest = int(np.argmin(away))
            tonic = nearest if away[nearest] <= 50 else tonic
        self._out.value("tonic", self._in_its_octave(shares, degrees[tonic]))
        self._out.value("tonic_confidence", weights[tonic] / max(weights))
        steps = sorted(round((degree - degrees[tonic]) % 1200) for degree in degrees)
        self._out.label("degrees", " ".join(str(step) for step in steps))
        self._out.value("degree_count", len(steps))
        held = [
            n * 1200 + degree
            for n, each in enumerate(shares.reshape(-1, _FOLD))
            for degree in degrees
            if _near(each, degree) >= self.params.least_share
        ]
        self._out.value("ambitus", max(held) - min(held) if held else None)

    def _in_its_octave(self, shares: NDArray[np.float64], degree: float) -> float:
        octaves = shares.reshape(-1, _FOLD)
        used = [_near(each, degree) for each in octaves]
        return float(_REFERENCE * 2 ** (int(np.argmax(used)) + degree / 1200))


class _LastNote:
    """The pitch of the last note that was held for so many frames, within a quarter tone."""

    def __init__(self, frames: int) -> None:
        self._frames = frames
        self._held: list[float] = []
        self.cents: float | None = None

    def push(self, cents: NDArray[np.float64]) -> None:
        for value in cents.tolist():
            if math.isnan(value) or (self._held and abs(value - self._held[0]) > 50):
                self._held = []
            if not math.isnan(value):
                self._held.append(value)
                self._held = self._held[-self._frames :]
                if len(self._held) == self._frames:
                    self.cents = float(np.median(self._held)) % 1200


def smoothed(octave: NDArray[np.float64], deviation: float) -> NDArray[np.float64]:
    """Lay a Gaussian over a circular histogram; its sum stays."""
    if deviation <= 0:
        return octave.copy()
    away = np.minimum(np.arange(_FOLD), _FOLD - np.arange(_FOLD))
    kernel = np.exp(-0.5 * (away / deviation) ** 2)
    spectrum = np.fft.rfft(octave) * np.fft.rfft(kernel / kernel.sum())
    return np.maximum(np.fft.irfft(spectrum, _FOLD), 0)


def degrees_of(
    octave: NDArray[np.float64], smooth: NDArray[np.float64], least: float
) -> list[float]:
    """Return the degrees, in cents above A, from low to high."""
    reach = 50 // _WIDTH
    neighbours = np.stack([np.roll(smooth, n) for n in range(-reach, reach + 1)])
    is_greatest = (smooth >= neighbours.max(axis=0)) & (smooth > 0)
    found: list[float] = []
    for at in np.flatnonzero(is_greatest):
        left, middle, right = smooth[at - 1], smooth[at], smooth[(at + 1) % _FOLD]
        bend = left - 2 * middle + right
        offset = 0.5 * (left - right) / bend if bend < 0 else 0.0
        degree = float(((at + 0.5 + np.clip(offset, -0.5, 0.5)) * _WIDTH) % 1200)
        apart = all(abs((degree - other + 600) % 1200 - 600) > 50 for other in found)
        if apart and _near(octave, degree) >= least:
            found.append(degree)
    return found


def _near(octave: NDArray[np.float64], degree: float) -> float:
    """Share of the time within 35 cents of a degree."""
    away = np.abs((np.arange(_FOLD) + 0.5) * _WIDTH - degree)
    return float(octave[np.minimum(away, 1200 - away) <= 35].sum())
