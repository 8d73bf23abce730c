"""HDF5: a group for each result, a dataset for each output; of any length.

Layout: root attribute `format`; groups `0`, `1`, …, one a result, each with `about` (JSON: who
made it, of what, how) and `outputs`, whose attribute `order` (JSON) lists its datasets. Each has
`kind`, `title`, `unit` and `label`; frames `t0` and `period` (s) and, as vectors, `axis` (JSON);
events and segments are rows of `SPAN` whose words are the attribute `labels` (JSON). Values are
float32, chunked and gzip-1 as in the file of the pass; a value that is none is NaN.
"""

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

import h5py
import numpy as np

from analysis.core.processor import Axis
from analysis.core.spans import Span
from analysis.core.wire import WireError, from_json, to_json
from analysis.exchange.document import Document, Format, OddFile, Told, only_one
from analysis.exchange.json_text import document_of, head_of
from analysis.io.hdf5 import leads_elsewhere

VERSION = "sonotheque-results/1"
SPAN = np.dtype(
    [
        ("start", "<f8"),
        ("duration", "<f8"),
        ("value", "<f8"),
        ("confidence", "<f8"),
        ("label", "<i4"),
    ]
)
_CHUNK = 4096


def write(document: Document) -> bytes:
    """Return the document as a file."""
    return write_all((document,))


def write_all(documents: Sequence[Document]) -> bytes:
    """Return several as one file."""
    made = io.BytesIO()
    write_to(made, documents)
    return made.getvalue()


def write_to(file: BinaryIO | Path, documents: Sequence[Document]) -> None:
    """Write several into a file. Values that are datasets of open files are copied as they lie
    there, chunk by chunk: nothing of them is held in memory, whatever their length.
    """
    with h5py.File(file, "w", libver="latest") as made:
        made.attrs["format"] = VERSION
        for number, document in enumerate(documents):
            _write(made.create_group(str(number)), document)


def _write(group: h5py.Group, document: Document) -> None:
    group["about"] = json.dumps(head_of(document), ensure_ascii=False)
    outputs = group.create_group("outputs")
    names = [told.name for told in document.outputs]
    outputs.attrs["order"] = json.dumps(names, ensure_ascii=False)
    for told in document.outputs:
        dataset = _dataset(outputs, told)
        for name in ("kind", "title", "unit", "label"):
            dataset.attrs[name] = getattr(told, name)
        if told.kind == "frames":
            dataset.attrs["t0"], dataset.attrs["period"] = told.t0_s, told.period_s
        if len(told.axis):
            dataset.attrs["axis"] = json.dumps(to_json(told.axis), ensure_ascii=False)


def _dataset(group: h5py.Group, told: Told) -> h5py.Dataset:
    if told.kind == "label":
        return group.create_dataset(told.name, data=told.label)
    if told.kind == "value":
        number = np.nan if told.value is None else told.value
        return group.create_dataset(told.name, data=np.float64(number))
    if told.kind in ("events", "segments"):
        words = {span.label: 0 for span in told.spans}
        numbers = {word: number for number, word in enumerate(words)}
        rows = [
            (
                span.start_s,
                span.duration_s,
                np.nan if span.value is None else span.value,
                np.nan if span.confidence is None else span.confidence,
                numbers[span.label],
            )
            for span in told.spans
        ]
        dataset = _packed(group, told.name, np.array(rows, SPAN))
        dataset.attrs["labels"] = json.dumps(list(words), ensure_ascii=False)
        return dataset
    if isinstance(told.values, h5py.Dataset):
        group.copy(told.values, told.name, without_attrs=True)
        return group[told.name]
    return _packed(group, told.name, told.values)


def _packed(group: h5py.Group, name: str, values: Any) -> h5py.Dataset:
    if not values.size:
        return group.create_dataset(name, data=values)
    width = int(np.prod(values.shape[1:], dtype=int))
    rows = min(len(values), max(16, _CHUNK // width))
    return group.create_dataset(
        name,
        data=values,
        chunks=(rows, *values.shape[1:]),
        shuffle=True,
        compression="gzip",
        compression_opts=1,
    )


def read(data: bytes) -> Document:
    """Read one back.

    Raises
    ------
    OddFile
    """
    return only_one(read_all(data))


def read_all(data: bytes) -> tuple[Document, ...]:
    """Read several back; a file that leads to other files is refused.

    Raises
    ------
    OddFile
    """
    try:
        with h5py.File(io.BytesIO(data), "r") as file:
            if file.attrs.get("format") != VERSION:
                raise OddFile(f"This is not of the form {VERSION}.")
            if elsewhere := leads_elsewhere(file):
                raise OddFile(f"The file leads to other files at {elsewhere!r}.")
            return tuple(_read(file[str(number)]) for number in range(len(file)))
    except (
        KeyError,
        IndexError,
        TypeError,
        ValueError,
        AttributeError,
        OSError,
        RuntimeError,
        WireError,
    ) as error:
        raise OddFile(f"This HDF5 file cannot be read: {error}.") from error


def _read(group: h5py.Group) -> Document:
    outputs = group["outputs"]
    names = json.loads(outputs.attrs["order"])
    head = json.loads(group["about"].asstr()[()])
    return document_of(head, [_told(name, outputs[name]) for name in names])


def _told(name: str, dataset: h5py.Dataset) -> Told:
    attrs = dataset.attrs
    kind = str(attrs["kind"])
    said: dict[str, Any] = {key: str(attrs[key]) for key in ("title", "unit", "label")}
    if "axis" in attrs:
        said["axis"] = from_json(Axis, json.loads(attrs["axis"]))
    if kind == "value":
        said["value"] = _said(dataset[()])
    elif kind in ("events", "segments"):
        labels = json.loads(attrs["labels"])
        said["spans"] = tuple(
            Span(
                float(row["start"]),
                float(row["duration"]),
                str(labels[row["label"]]),
                _said(row["value"]),
                _said(row["confidence"]),
            )
            for row in dataset[()]
        )
    elif kind in ("frames", "vector"):
        said["values"] = np.asarray(dataset[()], np.float32)
    if kind == "frames":
        said |= {"t0_s": float(attrs["t0"]), "period_s": float(attrs["period"])}
    return Told(name, kind, **said)  # type: ignore[arg-type]  # a kind that is none is equal to none


def _said(number: float) -> float | None:
    return None if np.isnan(number) else float(number)


FORMAT = Format(
    "hdf5",
    "h5",
    "application/x-hdf5",
    "HDF5",
    write,
    read,
    write_all=write_all,
    read_all=read_all,
)
