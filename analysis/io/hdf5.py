"""The HDF5 file of one pass (D-08): framewise results and values, complete or not there at all.

Layout: `/meta` (scalar string, JSON of provenance) and one group per node, `/{key}`, with the
attributes processor, version and parameters; in it one dataset per output with the attributes
unit, title and, for frames, t0, period (s), hop (frames), sample_rate (Hz). Frames are float32,
chunked by 4096, shuffled and gzip-1. The root attribute `complete` is written last: a file
without it is a pass that was interrupted (X-17, X-18).
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

import h5py
import numpy as np
from numpy.typing import NDArray

from analysis.core.errors import SignalError
from analysis.core.wire import JSON

CHUNK = 4096
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
    """A growing framewise dataset; at most one chunk waits in memory."""

    def __init__(self, dataset: h5py.Dataset) -> None:
        self._dataset = dataset
        self._waiting: list[NDArray[np.float32]] = []
        self._held = 0
        self._written = 0

    def append(self, values: NDArray[np.float32]) -> None:
        self._waiting.append(np.array(values, np.float32))
        self._held += len(values)
        if self._held >= CHUNK:
            self._write(self._held - self._held % CHUNK)

    def _write(self, count: int) -> None:
        joined = np.concatenate(self._waiting) if self._waiting else np.zeros(0, np.float32)
        self._dataset.resize((self._written + count,))
        self._dataset[self._written :] = joined[:count]
        self._written += count
        self._waiting, self._held = [joined[count:]], len(joined) - count

    def finish(self) -> CurveShape:
        if self._held:
            self._write(self._held)
        return CurveShape(self._dataset.name, (self._written,), "float32")


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


class PassFile:
    """The file while it is written: under a temporary name until `finish`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._temporary = path.with_name(path.name + ".part")
        self._file = h5py.File(self._temporary, "w", libver="latest", locking=False)
        self._file.attrs["format"] = FORMAT

    def node(self, key: str, processor: str, version: str, params: dict[str, JSON]) -> h5py.Group:
        group = self._file.create_group(key)
        group.attrs["processor"] = processor
        group.attrs["version"] = version
        group.attrs["parameters"] = json.dumps(params, sort_keys=True)
        return group

    def curve(
        self, group: h5py.Group, name: str, *, unit: str, title: str, axis: TimeAxis
    ) -> CurveDataset:
        dataset = group.create_dataset(
            name,
            shape=(0,),
            maxshape=(None,),
            dtype="f4",
            chunks=(CHUNK,),
            shuffle=True,
            compression="gzip",
            compression_opts=1,
        )
        _describe(dataset, group, unit=unit, title=title)
        dataset.attrs["t0"] = axis.t0_s
        dataset.attrs["period"] = axis.hop / axis.sample_rate
        dataset.attrs["hop"] = axis.hop
        dataset.attrs["sample_rate"] = axis.sample_rate
        return CurveDataset(dataset)

    def value(
        self, group: h5py.Group, name: str, value: float | str, *, unit: str, title: str
    ) -> str:
        dataset = group.create_dataset(name, data=value)
        _describe(dataset, group, unit=unit, title=title)
        return str(dataset.name)

    def drop(self, key: str) -> None:
        """Forget a node that failed half-way."""
        if key in self._file:
            del self._file[key]

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
    except OSError as error:
        raise IncompleteFile(f"{path.name} cannot be read as HDF5: {error}") from error
    if not complete:
        raise IncompleteFile(f"{path.name} was never finished")
