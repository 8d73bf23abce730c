"""The projector: what the public may find and harvest, kept in the RDF store as it changes.

Events say which rows to look at again; what the rows say now is read anew, in one snapshot of
the database, and compared with what the store says. The difference tells what else to look at:
a term that an item names no longer may have to vanish, the items of a collection that closed.
All of it, and the position of the last event, becomes one transaction of the store.
"""

import hashlib
import logging
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from pyoxigraph import NamedNode, Triple

from archive.access import PUBLIC, Act
from archive.events import Event, last_position, sequence
from archive.feed import read_after
from archive.kinds import KINDS
from archive.models import Item, Merge, OldCode, Scheme
from ontology import context, iris
from ontology.compile import Described, described, key_and_pk
from ontology.forgetting import ERASED, forgotten_upto, note_forgotten
from ontology.mappings.declare import Rows
from ontology.mappings.registry import REGISTRY
from ontology.prepared import prepared
from ontology.store import Changes, LiveStore, Subject, as_stored, lines_of
from ontology.writers.serialise import read

log = logging.getLogger(__name__)

#: Kinds that are found, or say what they say, because of what names them.
NAMED = frozenset(
    {
        "place",
        "instrument",
        "population",
        "language",
        "agent",
        "concept",
        "track",
        "run",
        "processor",
        "result",
    }
)


@lru_cache(maxsize=1)
def _declarations() -> str:
    """A digest of all that decides what is said: when it changes, the store is made anew."""
    folder = Path(__file__).parent
    sources = [*sorted(folder.glob("mappings/*.py")), *sorted(folder.glob("writers/*.py"))]
    sources += [folder / "compile.py", folder / "iris.py", folder / "store.py"]
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()


def fingerprint() -> str:
    """Return what the store was made of: declarations, BASE and this very database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT system_identifier FROM pg_control_system()), oid, datname"
            " FROM pg_database WHERE datname = current_database()"
        )
        database = cursor.fetchone()
    return f"{_declarations()} {iris.base()} {database}"


@dataclass(frozen=True)
class Applied:
    """What one step did."""

    events: int
    changed: bool


_NEXT_OPENING = """
    SELECT extract(epoch FROM least(
        (SELECT min(embargo_until) FROM archive_item WHERE embargo_until > %s::timestamptz),
        (SELECT date_trunc('year', clock_timestamp()) + interval '1 year'
          WHERE EXISTS (SELECT FROM archive_item WHERE opens_with_age)
             OR EXISTS (SELECT FROM archive_collection WHERE opens_with_age))
    ) - clock_timestamp())
"""


class Projector:
    """Applies events to the store. `ontology/writer.py` runs it; tests step it by hand."""

    def __init__(self, store: LiveStore) -> None:
        self.store = store

    @property
    def position(self) -> int:
        return int(self.store.state("position") or -1)

    def needs_refill(self) -> bool:
        """Whether the store is empty, of another making, or of another history."""
        if self.position < 0 or self.store.state("made_of") != fingerprint():
            return True
        first = Event.objects.filter(position__gt=0).order_by("position").first()
        pruned = first is not None and (first.position or 0) > self.position + 1
        return pruned or last_position() < self.position

    def refill(self) -> int:
        """Make the store anew from the catalogue; return how many quads it holds."""
        sequence()
        with _snapshot():
            position, now = last_position(), _now()
            state = {"position": str(position), "made_of": fingerprint(), "opened": now}
            count = self.store.refill(_everything(), state)
        self._publish()
        note_forgotten(self.store.directory, position)
        log.info("The RDF store was filled: %d quads at position %d.", count, position)
        return count

    def step(self) -> Applied:
        """Apply the next events, and what has opened by the clock; publish if anything changed."""
        events = read_after(self.position)
        with _snapshot():
            now = _now()
            touched = set(_touched_by(events))
            touched |= _opened_between(self.store.state("opened"), now)
            changes = self._look_at(touched)
        changed = bool(changes)
        if events:
            self.store.note(changes, "position", str(events[-1].position))
        if any(event.kind == ERASED for event in events):
            self.store.note(changes, "erased", str(events[-1].position))
        if touched:
            self.store.note(changes, "opened", now)
        self.store.apply(changes)
        if changed:
            self._publish()
        elif events:
            self._tell()
        self._forget_what_is_owed()
        return Applied(len(events), changed)

    def tidy(self) -> None:
        """Remove what nobody reads any more."""
        self.store.tidy()

    def seconds_to_opening(self) -> float | None:
        """Return how long until time opens something, by the database's clock.

        An embargo ends at its moment; what grows old enough opens on 1 January.
        """
        with connection.cursor() as cursor:
            cursor.execute(_NEXT_OPENING, [self.store.state("opened") or "-infinity"])
            (seconds,) = cursor.fetchone() or (None,)
        return None if seconds is None else max(0.0, float(seconds))

    def _publish(self) -> None:
        self.store.publish()
        self._tell()

    def _forget_what_is_owed(self) -> None:
        """Let no file of the store hold what was erased, nor a generation that comes after.

        What is owed stands in the store itself: a writer that was killed does it when it is back.
        """
        if int(self.store.state("erased") or -1) <= forgotten_upto(self.store.directory):
            return
        self.store.forget()
        self.store.publish()
        note_forgotten(self.store.directory, self.position)

    def _tell(self) -> None:
        """Leave the applied position where who waits for it can read it."""
        told = self.store.directory / "applied.new"
        told.write_text(str(self.position), encoding="ascii")
        told.rename(self.store.directory / "applied")

    def _look_at(self, touched: Iterable[Subject]) -> Changes:
        changes, done, waiting = Changes(), set[Subject](), set(touched)
        while waiting:
            kind = next(iter(waiting)).kind
            subjects = {subject for subject in waiting if subject.kind == kind}
            done |= subjects
            waiting |= self._renew(kind, subjects, changes)
            waiting -= done
        return changes

    def _renew(self, kind: str, subjects: set[Subject], changes: Changes) -> set[Subject]:
        """Say the rows anew; return what else to look at."""
        said = {one.pk: one for one in _said_of(kind, [subject.pk for subject in subjects])}
        named: set[tuple[str, str]] = set()
        spreading: list[str] = []
        elsewhere: set[Subject] = set()
        addresses: set[str] = set()
        for subject in subjects:
            one = said.get(subject.pk)
            new = as_stored(read(one.triples)) if one else set()
            was, now = self.store.iri_of(subject), one.iri if one else None
            if was != now:
                addresses |= {address for address in (was, now) if address}
            if was and now and was != now:
                elsewhere |= self.store.naming(was)
            old = self.store.replace(changes, subject, one.iri if one else None, new)
            if old == new:
                continue
            spreads = _spreads(kind, old, new)
            named |= _named(old | new) if spreads else _named(old) ^ _named(new)
            spreading += [subject.pk] if spreads else []
        elsewhere |= self._found_no_more(named) | _formerly_at(addresses)
        return _subjects_named(named) | _dependents(kind, spreading) | elsewhere

    def _found_no_more(self, named: set[tuple[str, str]]) -> set[Subject]:
        """The tracks that were named and whose rows are gone: the store knows them still."""
        iris_of_tracks = [iris.mint(kind, key) for kind, key in named if kind == "track"]
        return {one for iri in iris_of_tracks for one in self.store.at(iri)}


def _spreads(kind: str, old: set[Triple], new: set[Triple]) -> bool:
    """Whether a thing appeared or vanished, or changed in what others depend on."""
    if not old or not new:
        return True
    spreading = {context.full(predicate) for predicate in REGISTRY[kind].spreads_on}
    return any(triple.predicate.value in spreading for triple in old ^ new)


def _named(triples: Iterable[Triple]) -> set[tuple[str, str]]:
    """The things of ours that triples name, of the kinds that depend on being named."""
    found = set()
    for triple in triples:
        if isinstance(triple.object, NamedNode):
            parts = iris.parse(triple.object.value)
            if parts and parts.kind in NAMED:
                found.add((parts.kind, parts.key))
    return found


def _subjects_named(named: Iterable[tuple[str, str]]) -> set[Subject]:
    """Find the rows behind IRIs; a place is followed by those around it, which it makes found."""
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for kind, key in named:
        keys[kind].append(key)
    found: set[Subject] = set()
    for kind, of_kind in keys.items():
        resource = REGISTRY[kind]
        rows = resource.model._default_manager.filter(_any_of(kind, of_kind))
        pks = [pk for _, pk in key_and_pk(kind, rows, PUBLIC)]
        found |= {Subject(kind, pk) for pk in pks}
        if resource.above is not None:
            found |= _subjects(kind, resource.above([UUID(pk) for pk in pks]))
    return found


def _formerly_at(addresses: Iterable[str]) -> set[Subject]:
    """Find the rows that had these addresses: they say so as long as no other row has them."""
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for parts in filter(None, map(iris.parse, addresses)):
        codes[parts.kind].append(parts.key)
    if "concept" in codes:
        codes["concept"] = _old_codes_of_concepts(codes["concept"])
    return {
        Subject(kind, str(pk))
        for kind, of_kind in codes.items()
        if kind in KINDS
        for pk in OldCode.objects.filter(kind=kind, code__in=of_kind).values_list(
            "subject_id", flat=True
        )
    }


def _old_codes_of_concepts(keys: Iterable[str]) -> list[str]:
    """Return under what the addresses of concepts are kept: by the scheme's uuid, not its slug."""
    slugs = [key.partition("/")[::2] for key in keys]
    schemes = dict(
        Scheme.objects.filter(slug__in={scheme for scheme, _ in slugs}).values_list("slug", "pk")
    )
    return [
        KINDS["concept"].old_code(slug, schemes[scheme])
        for scheme, slug in slugs
        if scheme in schemes
    ]


def _any_of(kind: str, keys: Sequence[str]) -> Q:
    condition = REGISTRY[kind].keyed(keys[0])
    for key in keys[1:]:
        condition |= REGISTRY[kind].keyed(key)
    return condition


def _subjects(kind: str, rows: Rows) -> set[Subject]:
    return {Subject(kind, str(pk)) for pk in rows.values_list("pk", flat=True)}


def _dependents(kind: str, pks: Sequence[str]) -> set[Subject]:
    if not pks or kind == "processor":
        return set()
    found: set[Subject] = set()
    for other, rows in REGISTRY[kind].dependents([UUID(pk) for pk in pks]).items():
        found |= _subjects(other, rows)
    return found


def _touched_by(events: Iterable[Event]) -> Iterator[Subject]:
    told: defaultdict[str, set[UUID]] = defaultdict(set)
    for event in events:
        told[event.subject_kind].add(event.subject_id)
        if event.item_id:
            told["item"].add(event.item_id)
    for kind, ids in told.items():
        if kind in REGISTRY:
            yield from (Subject(kind, str(pk)) for pk in ids)
            for other, rows in REGISTRY[kind].parts([*ids]).items():
                yield from _subjects(other, rows)
            yield from _taken_in(kind, ids)
    for resource in REGISTRY.values():
        for kind, touched in resource.touches.items():
            if kind in told:
                yield from _subjects(resource.kind, touched([*told[kind]]))


def _taken_in(kind: str, ids: Iterable[UUID]) -> Iterator[Subject]:
    """The terms that took these in by a merge, or gave them back: they answer for the address."""
    if kind in KINDS and KINDS[kind].is_term:
        targets = Merge.objects.filter(kind=kind, source_id__in=ids)
        yield from (Subject(kind, str(pk)) for pk in targets.values_list("target_id", flat=True))


def _opened_between(last: str, now: str) -> set[Subject]:
    return _subjects("item", Item.objects.opened_between(last or now, now))


def _said_of(kind: str, pks: Sequence[str]) -> Iterator[Described]:
    if kind == "processor":
        return described(kind, PUBLIC, Act.HARVEST, lambda rows: rows.filter(_any_of(kind, pks)))
    return prepared(kind, Act.HARVEST).described([UUID(pk) for pk in pks])


def _everything() -> Iterator[str]:
    graph = iris.public_graph()
    for kind in REGISTRY:
        for one in described(kind, PUBLIC, Act.HARVEST, lambda rows: rows, chunk=1000):
            yield from lines_of(Subject(kind, one.pk), one.iri, one.triples, graph)


@contextmanager
def _snapshot() -> Iterator[None]:
    """One REPEATABLE READ transaction: all that is read in it was true at one moment."""
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _now() -> str:
    """Return the snapshot's moment on the database's clock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()::text")
        return str(cursor.fetchone()[0])


def wait_until_applied(position: int, timeout_s: float) -> bool:
    """Wait until the store has applied the event at the position; return whether it has."""
    until = time.monotonic() + timeout_s
    told = Path(settings.RDF_DIR) / "applied"
    while True:
        if told.exists() and int(told.read_text(encoding="ascii") or -1) >= position:
            return True
        if time.monotonic() >= until:
            return False
        time.sleep(0.02)


def wait_until_shown(position: int, timeout_s: float) -> bool:
    """As `wait_until_applied`; where no store was ever filled, nothing is shown, and none waits."""
    if not (Path(settings.RDF_DIR) / "applied").exists():
        return True
    return wait_until_applied(position, timeout_s)
