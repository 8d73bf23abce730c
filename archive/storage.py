"""Masters and results by Django's storage API: folders of this machine, or a bucket.

Masters are content-addressed: their name is made of their SHA-256, so that the same bytes are
kept once and a name can never come to mean other bytes.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.files import File as DjangoFile
from django.core.files.storage import Storage, storages

MASTERS = "masters"
RESULTS = "results"


@dataclass(frozen=True)
class Staged:
    """A private copy of what came, and what its bytes add up to."""

    path: Path
    sha256: str
    byte_size: int

    @property
    def storage_name(self) -> str:
        return f"{self.sha256[:2]}/{self.sha256[2:4]}/{self.sha256}"


@contextmanager
def staged(source: Path) -> Iterator[Staged]:
    """Copy a file aside while its checksum is taken; the copy is gone at the end.

    What is checked and kept is the copy, so that a file changing meanwhile can do no harm.
    """
    folder = _local_folder(storages[MASTERS])
    if folder:
        folder = folder / ".coming"
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="sound-", dir=folder) as coming:
        copy = Path(coming) / "sound"
        digest = hashlib.sha256()
        with source.open("rb") as came, copy.open("wb") as written:
            while block := came.read(1 << 20):
                digest.update(block)
                written.write(block)
            written.flush()
            os.fsync(written.fileno())
        yield Staged(copy, digest.hexdigest(), copy.stat().st_size)


def keep_master(coming: Staged) -> str:
    """Put a staged file among the masters, read-only; return the name it is stored under."""
    storage, name = storages[MASTERS], coming.storage_name
    folder = _local_folder(storage)
    if folder:
        _keep_local(coming, folder / name)
        return name
    if storage.exists(name) and storage.size(name) == coming.byte_size:
        return name
    with coming.path.open("rb") as file:
        stored = storage.save(name, DjangoFile(file))
    if stored != name:
        storage.delete(stored)  # somebody else put the same bytes there meanwhile
    return name


def _keep_local(coming: Staged, path: Path) -> None:
    if path.is_file() and path.stat().st_size == coming.byte_size:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    coming.path.chmod(0o444)
    coming.path.replace(path)


@contextmanager
def open_local(alias: str, name: str) -> Iterator[Path]:
    """Give a stored file as a path on this machine, fetched first where the storage is remote."""
    storage = storages[alias]
    folder = _local_folder(storage)
    if folder:
        yield folder / name
        return
    with tempfile.TemporaryDirectory(prefix="stored-") as here:
        path = Path(here) / "stored"
        with storage.open(name, "rb") as stored, path.open("wb") as written:
            shutil.copyfileobj(stored, written, 1 << 20)
        yield path


def _local_folder(storage: Storage) -> Path | None:
    """Return the folder of a storage that is one on this machine."""
    try:
        return Path(storage.path(""))
    except NotImplementedError:
        return None
