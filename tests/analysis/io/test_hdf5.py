"""A result file is complete or recognised as not (X-17, X-18)."""

import json
import shutil
from pathlib import Path

import h5py
import numpy as np
import pytest

from analysis.core.processor import Axis
from analysis.core.spans import Span, merged
from analysis.io.hdf5 import (
    CHUNK,
    IncompleteFile,
    OddSpan,
    PassFile,
    TimeAxis,
    check,
    read_spans,
)


def begun(folder: Path) -> PassFile:
    file = PassFile(folder / "result.h5")
    group = file.node("key", "level", "1.0.0", {"a": 1})
    curve = file.curve(group, "curve", unit="dB", title="Curve", time=TimeAxis(0.5, 441, 44_100))
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


def test_spans_are_read_back_as_they_were_told(tmp_path: Path) -> None:
    file = PassFile(tmp_path / "result.h5")
    group = file.node("key", "silence", "1.0.0", {})
    told = [
        Span(0.0, 1.5, "silence", None, 0.25),
        Span(1.5, 0.0, "", -12.5, None),
        *(Span(2.0 + n, 0.5, "sound", float(n), 1.0) for n in range(CHUNK + 3)),
    ]
    dataset = file.spans(group, "segments", unit="dBFS", title="Segments", labels=())
    for span in told:
        dataset.add(span)
    shape = dataset.finish()
    file.finish({})
    assert shape.shape == (len(told),)
    assert read_spans(file.path, shape.path, 0, len(told)) == told
    assert read_spans(file.path, shape.path, 2, 4) == told[2:4]
    with pytest.raises(IncompleteFile, match="no rows"):
        read_spans(file.path, "/key/nothing", 0, 1)


@pytest.mark.parametrize(
    "span", [Span(-1, 1), Span(0, -1), Span(float("nan"), 1), Span(0, 1, "another word")]
)
def test_a_span_that_cannot_be_is_refused(tmp_path: Path, span: Span) -> None:
    file = PassFile(tmp_path / "result.h5")
    dataset = file.spans(
        file.node("key", "x", "1.0.0", {}), "segments", unit="", title="", labels=("word",)
    )
    with pytest.raises(OddSpan):
        dataset.add(span)


def test_rows_of_several_values_and_vectors_say_what_their_places_are(tmp_path: Path) -> None:
    file = PassFile(tmp_path / "result.h5")
    group = file.node("key", "chroma", "1.0.0", {})
    axis = Axis("Hz", values=(1.0, 2.0, 3.0))
    curve = file.curve(group, "wide", unit="1", title="", time=TimeAxis(0, 512, 44_100), axis=axis)
    rows = np.random.default_rng(1).random((5000, 3)).astype(np.float32)
    for at in range(0, len(rows), 700):
        curve.append(rows[at : at + 700])
    assert curve.finish().shape == (5000, 3)
    file.vector(group, "mean", rows.mean(axis=0), unit="1", title="", axis=axis)
    file.finish({})
    with h5py.File(file.path) as kept:
        np.testing.assert_array_equal(kept["key/wide"][:], rows)
        assert json.loads(kept["key/wide"].attrs["axis"])["values"] == [1, 2, 3]
        np.testing.assert_array_equal(kept["key/mean"][:], rows.mean(axis=0))


@pytest.mark.parametrize("way", ["external link", "soft link", "external storage", "virtual"])
def test_a_file_that_leads_to_other_files_is_not_taken(tmp_path: Path, way: str) -> None:
    """A hijacked child must not make the server read another file for it."""
    secret = tmp_path / "secret"
    secret.write_bytes(bytes(16))
    path = tmp_path / "result.h5"
    begun(tmp_path).finish({"engine": "1"})
    check(path)
    with h5py.File(path, "r+") as file:
        group = file["key"]
        if way == "external link":
            group["odd"] = h5py.ExternalLink(str(secret), "/x")
        elif way == "soft link":
            group["odd"] = h5py.SoftLink("/meta")
        elif way == "external storage":
            group.create_dataset("odd", (4,), "f4", external=[(str(secret), 0, 16)])
        else:
            layout = h5py.VirtualLayout((4,), "f4")
            layout[:] = h5py.VirtualSource(str(secret), "x", (4,))
            group.create_virtual_dataset("odd", layout)
    with pytest.raises(IncompleteFile, match="leads to other files"):
        check(path)


def test_neighbours_of_one_label_become_one() -> None:
    spans = [
        Span(2, 1, "a", None, 0.5),
        Span(0, 1, "a", None, 1.0),
        Span(1, 1, "a", None, 0.0),
        Span(3, 1, "b"),
        Span(4.5, 1, "b"),
    ]
    joined = merged(spans)
    assert [(span.start_s, span.end_s, span.label) for span in joined] == [
        (0, 3, "a"),
        (3, 4, "b"),
        (4.5, 5.5, "b"),
    ]
    assert joined[0].confidence == pytest.approx(0.5)
    assert len(merged(spans, gap_s=0.5)) == 2
