"""The partials of a tone: how harmonic they are, and how its strength is shared among them."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import F0, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.statistics import Moments
from analysis.core.transform import rfft
from analysis.processors.pitch import PitchParams, f0_of

_LOBE = 3  # bins to each side of a partial that hold its power

_DESCRIPTORS = (
    Provides("inharmonicity", "frames", "Inharmonicity", "1", "0 where partials are multiples."),
    Provides("tristimulus1", "frames", "Tristimulus 1", "1", "Share of the fundamental."),
    Provides("tristimulus2", "frames", "Tristimulus 2", "1", "Share of partials 2 to 4."),
    Provides("tristimulus3", "frames", "Tristimulus 3", "1", "Share of partials from 5 on."),
    Provides("odd_to_even", "frames", "Odd over even partials", "dB", "Of their powers."),
    Provides("noisiness", "frames", "Noisiness", "1", "Share of the power beside the partials."),
    Provides("deviation", "frames", "Harmonic deviation", "1", "From a smooth envelope."),
)
NAMES = tuple(each.name for each in _DESCRIPTORS)


@dataclass(frozen=True)
class HarmonicsParams(Params):
    partials: int = param(20, "How many partials are looked for.", minimum=5, maximum=50)
    confidence: float = param(
        0.5, "Frames whose pitch is less sure have no value.", minimum=0.0, maximum=1.0
    )


class Harmonics(Processor[HarmonicsParams]):
    """Partials of the pitch that `pitch` finds with its defaults, in the same spectra.

    Partial h is the greatest bin within a quarter of f0 of h f0, by a parabola; amplitudes a of
    sines. Inharmonicity: 2 / f0 sum(|f_h - h f0| a_h^2) / sum(a_h^2), at most 0.5. Tristimulus:
    a_1, a_2 + a_3 + a_4 and the others over their sum. Odd to even: power of the partials 1, 3, 5
    over that of 2, 4, 6, between -60 and 60 dB. Noisiness: 1 - the power within 3 bins of the
    partials over all power up to the last of them. Deviation: mean |a_h - mean of a_h-1, a_h,
    a_h+1| over the sum of a. NaN where there is no pitch, or partials are less than 6 bins apart.
    Exact.
    """

    Params: ClassVar[type[Params]] = HarmonicsParams
    id = "harmonics"
    version = "1.0.0"
    kind = "analyzer"
    label = "Partials of tones"
    description = "Inharmonicity, tristimulus, odd to even partials and noisiness of tones."
    reference = (
        "Peeters, Giordano, Susini, Misdariis & McAdams, The Timbre Toolbox: Extracting audio "
        "descriptors from musical signals, JASA 130(5), 2011, section II"
    )
    provides: ClassVar[tuple[Provides, ...]] = (
        *_DESCRIPTORS,
        Provides(
            "mean", "vector", "Partials, mean of each descriptor", "own", "Each in its own unit."
        ),
        Provides("spread", "vector", "Partials, deviation of each descriptor", "own", "As `mean`."),
    )
    libraries: ClassVar[tuple[str, ...]] = ("essentia",)
    cost = 130.0
    bytes_per_s = 2500.0

    @classmethod
    def preload(cls) -> None:
        rfft()
        F0.preload()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        self._need = f0_of(PitchParams(), sound)
        return (self._need, self._need.spectra)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._curves = [out.curve(name, hop=self._need.hop) for name in NAMES]
        self._bin_hz = sound.sample_rate / self._need.window
        self._scale = 1 / self._need.spectra.full_scale
        self._moments = Moments(len(NAMES))

    def block(self, view: View) -> None:
        pitches, power = view[self._need], view[self._need.spectra]
        made = np.full((len(power), len(NAMES)), np.nan, np.float32)
        sure = (pitches.f0 > 0) & (pitches.confidence >= self.params.confidence)
        for row in np.flatnonzero(sure & (pitches.f0 >= 2 * _LOBE * self._bin_hz)):
            f0 = float(pitches.f0[row]) / self._bin_hz
            made[row] = describe(power[row].astype(np.float64) * self._scale, f0, self.params)
        if len(made):
            for curve, values in zip(self._curves, made.T, strict=True):
                curve.append(np.ascontiguousarray(values))
            self._moments.push(made)

    def close(self, frames: int) -> None:
        axis = Axis(labels=NAMES)
        self._out.vector("mean", self._moments.mean, axis)
        self._out.vector("spread", self._moments.deviation, axis)


def describe(power: NDArray[np.float64], f0: float, params: HarmonicsParams) -> NDArray[np.float64]:
    """Return the descriptors of one power spectrum, in the order of `NAMES`; f0 in bins."""
    most = min(params.partials, int((len(power) - 2 - f0 / 4) / f0))
    if most < 2:
        return np.full(len(NAMES), np.nan)
    at, amplitudes = partials(power, f0, most)
    numbers = np.arange(1, most + 1)
    squares = amplitudes**2
    total, energy = amplitudes.sum() + 1e-20, squares.sum() + 1e-20
    off = float((np.abs(at - numbers * f0) * squares).sum() / energy)
    shares = np.array([amplitudes[0], amplitudes[1:4].sum(), amplitudes[4:].sum()]) / total
    odd, even = squares[0::2].sum(), squares[1::2].sum()
    ratio = np.clip(10 * np.log10((odd + 1e-20) / (even + 1e-20)), -60, 60)
    near = np.zeros(len(power), bool)
    for place in np.round(at).astype(int):
        near[max(0, place - _LOBE) : place + _LOBE + 1] = True
    top = round(float(at[-1])) + _LOBE + 1
    whole = power[:top].sum() + 1e-20
    noisiness = 1 - power[:top][near[:top]].sum() / whole
    padded = np.pad(amplitudes, 1, mode="edge")
    smooth = (padded[:-2] + padded[1:-1] + padded[2:]) / 3
    deviation = np.abs(amplitudes - smooth).sum() / total
    return np.array([2 * off / f0, *shares, ratio, noisiness, deviation])


def partials(
    power: NDArray[np.float64], f0: float, count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Places in bins and amplitudes of the partials of f0 (bins), both (count,)."""
    at, amplitudes = np.empty(count), np.empty(count)
    logarithms = np.log(power + 1e-30)
    for n in range(count):
        middle = (n + 1) * f0
        first = max(1, round(middle - f0 / 4))
        last = min(len(power) - 1, round(middle + f0 / 4) + 1)
        peak = first + int(power[first:last].argmax())
        left, centre, right = logarithms[peak - 1 : min(len(power), peak + 2)]
        bend = left - 2 * centre + right
        offset = 0.5 * (left - right) / bend if bend < 0 else 0.0
        offset = min(0.5, max(-0.5, offset))
        at[n] = peak + offset
        amplitudes[n] = np.exp((centre - 0.25 * (left - right) * offset) / 2)
    return at, amplitudes
