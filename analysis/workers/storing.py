"""From the work folder of a pass into the results storage, under names made of the content."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from django.conf import settings

from analysis.core.errors import SignalError
from analysis.core.job import Outcome, Output
from analysis.core.spans import Span
from analysis.io.hdf5 import check, read_spans
from analysis.models import MOST_SPANS
from analysis.workers.lease import Lease
from archive.storage import RESULTS, keep, keep_folder, staged


class ResultDiffers(SignalError):
    """A file of the outcome is not what the outcome says; making it again may help."""

    transient = True


@dataclass(frozen=True)
class Stored:
    """Where a pass's files lie in the results storage."""

    hdf5_name: str
    names: dict[tuple[str, str], str]
    """By node key and output name: the folder of tiles, or the medium."""
    spans: dict[tuple[str, str], list[Span]] = field(default_factory=dict)
    """By node key and output name: the first `MOST_SPANS` events or segments."""


def work_root() -> Path:
    """Return the folder of all work folders of this machine."""
    return Path(settings.VAR) / "work"


@contextmanager
def work_folder(lease: Lease) -> Iterator[Path]:
    """Give an empty folder that is gone afterwards; its name is this attempt's alone."""
    folder = work_root() / f"{lease.pass_id}.{lease.token}"
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def lease_of(folder: Path) -> tuple[UUID, UUID] | None:
    """Return the pass and token that a work folder is of, by its name."""
    try:
        pass_id, token = (UUID(part) for part in folder.name.split("."))
    except ValueError:
        return None
    return pass_id, token


def store(outcome: Outcome, work: Path) -> Stored:
    """Verify the files of an outcome and put them into the results storage, read-only.

    Raises
    ------
    ResultDiffers, IncompleteFile : what lies there is not what the child told of.
    """
    names = {
        (node.key, output.name): name
        for node in outcome.nodes
        for output in node.outputs
        for name in [_store_output(output, work)]
        if name
    }
    hdf5_name = _store_hdf5(outcome, work) if outcome.hdf5 else ""
    return Stored(hdf5_name, names, _spans(outcome, work))


def _spans(outcome: Outcome, work: Path) -> dict[tuple[str, str], list[Span]]:
    """Read what becomes rows, from the file that was just verified."""
    return {
        (node.key, output.name): read_spans(
            work / outcome.hdf5, output.hdf5_path, 0, min(output.shape[0], MOST_SPANS)
        )
        for node in outcome.nodes
        for output in node.outputs
        if output.kind in ("events", "segments")
    }


def _store_hdf5(outcome: Outcome, work: Path) -> str:
    path = work / outcome.hdf5
    check(path)
    return _store_file(path, outcome.hdf5_sha256, "h5")


def _store_output(output: Output, work: Path) -> str:
    if output.kind == "tiles":
        return keep_folder(RESULTS, work / output.directory)
    if output.kind == "media":
        path = work / output.files[0]
        return _store_file(path, output.content_hash, path.suffix.removeprefix("."))
    return ""


def _store_file(path: Path, sha256: str, extension: str) -> str:
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256:
        raise ResultDiffers(f"{path.name} has changed since the analysis wrote it.")
    with staged(path, RESULTS) as coming:
        return keep(RESULTS, coming, extension)
