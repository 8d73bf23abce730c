"""XML: everything, element by element."""

import json
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree as Tree

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
from analysis.exchange.parsing import element_of, written

ROOT = "result"
SEVERAL = "results"


def write(document: Document) -> bytes:
    """Return the document as an element `result`; what is nested in it stands there as JSON."""
    return written(_element(document))


def write_all(documents: Sequence[Document]) -> bytes:
    """Return several as elements `result` in one `results`."""
    root = Tree.Element(SEVERAL, form="1")
    root.extend(_element(each) for each in documents)
    return written(root)


def _element(document: Document) -> Tree.Element:
    root = Tree.Element(ROOT, form="1")
    for name, value in head_of(document).items():
        Tree.SubElement(root, "about", name=name).text = json.dumps(value, ensure_ascii=False)
    for told in document.outputs:
        root.append(_output(bounded(told)))
    return root


def _output(told: Told) -> Tree.Element:
    element = Tree.Element(
        "output",
        name=told.name,
        kind=told.kind,
        title=told.title,
        unit=told.unit,
        value=text_of(told.value),
        label=told.label,
        t0=text_of(told.t0_s),
        period=text_of(told.period_s),
    )
    if len(told.axis):
        Tree.SubElement(element, "axis").text = json.dumps(to_json(told.axis), ensure_ascii=False)
    for span in told.spans:
        Tree.SubElement(
            element,
            "span",
            start=text_of(span.start_s),
            duration=text_of(span.duration_s),
            label=span.label,
            value=text_of(span.value),
            confidence=text_of(span.confidence),
        )
    if told.kind in ("frames", "vector"):
        shape = " ".join(str(each) for each in told.values.shape)
        rows: Any = told.values.reshape(len(told.values), -1) if told.values.size else []
        Tree.SubElement(element, "values", shape=shape).text = "\n".join(
            " ".join(str(each) for each in row) for row in rows
        )
    return element


def read(data: bytes) -> Document:
    """Read it back.

    Raises
    ------
    OddFile
    """
    return _document(element_of(data, ROOT))


def read_all(data: bytes) -> tuple[Document, ...]:
    """Read several back.

    Raises
    ------
    OddFile
    """
    return tuple(_document(each) for each in element_of(data, SEVERAL).iterfind(ROOT))


def _document(root: Tree.Element) -> Document:
    try:
        head = {each.get("name", ""): json.loads(each.text or "") for each in root.iter("about")}
        outputs = [_read(each) for each in root.iterfind("output")]
    except (ValueError, TypeError, WireError) as error:
        raise OddFile(f"The file cannot be read: {error}.") from error
    return document_of(head, outputs)


def _read(element: Tree.Element) -> Told:
    said: dict[str, Any] = {
        name: element.get(name, "") for name in ("name", "kind", "title", "unit", "label")
    }
    number = {name: number_in(element.get(name, ""), name) for name in ("value", "t0", "period")}
    axis, values = element.findtext("axis"), element.find("values")
    array = np.zeros(0, np.float32)
    if values is not None:
        shape = [int(each) for each in (values.get("shape") or "0").split()]
        array = np.array((values.text or "").split(), np.float32).reshape(shape)
    return Told(
        **said,
        value=number["value"],
        t0_s=number["t0"] or 0.0,
        period_s=number["period"] or 0.0,
        axis=from_json(Axis, json.loads(axis)) if axis else Axis(),
        values=array,
        spans=tuple(_span(each) for each in element.iterfind("span")),
    )


def _span(element: Tree.Element) -> Span:
    start, duration, value, confidence = (
        number_in(element.get(name, ""), f"A span's {name}")
        for name in ("start", "duration", "value", "confidence")
    )
    if start is None or duration is None:
        raise OddFile("A span has no times.")
    return Span(start, duration, element.get("label", ""), value, confidence)


FORMAT = Format(
    "xml", "xml", "application/xml", "XML", write, read, write_all=write_all, read_all=read_all
)
