"""Generations of the store: hard-linked snapshots that any number of processes may read.

    {RDF_DIR}/store/               the writer's own, locked by RocksDB
    {RDF_DIR}/generations/{n}/     a snapshot; {n}.lock is held (shared) by who reads it
    {RDF_DIR}/current              symbolic link to the newest, swapped in one step

Readers know nothing of Django: this module is imported by the query processes.
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from ontology.errors import NoStore


def newest(directory: Path) -> Path:
    """Return the newest snapshot.

    Raises
    ------
    NoStore : nothing has been published yet.
    """
    try:
        return directory / (directory / "current").readlink()
    except OSError as error:
        raise NoStore(
            "There is no RDF store yet: it is filled by `manage.py rdf_writer`."
        ) from error


def publish(store: Store, directory: Path) -> Path:
    """Snapshot the store, and let readers find it."""
    folder = directory / "generations"
    folder.mkdir(parents=True, exist_ok=True)
    number = 1 + max((_number(path) for path in folder.iterdir()), default=0)
    made = folder / f"{number}"
    store.backup(made)
    (folder / f"{number}.lock").touch()
    link = directory / "current.new"
    link.unlink(missing_ok=True)
    link.symlink_to(made.relative_to(directory))
    link.rename(directory / "current")
    return made


def remove_old(directory: Path) -> int:
    """Remove the snapshots that nobody reads but the newest; return how many are left."""
    folder, kept = directory / "generations", _number(newest(directory))
    # A higher number is being made just now.
    for path in [path for path in folder.iterdir() if path.is_dir() and _number(path) < kept]:
        with (folder / f"{path.name}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            shutil.rmtree(path, ignore_errors=True)
            (folder / f"{path.name}.lock").unlink(missing_ok=True)
    return sum(path.is_dir() for path in folder.iterdir())


def oldest(directory: Path) -> int:
    """Return the number of the oldest snapshot that is there; 0 where there is none."""
    folder = directory / "generations"
    there = folder.iterdir() if folder.is_dir() else iter(())
    return min((_number(path) for path in there if path.is_dir()), default=0)


def _number(path: Path) -> int:
    return int(path.stem) if path.stem.isdigit() else 0


#: A generation may be replaced between finding and locking it, hardly twice.
_TRIES = 5


class Reader:
    """The newest generation, kept open, and from being removed, until a newer one is there."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._lock: IO[bytes] | None = None
        self._path: Path | None = None
        self._store: Store | None = None

    def open(self) -> tuple[Store, str]:
        """Return the newest store and its number."""
        for _ in range(_TRIES):
            path = newest(self._directory)
            if self._store is None or path != self._path:
                self.close()
                self._open(path)
            if self._store is not None:
                return self._store, path.name
        raise NoStore("The RDF store was replaced while it was opened: ask again.")

    def _open(self, path: Path) -> None:
        """Lock first: what is locked is not removed; what was removed before is not opened."""
        try:
            lock = (path.parent / f"{path.name}.lock").open("rb")
        except FileNotFoundError:
            return
        fcntl.flock(lock, fcntl.LOCK_SH)
        if not path.is_dir():
            lock.close()
            return
        self._lock, self._path, self._store = lock, path, Store.read_only(str(path))

    def let_go_of_the_old(self) -> None:
        """Keep a generation open only as long as there is no newer one."""
        if self._path is not None and self._path != newest(self._directory):
            self.close()

    def close(self) -> None:
        self._store = self._path = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@contextmanager
def reading(directory: Path) -> Iterator[Store]:
    """Read the newest generation for a while."""
    with Reader(directory) as reader:
        yield reader.open()[0]


def ask(store: Store, query: str, graph: str) -> QuerySolutions | QueryBoolean | QueryTriples:
    """Run a public query over one graph; both datasets are always named, or GRAPH ?g sees all."""
    return store.query(query, default_graph=[NamedNode(graph)], named_graphs=[NamedNode(graph)])
