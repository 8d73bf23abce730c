"""JAMS 0.3: what music researchers exchange; an annotation for each output.

Written and read by the published schema, without its library (which brings pandas). Marks are
`onset`, `beat`, `tag_open` or `segment_open`, a pitch curve is `pitch_contour`, numbers are
`vector`; a row in which a number is missing is a `blob`, whose values the schema leaves open, with
null in its place. What JAMS has no field for stands in the sandboxes, so that all comes back.

References
----------
Humphrey et al., JAMS: a JSON annotated music specification, ISMIR 2014; McFee et al., 2015.
"""

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.core.processor import Axis
from analysis.core.spans import Span
from analysis.core.wire import WireError, from_json, to_json
from analysis.exchange.document import (
    Document,
    Format,
    OddFile,
    Told,
    bounded,
    numbers_of,
    only_one,
)
from analysis.exchange.json_text import document_of, head_of

#: The version of the schema that is written.
VERSION = "0.3.5"
SANDBOX = "sonotheque"
#: Numbers of one output, at most: each row is an object of four fields.
MOST = 500_000
_PLAIN = ("name", "kind", "title", "unit", "value", "label", "t0_s", "period_s")


def write(document: Document) -> bytes:
    """Return the document as JAMS."""
    return write_all((document,))


def write_all(documents: Sequence[Document]) -> bytes:
    """Return the results of one sound as one JAMS."""
    first = documents[0] if documents else Document("", "", ())
    lasts = max((each.begins_s + each.duration_s for each in documents), default=0.0)
    told = {
        "file_metadata": {
            "title": first.title,
            "artist": "",
            "release": "",
            "duration": lasts,
            "identifiers": {"item": first.item},
            "jams_version": VERSION,
        },
        "annotations": [
            _annotation(document, number, bounded(each, MOST))
            for number, document in enumerate(documents)
            for each in document.outputs
        ],
        "sandbox": {SANDBOX: {"results": [head_of(each) for each in documents]}},
    }
    return json.dumps(told, ensure_ascii=False, allow_nan=False).encode()


def _annotation(document: Document, number: int, told: Told) -> dict[str, Any]:
    namespace, data = _data(document, told)
    said: dict[str, Any] = {name: getattr(told, name) for name in _PLAIN}
    said |= {
        "result": number,
        "axis": to_json(told.axis),
        "shape": list(told.values.shape),
        "starts": [span.start_s for span in told.spans],
        "values": [span.value for span in told.spans],
    }
    if namespace in ("beat", "onset"):
        said["labels"] = [span.label for span in told.spans]
    return {
        "namespace": namespace,
        "annotation_metadata": {
            "annotation_tools": f"{document.processor} {document.version}".strip(),
            "data_source": "program",
            "version": document.version,
        },
        "time": document.begins_s,
        "duration": document.duration_s,
        "data": data,
        "sandbox": {SANDBOX: said},
    }


def _data(document: Document, told: Told) -> tuple[str, Any]:
    """Return the namespace of an output and its observations, at their times in the file."""
    begins, lasts = document.begins_s, document.duration_s
    if told.kind in ("events", "segments"):
        namespace = _namespace_of_marks(document, told)
        return namespace, [
            _observation(
                begins + span.start_s, span.duration_s, _mark(namespace, span), span.confidence
            )
            for span in told.spans
        ]
    if told.kind == "label":
        return "tag_open", [_observation(begins, lasts, told.label)]
    if told.kind == "value":
        if told.value is None:
            return "blob", [_observation(begins, lasts, None)]
        return "vector", [_observation(begins, lasts, [told.value])]
    if told.kind == "vector":
        return _rows_namespace(told.values), [_observation(begins, lasts, numbers_of(told.values))]
    times = (begins + told.times()).tolist()
    if _is_pitch(told):
        return "pitch_contour", _contour(told, times)
    rows = told.values.reshape(len(told.values), -1) if told.values.size else ()
    return _rows_namespace(told.values), [
        _observation(time, told.period_s, numbers_of(row))
        for time, row in zip(times, rows, strict=False)
    ]


def _observation(
    time: float, duration: float, value: Any, confidence: float | None = None
) -> dict[str, Any]:
    return {"time": time, "duration": duration, "value": value, "confidence": confidence}


def _namespace_of_marks(document: Document, told: Told) -> str:
    if told.kind == "segments":
        return "segment_open"
    if told.name in ("beats", "beat"):
        return "beat"
    return "onset" if document.processor.startswith("onset") else "tag_open"


def _mark(namespace: str, span: Span) -> Any:
    if namespace == "beat":
        return span.value
    return span.value if namespace == "onset" else span.label


def _rows_namespace(values: NDArray[np.float32]) -> str:
    return "vector" if values.size and not np.isnan(values).any() else "blob"


def _is_pitch(told: Told) -> bool:
    """A single curve in Hz that a pitch contour holds: voiced, or NaN."""
    held = told.values[~np.isnan(told.values)]
    return told.unit == "Hz" and told.values.ndim == 1 and bool((held >= 0).all())


def _contour(told: Told, times: list[float]) -> dict[str, Any]:
    frequencies = numbers_of(told.values)
    return {
        "time": times,
        "duration": [told.period_s] * len(times),
        "value": [
            {"index": 0, "frequency": each or 0.0, "voiced": each is not None}
            for each in frequencies
        ],
        "confidence": [None] * len(times),
    }


def read(data: bytes) -> Document:
    """Read one back; of somebody else's file the marks and the words.

    Raises
    ------
    OddFile
    """
    return only_one(read_all(data))


def read_all(data: bytes) -> tuple[Document, ...]:
    """Read several back; what another program wrote becomes one document of marks.

    Raises
    ------
    OddFile
    """
    try:
        told = json.loads(data)
        annotations, sandbox = told["annotations"], told.get("sandbox", {})
        heads = sandbox.get(SANDBOX, {}).get("results")
        if heads is None:
            return (_foreign(told),)
        outputs: list[list[Told]] = [[] for _ in heads]
        for each in annotations:
            said = each["sandbox"][SANDBOX]
            number = said["result"]
            outputs[number].append(_read(each, said))
        return tuple(document_of(head, own) for head, own in zip(heads, outputs, strict=True))
    except (
        KeyError,
        IndexError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
        WireError,
    ) as error:
        raise OddFile(f"This is no JAMS that can be read: {error!r}.") from error


def _read(annotation: dict[str, Any], said: dict[str, Any]) -> Told:
    data = annotation["data"]
    plain = {name: said[name] for name in _PLAIN} | {"axis": from_json(Axis, said["axis"])}
    if said["kind"] in ("events", "segments"):
        labels = said.get("labels") or [each["value"] for each in data]
        spans = (
            Span(start, each["duration"], label, value, each["confidence"])
            for start, each, label, value in zip(
                said["starts"], data, labels, said["values"], strict=True
            )
        )
        return Told(**plain, spans=tuple(spans))
    return Told(**plain, values=_numbers(annotation, said))


def _numbers(annotation: dict[str, Any], said: dict[str, Any]) -> NDArray[np.float32]:
    if said["kind"] not in ("frames", "vector"):
        return np.zeros(0, np.float32)
    data = annotation["data"]
    if annotation["namespace"] == "pitch_contour":
        rows = [each["frequency"] if each["voiced"] else None for each in data["value"]]
    else:
        rows = [number for each in data for number in each["value"]]
    values = np.array([np.nan if each is None else each for each in rows], np.float32)
    return values.reshape(said["shape"])


def _foreign(told: dict[str, Any]) -> Document:
    about = told["file_metadata"]
    layers = []
    for number, each in enumerate(told["annotations"]):
        if not isinstance(each["data"], list):
            continue  # a dense series is no layer of marks
        spans = tuple(_foreign_span(one) for one in each["data"])
        lasting = any(span.duration_s > 0 for span in spans)
        name = f"{each['namespace']}_{number}"
        layers.append(Told(name, "segments" if lasting else "events", spans=spans))
    return Document(
        "",
        "",
        tuple(layers),
        title=str(about.get("title") or ""),
        duration_s=float(about.get("duration") or 0.0),
    )


def _foreign_span(one: dict[str, Any]) -> Span:
    value, sure = one["value"], one.get("confidence")
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    label = value if isinstance(value, str) else ""
    if not is_number and not label and value is not None:
        label = json.dumps(value, ensure_ascii=False)
    return Span(
        float(one["time"]),
        float(one["duration"]),
        label,
        float(value) if is_number else None,
        float(sure) if isinstance(sure, int | float) else None,
    )


FORMAT = Format(
    "jams",
    "jams",
    "application/jams+json",
    "JAMS",
    write,
    read,
    write_all=write_all,
    read_all=read_all,
)
