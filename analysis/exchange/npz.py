"""NumPy's .npz: an array for each output, and the rest as JSON text in `meta`; no pickles."""

import io
import json
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np

from analysis.core.processor import Axis
from analysis.core.spans import Span
from analysis.core.wire import WireError, from_json, to_json
from analysis.exchange.document import Document, Format, OddFile, Told, bounded, only_one
from analysis.exchange.json_text import document_of, head_of

#: Numbers of one output, at most: the archive is made in memory.
MOST = 50_000_000
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
    return write_all((document,))


def write_all(documents: Sequence[Document]) -> bytes:
    """Return several as one archive; an array's name is `{result}_{output}_{name}`, from 0 on."""
    arrays: dict[str, Any] = {}
    told = []
    for number, document in enumerate(documents):
        said = [_said(each) for each in document.outputs]
        told.append({"head": head_of(document), "outputs": said})
        for place, each in enumerate(document.outputs):
            if (array := _array(each)) is not None:
                arrays[_name(number, place, each.name)] = array
    made = io.BytesIO()
    meta = json.dumps(told, ensure_ascii=False).encode()
    np.savez_compressed(made, meta=np.frombuffer(meta, np.uint8), **arrays)
    return made.getvalue()


def _name(number: int, place: int, name: str) -> str:
    return f"{number}_{place}_{name}"


def _said(each: Told) -> dict[str, Any]:
    said: dict[str, Any] = {name: getattr(each, name) for name in _PLAIN}
    return said | {"axis": to_json(each.axis), "labels": [span.label for span in each.spans]}


def _array(each: Told) -> Any:
    if each.kind in ("frames", "vector"):
        return bounded(each, MOST).values
    if each.kind in ("events", "segments"):
        rows = (
            (span.start_s, span.duration_s, _nan(span.value), _nan(span.confidence))
            for span in each.spans
        )
        return np.array(list(rows), _SPAN)
    return None


def read(data: bytes) -> Document:
    """Read one back, without evaluating anything.

    Raises
    ------
    OddFile
    """
    return only_one(read_all(data))


def read_all(data: bytes) -> tuple[Document, ...]:
    """Read several back, without evaluating anything.

    Raises
    ------
    OddFile
    """
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            return tuple(
                document_of(
                    told["head"],
                    [
                        _output(said, arrays.get(_name(number, place, said["name"])))
                        for place, said in enumerate(told["outputs"])
                    ],
                )
                for number, told in enumerate(json.loads(arrays["meta"].tobytes()))
            )
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


FORMAT = Format(
    "npz",
    "npz",
    "application/x-npz",
    "NumPy",
    write,
    read,
    write_all=write_all,
    read_all=read_all,
)
