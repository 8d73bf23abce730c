"""Mel levels in decibels, and their cosine transform."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs.base import Need, Running, View
from analysis.core.needs.spectra import Mel
from analysis.core.signal import Regroup, Sound, Spectra

FLOOR_DB = -100.0
"""What is softer than this, of a full-scale sine, reads this."""


@dataclass(frozen=True)
class LogMel(Need[Spectra]):
    """Levels of mel bands, (k, bands) in dB of a full-scale sine, never below `FLOOR_DB`."""

    bands: int = 40
    window: int = 2048
    hop: int = 512
    f_max: float | None = None

    @property
    def mel(self) -> Mel:
        return Mel(self.bands, self.window, self.hop, self.f_max)

    def requires(self) -> tuple[Need[Any], ...]:
        return (self.mel,)

    def start(self, sound: Sound) -> Running[Spectra]:
        return _LogMel(self.mel)


class _LogMel:
    def __init__(self, mel: Mel) -> None:
        self._mel = mel

    def step(self, view: View) -> Spectra:
        levels = np.maximum(view[self._mel], np.float32(10 ** (FLOOR_DB / 10)))
        np.log(levels, out=levels)
        levels *= np.float32(10 / np.log(10))
        return levels


@dataclass(frozen=True)
class Mfcc(Need[Spectra]):
    """Mel-frequency cepstral coefficients 0 to `count` - 1, (k, count): orthonormal DCT-II.

    Davis & Mermelstein, IEEE TASSP 1980, on the levels of `LogMel`.
    """

    count: int = 13
    bands: int = 40
    window: int = 2048
    hop: int = 512
    f_max: float | None = None

    @property
    def levels(self) -> LogMel:
        return LogMel(self.bands, self.window, self.hop, self.f_max)

    def requires(self) -> tuple[Need[Any], ...]:
        return (self.levels,)

    def start(self, sound: Sound) -> Running[Spectra]:
        return _Mfcc(self)


class _Mfcc:
    def __init__(self, need: Mfcc) -> None:
        self._levels = need.levels
        self._matrix = np.ascontiguousarray(dct(need.bands)[:, : need.count], np.float32)
        self._group = Regroup(64)

    def step(self, view: View) -> Spectra:
        levels = view[self._levels]
        rows = self._group.push(levels)
        size = self._group.size
        made = [rows[i : i + size] @ self._matrix for i in range(0, len(rows), size)]
        if view.last:
            made.append(self._group.flush(levels) @ self._matrix)
        return np.concatenate(made) if made else np.zeros((0, self._matrix.shape[1]), np.float32)


def dct(size: int) -> NDArray[np.float64]:
    """Orthonormal DCT-II: column c of (size, size) gives coefficient c of a row vector."""
    n = np.arange(size)
    matrix = np.sqrt(2 / size) * np.cos(np.pi / size * (n[:, None] + 0.5) * n[None, :])
    matrix[:, 0] /= np.sqrt(2)
    return np.asarray(matrix)
