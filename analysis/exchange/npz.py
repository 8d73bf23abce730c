"""NumPy's .npz: an array for each output, and the rest as JSON text in `meta`; no pickles."""

import io
import json
import zipfile
import zlib
from typing import Any

import numpy as np

from analysis.core.processor import Axis
from analysis.core.spans import Span
from analysis.core.wire import WireError, from_json, to_json
from analysis.exchange.document import Document, Format, OddFile, Told
from analysis.exchange.json_text import document_of, head_of

_PLAIN = ("name", "kind", "title", "unit", "value", "label", "t0_s", "period_s")
#: What numpy and zipfile raise for what is no such archive, or a damaged one.
_DAMAGE = (
    EOFError,
    KeyError,
    OSError,
    TypeError,
    ValueError,
    AttributeError,
    WireError,
    zipfile.BadZipFile,
    zlib.error,
)
_SPAN = np.dtype([("start", "<f8"), ("duration", "<f8"), ("value", "<f8"), ("confidence", "<f8")])


def write(document: Document) -> bytes:
    """Return the document as a compressed archive of arrays."""
    arrays: dict[str, Any] = {}
    told: list[dict[str, Any]] = []
    for number, each in enumerate(document.outputs):
        said: dict[str, Any] = {name: getattr(each, name) for name in _PLAIN}
        said |= {"axis": to_json(each.axis), "labels": [span.label for span in each.spans]}
        told.append(said)
        if each.kind in ("frames", "vector"):
            arrays[f"{number}_{each.name}"] = each.values
        elif each.kind in ("events", "segments"):
            arrays[f"{number}_{each.name}"] = np.array(
                [
                    (span.start_s, span.duration_s, _nan(span.value), _nan(span.confidence))
                    for span in each.spans
                ],
                _SPAN,
            )
    meta = json.dumps({"head": head_of(document), "outputs": told}, ensure_ascii=False)
    made = io.BytesIO()
    np.savez_compressed(made, meta=np.frombuffer(meta.encode(), np.uint8), **arrays)
    return made.getvalue()


def read(data: bytes) -> Document:
    """Read it back, without evaluating anything.

    Raises
    ------
    OddFile
    """
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            meta = json.loads(arrays["meta"].tobytes())
            outputs = [
                _output(said, arrays.get(f"{number}_{said['name']}"))
                for number, said in enumerate(meta["outputs"])
            ]
        return document_of(meta["head"], outputs)
    except _DAMAGE as error:
        raise OddFile(f"This .npz is no result of ours: {error}.") from error


def _output(said: dict[str, Any], array: Any) -> Told:
    labels = said.pop("labels")
    axis = from_json(Axis, said.pop("axis"))
    if said["kind"] in ("events", "segments"):
        spans = tuple(
            Span(float(row[0]), float(row[1]), label, _none(row[2]), _none(row[3]))
            for row, label in zip(array, labels, strict=True)
        )
        return Told(**said, axis=axis, spans=spans)
    values = np.zeros(0, np.float32) if array is None else array
    return Told(**said, axis=axis, values=values)


def _nan(number: float | None) -> float:
    return np.nan if number is None else number


def _none(number: Any) -> float | None:
    return None if np.isnan(number) else float(number)


FORMAT = Format("npz", "npz", "application/octet-stream", "NumPy", write, read)
