"""Results go through files of every format and come back as they were (S-27, S-28)."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from analysis.core.processor import Axis
from analysis.core.spans import Span
from analysis.exchange import FORMATS, Document, OddFile, Told
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
