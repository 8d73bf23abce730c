"""CSV: a row for each number, event or segment; what explains them in lines that begin with #."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from analysis.core.processor import Axis
from analysis.core.spans import Span
from analysis.core.wire import WireError, from_json, to_json
from analysis.exchange.document import (
    Document,
    Format,
    OddFile,
    Told,
    bounded,
    number_in,
    text_of,
)
from analysis.exchange.json_text import document_of, head_of

COLUMNS = ("output", "start_s", "duration_s", "place", "label", "value", "confidence")
#: Before them in a file of several results: which it is, from 1 on.
RESULT = "result"
#: What a spreadsheet takes for a formula stands behind an apostrophe.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def write(document: Document) -> bytes:
    """Return the document as comma-separated text, UTF-8."""
    made = io.StringIO()
    for line in _preface(document):
        made.write(f"# {line}\n")
    rows = csv.writer(made, lineterminator="\n")
    rows.writerow(COLUMNS)
    for told in document.outputs:
        rows.writerows(_rows(bounded(told)))
    return made.getvalue().encode()


def write_all(documents: Sequence[Document]) -> bytes:
    """Return several as one table, whose first column counts them."""
    made = io.StringIO()
    for number, document in enumerate(documents, 1):
        for line in _preface(document):
            made.write(f"# {number} {line}\n")
    rows = csv.writer(made, lineterminator="\n")
    rows.writerow((RESULT, *COLUMNS))
    for number, document in enumerate(documents, 1):
        for told in document.outputs:
            rows.writerows((str(number), *row) for row in _rows(bounded(told)))
    return made.getvalue().encode()


def _preface(document: Document) -> Iterator[str]:
    yield json.dumps(head_of(document), ensure_ascii=False)
    for told in document.outputs:
        plain = replace(told, values=np.zeros(0, np.float32), spans=())
        said = {name: value for name, value in plain.__dict__.items() if name != "values"}
        yield json.dumps(to_json(said | {"shape": list(told.values.shape)}), ensure_ascii=False)


def _rows(told: Told) -> Iterator[tuple[str, ...]]:
    if told.kind in ("value", "label"):
        yield (told.name, "", "", "", _safe(told.label), text_of(told.value), "")
    for span in told.spans:
        yield (
            told.name,
            text_of(span.start_s),
            text_of(span.duration_s),
            "",
            _safe(span.label),
            text_of(span.value),
            text_of(span.confidence),
        )
    places = told.axis.labels or tuple(f"{each:g}" for each in told.axis.values) or ("",)
    if told.kind == "vector":
        for place, value in zip(places, told.values, strict=True):
            yield (told.name, "", "", _safe(place), "", str(value), "")
    if told.kind == "frames":
        for time, row in zip(
            told.times(), told.values.reshape(len(told.values), len(places)), strict=True
        ):
            for place, value in zip(places, row, strict=True):
                yield (told.name, text_of(time), "", _safe(place), "", str(value), "")


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(text: str) -> str:
    return text[1:] if text.startswith("'") else text


def read(data: bytes) -> Document:
    """Read it back.

    Raises
    ------
    OddFile
    """
    return _document(*_parts(data))


def read_all(data: bytes) -> tuple[Document, ...]:
    """Read several back.

    Raises
    ------
    OddFile
    """
    preface, table = _parts(data)
    prefaces: dict[str, list[str]] = {}
    for line in preface:
        number, _, said = line.partition(" ")
        prefaces.setdefault(number, []).append(said)
    rows: dict[str, list[list[str]]] = {number: [[]] for number in prefaces}
    for row in table[1:]:
        if not row or row[0] not in rows:
            raise OddFile(f"A row is of result {row[:1]}, which no first line tells of.")
        rows[row[0]].append(row[1:])
    return tuple(_document(said, rows[number]) for number, said in prefaces.items())


def _parts(data: bytes) -> tuple[list[str], list[list[str]]]:
    """Return the lines that begin with #, and the table below them."""
    lines = data.decode("utf-8-sig").split("\n")
    preface = [line[2:] for line in lines[: _preface_length(lines)]]
    if not preface:
        raise OddFile("The first lines, which begin with #, are not there.")
    return preface, list(csv.reader(io.StringIO("\n".join(lines[len(preface) :]))))


def _document(preface: list[str], table: list[list[str]]) -> Document:
    try:
        head, *outputs = (json.loads(line) for line in preface)
        rows: dict[str, list[list[str]]] = {}
        for row in table[1:]:
            rows.setdefault(row[0], []).append(row)
        told = [_read(said, rows.get(said["name"], [])) for said in outputs]
    except (KeyError, IndexError, TypeError, ValueError, WireError) as error:
        raise OddFile(f"The file cannot be read: {error}.") from error
    return document_of(head, told)


def _preface_length(lines: list[str]) -> int:
    return next((n for n, line in enumerate(lines) if not line.startswith("# ")), len(lines))


def _read(said: dict[str, Any], rows: list[list[str]]) -> Told:
    shape = said.pop("shape")
    said.pop("spans")
    axis = from_json(Axis, said.pop("axis"))
    spans: tuple[Span, ...] = ()
    values = np.zeros(0, np.float32)
    if said["kind"] in ("events", "segments"):
        spans = tuple(_span(row) for row in rows)
    elif said["kind"] in ("vector", "frames"):
        values = np.array([row[5] for row in rows], np.float32).reshape(shape)
    return Told(**said, axis=axis, values=values, spans=spans)


def _span(row: list[str]) -> Span:
    start, duration = (number_in(each, "A row's time") for each in row[1:3])
    value, confidence = (number_in(each, "A row's number") for each in row[5:7])
    if start is None or duration is None:
        raise OddFile("A row of events or segments has no times.")
    return Span(start, duration, _plain(row[4]), value, confidence)


FORMAT = Format(
    "csv", "csv", "text/csv", "CSV", write, read, write_all=write_all, read_all=read_all
)
