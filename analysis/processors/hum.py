"""Hum of the mains: steady tones at 50 or 60 Hz and their multiples."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Chunk, Chunks, Need, View, hann
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.resample import Resampler
from analysis.core.signal import Curve, Sound
from analysis.core.transform import rfft

_RATE = 2000
_WINDOW, _HOP = 4096, 512
_CHUNKS = Chunks(rate=_RATE, seconds=12.0, overlap_s=8.0, grid=_HOP)
_LEAST_FRAMES = 8
_LOW, _HIGH = 0.05, 0.35  # lower than Brandt & Bitzer's: music may sound two thirds of the time
_NEAR_HZ, _AWAY_HZ = 2.0, 6.0
_FAMILIES = {"50 Hz": 50.0, "60 Hz": 60.0}
_MULTIPLES = (1, 2, 3, 4, 5, 6)


@dataclass(frozen=True)
class HumParams(Params):
    steadiness: float = param(
        0.6, "Least ratio of the 5 % to the 35 % quantile of a tone's power.", minimum=0.2,
        maximum=1.0,
    )  # fmt: skip
    prominence_db: float = param(
        12.0, "How far it stands above what is around it.", unit="dB", minimum=3.0, maximum=80.0
    )
    least_db: float = param(
        -90.0, "Softer tones are not told.", unit="dBFS", minimum=-140.0, maximum=0.0
    )
    tolerance: float = param(
        0.01, "How far the mains may be off, or the tape's speed.", minimum=0.001, maximum=0.05
    )


class _Tone(NamedTuple):
    hertz: float
    power: float
    steadiness: float


class Hum(Processor[HumParams]):
    """Steadiness of each frequency below 400 Hz over 12 s, every 4 s.

    The mono mix at 2 kHz, frames of 2 s every 0.26 s; of the powers that a frequency has in them,
    the ratio of the 5 % to the 35 % quantile is near 1 for what does not change and near 0.1 for
    noise and music. A tone is steady, stands above the median of what is 2 to 6 Hz beside it and
    lies within the tolerance of a multiple (1 to 6) of 50 or 60 Hz; hum needs one among the
    first three. Value: level of these tones together; confidence: steadiness of the strongest.
    `frequency` is that of the mains as measured. A segment's ends are right within 8 s. A drone
    of an instrument that is tuned to the mains cannot be told from it. Exact.
    """

    Params: ClassVar[type[Params]] = HumParams
    id = "hum"
    version = "1.0.0"
    kind = "detector"
    label = "Hum"
    description = "Steady tones of the mains, at 50 or 60 Hz and their multiples."
    reference = "Brandt & Bitzer, Automatic Detection of Hum in Audio Signals, JAES 62(9), 2014"
    needs: ClassVar[tuple[Need[Any], ...]] = (_CHUNKS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("segments", "segments", "Hum", "dBFS", labels=tuple(_FAMILIES)),
        Provides("frequency", "value", "Frequency of the hum", "Hz"),
        Provides("level", "value", "Level of the hum", "dBFS", "Mean power where there is hum."),
        Provides("fraction", "value", "Part of the time with hum", "1"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("soxr",)
    merge = (
        "each chunk of 12 s answers for the 4 s in its middle, and of the first and the last also "
        "for what is before and after; neighbours with hum of one label are one segment."
    )
    cost = 1500.0
    bytes_per_s = 50.0

    @classmethod
    def preload(cls) -> None:
        rfft()
        Resampler.preload()
        np.quantile(np.ones(3), (_LOW, _HIGH))
        np.median(np.ones(3))

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._sink = out, out.segments("segments")
        self._open: dict[str, list[tuple[float, float, float, float]]] = {}
        self._sums, self._weights = 0.0, 0.0
        self._power, self._parts = 0.0, 0
        self._humming = self._at = 0.0

    def block(self, view: View) -> None:
        for chunk in view[_CHUNKS]:
            found = self._families(chunk)
            start, end = chunk.keep_start / _RATE, chunk.keep_end / _RATE
            for label in list(self._open):
                if label not in found:
                    self._tell(label)
            for label, tones in found.items():
                power = sum(tone.power for tone in tones)
                steady = max(tones, key=lambda tone: tone.power).steadiness
                self._open.setdefault(label, []).append((start, end, power, min(1.0, steady)))
                self._measure(label, tones)
            self._humming += end - start if found else 0.0
            self._at = end

    def _measure(self, label: str, tones: list[_Tone]) -> None:
        self._power += sum(tone.power for tone in tones)
        self._parts += 1
        for tone in tones:
            self._sums += tone.power * tone.hertz / round(tone.hertz / _FAMILIES[label])
            self._weights += tone.power

    def _families(self, chunk: Chunk) -> dict[str, list[_Tone]]:
        tones = self._tones(chunk.signal[0])
        found: dict[str, list[_Tone]] = {}
        for label, mains in _FAMILIES.items():
            near: dict[int, _Tone] = {}
            for tone in tones:
                times = round(tone.hertz / mains)
                if times in _MULTIPLES:
                    off = abs(tone.hertz / (times * mains) - 1)
                    if off <= self.params.tolerance and (
                        times not in near or tone.power > near[times].power
                    ):
                        near[times] = tone
            if any(times <= 3 for times in near):
                found[label] = list(near.values())
        return dict(sorted(found.items()))

    def _tones(self, wave: Curve) -> list[_Tone]:
        """Steady tones from low to high."""
        count = 1 + (len(wave) - _WINDOW) // _HOP
        if count < _LEAST_FRAMES:
            return []
        frames = np.lib.stride_tricks.sliding_window_view(wave, _WINDOW)[::_HOP] * hann(_WINDOW)
        spectra = rfft()(np.ascontiguousarray(frames))[:, : round(420 / _RATE * _WINDOW)]
        power = np.abs(spectra.astype(np.complex128)) ** 2 / (_WINDOW / 4) ** 2 / 2
        low, middle = np.quantile(power, (_LOW, _HIGH), axis=0)
        around = _around(middle)
        standing = (middle > around * 10 ** (self.params.prominence_db / 10)) & (
            middle > 10 ** (self.params.least_db / 10)
        )
        made: list[_Tone] = []
        for at in np.flatnonzero(standing[1:-1]) + 1:
            if middle[at] < middle[at - 1 : at + 2].max():
                continue
            steadiness = float(low[at] / middle[at])
            if steadiness >= self.params.steadiness:
                made.append(_Tone(_interpolated(middle, int(at)), float(middle[at]), steadiness))
        return made

    def _tell(self, label: str) -> None:
        parts = self._open.pop(label)
        power = sum(part[2] for part in parts) / len(parts)
        sure = sum(part[3] for part in parts) / len(parts)
        self._sink.add(
            parts[0][0],
            parts[-1][1],
            label=label,
            value=10 * float(np.log10(power)),
            confidence=sure,
        )

    def close(self, frames: int) -> None:
        for label in sorted(self._open, key=lambda each: self._open[each][0][0]):
            self._tell(label)
        found = self._weights > 0
        why = "" if found else "no hum"
        self._out.value("frequency", self._sums / self._weights if found else None, label=why)
        level = 10 * float(np.log10(self._power / self._parts)) if found else None
        self._out.value("level", level, label=why)
        self._out.value("fraction", self._humming / self._at if self._at else None)


def _around(power: NDArray[np.float64]) -> NDArray[np.float64]:
    """Median of what lies 2 to 6 Hz beside each bin."""
    near, away = (round(hertz / _RATE * _WINDOW) for hertz in (_NEAR_HZ, _AWAY_HZ))
    padded = np.pad(power, away, mode="reflect")
    views = np.lib.stride_tricks.sliding_window_view(padded, 2 * away + 1)
    beside = np.concatenate([views[:, : away - near], views[:, away + near + 1 :]], axis=1)
    return np.asarray(np.median(beside, axis=1) + 1e-20)


def _interpolated(power: NDArray[np.float64], at: int) -> float:
    """Frequency of a peak by a parabola through its logarithms."""
    left, middle, right = np.log(power[at - 1 : at + 2] + 1e-30)
    bend = left - 2 * middle + right
    offset = 0.5 * (left - right) / bend if bend < 0 else 0.0
    return float((at + offset) * _RATE / _WINDOW)
