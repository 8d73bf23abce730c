"""Stretches in which a probability stays high, found as its frames come."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Stretch(NamedTuple):
    """Frames `[start, end)`, and the mean of the probability over them."""

    start: int
    end: int
    mean: float


class Stretches:
    """Runs of frames at or above `threshold`, bridged over gaps, short ones left out.

    Gaps of at most `gap` frames are bridged; then stretches of fewer than `least` frames are
    dropped. Nothing is kept but the stretch that may still grow.
    """

    def __init__(self, threshold: float, *, least: int, gap: int) -> None:
        self._threshold, self._least, self._gap = threshold, least, gap
        self._at = 0
        self._sum = 0.0
        self._open: tuple[int, int, float, float] | None = None
        self.frames = 0
        """Frames of the stretches given out so far."""

    def push(self, values: NDArray[np.float32]) -> list[Stretch]:
        """Take the next frames, (n,); give out the stretches that are over."""
        sums = self._sum + np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
        high = np.concatenate([[False], values >= self._threshold, [False]])
        edges = np.flatnonzero(high[1:] != high[:-1])
        made: list[Stretch] = []
        for start, end in edges.reshape(-1, 2).tolist():
            made += self._take(self._at + start, self._at + end, sums[start], sums[end])
        self._at += len(values)
        self._sum = float(sums[-1])
        if self._open is not None and self._at - self._open[1] > self._gap:
            made += self._end()
        return made

    def finish(self) -> list[Stretch]:
        """Give out the stretch that was still open."""
        return self._end()

    def _take(self, start: int, end: int, before: float, after: float) -> list[Stretch]:
        if self._open is not None and start - self._open[1] <= self._gap:
            self._open = (self._open[0], end, self._open[2], after)
            return []
        made = self._end()
        self._open = (start, end, before, after)
        return made

    def _end(self) -> list[Stretch]:
        if self._open is None:
            return []
        start, end, before, after = self._open
        self._open = None
        if end - start < self._least:
            return []
        self.frames += end - start
        return [Stretch(start, end, float(after - before) / (end - start))]
