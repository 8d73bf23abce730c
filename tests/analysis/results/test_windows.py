"""Windows of a curve: what the whole file would say, decimated, from a bounded part of it."""

import itertools
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import h5py
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from analysis.core.processor import Axis
from analysis.errors import OddWindow
from analysis.io import overview
from analysis.io.hdf5 import PassFile, TimeAxis
from analysis.models import Computation, Output
from analysis.results import windows
from analysis.results.windows import MOST_POINTS, frames
from archive.storage import RESULTS, keep, staged
from tests.pace import allowed
from tests.processes import House

PERIOD = 0.01


def curve_of(values: NDArray[np.float32], folder: Path) -> Output:
    """Return an output, not in the database, whose frames are stored as a pass stores them."""
    path = folder / "curve.h5"
    with h5py.File(path, "w") as file:
        file.create_dataset(
            "n/c", data=values, chunks=(4096,), maxshape=(None,), compression="gzip"
        )
    with staged(path, RESULTS) as coming:
        name = keep(RESULTS, coming, "h5")
    path.unlink()
    return Output(
        computation=Computation(hdf5_name=name),
        name="c",
        kind="frames",
        hdf5_path="/n/c",
        shape=[len(values)],
        t0_s=0.0,
        period_s=PERIOD,
    )


def ramp(count: int) -> NDArray[np.float32]:
    return np.arange(count, dtype=np.float32)


def test_few_frames_are_given_as_they_are(house: House, tmp_path: Path) -> None:
    window = frames(curve_of(ramp(100), tmp_path), 0.1, 0.2, 50)
    assert window.frames_per_point == 1
    assert window.t0_s == pytest.approx(0.1)
    assert window.mean.tolist() == window.least.tolist() == list(range(10, 20))


def test_many_frames_are_stretches_with_their_extremes(house: House, tmp_path: Path) -> None:
    window = frames(curve_of(ramp(1000), tmp_path), None, None, 10)
    assert window.period_s == pytest.approx(1.0)
    assert window.least.tolist() == [100.0 * k for k in range(10)]
    assert window.greatest.tolist() == [100.0 * k + 99 for k in range(10)]
    assert window.mean.tolist() == [100.0 * k + 49.5 for k in range(10)]


def test_nan_is_left_out_unless_there_is_nothing_else(house: House, tmp_path: Path) -> None:
    """Unvoiced frames do not pull a mean pitch down."""
    values = np.array([1, np.nan, 3, np.nan, np.nan, np.nan, 5, 5], np.float32)
    window = frames(curve_of(values, tmp_path), max_points=4)
    np.testing.assert_array_equal(window.mean, [1, 3, np.nan, 5])
    np.testing.assert_array_equal(window.least, [1, 3, np.nan, 5])


@pytest.fixture(scope="module")
def wave(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a file that holds `VALUES`; it is read in blocks that windows cross."""
    path = tmp_path_factory.mktemp("curve") / "c.h5"
    with h5py.File(path, "w") as file:
        file["c"] = VALUES
    with pytest.MonkeyPatch.context() as small:
        small.setattr(windows, "_BLOCK", 64)
        yield path


VALUES = np.sin(np.arange(1000, dtype=np.float32) / 30)
VALUES[200:420] = np.nan


@given(start=st.none() | st.floats(-1, 12), length=st.floats(0, 12), points=st.integers(1, 300))
def test_it_is_what_the_whole_curve_says(
    wave: Path, start: float | None, length: float, points: int
) -> None:
    """For any window and number of points, whatever the blocks it is read in."""
    low = 0.0 if start is None else start
    first, last = windows.frame_range(start, low + length, 0.0, PERIOD, len(VALUES))
    at = np.arange(len(VALUES)) + 1e-9
    inside = VALUES[(at >= low / PERIOD) & (at < (low + length) / PERIOD)]
    assert last - first == len(inside)
    per_point = max(1, -(-len(inside) // points))
    with h5py.File(wave) as file:
        least, greatest, mean = windows.read(file, "c", first, last, per_point)
    assert len(mean) == -(-len(inside) // per_point) <= points
    for k in range(len(mean)):
        stretch = inside[k * per_point : (k + 1) * per_point]
        held = stretch[~np.isnan(stretch)]
        if len(held):
            assert (least[k], greatest[k]) == (held.min(), held.max())
            assert mean[k] == pytest.approx(held.mean(), rel=1e-5, abs=1e-5)
        else:
            assert np.isnan(mean[k])


def test_windows_beside_the_sound_are_empty(house: House, tmp_path: Path) -> None:
    output = curve_of(ramp(100), tmp_path)
    for start, end in ((-5, -1), (1, 1), (50, 60)):
        assert len(frames(output, start, end).mean) == 0


@pytest.mark.parametrize(
    ("start", "end", "points", "field"),
    [
        (2, 1, 10, "end"),
        (float("nan"), None, 10, "end"),
        (0, 1, 0, "maxPoints"),
        (0, 1, MOST_POINTS + 1, "maxPoints"),
    ],
    ids=["backwards", "nan", "no points", "too many points"],
)
def test_odd_windows_are_refused_with_a_sentence(
    start: float, end: float | None, points: int, field: str, house: House, tmp_path: Path
) -> None:
    with pytest.raises(OddWindow) as told:
        frames(curve_of(ramp(10), tmp_path), start, end, points)
    assert told.value.field == field


def test_what_has_no_frames_has_no_window() -> None:
    with pytest.raises(OddWindow, match="'peak' has no frames"):
        frames(Output(name="peak", kind="value"))


LONG = np.sin(np.arange(70_001, dtype=np.float32) / 3000) + np.float32(2)
LONG[20_000:24_100] = np.nan


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[h5py.File]:
    """Return the file that a pass writes of a curve of many frames, in portions of many lengths."""
    path = tmp_path_factory.mktemp("long") / "c.h5"
    written = PassFile(path)
    group = written.node("n", "x", "1.0.0", {})
    axis = TimeAxis(0.0, 441, 44_100)
    curve = written.curve(group, "c", unit="", title="", time=axis)
    wide = written.curve(group, "w", unit="", title="", time=axis, axis=Axis("", (1.0, 2.0)))
    at, steps = 0, itertools.cycle([1, 700, 33, 5000, 31])
    while at < len(LONG):
        portion = LONG[at : at + next(steps)]
        curve.append(portion)
        wide.append(np.stack([portion, -portion], axis=1))
        at += len(portion)
    assert curve.finish().shape == (len(LONG),)
    assert wide.finish().shape == (len(LONG), 2)
    written.finish({})
    with h5py.File(path) as file:
        assert sorted(file["overviews/n/c"]) == ["1024", "1024_held", "32", "32_held"]
        yield file


@settings(deadline=None)
@given(edges=st.lists(st.integers(0, len(LONG)), min_size=2, max_size=2), points=st.integers(1, 99))
def test_an_overview_says_what_its_frames_say(
    long: h5py.File, edges: list[int], points: int
) -> None:
    """For any window: extremes to the bit, means to a millionth, NaN only where nothing is."""
    first, last = sorted(edges)
    per_point = max(1, -(-(last - first) // points))
    size = overview.level_for(long, "/n/c", per_point)
    assert size == max((each for each in (32, 1024) if 4 * each <= per_point), default=0)
    if not size:
        return
    for name, values in (("c", LONG), ("w", np.stack([LONG, -LONG], axis=1))):
        window = windows._of_overview(
            long, f"/n/{name}", (first, last), (0.0, PERIOD), size, per_point
        )
        assert 1 <= len(window.mean) <= points
        begins = round(window.t0_s / PERIOD)
        for k in range(len(window.mean)):
            low = begins + k * window.frames_per_point
            stretch = values[max(first, low) : min(last, low + window.frames_per_point)]
            np.testing.assert_array_equal(window.least[k], np.fmin.reduce(stretch))
            np.testing.assert_array_equal(window.greatest[k], np.fmax.reduce(stretch))
            held = stretch[~np.isnan(stretch).reshape(len(stretch), -1).any(axis=1)]
            mean = (
                held.mean(axis=0, dtype=np.float64)
                if len(held)
                else np.full(values.shape[1:], np.nan)
            )
            np.testing.assert_allclose(window.mean[k], mean, rtol=1e-5)
        assert begins + len(window.mean) * window.frames_per_point >= last


def test_ten_hours_open_in_milliseconds(house: House, tmp_path: Path) -> None:
    """3.1 million frames (ten hours at 44.1 kHz, hop 512): the whole in a thousand points.

    Without overviews the same takes twenty times as long: that is what they are for.
    """
    path = tmp_path / "long.h5"
    written = PassFile(path)
    curve = written.curve(
        written.node("n", "x", "1.0.0", {}), "c", unit="", title="", time=TimeAxis(0, 512, 44_100)
    )
    for _ in range(31):
        curve.append(np.random.default_rng(1).standard_normal(100_000).astype(np.float32))
    shape = curve.finish().shape
    written.finish({})
    with staged(path, RESULTS) as coming:
        name = keep(RESULTS, coming, "h5")
    output = Output(
        computation=Computation(hdf5_name=name), name="c", kind="frames", hdf5_path="/n/c",
        shape=list(shape), t0_s=0.0, period_s=512 / 44_100,
    )  # fmt: skip

    def fastest() -> float:
        taken = []
        for _ in range(5):
            began = time.process_time()
            assert len(frames(output, max_points=1000).mean) in range(900, 1001)
            taken.append(time.process_time() - began)
        return min(taken)

    quick = fastest()
    with pytest.MonkeyPatch.context() as bare:
        bare.setattr(overview, "level_for", lambda *_: 0)
        slow = fastest()
    print(f"ten hours in {quick * 1e3:.1f} ms of CPU; from the frames {slow * 1e3:.0f} ms")
    assert quick < allowed(0.05)
    assert quick < slow / 5


def test_ten_hours_are_read_in_bounded_memory(house: House, tmp_path: Path) -> None:
    """3.4 million frames (ten hours at 48 kHz, hop 512) to a thousand points."""
    output = curve_of(ramp(3_375_000), tmp_path)
    tracemalloc.start()
    window = frames(output, max_points=1000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{peak / 1e6:.1f} MB at most, for 13.5 MB of frames")
    assert len(window.mean) == 1000
    assert peak < 8e6
