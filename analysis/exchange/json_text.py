"""JSON: everything, in words that the API uses too."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from analysis.core.processor import Axis
from analysis.core.spans import Span
from analysis.core.wire import WireError, from_json, to_json
from analysis.exchange.document import Document, Format, OddFile, Told, bounded, numbers_of

VERSION = "sonotheque-result/1"
SEVERAL = "sonotheque-results/1"
_PLAIN = ("name", "kind", "title", "unit", "value", "label")


def write(document: Document) -> bytes:
    """Return the document as JSON text."""
    return _text({"format": VERSION, **_said(document)})


def write_all(documents: Sequence[Document]) -> bytes:
    """Return several as one JSON text."""
    return _text({"format": SEVERAL, "results": [_said(each) for each in documents]})


def _text(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, allow_nan=False, indent=1).encode()


def _said(document: Document) -> dict[str, Any]:
    return head_of(document) | {"outputs": [_output(bounded(each)) for each in document.outputs]}


def head_of(document: Document) -> dict[str, Any]:
    """Return all that a document says besides its outputs."""
    plain = replace(document, outputs=())
    return {name: to_json(value) for name, value in plain.__dict__.items() if name != "outputs"}


def document_of(head: dict[str, Any], outputs: list[Told]) -> Document:
    """Return the document of such a head.

    Raises
    ------
    OddFile
    """
    try:
        empty = from_json(Document, {**head, "outputs": []})
    except WireError as error:
        raise OddFile(f"The head of the file: {error}.") from error
    return Document(**{**empty.__dict__, "outputs": tuple(outputs)})


def _output(told: Told) -> dict[str, Any]:
    said: dict[str, Any] = {name: getattr(told, name) for name in _PLAIN}
    if len(told.axis):
        said["axis"] = to_json(told.axis)
    if told.kind == "frames":
        said |= {"t0": told.t0_s, "period": told.period_s}
    if told.kind in ("frames", "vector"):
        said["shape"] = list(told.values.shape)
        said["values"] = numbers_of(told.values.reshape(-1))
    if told.kind in ("events", "segments"):
        said["spans"] = [list(span) for span in told.spans]
    return said


def read(data: bytes) -> Document:
    """Read it back.

    Raises
    ------
    OddFile
    """
    return _document(_of_form(data, VERSION))


def read_all(data: bytes) -> tuple[Document, ...]:
    """Read several back.

    Raises
    ------
    OddFile
    """
    results = _of_form(data, SEVERAL).get("results")
    if not isinstance(results, list) or not all(isinstance(each, dict) for each in results):
        raise OddFile("`results` is to be a list of results.")
    return tuple(_document(each) for each in results)


def _of_form(data: bytes, form: str) -> dict[str, Any]:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise OddFile(f"This is no JSON: {error}.") from error
    if not isinstance(told, dict) or told.pop("format", None) != form:
        raise OddFile(f"This is not of the form {form}.")
    return told


def _document(told: dict[str, Any]) -> Document:
    try:
        outputs = [_read(each) for each in told.pop("outputs")]
    except (KeyError, TypeError, ValueError, WireError) as error:
        raise OddFile(f"An output of the file cannot be read: {error}.") from error
    return document_of(told, outputs)


def _read(said: dict[str, Any]) -> Told:
    values = np.array(
        [np.nan if each is None else each for each in said.get("values", [])], np.float32
    )
    return Told(
        **{name: said[name] for name in _PLAIN},
        axis=from_json(Axis, said["axis"]) if "axis" in said else Axis(),
        t0_s=float(said.get("t0", 0.0)),
        period_s=float(said.get("period", 0.0)),
        values=values.reshape(said.get("shape", (0,))),
        spans=tuple(Span(*each) for each in said.get("spans", [])),
    )


FORMAT = Format(
    "json",
    "json",
    "application/json",
    "JSON",
    write,
    read,
    write_all=write_all,
    read_all=read_all,
)
