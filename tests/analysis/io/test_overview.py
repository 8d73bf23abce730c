"""Overviews of curves are the same however the frames arrive, where numbers are missing too."""

import itertools
from pathlib import Path

import h5py
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.io.overview import GROUP, LEAST, LEVELS, Overview
from analysis.io.overview import Curve as Frames

FRAMES = LEAST + 777


def curve(width: int, seed: int) -> Frames:
    """Return a curve in which single numbers, whole frames and a long run are missing."""
    random = np.random.default_rng(seed)
    frames = random.standard_normal((FRAMES, width)).astype(np.float32)
    frames[random.integers(0, FRAMES, 3), random.integers(0, width, 3)] = np.nan
    frames[random.integers(0, FRAMES, 3)] = np.nan
    frames[5000:6100] = np.nan
    return frames if width > 1 else frames[:, 0]


def levels(frames: Frames, cuts: list[int]) -> dict[str, bytes]:
    """Return the datasets that frames leave which arrive in these pieces."""
    edges = [0, *sorted(cuts), len(frames)]
    with h5py.File.in_memory() as file:
        overview = Overview(file, "/x/y")
        for begin, end in itertools.pairwise(edges):
            overview.append(frames[begin:end])
        overview.finish()
        return {name: each[()].tobytes() for name, each in file[f"{GROUP}/x/y"].items()}


@pytest.mark.parametrize("width", [1, 40])
@settings(max_examples=12)
@given(cuts=st.lists(st.integers(0, FRAMES), max_size=12), seed=st.integers(0, 99))
def test_they_do_not_depend_on_how_frames_arrive(width: int, cuts: list[int], seed: int) -> None:
    frames = curve(width, seed)
    at_once = levels(frames, [])
    assert set(at_once) == {f"{size}{more}" for size in LEVELS for more in ("", "_held")}
    assert levels(frames, cuts) == at_once


def test_they_are_of_the_frames_that_hold_a_number(tmp_path: Path) -> None:
    frames = curve(3, 7)
    with h5py.File(tmp_path / "x.h5", "w") as file:
        overview = Overview(file, "/x/y")
        overview.append(frames)
        overview.finish()
        for size in LEVELS:
            rows, held = file[f"{GROUP}/x/y/{size}"][:], file[f"{GROUP}/x/y/{size}_held"][:]
            assert len(rows) == -(-FRAMES // size)
            for at in range(0, len(rows), 7):
                of = frames[at * size : (at + 1) * size]
                told = [np.isfinite(of[:, column]) for column in range(3)]
                assert held[at].tolist() == [each.sum() for each in told]
                for column, known in enumerate(told):
                    numbers = of[known, column].astype(np.float64)
                    if not len(numbers):
                        assert np.isnan(rows[at, :, column]).all()
                        continue
                    wanted = (numbers.min(), numbers.max(), numbers.mean())
                    assert rows[at, :, column] == pytest.approx(wanted, rel=1e-5, abs=1e-6)
