"""Stretches of the sound for what cannot be computed block by block."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis.core.needs.base import Need, Running, View
from analysis.core.needs.samples import Samples
from analysis.core.signal import Signal, Sound


@dataclass(frozen=True)
class Chunk:
    """A stretch of the sound, and which part of it this chunk answers for.

    Times are in samples of the chunk's own rate from the start of the interval. What is found in
    `[keep_start, keep_end)` is this chunk's; the rest is there so that nothing is cut at its edge
    and belongs to a neighbour.
    """

    signal: Signal
    """(1, n), or (channels, n) where every channel was asked for."""
    start: int
    keep_start: int
    keep_end: int
    sample_rate: int

    @property
    def own(self) -> slice:
        """Return which samples of `signal` are this chunk's."""
        return slice(self.keep_start - self.start, self.keep_end - self.start)

    @property
    def start_s(self) -> float:
        return self.start / self.sample_rate

    def keeps(self, time_s: float) -> bool:
        return self.keep_start <= time_s * self.sample_rate < self.keep_end

    def kept(self, hop: int, count: int, offset: int = 0) -> slice:
        """Return which of `count` frames are this chunk's: frame k at `start` + offset + k * hop.

        Frames of one hop throughout: the chunk's start must be a multiple of it.
        """
        at = self.start + offset + np.arange(count) * hop
        first, last = np.searchsorted(at, [self.keep_start, self.keep_end])
        return slice(int(first), int(last))


@dataclass(frozen=True)
class Chunks(Need[list[Chunk]]):
    """The sound at `rate` (None: its own) in stretches of `seconds`, `overlap_s` in common.

    Neighbours share the overlap half and half. The chunks are the same for every block size.
    Their starts are multiples of `grid` samples, so that frames of that hop go on through them.
    """

    rate: int | None = None
    seconds: float = 300.0
    overlap_s: float = 10.0
    grid: int = 1
    mono: bool = True

    @property
    def samples(self) -> Samples:
        return Samples(mono=self.mono, rate=self.rate)

    def requires(self) -> tuple[Need[Any], ...]:
        return (self.samples,)

    def start(self, sound: Sound) -> Running[list[Chunk]]:
        return _Chunks(self, self.rate or sound.sample_rate)


class _Chunks:
    def __init__(self, need: Chunks, rate: int) -> None:
        self._samples, self._rate = need.samples, rate
        self._overlap = -(-round(need.overlap_s * rate) // need.grid) * need.grid
        whole = -(-round(need.seconds * rate) // need.grid) * need.grid
        self._size = max(whole, self._overlap + need.grid)
        self._parts: list[Signal] = []
        self._held = 0
        self._start = 0

    def step(self, view: View) -> list[Chunk]:
        signal = view[self._samples]
        self._parts.append(signal)
        self._held += signal.shape[1]
        made: list[Chunk] = []
        # One sample more than a chunk: what is left is never a chunk of nothing.
        while self._held > self._size:
            held = self._joined()
            made.append(self._chunk(held[:, : self._size], last=False))
            self._start += self._size - self._overlap
            self._parts = [held[:, self._size - self._overlap :].copy()]
            self._held = self._parts[0].shape[1]
        if view.last and self._held:
            made.append(self._chunk(self._joined(), last=True))
            self._parts, self._held = [], 0
        return made

    def _joined(self) -> Signal:
        return np.ascontiguousarray(np.concatenate(self._parts, axis=1))

    def _chunk(self, signal: Signal, *, last: bool) -> Chunk:
        end = self._start + signal.shape[1]
        half = self._overlap // 2
        return Chunk(
            signal,
            self._start,
            self._start + (half if self._start else 0),
            end if last else end - (self._overlap - half),
            self._rate,
        )
