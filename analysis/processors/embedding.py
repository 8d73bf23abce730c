"""What a sound sounds like, as a point on a sphere: near points sound alike."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.errors import NotApplicable, SignalTooShort
from analysis.core.needs import Need, Stft, View, mel_filters
from analysis.core.needs.cepstra import dct
from analysis.core.params import Params
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.signal import Regroup, Sound, Spectra
from analysis.core.transform import rfft
from analysis.processors import embedding_scale as scale

_BANDS, _TOP_HZ = 64, 16_000.0
_CEPSTRA = 20  # of which the first, the level, is left out
_GROUP = 64
_FLOOR = 1e-8  # of the strongest band of a frame: 80 dB below it
_LEAST_FRAMES = 4
PLACES = scale.PLACES
DIMENSIONS = len(PLACES)


@dataclass(frozen=True)
class EmbeddingParams(Params):
    """None: points can only be compared when they are made in one way."""


class Embedding(Processor[EmbeddingParams]):
    """60 numbers of length 1; the similarity of two sounds is the cosine between theirs.

    Of every frame of about 40 ms: the cepstrum of 64 mel bands up to 16 kHz without its level
    (19 coefficients), how it changes to the next frame, the flatness of the bands, and the level.
    Of the whole sound: means and deviations of these, each frame weighted by the fourth root of
    its power, so that pauses count little and the gain of a recording nothing at all. Each is
    centred and divided by fixed numbers (`embedding_scale.py`), limited to ±3, and the vector is
    brought to length 1. Made of no training; what lies above 16 kHz is not heard. Exact.
    """

    Params: ClassVar[type[Params]] = EmbeddingParams
    id = "embedding"
    version = "1.0.0"
    kind = "analyzer"
    label = "Sounds like"
    description = "A vector by which sounds that sound alike are found."
    reference = (
        "Statistics of cepstra after Logan & Salomon, A music similarity function based on signal "
        "analysis, ICME 2001; deltas after Furui, IEEE TASSP 34(1), 1986"
    )
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("vector", "vector", "Sounds like", "1", "Length 1; compare by the cosine."),
    )
    cost = 2000.0

    @classmethod
    def preload(cls) -> None:
        rfft()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        # 32 to 46 ms, and the window that the default preset has at 44.1 and 48 kHz.
        window = max(64, int(2 ** round(math.log2(0.045 * sound.sample_rate))))
        self._stft = Stft(window, window // 4)
        return (self._stft,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        filters = mel_filters(_BANDS, self._stft.window, sound.sample_rate, _TOP_HZ)
        self._filters = np.ascontiguousarray((filters / self._stft.full_scale).T, np.float32)
        self._cosines = dct(_BANDS)[:, :_CEPSTRA]
        self._group = Regroup(_GROUP)
        self._before: NDArray[np.float64] | None = None
        self._frames = 0
        self._weight = 0.0
        self._sums = np.zeros((2, 2 * (_CEPSTRA - 1) + 2))

    def block(self, view: View) -> None:
        rows = view[self._stft]
        whole = self._group.push(rows)
        for at in range(0, len(whole), _GROUP):
            self._take(whole[at : at + _GROUP])
        if view.last:
            rest = self._group.flush(rows)
            if len(rest):
                self._take(rest)

    def _take(self, power: Spectra) -> None:
        bands = (power @ self._filters).astype(np.float64)
        total = bands.sum(axis=1)
        sounding = total > 0
        self._frames += len(bands)
        bands, total = bands[sounding], total[sounding]
        if not len(bands):
            return
        bands = np.maximum(bands, bands.max(axis=1, keepdims=True) * _FLOOR)
        levels = 10 * np.log10(bands)
        cepstra = (levels @ self._cosines)[:, 1:]
        before = cepstra[:1] if self._before is None else self._before
        changes = np.abs(np.diff(np.concatenate([before, cepstra]), axis=0))
        self._before = cepstra[-1:]
        flatness = levels.mean(axis=1) - 10 * np.log10(bands.mean(axis=1))
        told = np.column_stack([cepstra, changes, flatness, 10 * np.log10(total)])
        weights = total**0.25
        self._weight += float(weights.sum())
        self._sums[0] += weights @ told
        self._sums[1] += weights @ told**2

    def close(self, frames: int) -> None:
        if self._frames < _LEAST_FRAMES:
            raise SignalTooShort("Saying what a sound is like needs at least 0.05 s.")
        if not self._weight:
            raise NotApplicable("Silence sounds like nothing.")
        mean = self._sums[0] / self._weight
        deviation = np.sqrt(np.maximum(0, self._sums[1] / self._weight - mean**2))
        self._out.vector("vector", point_of(mean, deviation), Axis(labels=PLACES))


def statistics(mean: NDArray[np.float64], deviation: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the 60 that are kept: (40,) and (40,) of cepstra, changes, flatness and level."""
    n = _CEPSTRA - 1
    return np.concatenate(
        [mean[:n], deviation[:n], mean[n : 2 * n], [mean[2 * n]], deviation[2 * n :]]
    )


def point_of(mean: NDArray[np.float64], deviation: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the vector of length 1."""
    centred = (statistics(mean, deviation) - scale.CENTRE) / scale.WIDTH
    limited = np.clip(centred, -3, 3)
    return np.asarray(limited / np.sqrt((limited**2).sum()), np.float64)
