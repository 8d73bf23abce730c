"""What has changed where a result was superseded: noted beside the old one, once.

Numbers and words as they were and are; of curves and vectors the greatest difference; of events and
segments how many there were and are. Arrays are read in blocks, whatever their length.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import h5py
import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from analysis.models import Output, OutputKind, Result
from archive.errors import ArchiveError
from archive.storage import RESULTS, open_local

#: Pairs noted at one time.
AT_ONCE = 50
_BLOCK = 1 << 16
_ARRAYS = (OutputKind.FRAMES, OutputKind.VECTOR)
_MARKS = (OutputKind.EVENTS, OutputKind.SEGMENTS)


def note_changes(most: int = AT_ONCE) -> int:
    """Note what has changed of superseded results of which it is not noted; return how many."""
    noted = 0
    while noted < most:
        with transaction.atomic():
            row = (
                Result.objects.filter(superseded_by__isnull=False, change__isnull=True)
                .select_related("computation", "superseded_by__computation")
                .order_by("pk")
                .select_for_update(skip_locked=True, of=("self",))
                .first()
            )
            if row is None:
                return noted
            row.change = {"outputs": changes_of(row)}
            row.save(update_fields=["change"])
        noted += 1
    return noted


def changes_of(row: Result) -> list[dict[str, Any]]:
    """Return what differs between a result and what superseded it, by output."""
    assert row.superseded_by is not None  # noqa: S101 - asked for those alone
    old = {output.name: output for output in row.computation.outputs.all()}
    new = {output.name: output for output in row.superseded_by.computation.outputs.all()}
    return [_change(old.get(name), new.get(name)) for name in sorted(old.keys() | new.keys())]


def _change(old: Output | None, new: Output | None) -> dict[str, Any]:
    told = old or new
    assert told is not None  # noqa: S101 - named by one of them
    change: dict[str, Any] = {"name": told.name, "kind": told.kind, "unit": told.unit}
    if old is None or new is None or old.kind != new.kind:
        return change | {"isEqual": False, "said": "new" if old is None else "gone"}
    if old.kind in (OutputKind.VALUE, OutputKind.LABEL):
        return change | _scalars(old, new)
    if old.kind in _ARRAYS:
        return change | _arrays(old, new)
    if old.kind in _MARKS:
        return change | _marks(old, new)
    return change | {"isEqual": old.content_hash == new.content_hash}


def _scalars(old: Output, new: Output) -> dict[str, Any]:
    difference = None if old.value is None or new.value is None else abs(new.value - old.value)
    return {
        "isEqual": (old.value, old.label) == (new.value, new.label),
        "oldValue": old.value,
        "newValue": new.value,
        "oldLabel": old.label,
        "newLabel": new.label,
        "difference": difference,
    }


def _marks(old: Output, new: Output) -> dict[str, Any]:
    before, after = (output.shape[0] if output.shape else 0 for output in (old, new))
    rows = [
        list(output.spans.order_by("position").values_list("start_s", "end_s", "label"))
        for output in (old, new)
    ]
    return {"isEqual": before == after and rows[0] == rows[1], "oldValue": before,
            "newValue": after, "difference": abs(after - before)}  # fmt: skip


def _arrays(old: Output, new: Output) -> dict[str, Any]:
    if list(old.shape) != list(new.shape):
        return {"isEqual": False, "said": f"{_size(old)} became {_size(new)}"}
    try:
        with _file_of(old) as before, _file_of(new) as after:
            greatest, differing = _greatest(before, old, after, new)
    except (ArchiveError, OSError, KeyError):
        return {"isEqual": False, "said": "a file of it is missing"}
    return {"isEqual": differing == 0, "difference": greatest, "differing": differing}


def _size(output: Output) -> str:
    return " x ".join(str(n) for n in output.shape)


def _file_of(output: Output) -> Any:
    return open_local(RESULTS, output.computation.hdf5_name)


def _greatest(before: Path, old: Output, after: Path, new: Output) -> tuple[float, int]:
    """Return the greatest difference, and how many numbers differ (also in being one)."""
    greatest, differing = 0.0, 0
    with h5py.File(before, "r") as one, h5py.File(after, "r") as other:
        for a, b in _blocks(one[old.hdf5_path], other[new.hdf5_path]):
            none = np.isnan(a) != np.isnan(b)
            apart = np.abs(a - b)
            apart = apart[np.isfinite(apart)]
            differing += int(none.sum()) + int((apart > 0).sum())
            greatest = max(greatest, float(apart.max(initial=0.0)))
    return greatest, differing


def _blocks(
    one: h5py.Dataset, other: h5py.Dataset
) -> Iterator[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    step = max(1, _BLOCK // max(1, int(np.prod(one.shape[1:], dtype=int))))
    for begin in range(0, one.shape[0], step):
        end = begin + step
        yield one[begin:end].astype(np.float64), other[begin:end].astype(np.float64)
