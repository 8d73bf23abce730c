"""Files that are made of an item's sound when they are asked for, and kept for a day.

They lie under `var/made/{item}`, so that an erasure takes all that was made of an item; what is a
day old goes when the next is made, the oldest first where they grow beyond `MOST_BYTES`. Whoever
asks is asked about by the rule each time: that a file is here opens nothing.
"""

import fcntl
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse

from archive.models import Item

KEPT_S = 24 * 3600.0
MOST_BYTES = 4 << 30
_BLOCK = 1 << 18
_RETRY_S = 10


class Busy(Exception):
    """As many are being made as may be at once."""


def folder() -> Path:
    """Return where all of them lie."""
    found = Path(settings.VAR) / "made"
    found.mkdir(parents=True, exist_ok=True)
    return found


@dataclass(frozen=True)
class Made:
    """A file that is made of an item, by what its bytes depend on."""

    item: UUID
    key: str
    extension: str

    def _path(self) -> Path:
        return folder() / str(self.item) / f"{self.key}.{self.extension}"

    def path(self) -> Path | None:
        """Return where it is, if it was made."""
        path = self._path()
        with suppress(FileNotFoundError):
            os.utime(path)
            return path
        return None

    def room(self) -> Path:
        """Return a folder of the same disk, where it can be made."""
        return folder()

    def keep(self, made: Path) -> Path:
        """Put it in its place and clear away what is old.

        Of an item that was erased meanwhile nothing is kept.
        """
        path = self._path()
        path.parent.mkdir(exist_ok=True)
        made.replace(path)
        if not Item.objects.filter(pk=self.item).exists():
            forget([self.item])
            raise FileNotFoundError(path)
        clear(keep=path)
        return path


def forget(items: Iterable[UUID]) -> None:
    """Remove all that was made of these items."""
    for item in items:
        shutil.rmtree(folder() / str(item), ignore_errors=True)


def clear(*, keep: Path | None = None) -> None:
    """Remove what is a day old, and the oldest where all is too much."""
    kept, now = 0, time.time()
    for path, told in sorted(_files(), key=lambda each: -each[1].st_mtime):
        kept += told.st_size
        if path != keep and (now - told.st_mtime > KEPT_S or kept > MOST_BYTES):
            path.unlink(missing_ok=True)


def _files() -> Iterator[tuple[Path, os.stat_result]]:
    for path in folder().glob("*/*"):
        with suppress(FileNotFoundError):
            if path.is_file():
                yield path, path.stat()


@contextmanager
def slot(name: str, most: int) -> Iterator[None]:
    """Hold one of so many places of this machine, whatever process asks.

    Raises
    ------
    Busy : all are taken.
    """
    for number in range(most):
        with (folder() / f"{name}.{number}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            yield
            return
    raise Busy


def busy() -> HttpResponse:
    """Return the answer while as many files are being made as may be at once."""
    return HttpResponse(
        "Other files are being made just now. Ask again in a few seconds.\n",
        status=503,
        content_type="text/plain; charset=utf-8",
        headers={"Retry-After": str(_RETRY_S), "Cache-Control": "private, no-store"},
    )


class LocalFile:
    """A file of this machine as `archive.views.ranges` reads it."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")

    @property
    def size(self) -> int:
        return os.fstat(self._file.fileno()).st_size

    def chunks(self, start: int, stop: int) -> Iterator[bytes]:
        self._file.seek(start)
        while start < stop and (block := self._file.read(min(_BLOCK, stop - start))):
            start += len(block)
            yield block

    def close(self) -> None:
        self._file.close()
