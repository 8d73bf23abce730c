"""The HDF5 file of one pass (D-08): framewise results and values, complete or not there at all.

Layout: `/meta` (scalar string, JSON of provenance) and one group per node, `/{key}`, with the
attributes processor, version and parameters; in it one dataset per output with the attributes
unit, title and, for frames, t0, period (s), hop (frames), sample_rate (Hz). Frames are float32,
chunked by 4096 numbers, shuffled and gzip-1; (n, k) where each frame is a row, which `axis` (JSON)
explains, as it does a vector. Events and segments are rows of `SPAN`; `labels` (JSON) are the
words that their labels count. Long curves have overviews (`analysis.io.overview`). The root
attribute `complete` is written last: a file without it is a pass that was interrupted (X-17, X-18).
"""

import hashlib
import json
import math
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import h5py
import numpy as np
from numpy.typing import NDArray

from analysis.core.errors import SignalError
from analysis.core.processor import Axis
from analysis.core.spans import Span
from analysis.core.wire import JSON, to_json
from analysis.io.overview import GROUP, Overview, batched

CHUNK = 4096
#: Bytes of written chunks that HDF5 keeps for each dataset. Whole chunks are appended and never
#: looked at again; its own 8 MB would fill for every wide output, and memory grow with the length.
CACHED = 1 << 17
#: One event or segment: seconds from the start of the interval; NaN where nothing is said.
SPAN = np.dtype(
    [
        ("start", "<f8"),
        ("duration", "<f8"),
        ("value", "<f8"),
        ("confidence", "<f4"),
        ("label", "<i4"),
    ]
)
#: Words that the labels of one output may be, at most.
MOST_LABELS = 4096
FORMAT = "sonotheque-pass/1"


class IncompleteFile(SignalError):
    """A result file that lacks its mark, or cannot be read back."""


@dataclass(frozen=True)
class TimeAxis:
    """Value k stands at `t0_s` + k * hop / sample_rate seconds; `hop` in samples."""

    t0_s: float
    hop: float
    sample_rate: int


@dataclass(frozen=True)
class CurveShape:
    """What an outcome tells of a dataset."""

    path: str
    shape: tuple[int, ...]
    dtype: str


class CurveDataset:
    """A growing framewise dataset; a few chunks wait in memory, 256 kB, and are written at once."""

    def __init__(self, dataset: h5py.Dataset) -> None:
        self._dataset = dataset
        self._overview = Overview(dataset.file, dataset.name)
        self._chunk = dataset.chunks[0]
        self._waiting: list[NDArray[np.float32]] = []
        self._held = 0
        self._written = 0

    def append(self, values: NDArray[np.float32]) -> None:
        self._waiting.append(np.array(values, np.float32))
        self._overview.append(self._waiting[-1])
        self._held += len(values)
        if self._held >= batched(values, self._chunk):
            self._write(self._held - self._held % self._chunk)

    def _write(self, count: int) -> None:
        joined = np.concatenate(self._waiting)
        self._dataset.resize(self._written + count, axis=0)
        self._dataset[self._written :] = joined[:count]
        self._written += count
        self._waiting, self._held = [joined[count:]], len(joined) - count

    def finish(self) -> CurveShape:
        if self._held:
            self._write(self._held)
        self._overview.finish()
        return CurveShape(self._dataset.name, self._dataset.shape, "float32")


class SpanDataset:
    """Growing rows of events or segments; the words of their labels wait in memory."""

    def __init__(self, dataset: h5py.Dataset, labels: tuple[str, ...]) -> None:
        self._dataset = dataset
        self._numbers = {label: number for number, label in enumerate(labels)}
        self._declared = bool(labels)
        self._waiting: list[tuple[float, float, float, float, int]] = []
        self._written = 0

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(self._numbers)

    def add(self, span: Span) -> None:
        """Take the next one.

        Raises
        ------
        OddSpan : it has no place in time, or a label that was not declared.
        """
        if not (math.isfinite(span.start_s) and span.start_s >= 0 and span.duration_s >= 0):
            raise OddSpan(f"{span} has no place in time.")
        self._waiting.append(
            (
                span.start_s,
                span.duration_s,
                math.nan if span.value is None else span.value,
                math.nan if span.confidence is None else span.confidence,
                self._number(span.label),
            )
        )
        if len(self._waiting) >= CHUNK:
            self._write()

    def _number(self, label: str) -> int:
        if not label and not self._declared:
            return -1
        if label not in self._numbers:
            if self._declared or len(self._numbers) >= MOST_LABELS:
                raise OddSpan(f"{label!r} is not among the labels that were declared.")
            self._numbers[label] = len(self._numbers)
        return self._numbers[label]

    def _write(self) -> None:
        rows = np.array(self._waiting, SPAN)
        self._dataset.resize(self._written + len(rows), axis=0)
        self._dataset[self._written :] = rows
        self._written += len(rows)
        self._waiting = []

    def finish(self) -> CurveShape:
        if self._waiting:
            self._write()
        self._dataset.attrs["labels"] = json.dumps(self.labels)
        return CurveShape(self._dataset.name, self._dataset.shape, "span")


class OddSpan(SignalError):
    """A processor told of a stretch that cannot be."""


def read_spans(path: Path, dataset: str, first: int, last: int) -> list[Span]:
    """Return the rows `[first, last)` of events or segments.

    Raises
    ------
    IncompleteFile : there are no such rows in it.
    """
    try:
        with h5py.File(path, "r", locking=False) as file:
            rows = file[dataset][first:last]
            labels = json.loads(file[dataset].attrs["labels"])
        return [
            Span(
                float(row["start"]),
                float(row["duration"]),
                str(labels[row["label"]]) if row["label"] >= 0 else "",
                _said(row["value"]),
                _said(row["confidence"]),
            )
            for row in rows
        ]
    except (OSError, KeyError, IndexError, TypeError, ValueError) as error:
        raise IncompleteFile(f"{path.name} has no rows at {dataset!r}: {error}") from error


def _said(number: float) -> float | None:
    return None if math.isnan(number) else float(number)


def preload() -> None:
    """Write and read a file in memory, so that h5py loads all that it loads on first use."""
    with h5py.File("preload", "w", driver="core", backing_store=False, libver="latest") as file:
        dataset = file.create_dataset(
            "x", (0,), maxshape=(None,), chunks=(8,), compression="gzip", shuffle=True, dtype="f4"
        )
        dataset.resize((2,))
        dataset[:] = 0
        dataset.attrs["unit"] = "1"
        file.create_dataset("text", data="x")
        file["text"][()]
        wide = file.create_dataset("wide", (0, 2), maxshape=(None, 2), chunks=(8, 2), dtype="f4")
        wide.resize(2, axis=0)
        wide[:] = 0
        spans = file.create_dataset("spans", (0,), maxshape=(None,), chunks=(8,), dtype=SPAN)
        spans.resize(1, axis=0)
        spans[:] = np.zeros(1, SPAN)


class PassFile:
    """The file while it is written: under a temporary name until `finish`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._temporary = path.with_name(path.name + ".part")
        self._file = h5py.File(
            self._temporary, "w", libver="latest", locking=False, rdcc_nbytes=CACHED
        )
        self._file.attrs["format"] = FORMAT

    def node(self, key: str, processor: str, version: str, params: dict[str, JSON]) -> h5py.Group:
        group = self._file.create_group(key)
        group.attrs["processor"] = processor
        group.attrs["version"] = version
        group.attrs["parameters"] = json.dumps(params, sort_keys=True)
        return group

    def curve(
        self,
        group: h5py.Group,
        name: str,
        *,
        unit: str,
        title: str,
        time: TimeAxis,
        axis: Axis | None = None,
    ) -> CurveDataset:
        width = () if axis is None else (len(axis),)
        dataset = _growing(group, name, width, np.dtype("f4"))
        _describe(dataset, group, unit=unit, title=title)
        dataset.attrs["t0"] = time.t0_s
        dataset.attrs["period"] = time.hop / time.sample_rate
        dataset.attrs["hop"] = time.hop
        dataset.attrs["sample_rate"] = time.sample_rate
        if axis is not None:
            dataset.attrs["axis"] = json.dumps(to_json(axis))
        return CurveDataset(dataset)

    def spans(
        self, group: h5py.Group, name: str, *, unit: str, title: str, labels: tuple[str, ...]
    ) -> SpanDataset:
        dataset = _growing(group, name, (), SPAN)
        _describe(dataset, group, unit=unit, title=title)
        return SpanDataset(dataset, labels)

    def vector(
        self,
        group: h5py.Group,
        name: str,
        values: NDArray[np.floating],
        *,
        unit: str,
        title: str,
        axis: Axis,
    ) -> str:
        dataset = group.create_dataset(name, data=np.asarray(values, np.float32))
        _describe(dataset, group, unit=unit, title=title)
        dataset.attrs["axis"] = json.dumps(to_json(axis))
        return str(dataset.name)

    def value(
        self, group: h5py.Group, name: str, value: float | str, *, unit: str, title: str
    ) -> str:
        dataset = group.create_dataset(name, data=value)
        _describe(dataset, group, unit=unit, title=title)
        return str(dataset.name)

    def drop(self, key: str) -> None:
        """Forget a node that failed half-way."""
        for name in (key, f"{GROUP}/{key}"):
            if name in self._file:
                del self._file[name]

    def finish(self, meta: dict[str, JSON]) -> str:
        """Write provenance and the mark, put it on disk, read it back, give it its name.

        Returns
        -------
        sha256 of the file, in hex.
        """
        self._file["meta"] = json.dumps(meta, sort_keys=True)
        self._file.flush()
        self._file.attrs["complete"] = True
        self._file.close()
        with self._temporary.open("rb+") as written:
            os.fsync(written.fileno())
            digest = hashlib.file_digest(written, "sha256").hexdigest()
        check(self._temporary)
        self._temporary.rename(self.path)
        return digest

    def discard(self) -> None:
        self._file.close()
        self._temporary.unlink(missing_ok=True)


def _growing(
    group: h5py.Group, name: str, width: tuple[int, ...], dtype: "np.dtype[Any]"
) -> h5py.Dataset:
    rows = CHUNK if not width else max(16, CHUNK // width[0])
    return group.create_dataset(
        name,
        shape=(0, *width),
        maxshape=(None, *width),
        dtype=dtype,
        chunks=(rows, *width),
        shuffle=True,
        compression="gzip",
        compression_opts=1,
    )


def _describe(dataset: h5py.Dataset, group: h5py.Group, *, unit: str, title: str) -> None:
    dataset.attrs["unit"] = unit
    dataset.attrs["title"] = title
    dataset.attrs["processor"] = group.attrs["processor"]
    dataset.attrs["version"] = group.attrs["version"]


def check(path: Path) -> None:
    """Open a finished file and look for its mark.

    Raises
    ------
    IncompleteFile : the pass that wrote it never ended.
    """
    try:
        with h5py.File(path, "r", locking=False) as file:
            complete = bool(file.attrs.get("complete", False)) and "meta" in file
            odd = leads_elsewhere(file)
    except OSError as error:
        raise IncompleteFile(f"{path.name} cannot be read as HDF5: {error}") from error
    if not complete:
        raise IncompleteFile(f"{path.name} was never finished")
    if odd:
        raise IncompleteFile(f"{path.name} leads to other files at {odd!r}")


def leads_elsewhere(group: h5py.Group) -> str:
    """Return the name of what does not lie in the file itself, "" where all does.

    Whoever reads that would read another file.
    """
    for name in group:
        link = group.get(name, getlink=True)
        if not isinstance(link, h5py.HardLink):
            return f"{group.name}/{name}"
        found = group[name]
        if isinstance(found, h5py.Group):
            inner = leads_elsewhere(found)
            if inner:
                return inner
        elif found.external or found.is_virtual:
            return str(found.name)
    return ""
