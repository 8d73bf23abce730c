"""Overviews of curves: least, greatest and mean of every 32 and every 1024 frames, beside them.

They make a window of a ten-hour curve as cheap as one of a minute. In the pass's file they are the
datasets `/overviews/{node}/{output}/{frames}`, (n, 3) or (n, 3, k) float32, and `…_held`, how many
of the frames behind each number are not NaN. What is shorter than `LEAST` frames has none.
"""

import math
from dataclasses import dataclass, field
from typing import Any

import h5py
import numpy as np
from numpy.typing import NDArray

GROUP = "overviews"
#: Frames behind one row of each level, finest first; each a multiple of the one before.
LEVELS = (32, 1024)
#: Frames from which on a curve has overviews.
LEAST = 16_384
#: Rows behind a point, at least: points begin where rows do, and become a little longer.
_FINE = 4
_CHUNK = 512
#: Numbers that wait to be folded together: numpy's calls cost more than the folding of a few rows.
_BATCH = 1 << 16

Curve = NDArray[np.float32]


@dataclass(frozen=True)
class Stretches:
    """What stands for runs of frames: arrays (n,) or (n, k)."""

    least: Curve
    greatest: Curve
    mean: Curve
    held: NDArray[np.int32]
    """Frames behind each that are no NaN."""

    def __len__(self) -> int:
        return len(self.held)

    def __getitem__(self, at: slice) -> "Stretches":
        return Stretches(self.least[at], self.greatest[at], self.mean[at], self.held[at])


def batched(frames: Curve, step: int) -> int:
    """Return how many frames of a curve are taken together, a multiple of `step`."""
    width = max(1, math.prod(frames.shape[1:]))
    return max(1, min(_BATCH // width, LEVELS[-1]) // step) * step


def of_frames(frames: Curve) -> Stretches:
    """Return each frame as a stretch of its own."""
    return Stretches(frames, frames, frames, (~np.isnan(frames)).astype(np.int32))


def joined(parts: list[Stretches]) -> Stretches:
    """Put stretches one after the other."""
    return Stretches(
        *(
            np.concatenate([getattr(part, name) for part in parts])
            for name in Stretches.__dataclass_fields__
        )
    )


def folded(stretches: Stretches, starts: NDArray[np.intp]) -> Stretches:
    """Make one of those from each start up to the next; NaN where nothing is held."""
    held = np.add.reduceat(stretches.held, starts, axis=0)
    weighed = np.where(stretches.held, stretches.mean, 0).astype(np.float64) * stretches.held
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.add.reduceat(weighed, starts, axis=0) / held
    return Stretches(
        np.fmin.reduceat(stretches.least, starts, axis=0),
        np.fmax.reduceat(stretches.greatest, starts, axis=0),
        mean.astype(np.float32),
        held.astype(np.int32),
    )


def _of_whole(frames: Curve) -> Stretches:
    """Return a row for each `LEVELS[0]` frames and one for the rest; fast where nothing is NaN.

    A row is made by its own frames alone, so that it comes out the same however they arrive.
    """
    size = LEVELS[0]
    whole = len(frames) // size * size
    rows = frames[:whole].reshape(-1, size, *frames.shape[1:])
    mean = rows.mean(axis=1, dtype=np.float64 if frames.ndim == 1 else np.float32)
    least = rows.min(axis=1)
    held = np.full(least.shape, size, np.int32)
    made = Stretches(least, rows.max(axis=1), mean.astype(np.float32), held)
    if np.isnan(least.sum()):
        _put_right(made, rows)
    if whole == len(frames):
        return made
    rest = folded(of_frames(frames[whole:]), np.zeros(1, np.intp))
    return joined([made, rest]) if whole else rest


def _put_right(made: Stretches, rows: Curve) -> None:
    """Make those rows anew in which some frame is NaN, of the frames that are not."""
    odd = np.flatnonzero(np.isnan(made.least).reshape(len(made), -1).any(axis=1))
    frames = rows[odd].reshape(-1, *rows.shape[2:])
    right = folded(of_frames(frames), np.arange(0, len(frames), rows.shape[1]))
    for name in Stretches.__dataclass_fields__:
        getattr(made, name)[odd] = getattr(right, name)


@dataclass
class Overview:
    """Takes the frames of a curve as they come and writes its levels; a level waits in memory
    only up to a chunk, and until the curve is long enough to have any.
    """

    file: h5py.File
    path: str
    """`/{node}/{output}` of the curve."""
    _waiting: list[list[Stretches]] = field(default_factory=lambda: [[] for _ in LEVELS])
    _rows: list[list[Stretches]] = field(default_factory=lambda: [[] for _ in LEVELS])
    _frames: int = 0

    _frames_waiting: list[Curve] = field(default_factory=list)
    _held: int = 0

    def append(self, frames: Curve) -> None:
        self._frames += len(frames)
        self._frames_waiting.append(frames)
        self._held += len(frames)
        batch = batched(frames, LEVELS[0])
        if self._held >= batch:
            self._fold(self._held - self._held % batch)

    def _fold(self, count: int) -> None:
        """Make rows of the finest level of the first frames that wait."""
        frames = np.concatenate(self._frames_waiting)
        self._frames_waiting, self._held = [frames[count:]], len(frames) - count
        self._put(0, _of_whole(frames[:count]))

    def _put(self, level: int, made: Stretches) -> None:
        """Keep rows of a level, and fold them into the next."""
        self._rows[level].append(made)
        if level + 1 < len(LEVELS):
            self._take(level + 1, made, last=False)
        if self._frames >= LEAST:
            self._write(level, _CHUNK)

    def _take(self, level: int, coming: Stretches, *, last: bool) -> None:
        """Fold what is whole of a level and hand it on; at the end the rest too."""
        size = LEVELS[level] // LEVELS[level - 1]
        waiting = self._waiting[level]
        waiting.append(coming)
        count = sum(map(len, waiting))
        whole = count if last else count - count % size
        if not whole:
            return
        held = joined(waiting)
        self._waiting[level] = [held[whole:]]
        self._put(level, folded(held[:whole], np.arange(0, whole, size)))

    def _write(self, level: int, least: int) -> None:
        rows = self._rows[level]
        if sum(map(len, rows)) < least or not rows:
            return
        made = joined(rows)
        self._rows[level] = []
        name = f"{GROUP}{self.path}/{LEVELS[level]}"
        _append(self.file, name, np.stack([made.least, made.greatest, made.mean], axis=1))
        _append(self.file, f"{name}_held", made.held)

    def finish(self) -> None:
        """Write what is left."""
        if self._held:
            self._fold(self._held)
        for level in range(len(LEVELS)):
            if sum(map(len, self._waiting[level])):
                self._take(level, self._waiting[level].pop(), last=True)
            if self._frames >= LEAST:
                self._write(level, 0)


def _append(file: h5py.File, name: str, rows: NDArray[Any]) -> None:
    if name not in file:
        file.create_dataset(
            name,
            shape=(0, *rows.shape[1:]),
            maxshape=(None, *rows.shape[1:]),
            dtype=rows.dtype,
            chunks=(_CHUNK, *rows.shape[1:]),
            shuffle=True,
            compression="gzip",
            compression_opts=1,
        )
    dataset = file[name]
    before = len(dataset)
    dataset.resize(before + len(rows), axis=0)
    dataset[before:] = rows


def level_for(file: h5py.File, path: str, per_point: int) -> int:
    """Return the frames of the coarsest level from which points of so many frames can be made;
    0 where they are made of the frames themselves.
    """
    fitting = [
        size for size in LEVELS if _FINE * size <= per_point and f"{GROUP}{path}/{size}" in file
    ]
    return max(fitting, default=0)


def read(file: h5py.File, path: str, size: int, first: int, last: int) -> Stretches:
    """Return the rows `[first, last)` of a level."""
    name = f"{GROUP}{path}/{size}"
    rows = file[name][first:last]
    return Stretches(rows[:, 0], rows[:, 1], rows[:, 2], file[f"{name}_held"][first:last])
