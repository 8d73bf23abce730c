"""A result file is complete or recognised as not (X-17, X-18)."""

import json
import shutil
from pathlib import Path

import h5py
import numpy as np
import pytest

from analysis.io.hdf5 import CHUNK, IncompleteFile, PassFile, TimeAxis, check


def begun(folder: Path) -> PassFile:
    file = PassFile(folder / "result.h5")
    group = file.node("key", "level", "1.0.0", {"a": 1})
    curve = file.curve(group, "curve", unit="dB", title="Curve", axis=TimeAxis(0.5, 441, 44_100))
    values = np.random.default_rng(0).random(3 * CHUNK + 77).astype(np.float32)
    for at in range(0, len(values), 1000):
        curve.append(values[at : at + 1000])
    curve.finish()
    file.value(group, "peak", -3.0, unit="dBFS", title="Peak")
    return file


def test_what_is_written_is_read_back_with_its_axis(tmp_path: Path) -> None:
    digest = begun(tmp_path).finish({"engine": "1"})
    assert len(digest) == 64
    assert [p.name for p in tmp_path.iterdir()] == ["result.h5"]
    check(tmp_path / "result.h5")
    with h5py.File(tmp_path / "result.h5") as file:
        curve = file["key/curve"]
        expected = np.random.default_rng(0).random(3 * CHUNK + 77).astype(np.float32)
        assert np.array_equal(curve[:], expected)
        assert (curve.attrs["t0"], curve.attrs["period"]) == (0.5, 0.01)
        assert (curve.attrs["unit"], curve.attrs["processor"]) == ("dB", "level")
        assert file["key/peak"].attrs["unit"] == "dBFS"
        assert json.loads(file["meta"][()]) == {"engine": "1"}
        assert json.loads(file["key"].attrs["parameters"]) == {"a": 1}


def test_a_file_that_was_never_finished_is_recognised(tmp_path: Path) -> None:
    """Readable is not complete: as it lies there when the writer is killed."""
    file = begun(tmp_path)
    file._file.flush()
    shutil.copy(tmp_path / "result.h5.part", tmp_path / "killed.h5")
    with pytest.raises(IncompleteFile):
        check(tmp_path / "killed.h5")
    assert not (tmp_path / "result.h5").exists()
    file.discard()
    assert [p.name for p in tmp_path.iterdir()] == ["killed.h5"]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_is_recognised(tmp_path: Path, share: float) -> None:
    begun(tmp_path).finish({})
    data = (tmp_path / "result.h5").read_bytes()
    (tmp_path / "cut.h5").write_bytes(data[: int(len(data) * share)])
    with pytest.raises(IncompleteFile):
        check(tmp_path / "cut.h5")
