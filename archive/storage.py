"""Masters and results by Django's storage API, content-addressed.

Names are made of the content's SHA-256 (`ab/cd/<sha256>.<ext>`), so that the same bytes are kept
once and a name can never come to mean other bytes. No name given by a person becomes a path.

    with staged(path, MASTERS) as coming:        # a private copy, checksummed while it is read
        name = keep(MASTERS, coming, "wav")      # in its place whole or not at all, read-only
    name = keep_folder(RESULTS, folder)          # tiles: a folder of small files, all or none
    data = read_member(RESULTS, name, "0/3")
    with open_local(MASTERS, name) as path:      # a path here, fetched first where it is elsewhere
    blob = open_blob(RESULTS, name)              # for archive.views.ranges, which closes it
    verify(MASTERS, name, sha256=…, byte_size=…)        # raises FileDamaged
"""

import hashlib
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from archive.errors import FileDamaged, NotSound
from archive.vaults import BLOCK, Kept, StoredBytes, ensure_room, telling_of_a_full_disk, vault

MASTERS = "masters"
RESULTS = "results"
#: Pictures, scans and films that go with a record.
RELATED = "related"
#: What was uploaded and waits for its record.
STAGED = "staged"

#: How often a growing file asks for room, in bytes.
_ASK_EVERY = 16 << 20
_EXTENSION = re.compile(r"[a-z0-9]{1,10}", re.ASCII)
_MEMBER = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*", re.ASCII)


@dataclass(frozen=True)
class Staged:
    """A private copy of what came, and what its bytes add up to."""

    path: Path
    sha256: str
    byte_size: int

    def name(self, extension: str) -> str:
        """Return what it is called in a storage."""
        return content_name(self.sha256, extension)


def content_name(sha256: str, extension: str = "") -> str:
    """Return the name of content: two levels of folders, so that none grows too large."""
    if extension and not _EXTENSION.fullmatch(extension):
        extension = "bin"
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}{'.' if extension else ''}{extension}"


@contextmanager
def staged(source: Path, alias: str) -> Iterator[Staged]:
    """Copy a file aside while its checksum is taken; the copy is gone at the end.

    What is checked and kept is the copy, so that a file that changes meanwhile can do no harm.

    Raises
    ------
    NotSound : no regular file, or one that may not be read.
    NoRoom : it does not fit.
    """
    workroom = vault(alias).workroom() or Path(tempfile.gettempdir())
    with telling_of_a_full_disk(), _opened(source) as came:
        ensure_room(workroom, os.fstat(came.fileno()).st_size)
        with tempfile.TemporaryDirectory(prefix="coming-", dir=workroom) as room:
            copy = Path(room) / "content"
            yield _copied(came, copy)


class Arriving:
    """Content that arrives in blocks: a private copy grows, and its checksum with it.

    `end` gives what `keep` takes; `close` removes what was not kept, and may be called twice.

    Raises
    ------
    NoRoom : what has come so far does not fit.
    """

    def __init__(self, alias: str) -> None:
        workroom = vault(alias).workroom() or Path(tempfile.gettempdir())
        ensure_room(workroom, 0)
        self._room = tempfile.TemporaryDirectory(prefix="coming-", dir=workroom)
        self._copy = Path(self._room.name) / "content"
        self._file = self._copy.open("xb")
        self._digest = hashlib.sha256()
        self._asked_at = 0
        self.byte_size = 0

    def write(self, block: bytes) -> None:
        if self.byte_size - self._asked_at > _ASK_EVERY:
            ensure_room(self._copy.parent, 0)
            self._asked_at = self.byte_size
        with telling_of_a_full_disk():
            self._file.write(block)
        self._digest.update(block)
        self.byte_size += len(block)

    def end(self) -> Staged:
        with telling_of_a_full_disk():
            self._file.flush()
            os.fsync(self._file.fileno())
        return Staged(self._copy, self._digest.hexdigest(), self.byte_size)

    def close(self) -> None:
        with suppress(OSError):  # a full disk may refuse the last block; it goes anyway
            self._file.close()
        self._room.cleanup()


@contextmanager
def _opened(source: Path) -> Iterator[BinaryIO]:
    try:
        # Without O_NONBLOCK a named pipe would hold us until somebody writes to it.
        descriptor = os.open(source, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotSound(f"{source.name!r} cannot be read: {reason}.") from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotSound(f"{source.name!r} is not a file.")
    with os.fdopen(descriptor, "rb") as file:
        yield file


def _copied(came: BinaryIO, copy: Path) -> Staged:
    digest, size = hashlib.sha256(), 0
    with copy.open("xb") as written:
        while block := came.read(BLOCK):
            digest.update(block)
            written.write(block)
            size += len(block)
        written.flush()
        os.fsync(written.fileno())
    return Staged(copy, digest.hexdigest(), size)


def keep(alias: str, coming: Staged, extension: str) -> str:
    """Put staged content where it belongs, read-only, and return its name.

    The same content there already is left as it is, once its length is found to agree.

    Raises
    ------
    NoRoom : nothing of it was kept.
    FileDamaged : what lies under that name has another length.
    """
    name = coming.name(extension)
    vault(alias).put(coming.path, name)
    return name


def keep_folder(alias: str, folder: Path) -> str:
    """Put a folder of files where it belongs and return its name, made of all that is in it."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            member = path.relative_to(folder).as_posix()
            _ensure_member(member)
            digest.update(f"{member}\0{_sha256(path)}\n".encode())
    name = content_name(digest.hexdigest())
    vault(alias).put_folder(folder, name)
    return name


def read_member(alias: str, name: str, member: str) -> bytes:
    """Return one small file of a kept folder.

    Raises
    ------
    FileDamaged : the folder has no such file.
    """
    _ensure_member(member)
    with closing(vault(alias).open(f"{name}/{member}")) as blob:
        return b"".join(blob.chunks(0, blob.size))


def open_blob(alias: str, name: str) -> StoredBytes:
    """Open a stored file for reading anywhere in it. Who opens it closes it.

    Raises
    ------
    FileDamaged : it is missing.
    """
    return vault(alias).open(name)


@contextmanager
def open_local(alias: str, name: str) -> Iterator[Path]:
    """Give a stored file as a path on this machine, fetched first where it lies elsewhere."""
    path = vault(alias).local(name)
    if path:
        yield path
        return
    with (
        telling_of_a_full_disk(),
        tempfile.TemporaryDirectory(prefix="stored-") as room,
        closing(vault(alias).open(name)) as blob,
    ):
        path = Path(room) / Path(name).name
        with path.open("xb") as written:
            written.writelines(blob.chunks(0, blob.size))
        yield path


def verify(alias: str, name: str, *, sha256: str, byte_size: int) -> None:
    """Read a stored file again and compare it with what was deposited (R-01).

    Raises
    ------
    FileDamaged : missing, of another length, or of other bytes.
    """
    digest = hashlib.sha256()
    with closing(open_blob(alias, name)) as blob:
        if blob.size != byte_size:
            raise FileDamaged(f"{name} has {blob.size} bytes, deposited were {byte_size}.")
        for chunk in blob.chunks(0, blob.size):
            digest.update(chunk)
    if digest.hexdigest() != sha256:
        raise FileDamaged(f"{name} holds other bytes than were deposited.")


def stored(alias: str) -> Iterator[Kept]:
    """Return the name of all content that is kept, and when it came; a kept folder is one."""
    return vault(alias).contents()


def is_kept(alias: str, name: str) -> bool:
    """Tell whether content of that name is there."""
    return vault(alias).has(name)


def remove(alias: str, name: str) -> None:
    """Remove content, file or folder, that no row names. Nothing else may be removed."""
    vault(alias).remove(name)


def _ensure_member(member: str) -> None:
    if not _MEMBER.fullmatch(member):
        raise FileDamaged(f"{member[:80]!r} is not the name of a stored file.")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
