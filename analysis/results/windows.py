"""Windows of a framewise result, decimated while they are read: bounded, whatever their length.

Where points stand for many frames they are made of the curve's overviews (`analysis.io.overview`),
so that ten hours open as fast as a minute; the numbers are those of the frames themselves.
"""

import math
from dataclasses import dataclass

import h5py
import numpy as np
from numpy.typing import NDArray

from analysis.errors import OddWindow
from analysis.io import overview
from analysis.models import Output, OutputKind
from archive.storage import RESULTS, open_local

#: Points of one window, at most: a screen has fewer columns.
MOST_POINTS = 10_000
#: Numbers of one window, at most: of wide frames there are fewer points.
MOST_NUMBERS = 400_000
#: Frames in memory at once.
_BLOCK = 1 << 16

Curve = NDArray[np.float32]


@dataclass(frozen=True)
class Window:
    """Frames `[start, end)` seconds of a curve, each point over `frames_per_point` frames.

    Point k covers the frames from `t0_s + k * period_s` on that are in the window; of long windows
    the first point may begin a little before `start`, and has only the frames after it. Of frames
    of several values the arrays are (points, values), of others (points,). A frame is in the window
    when its centre is. NaN is "no value here", and is left out of a point unless nothing else is in
    it.
    """

    t0_s: float
    period_s: float
    frames_per_point: int
    least: Curve
    greatest: Curve
    mean: Curve


def frames(
    output: Output, start: float | None = None, end: float | None = None, max_points: int = 1000
) -> Window:
    """Read a window of a framewise output straight from its file.

    Parameters
    ----------
    start, end : seconds from the start of the part; None is its beginning, its end.
    max_points : at least 1, at most `MOST_POINTS`; of wide frames fewer come, so that no window
        has more than `MOST_NUMBERS` numbers.

    Raises
    ------
    OddWindow : no framewise output, a window that ends before it begins, points out of range.
    FileDamaged : the file is missing from the results storage.
    """
    if output.kind != OutputKind.FRAMES or output.period_s is None:
        raise OddWindow("output", f"{output.name!r} has no frames: ask one whose kind is frames.")
    if not 1 <= max_points <= MOST_POINTS:
        raise OddWindow("maxPoints", f"maxPoints is {max_points}: use 1 to {MOST_POINTS}.")
    t0, period, count = output.t0_s or 0.0, output.period_s, int(output.shape[0])
    first, last = frame_range(start, end, t0, period, count)
    width = int(output.shape[1]) if len(output.shape) > 1 else 1
    per_point = max(1, -(-(last - first) // min(max_points, max(1, MOST_NUMBERS // width))))
    with (
        open_local(RESULTS, output.computation.hdf5_name) as path,
        h5py.File(path, "r", locking=False) as file,
    ):
        size = overview.level_for(file, output.hdf5_path, per_point)
        if size:
            return _of_overview(
                file, output.hdf5_path, (first, last), (t0, period), size, per_point
            )
        least, greatest, mean = read(file, output.hdf5_path, first, last, per_point)
    return Window(t0 + first * period, per_point * period, per_point, least, greatest, mean)


def _of_overview(
    file: h5py.File,
    path: str,
    window: tuple[int, int],
    axis: tuple[float, float],
    size: int,
    per_point: int,
) -> Window:
    """Return a window made of rows that stand for `size` frames each, and of frames at its ends."""
    (first, last), (t0, period) = window, axis
    begins, whole, ends = first // size, -(-first // size), last // size
    points = -(-(last - first) // per_point)
    per_point = size * -(-(last - begins * size) // (points * size))
    stretches = overview.joined(
        [
            overview.of_frames(file[path][first : whole * size]),
            overview.read(file, path, size, whole, ends),
            overview.of_frames(file[path][ends * size : last]),
        ]
    )
    behind = np.concatenate(
        [
            np.arange(first, whole * size),
            np.arange(whole, ends) * size,
            np.arange(ends * size, last),
        ]
    )
    places = (behind - begins * size) // per_point
    starts = np.flatnonzero(np.r_[True, places[1:] != places[:-1]])
    made = overview.folded(stretches, starts)
    return Window(
        t0 + begins * size * period,
        per_point * period,
        per_point,
        made.least,
        made.greatest,
        made.mean,
    )


def frame_range(
    start: float | None, end: float | None, t0: float, period: float, count: int
) -> tuple[int, int]:
    """Return the frames whose centres lie in `[start, end)`."""
    low = t0 if start is None else start
    high = math.inf if end is None else end
    if not math.isfinite(low) or math.isnan(high) or high < low:
        raise OddWindow("end", f"The window from {low} s to {high} s ends before it begins.")
    first = min(count, max(0, _first_at_or_after(low, t0, period)))
    if math.isinf(high):
        return first, count
    return first, min(count, max(first, _first_at_or_after(high, t0, period)))


def _first_at_or_after(time_s: float, t0: float, period: float) -> int:
    """Return the first frame not before the time; a billionth of a frame is rounding."""
    return math.ceil((time_s - t0) / period - 1e-9)


def read(
    file: h5py.File, dataset: str, first: int, last: int, per_point: int
) -> tuple[Curve, Curve, Curve]:
    """Return least, greatest and mean of each `per_point` frames of `[first, last)`."""
    points = -(-(last - first) // per_point)
    curve = file[dataset]
    shape = (points, *curve.shape[1:])
    least, greatest, mean = (np.full(shape, np.nan, np.float32) for _ in range(3))
    step = max(1, _BLOCK // (per_point * int(np.prod(curve.shape[1:], dtype=int))))
    for at in range(0, points, step):
        low = first + at * per_point
        block = curve[low : min(last, low + step * per_point)]
        here = slice(at, at + -(-len(block) // per_point))
        least[here], greatest[here], mean[here] = _decimated(block, per_point)
    return least, greatest, mean


def _decimated(block: Curve, per_point: int) -> tuple[Curve, Curve, Curve]:
    """Return least, greatest and mean of each stretch, NaN where it holds nothing else."""
    if per_point == 1:
        return block, block, block
    missing = [(0, -len(block) % per_point)] + [(0, 0)] * (block.ndim - 1)
    folded = np.pad(block, missing, constant_values=np.nan)
    folded = folded.reshape(-1, per_point, *block.shape[1:])
    held = ~np.isnan(folded)
    counts = held.sum(axis=1)
    none = counts == 0
    least = np.where(held, folded, np.inf).min(axis=1)
    greatest = np.where(held, folded, -np.inf).max(axis=1)
    total = np.where(held, folded, 0).sum(axis=1, dtype=np.float64)
    mean = total / np.maximum(counts, 1)
    for values in (least, greatest, mean):
        values[none] = np.nan
    return least, greatest, mean.astype(np.float32)
