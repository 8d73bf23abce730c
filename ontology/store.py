"""The writer's RDF store: public triples, and what is needed to take them up again.

One process holds it. Each thing's triples are found from its IRI through its # nodes, and are
replaced in one transaction together with the position of the last event applied: killed at any
moment, it is as before the batch or as after it. The state lies in a graph of its own, which no
query sees; it tells from a row's primary key the IRI under which the row is in the store, since
a code may change and a deleted row has none.
"""

import fcntl
import shutil
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple

from ontology import generations
from ontology.errors import StoreBusy
from ontology.namespaces import DCT

#: Removing takes as long as publishing; it is done beside, and nobody waits for it.
_TIDY_EVERY_S = 1.0
_STATE = NamedNode("urn:sonotheque:state")
_STORE = NamedNode("urn:sonotheque:store")
_IRI = NamedNode("urn:sonotheque:iri")
_REPLACES = NamedNode(f"{DCT.replaces}")
_IS_REPLACED_BY = NamedNode(f"{DCT.isReplacedBy}")


@dataclass(frozen=True)
class Subject:
    """A row whose triples are, or may be, in the store."""

    kind: str
    pk: str

    @property
    def node(self) -> NamedNode:
        return NamedNode(f"urn:sonotheque:{self.kind}:{self.pk}")


@dataclass
class Changes:
    """What one transaction takes out and puts in."""

    gone: list[Quad] = field(default_factory=list)
    come: list[Quad] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.gone or self.come)

    def replace(self, graph: NamedNode, old: set[Triple], new: set[Triple]) -> None:
        """Let the graph say `new` where it said `old`; what is in both stays untouched."""
        self.gone += [_in(graph, triple) for triple in old - new]
        self.come += [_in(graph, triple) for triple in new - old]

    def update(self) -> str:
        """Return the SPARQL update, made of terms that were parsed and never of text."""
        parts = []
        if self.gone:
            parts.append(f"DELETE DATA {{ {_data(self.gone)} }}")
        if self.come:
            parts.append(f"INSERT DATA {{ {_data(self.come)} }}")
        return " ;\n".join(parts)


def _in(graph: NamedNode, triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, graph)


def _data(quads: Iterable[Quad]) -> str:
    return "\n".join(f"GRAPH {quad.graph_name} {{ {quad.triple} }}" for quad in quads)


class LiveStore:
    """The store as its one writer holds it."""

    def __init__(self, directory: Path, graph: str) -> None:
        self.directory = directory
        self.graph = NamedNode(graph)
        self._lock: IO[str] | None = None
        self._store: Store | None = None
        self._tidied = 0.0
        self._aside = ThreadPoolExecutor(1, "rdf-tidy")

    def __enter__(self) -> Self:
        """Take the store.

        Raises
        ------
        StoreBusy : another process has it.
        """
        self.directory.mkdir(parents=True, exist_ok=True)
        self._lock = (self.directory / "writer.lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._lock.close()
            raise StoreBusy(
                f"Another process writes the RDF store in {self.directory}. "
                "One writer is enough: end this one or the other."
            ) from None
        self._clear_away()
        self._open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._aside.shutdown()
        self._store = None
        if self._lock is not None:
            self._lock.close()

    @property
    def store(self) -> Store:
        if self._store is None:
            raise RuntimeError("The store is not open.")
        return self._store

    def _clear_away(self) -> None:
        """Remove what a writer that was killed had half made, or not yet removed."""
        for name in ("new", "old"):
            shutil.rmtree(self.directory / name, ignore_errors=True)
        (self.directory / "dump.nq").unlink(missing_ok=True)

    def _open(self) -> None:
        path = self.directory / "store"
        try:
            self._store = Store(str(path))
        except OSError:
            # Damaged: it is a mirror, and is made again from the catalogue.
            shutil.rmtree(path)
            self._store = Store(str(path))

    def state(self, name: str) -> str:
        """Return what was noted under the name, empty where nothing was."""
        for quad in self.store.quads_for_pattern(_STORE, _noted(name), None, _STATE):
            return quad.object.value if isinstance(quad.object, Literal) else ""
        return ""

    def note(self, changes: Changes, name: str, value: str) -> None:
        """Note a value, as a part of the changes."""
        old = self.store.quads_for_pattern(_STORE, _noted(name), None, _STATE)
        new = {Triple(_STORE, _noted(name), Literal(value))}
        changes.replace(_STATE, {quad.triple for quad in old}, new)

    def iri_of(self, subject: Subject) -> str | None:
        """Return the IRI under which a row is in the store."""
        for quad in self.store.quads_for_pattern(subject.node, _IRI, None, _STATE):
            return quad.object.value if isinstance(quad.object, NamedNode) else None
        return None

    def naming(self, iri: str) -> set[Subject]:
        """Return the rows whose triples name a thing, be it in a # node of theirs."""
        pages = {
            quad.subject.value.partition("#")[0]
            for quad in self.store.quads_for_pattern(None, None, NamedNode(iri), self.graph)
            if isinstance(quad.subject, NamedNode)
        }
        return {subject for page in pages for subject in self.at(page)}

    def at(self, iri: str) -> set[Subject]:
        """Return the rows that stand in the store under the IRI."""
        return {
            Subject(*quad.subject.value.split(":", 3)[2:])
            for quad in self.store.quads_for_pattern(None, _IRI, NamedNode(iri), _STATE)
            if isinstance(quad.subject, NamedNode)
        }

    def subjects(self) -> Iterator[tuple[str, str]]:
        """Yield the state's name and the IRI of everything in the store."""
        for quad in self.store.quads_for_pattern(None, _IRI, None, _STATE):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                yield quad.subject.value, quad.object.value

    def triples_of(self, iri: str) -> set[Triple]:
        """Return all that is said of a thing and of its # nodes."""
        return triples_of(self.store, self.graph, iri)

    def replace(
        self, changes: Changes, subject: Subject, iri: str | None, new: set[Triple]
    ) -> set[Triple]:
        """Let the store say `new` of the row, under the IRI; return what it said before."""
        was = self.iri_of(subject)
        old = self.triples_of(was) if was else set()
        changes.replace(self.graph, old, new)
        noted = {Triple(subject.node, _IRI, NamedNode(was))} if was else set()
        wanted = {Triple(subject.node, _IRI, NamedNode(iri))} if iri else set()
        changes.replace(_STATE, noted, wanted)
        return old

    def apply(self, changes: Changes) -> None:
        """Do it, as one transaction."""
        if changes:
            self.store.update(changes.update())

    def publish(self) -> None:
        """Let readers see what is there now."""
        generations.publish(self.store, self.directory)
        if time.monotonic() > self._tidied + _TIDY_EVERY_S:
            self._tidied = time.monotonic()
            self._aside.submit(generations.remove_old, self.directory)

    def forget(self) -> None:
        """Make the store anew from what it says: no file of it holds what was deleted then.

        To compact it is not enough: Oxigraph keeps every string that it was ever told.
        """
        dump = self.directory / "dump.nq"
        self.store.dump(str(dump), format=RdfFormat.N_QUADS)
        self._take_its_place(dump)

    def tidy(self) -> None:
        """Remove the generations that nobody reads."""
        self._aside.submit(generations.remove_old, self.directory).result()

    def refill(self, lines: Iterable[str], state: dict[str, str]) -> int:
        """Put other contents in the store's place; return how many lines there were.

        The old store and its generations serve until the new one is whole.
        """
        dump, count = self.directory / "dump.nq", 0
        with dump.open("w", encoding="utf-8") as file:
            for line in lines:
                file.write(line)
                count += 1
            for name, value in state.items():
                quad = Quad(_STORE, _noted(name), Literal(value), _STATE)
                file.write(f"{quad} .\n")
        self._take_its_place(dump)
        return count

    def _take_its_place(self, dump: Path) -> None:
        """Fill a store from a file of quads, and put it where the old one is."""
        made, old = (self.directory / name for name in ("new", "old"))
        for path in (made, old):
            shutil.rmtree(path, ignore_errors=True)
        fresh = Store(str(made))
        fresh.bulk_load(path=str(dump), format=RdfFormat.N_QUADS)
        fresh.flush()
        del fresh
        self._store = None
        (self.directory / "store").rename(old)
        made.rename(self.directory / "store")
        self._open()
        shutil.rmtree(old, ignore_errors=True)
        dump.unlink()


def lines_of(subject: Subject, iri: str, triples: Iterable[str], graph: str) -> Iterator[str]:
    """Yield a thing's N-Triples as the quads by which `refill` fills a store."""
    for triple in triples:
        yield f"{triple.removesuffix('.')}<{graph}> .\n"
    yield f"{subject.node} {_IRI} <{iri}> {_STATE} .\n"


def _noted(name: str) -> NamedNode:
    return NamedNode(f"urn:sonotheque:{name}")


def as_stored(triples: Iterable[Triple]) -> set[Triple]:
    """Return triples as a store gives them back: it keeps numbers and moments by value."""
    scratch = Store()
    scratch.extend(Quad(one.subject, one.predicate, one.object) for one in triples)
    return {quad.triple for quad in scratch}


def triples_of(store: Store, graph: NamedNode, iri: str) -> set[Triple]:
    """Return all that a graph says of a thing, of its # nodes, and of the addresses that it had."""
    found: set[Triple] = set()
    seen, waiting = {iri}, [iri]
    while waiting:
        for quad in store.quads_for_pattern(NamedNode(waiting.pop()), None, None, graph):
            found.add(quad.triple)
            o = quad.object
            if isinstance(o, NamedNode) and o.value.startswith(f"{iri}#") and o.value not in seen:
                seen.add(o.value)
                waiting.append(o.value)
    thing = NamedNode(iri)
    found.update(
        quad.triple
        for quad in store.quads_for_pattern(None, _IS_REPLACED_BY, thing, graph)
        if isinstance(quad.subject, NamedNode) and Triple(thing, _REPLACES, quad.subject) in found
    )
    return found
