"""Files that are made of an item's sound when they are asked for, and kept for a day.

They lie under `var/made/{item}`, so that an erasure takes all that was made of an item; what is a
day old goes when the next is made, the oldest first where they grow beyond `MOST_BYTES`. Whoever
asks is asked about by the rule each time: that a file is here opens nothing.

A file is named by how its item stood when it was made: its sounds, and what is withheld of them. An
erasure takes the files of the machine that it runs on; on every other one, each web process looks
each `SWEEP_S` whether the items still stand so (`sweep`), and what was made of a sound that is
erased, withdrawn or withheld since goes. Until then nothing of it is given: its name is not asked.
"""

import fcntl
import hashlib
import os
import shutil
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse

from archive.models import Item

KEPT_S = 24 * 3600.0
SWEEP_S = 60.0
MOST_BYTES = 4 << 30
_BLOCK = 1 << 18
_NAMED = 16
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

    def _path(self) -> Path | None:
        """Return where it is to be by how its item stands now; None where there is no item."""
        stands = standing_of([self.item]).get(self.item)
        name = f"{stands}-{self.key}.{self.extension}"
        return None if stands is None else folder() / str(self.item) / name

    def path(self) -> Path | None:
        """Return where it is, if it was made of the item as it stands."""
        path = self._path()
        with suppress(FileNotFoundError):
            if path is None:
                return None
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
        if path is None:
            raise FileNotFoundError(f"There is no item {self.item}.")
        path.parent.mkdir(exist_ok=True)
        made.replace(path)
        if not Item.objects.filter(pk=self.item).exists():
            forget([self.item])
            raise FileNotFoundError(path)
        clear(keep=path)
        return path


def standing_of(items: Iterable[UUID]) -> dict[UUID, str]:
    """Return how these items stand: what names their sounds and what is withheld of them."""
    rows = Item.objects.filter(pk__in=items).order_by("pk", "parts__pk")
    told: dict[UUID, list[str]] = defaultdict(list)
    for key, *said in rows.values_list("pk", "withheld_key", "parts__file__sha256"):
        told[key].append(" ".join(map(str, said)))
    return {
        key: hashlib.sha256("\n".join(sorted(each)).encode()).hexdigest()[:_NAMED]
        for key, each in told.items()
    }


def sweep() -> int:
    """Remove on this machine what was made of items that stand otherwise now; return how much.

    Items that are gone, withdrawn or in the bin, and sounds that were erased, exchanged or withheld
    since; whoever edits the record has it made anew.
    """
    files = [(key, path) for path, _ in _files() if (key := _uuid(path.parent.name))]
    items = {key for key, _ in files}
    kept = Item.objects.filter(pk__in=items, state__in=["draft", "published"])
    stands = standing_of(kept.values_list("pk", flat=True)) if items else {}
    gone = [path for key, path in files if path.name.partition("-")[0] != stands.get(key)]
    for path in gone:
        path.unlink(missing_ok=True)
    for key in items - stands.keys():
        with suppress(OSError):  # one that was made this moment stays for the next sweep
            (folder() / str(key)).rmdir()
    return len(gone)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


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
