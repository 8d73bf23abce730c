"""What was stored after a fault, held against a decode of the same sound that nobody disturbed."""

import hashlib
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import h5py
import numpy as np

from analysis.core.job import Job, Node
from analysis.core.sandbox import run_pass

if TYPE_CHECKING:
    from archive.models import Item


def held_against_undisturbed(items: Sequence["Item"]) -> tuple[int, int]:
    """Return how many result files were examined, and how many hold other datasets."""
    from analysis.models import Result
    from archive.storage import MASTERS, RESULTS, open_local

    examined = differing = 0
    for item in items:
        found = Result.objects.filter(item=item).exclude(computation__hdf5_name="")
        stored = found.select_related("computation").first()
        if stored is None:
            continue
        computation = stored.computation
        master = item.parts.select_related("file").get().file
        with (
            open_local(MASTERS, master.storage_name) as sound,
            open_local(RESULTS, computation.hdf5_name) as kept,
            tempfile.TemporaryDirectory() as work,
        ):
            node = Node(str(computation.pk), computation.processor, params=computation.params)
            outcome = run_pass(Job(nodes=(node,), work=work), sound)
            again = hashes_of(Path(work) / outcome.hdf5)
            assert again, "else nothing is compared"
            differing += hashes_of(kept) != again
        examined += 1
    return examined, differing


def hashes_of(path: Path) -> dict[str, str]:
    """Return the sha256 of each dataset of a file of one computation, by its name in it."""
    found: dict[str, str] = {}

    def keep(name: str, dataset: object) -> None:
        if isinstance(dataset, h5py.Dataset) and name != "meta":
            values = np.asarray(dataset[()])
            found[name.partition("/")[2]] = hashlib.sha256(values.tobytes()).hexdigest()

    with h5py.File(path, "r", locking=False) as file:
        file.visititems(keep)
    return found
