"""Where stored bytes lie: a folder of this machine, or a bucket, behind one set of verbs.

Both stand on the Django storage that the settings name. A folder adds what the storage API does
not promise: a file is in its place whole or not at all, survives a power cut once it is there,
is read-only, and is never written over.
"""

import errno
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from django.core.files import File as DjangoFile
from django.core.files.storage import FileSystemStorage, Storage, storages

from archive.errors import FileDamaged, NoRoom

BLOCK = 1 << 18
#: Kept free on the disk, so that a deposit never stops the database beside it.
KEPT_FREE = 64 << 20
#: How deep names go (`ab/cd/<sha256>`): a folder there is one content.
_DEPTH = 3
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class StoredBytes(Protocol):
    """An open stored file; `archive.views.ranges` sends it."""

    @property
    def size(self) -> int: ...

    def chunks(self, start: int, stop: int) -> Iterator[bytes]: ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class Kept:
    """Something kept, and when it came, in seconds since 1970."""

    name: str
    came_at: float


class Vault(Protocol):
    """What a place for bytes can do. Names are `PurePosixPath`s in text, made by us."""

    def workroom(self) -> Path | None:
        """Return a folder on the same disk, for what is on its way in; None where there is none."""

    def put(self, path: Path, name: str) -> None:
        """Keep the file under the name; the same content there already is the same."""

    def put_folder(self, folder: Path, name: str) -> None: ...

    def open(self, name: str) -> StoredBytes: ...

    def has(self, name: str) -> bool: ...

    def remove(self, name: str) -> None: ...

    def contents(self) -> Iterator[Kept]:
        """Return what is kept: files and, where names are content's, whole folders."""

    def local(self, name: str) -> Path | None: ...


def vault(alias: str) -> Vault:
    """Return the vault over the storage that the settings call `alias`."""
    storage = storages[alias]
    return Folder(storage) if isinstance(storage, FileSystemStorage) else Bucket(storage)


@contextmanager
def telling_of_a_full_disk() -> Iterator[None]:
    """Turn the system's word for a full disk into ours."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise NoRoom("The disk is full: nothing was kept. Make room and try again.") from error


def ensure_room(folder: Path, byte_size: int) -> None:
    """Refuse what would leave less than `KEPT_FREE` on the disk."""
    free = shutil.disk_usage(folder).free
    if free - byte_size < KEPT_FREE:
        raise NoRoom(
            f"{byte_size >> 20} MB do not fit: {free >> 20} MB are free and "
            f"{KEPT_FREE >> 20} MB of these stay so. Make room and try again."
        )


class Folder:
    """A folder of this machine."""

    def __init__(self, storage: FileSystemStorage) -> None:
        self._storage = storage

    def workroom(self) -> Path:
        room = self.local(".coming")
        room.mkdir(parents=True, exist_ok=True)
        return room

    def local(self, name: str) -> Path:
        return Path(self._storage.path(name))  # refuses to leave its folder

    def put(self, path: Path, name: str) -> None:
        target = self.local(name)
        with telling_of_a_full_disk():
            target.parent.mkdir(parents=True, exist_ok=True)
            path.chmod(0o444)
            _sync(path)
            try:
                # A link, unlike a rename, fails where the name is taken.
                os.link(path, target)
            except FileExistsError:
                _ensure_same_size(target, path)
            _sync(target.parent)

    def put_folder(self, folder: Path, name: str) -> None:
        target = self.local(name)
        with telling_of_a_full_disk(), tempfile.TemporaryDirectory(dir=self.workroom()) as room:
            copy = Path(room) / "folder"
            shutil.copytree(folder, copy)
            for path in copy.rglob("*"):
                path.chmod(0o755 if path.is_dir() else 0o444)
                _sync(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                copy.rename(target)
            except OSError as error:
                # The name holds a checksum of all that is in it: it is there already.
                if error.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
                    raise
            _sync(target.parent)

    def open(self, name: str) -> "FolderBytes":
        try:
            return FolderBytes(self.local(name).open("rb"))
        except FileNotFoundError as error:
            raise FileDamaged(f"The stored file {name} is missing.") from error

    def has(self, name: str) -> bool:
        return self.local(name).exists()

    def remove(self, name: str) -> None:
        path = self.local(name)
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
            return
        with suppress(FileNotFoundError):
            path.unlink()

    def contents(self) -> Iterator[Kept]:
        yield from self._kept_in("", _DEPTH)

    def _kept_in(self, folder: str, depth: int) -> Iterator[Kept]:
        root = self.local(folder)
        for entry in os.scandir(root) if root.is_dir() else ():
            name = f"{folder}/{entry.name}" if folder else entry.name
            if name == ".coming":
                continue
            if depth > 1 and entry.is_dir():
                yield from self._kept_in(name, depth - 1)
                continue
            with suppress(FileNotFoundError):  # gone since it was listed
                yield Kept(name, entry.stat().st_mtime)


class FolderBytes:
    """An open file of a folder."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file
        self.size = os.fstat(file.fileno()).st_size

    def chunks(self, start: int, stop: int) -> Iterator[bytes]:
        self._file.seek(start)
        while start < stop:
            chunk = self._file.read(min(BLOCK, stop - start))
            if not chunk:
                raise FileDamaged("The stored file has become shorter while it was read.")
            start += len(chunk)
            yield chunk

    def close(self) -> None:
        self._file.close()


class Bucket:
    """Any other Django storage; what S3 can do better is done in `BucketBytes`."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def workroom(self) -> None:
        return None

    def local(self, name: str) -> None:
        return None

    def put(self, path: Path, name: str) -> None:
        if self._storage.exists(name):
            _ensure_same_size(self._storage.size(name), path)
            return
        with path.open("rb") as file:
            stored = self._storage.save(name, DjangoFile(file, name=path.name))
        if stored != name:
            self._storage.delete(stored)  # somebody else put the same bytes there meanwhile

    def put_folder(self, folder: Path, name: str) -> None:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                self.put(path, f"{name}/{path.relative_to(folder).as_posix()}")

    def open(self, name: str) -> "BucketBytes":
        try:
            return BucketBytes(self._storage.open(name, "rb"))
        except FileNotFoundError as error:
            raise FileDamaged(f"The stored file {name} is missing.") from error

    def has(self, name: str) -> bool:
        return self._storage.exists(name) or next(self._members(name), None) is not None

    def remove(self, name: str) -> None:
        for member in self._members(name):
            self._storage.delete(member)
        self._storage.delete(name)

    def contents(self) -> Iterator[Kept]:
        for name, is_folder in self._named_in("", _DEPTH):
            of = next(self._members(name)) if is_folder else name
            yield Kept(name, self._storage.get_modified_time(of).timestamp())

    def _named_in(self, folder: str, depth: int) -> Iterator[tuple[str, bool]]:
        folders, files = self._storage.listdir(folder)
        prefix = f"{folder}/" if folder else ""
        yield from ((prefix + each, False) for each in files)
        for each in folders:
            if depth > 1:
                yield from self._named_in(prefix + each, depth - 1)
            else:
                yield prefix + each, True

    def _members(self, folder: str) -> Iterator[str]:
        folders, files = self._storage.listdir(folder)
        yield from (f"{folder}/{each}" for each in files)
        for each in folders:
            yield from self._members(f"{folder}/{each}")


class BucketBytes:
    """An open file of a bucket: only the stretches that are asked for travel."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self.size = int(file.size)

    def chunks(self, start: int, stop: int) -> Iterator[bytes]:
        if start >= stop:
            return  # S3 would take "5-4" for no range, and send everything
        #: boto3's object; opening the file itself would fetch all of it.
        stored = self._file.obj.get(Range=f"bytes={start}-{stop - 1}")
        yield from stored["Body"].iter_chunks(BLOCK)

    def close(self) -> None:
        self._file.close()


def _ensure_same_size(there: Path | int, path: Path) -> None:
    size = there if isinstance(there, int) else there.stat().st_size
    if size != path.stat().st_size:
        raise FileDamaged(
            "A stored file of that checksum has another length than its bytes: it is damaged. "
            "Run `manage.py verify_masters`."
        )


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
