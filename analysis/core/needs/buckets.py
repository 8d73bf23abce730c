"""Extremes and sums over short stretches: what levels and waveforms are made of."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs.base import Need, Running, View
from analysis.core.needs.samples import Samples
from analysis.core.signal import Signal, Sound


@dataclass(frozen=True)
class BucketStats:
    """Per channel and bucket, all (channels, n): least and greatest sample, sums in float64."""

    least: NDArray[np.float32]
    greatest: NDArray[np.float32]
    total: NDArray[np.float64]
    squares: NDArray[np.float64]
    counts: NDArray[np.int64]
    """(n,) frames in each bucket: `size`, save in the last of the sound."""


@dataclass(frozen=True)
class Buckets(Need[BucketStats]):
    """Extremes and sums over consecutive stretches of `size` frames."""

    size: int = 256

    def requires(self) -> tuple[Need[Any], ...]:
        return (Samples(),)

    def start(self, sound: Sound) -> Running[BucketStats]:
        return _Buckets(self.size, sound.channels)


class _Buckets:
    def __init__(self, size: int, channels: int) -> None:
        self._size = size
        self._rest = np.zeros((channels, 0), np.float32)

    def step(self, view: View) -> BucketStats:
        signal = view[Samples()]
        if self._rest.shape[1]:
            signal = np.concatenate([self._rest, signal], axis=1)
        whole = signal.shape[1] // self._size
        stats = self._measure(signal[:, : whole * self._size], self._size)
        self._rest = signal[:, whole * self._size :].copy()
        if view.last and self._rest.shape[1]:
            tail = self._measure(self._rest, self._rest.shape[1])
            stats = BucketStats(
                *(
                    np.concatenate([getattr(stats, name), getattr(tail, name)], axis=-1)
                    for name in ("least", "greatest", "total", "squares", "counts")
                )
            )
        return stats

    @staticmethod
    def _measure(signal: Signal, size: int) -> BucketStats:
        folded = signal.reshape(len(signal), -1, size)
        # einsum over the short contiguous axis: the order of summation is fixed by `size` alone
        squares = np.einsum("cns,cns->cn", folded, folded)
        return BucketStats(
            folded.min(axis=2),
            folded.max(axis=2),
            folded.sum(axis=2).astype(np.float64),
            squares.astype(np.float64),
            np.full(folded.shape[1], size, np.int64),
        )
