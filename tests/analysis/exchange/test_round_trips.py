"""Results go through files of every format and come back as they were (S-27, S-28)."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from analysis.core.processor import Axis
from analysis.core.spans import Span
from analysis.exchange import FORMATS, Document, OddFile, Told, joined, writing
from analysis.exchange.document import TooLong

EVERYTHING = [each for each in FORMATS.values() if not each.holds_marks_only]
MARKS_ONLY = [each for each in FORMATS.values() if each.holds_marks_only]
ONE_LAYER = {"lab", "audacity", "webvtt"}

#: Letters of many scripts, quotes, commas, brackets, breaks; no control characters: XML has none.
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), include_characters="\n\t\"'<&,;#="),
    max_size=20,
)
NAME = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
NUMBER = st.floats(allow_nan=False, allow_infinity=False, width=64)
SECONDS = st.floats(0, 36_000, allow_nan=False)
SHARE = st.floats(0, 1, allow_nan=False)
PARAMS: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    NAME, st.none() | st.booleans() | st.integers() | NUMBER | TEXT, max_size=4
)
VALUES = st.floats(width=32, allow_infinity=False)


def spans() -> st.SearchStrategy[tuple[Span, ...]]:
    one = st.builds(Span, SECONDS, SECONDS, TEXT, st.none() | NUMBER, st.none() | SHARE)
    return st.lists(one, max_size=5).map(tuple)


@st.composite
def outputs(draw: st.DrawFn, name: str) -> Told:
    """Return an output of any kind that fills every field which that kind has."""
    kind = draw(st.sampled_from(["value", "label", "vector", "frames", "events", "segments"]))
    said: dict[str, Any] = {"name": name, "kind": kind, "title": draw(TEXT), "unit": draw(TEXT)}
    if kind == "value":
        said |= {"value": draw(st.none() | NUMBER), "label": draw(TEXT)}
    elif kind == "label":
        said["label"] = draw(TEXT)
    elif kind in ("events", "segments"):
        found = draw(spans())
        moments = tuple(each._replace(duration_s=0.0) for each in found)
        said["spans"] = moments if kind == "events" else found
    else:
        width = draw(st.integers(1, 3))
        words = draw(st.booleans())
        axis = (
            Axis(draw(TEXT), labels=tuple(draw(st.lists(TEXT, min_size=width, max_size=width))))
            if words
            else Axis(draw(TEXT), values=tuple(float(n) for n in range(width)))
        )
        wide = kind == "vector" or draw(st.booleans())
        shape = (width,) if kind == "vector" else (draw(st.integers(0, 4)), width)
        values = draw(arrays.arrays(np.float32, shape if wide else shape[:1], elements=VALUES))
        said |= {"values": values, "axis": axis if wide else Axis()}
        if kind == "frames":
            said |= {"t0_s": draw(SECONDS), "period_s": draw(st.floats(1e-6, 10))}
    return Told(**said)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    names = draw(st.lists(NAME, unique=True, max_size=4))
    return Document(
        processor=draw(NAME),
        version="1.2.3",
        outputs=tuple(draw(outputs(name)) for name in names),
        iri=draw(TEXT),
        item=draw(TEXT),
        title=draw(TEXT),
        part=draw(st.integers(1, 9)),
        stem=draw(st.integers(0, 3)),
        begins_s=draw(st.integers(0, 36_000)) / 8,
        computed_at="2026-11-30T12:00:00+00:00",
        duration_s=draw(SECONDS),
        params=draw(PARAMS),
        effects=tuple(draw(st.lists(st.fixed_dictionaries({"effect": NAME, "params": PARAMS})))),
        libraries=draw(st.dictionaries(NAME, NAME, max_size=3)),
    )


@pytest.mark.parametrize("format_", EVERYTHING, ids=lambda each: each.name)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(document=documents())
def test_everything_comes_back(format_: Any, document: Document) -> None:
    assert format_.read(format_.write(document)) == document


@pytest.mark.parametrize("format_", EVERYTHING, ids=lambda each: each.name)
@settings(max_examples=30, deadline=None, derandomize=True)
@given(several=st.lists(documents(), min_size=1, max_size=3))
def test_several_results_come_back_from_one_file(format_: Any, several: list[Document]) -> None:
    assert format_.read_all(format_.write_all(several)) == tuple(several)


LABEL = st.from_regex(r"[A-Za-zé#:]{1,8}( [a-z]{1,5})?", fullmatch=True)


@st.composite
def layers(draw: st.DrawFn, name: str) -> Told:
    """Return stretches, or moments, that do not overlap and have words, to the millisecond."""
    kind: Any = draw(st.sampled_from(["events", "segments"]))
    edges = sorted(draw(st.sets(st.integers(0, 3_600_000), min_size=2, max_size=8)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    found = tuple(
        Span(start / 1000, 0.0 if kind == "events" else (end - start) / 1000, draw(LABEL))
        for start, end in pairs
    )
    return Told(name, kind, spans=found)


@pytest.mark.parametrize("format_", MARKS_ONLY, ids=lambda each: each.name)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data())
def test_layers_of_marks_come_back(format_: Any, data: st.DataObject) -> None:
    count = 1 if format_.name in ONE_LAYER else data.draw(st.integers(1, 3))
    told = tuple(data.draw(layers(f"layer{n}")) for n in range(count))
    back = format_.read(format_.write(Document("x", "1.0.0", told, duration_s=4000.0)))
    assert len(back.outputs) == count
    for mine, theirs in zip(told, back.outputs, strict=True):
        if format_.name not in ONE_LAYER:
            assert theirs.name == mine.name
        assert [span.label for span in theirs.spans] == [span.label for span in mine.spans]
        # ELAN and WebVTT have no moments: theirs last a millisecond.
        for before, after in zip(mine.spans, theirs.spans, strict=True):
            assert after.start_s == pytest.approx(before.start_s, abs=1e-6)
            assert after.duration_s == pytest.approx(before.duration_s, abs=1.1e-3)


def test_what_has_no_marks_cannot_be_a_file_of_marks() -> None:
    document = Document("level", "1.0.0", (Told("peak", "value", value=-1.0),))
    for format_ in MARKS_ONLY:
        with pytest.raises(OddFile, match="neither events nor segments"):
            format_.write(document)
    two = tuple(Told(name, "events", spans=(Span(1, 0, "a"),)) for name in ("a", "b"))
    for name in ONE_LAYER:
        with pytest.raises(OddFile, match="choose one of a, b"):
            FORMATS[name].write(Document("x", "1.0.0", two))


def test_overlaps_are_refused_where_they_cannot_be() -> None:
    overlapping = Told("a", "segments", spans=(Span(0, 2, "x"), Span(1, 2, "y")))
    for name in ("textgrid", "eaf"):
        with pytest.raises(OddFile, match="overlaps what ends at 2"):
            FORMATS[name].write(Document("x", "1.0.0", (overlapping,)))


def test_too_many_numbers_are_not_written_as_text() -> None:
    long = Told("c", "frames", period_s=0.01, values=np.zeros(2_000_001, np.float32))
    for name in ("json", "csv", "xml"):
        with pytest.raises(TooLong, match="take NumPy or HDF5"):
            FORMATS[name].write(Document("x", "1.0.0", (long,)))
    assert FORMATS["npz"].read(FORMATS["npz"].write(Document("x", "1.0.0", (long,)))).outputs


@pytest.mark.parametrize("format_", FORMATS.values(), ids=lambda each: each.name)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_what_is_no_such_file_is_said_to_be_none(format_: Any, data: bytes) -> None:
    try:
        format_.read(data)
    except (OddFile, UnicodeDecodeError):
        return
    assert format_.name in {"lab", "audacity", "webvtt"}, "these take any lines of times"


def test_nothing_that_is_read_is_run() -> None:
    """The predecessor read HDF5 text by eval, and NumPy files were pickles."""
    import io
    import pickle

    made = io.BytesIO()
    np.savez(made, meta=np.array([{"a": 1}], dtype=object), allow_pickle=True)
    for data in (made.getvalue(), pickle.dumps({"a": 1})):
        with pytest.raises(OddFile):
            FORMATS["npz"].read(data)
    bomb = b'<!DOCTYPE sv [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sv>&b;</sv>'
    for name in ("svl", "eaf", "xml"):
        with pytest.raises(OddFile, match="entities"):
            FORMATS[name].read(bomb)


def test_a_formula_is_text_in_a_spreadsheet() -> None:
    told = Told("a", "events", spans=(Span(1, 0, '=HYPERLINK("x")'),))
    written = FORMATS["csv"].write(Document("x", "1.0.0", (told,))).decode()
    assert "'=HYPERLINK" in written
    assert json.loads(written.splitlines()[0][2:])["processor"] == "x"


def _jams_of_schema() -> dict[str, Any]:
    """Return what the schema of JAMS 0.3 asks, in our words; checked once with its own library."""
    seconds = {"type": "number", "minimum": 0}
    observation = {
        "type": "object",
        "required": ["time", "duration", "value", "confidence"],
        "properties": {"time": seconds, "duration": seconds},
    }
    columns = {name: {"type": "array"} for name in ("time", "duration", "value", "confidence")}
    dense = {"type": "object", "required": list(columns), "properties": columns}
    annotation = {
        "type": "object",
        "required": ["annotation_metadata", "data", "namespace"],
        "properties": {
            "annotation_metadata": {"type": "object"},
            "namespace": {
                "enum": [
                    *("onset", "beat", "tag_open", "segment_open"),
                    *("vector", "blob", "pitch_contour"),
                ]
            },
            "data": {"oneOf": [dense, {"type": "array", "items": observation}]},
            "sandbox": {"type": "object"},
            "time": seconds,
            "duration": seconds,
        },
        "allOf": [
            _values_of("vector", {"type": "array", "minItems": 1, "items": {"type": "number"}}),
            _values_of("segment_open", {"type": "string"}),
            _values_of("tag_open", {"type": "string"}),
            _values_of("beat", {"type": ["number", "null"]}),
        ],
    }
    texts = {name: {"type": "string"} for name in ("title", "artist", "release")}
    about = {
        "type": "object",
        "properties": texts
        | {
            "duration": seconds,
            "identifiers": {"type": "object"},
            "jams_version": {"type": "string", "pattern": "[0-9].[0-9].[0-9]"},
        },
    }
    return {
        "type": "object",
        "required": ["file_metadata", "annotations"],
        "properties": {
            "file_metadata": about,
            "annotations": {"type": "array", "items": annotation},
            "sandbox": {"type": "object"},
        },
    }


def _values_of(namespace: str, value: dict[str, Any]) -> dict[str, Any]:
    return {
        "if": {"properties": {"namespace": {"const": namespace}}},
        "then": {"properties": {"data": {"items": {"properties": {"value": value}}}}},
    }


@settings(max_examples=40, deadline=None, derandomize=True)
@given(several=st.lists(documents(), min_size=1, max_size=3))
def test_jams_is_what_its_schema_asks(several: list[Document]) -> None:
    jsonschema.validate(json.loads(writing(several, FORMATS["jams"])), _jams_of_schema())


def test_jams_of_another_program_is_read() -> None:
    data = {
        "file_metadata": {"title": "A song", "duration": 9.5},
        "annotations": [
            {
                "namespace": "chord",
                "annotation_metadata": {},
                "data": [{"time": 1, "duration": 2, "value": "A:min", "confidence": 0.5}],
            },
            {
                "namespace": "beat",
                "annotation_metadata": {},
                "data": [{"time": 1.5, "duration": 0, "value": 1, "confidence": None}],
            },
        ],
        "sandbox": {},
    }
    found = FORMATS["jams"].read(json.dumps(data).encode())
    assert (found.title, found.duration_s) == ("A song", 9.5)
    chords, beats = found.outputs
    assert (chords.kind, chords.spans) == ("segments", (Span(1, 2, "A:min", None, 0.5),))
    assert (beats.kind, beats.spans) == ("events", (Span(1.5, 0, "", 1.0),))


def test_hdf5_that_leads_to_other_files_is_refused(tmp_path: Path) -> None:
    """A link in a file of strangers would let whoever reads it read another file of ours."""
    import h5py

    path = tmp_path / "x.h5"
    path.write_bytes(FORMATS["hdf5"].write(Document("x", "1.0.0", (Told("a", "value", value=1),))))
    assert FORMATS["hdf5"].read(path.read_bytes()).outputs
    with h5py.File(path, "a") as file:
        file["0/outputs/a2"] = h5py.ExternalLink("/etc/passwd", "/")
    with pytest.raises(OddFile, match="leads to other files at '/0/outputs/a2'"):
        FORMATS["hdf5"].read(path.read_bytes())


def test_layers_of_several_parts_are_one_on_the_timeline() -> None:
    def part(begins: float, label: str, stem: int = 0) -> Document:
        told = Told("voice", "segments", spans=(Span(1.0, 0.5, label),))
        return Document("speech", "1.0.0", (told,), stem=stem, begins_s=begins, duration_s=10.0)

    document = joined([part(0.0, "a"), part(10.0, "b"), part(0.0, "c", stem=1)])
    main, beside = document.outputs
    assert (main.name, beside.name) == ("speech.voice", "speech.voice/1")
    assert main.spans == (Span(1.0, 0.5, "a"), Span(11.0, 0.5, "b"))
    assert document.duration_s == 20.0
