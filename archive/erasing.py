"""Where anything of a record is kept, and by what it is erased: the one table of erasures.

An erasure gathers what goes (`Doomed`), lets every *eraser* look at what there is (`seek`) and then
take it (`erase`), all in one transaction; what lies outside the database is removed afterwards by
*finishers*, from rows that a process which was killed leaves to the next.

    register_eraser(Eraser("results", seek=…, erase=…))       from `apps.ready()` of upper packages
    register_finisher(Finisher("SPARQL", finish=…))
    decide("results", "analysis.Computation", …)              what each table's rows are erased by
    holds_nothing("why", "analysis.Preset", …)                or why nothing of a record is in them

A test walks every table of the installation: one that nobody decided about does not pass, so that
whoever adds a table says what an erasure does to it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models

from archive.access import Actor
from archive.history import tracked
from archive.models import Erasure

Rows = dict[type[models.Model], set[Any]]


@dataclass(frozen=True)
class Root:
    """A kind of thing that can be erased."""

    model: str
    #: Whether it has an address at which something may be said afterwards.
    has_address: bool = False


#: What can be erased, and why not the rest: a place, an instrument, a language are nobody's; a
#: fonds and a corpus are the archive's own words around collections. These are deleted when nothing
#: uses them. A person's slug is made of their name, so nothing is ever announced of an agent.
ROOTS: Mapping[str, Root] = {
    "item": Root("archive.Item", has_address=True),
    "collection": Root("archive.Collection", has_address=True),
    "agent": Root("archive.Agent"),
    "part": Root("archive.Part"),
    "track": Root("archive.Track"),
    "annotation": Root("archive.Annotation"),
    "related_media": Root("archive.RelatedMedia"),
    "comment": Root("archive.Comment"),
}

#: Rows that go with what they point to although the database would refuse to delete that.
GOES_WITH = {
    "archive.Item.collection",
    "archive.ItemAgent.agent",
    "archive.LevelAgent.agent",
    "archive.PerformancePlayer.agent",
    "archive.AgreementParty.agent",
    "archive.ExtraValue.agent",
}
#: Pointers that are emptied: the row says something else, and stays.
EMPTIED = {
    "archive.Accession.donor",
    "archive.Digitisation.digitiser",
    "archive.Holder.agent",
    "archive.Comment.answers",
    "archive.Request.grant",
}
#: Pointers to rows that go only when nothing points to them any more: an eraser sees to it.
SEEN_TO = {"archive.Part.file"}


@dataclass
class Doomed:
    """What one erasure takes. `archive.erasers` fill it and empty the tables by it."""

    erasure: Erasure
    actor: Actor
    rows: Rows = field(default_factory=lambda: defaultdict(set))
    #: Rows that are gone already and of which the history still tells: (table, id).
    gone: set[tuple[str, str]] = field(default_factory=set)
    #: Records whose whole history goes, also of those that were merged into them.
    subjects: set[UUID] = field(default_factory=set)
    #: Bytes that may go, by storage; whoever removes them looks whether anything names them.
    files: set[tuple[str, str]] = field(default_factory=set)
    #: Records that use the same bytes, which therefore stay.
    kept_for: set[tuple[str, UUID]] = field(default_factory=set)
    #: What an eraser found when it looked and needs when it takes, by its name.
    aside: dict[str, set[Any]] = field(default_factory=dict)

    def add(self, model: type[models.Model], keys: Iterable[Any]) -> None:
        """Let these rows go, and all that goes with them."""
        waiting = [(model, set(keys))]
        while waiting:
            of, found = waiting.pop()
            new = found - self.rows[of]
            if not new:
                continue
            self.rows[of] |= new
            self._note_subjects(of, new)
            for other, pointer in pointers_to(of):
                if goes_with(other, pointer):
                    keys_of = other._base_manager.filter(**{f"{pointer.name}__in": new})
                    waiting.append((other, set(keys_of.values_list("pk", flat=True))))

    def _note_subjects(self, model: type[models.Model], keys: set[Any]) -> None:
        kept = tracked().get(model._meta.db_table)
        if kept is not None and kept.is_record:
            self.subjects |= keys

    def of(self, model: type[models.Model]) -> set[Any]:
        return self.rows.get(model, set())

    @property
    def keys(self) -> set[UUID]:
        """Return the uuids of all that goes: by these, rows without a foreign key name it."""
        named = {key for keys in self.rows.values() for key in keys if isinstance(key, UUID)}
        return named | self.subjects


@dataclass(frozen=True)
class Eraser:
    """Takes one sort of trace out of the database, in the erasure's transaction."""

    name: str
    #: Looks at what there is before anything is taken.
    seek: Callable[[Doomed], None]
    #: Takes it; returns how many rows it took or emptied.
    erase: Callable[[Doomed], int]


@dataclass(frozen=True)
class Finisher:
    """Removes, after the commit, what lies outside the database. May be called again and again."""

    #: What curators are told while it has not ended.
    name: str
    #: Returns whether nothing is left of it, within about so many seconds.
    finish: Callable[[Erasure, float], bool]
    #: Whether who confirms does not wait for it: the house's clock comes back to it.
    is_slow: bool = False


_erasers: dict[str, Eraser] = {}
_finishers: dict[str, Finisher] = {}
_decided: dict[str, str] = {}
_nothing: dict[str, str] = {}
_departures: list[Callable[[Doomed], list[dict[str, Any]]]] = []


def register_eraser(eraser: Eraser) -> None:
    _erasers[eraser.name] = eraser


def register_finisher(finisher: Finisher) -> None:
    _finishers[finisher.name] = finisher


def register_departures(tells: Callable[[Doomed], list[dict[str, Any]]]) -> None:
    """Let what has left by a door of an upper package be listed: see `services.departures`."""
    _departures.append(tells)


def decide(eraser: str, *tables: str) -> None:
    """Say by which eraser the rows of tables are erased."""
    for table in tables:
        _decided[table] = eraser


def holds_nothing(why: str, *tables: str) -> None:
    """Say why nothing of a record is in tables."""
    for table in tables:
        _nothing[table] = why


def erasers() -> list[Eraser]:
    """Return them in the order in which they work: the history last, which sees what they did."""
    found = [each for name, each in _erasers.items() if name != "history"]
    return [*found, *(each for name, each in _erasers.items() if name == "history")]


def finishers() -> Mapping[str, Finisher]:
    return dict(_finishers)


def departures() -> list[Callable[[Doomed], list[dict[str, Any]]]]:
    return list(_departures)


def decided() -> Mapping[str, str]:
    """Return the eraser of each table."""
    return dict(_decided)


def without_content() -> Mapping[str, str]:
    """Return the tables that hold nothing of a record, with the reason."""
    return dict(_nothing)


def pointers_to(model: type[models.Model]) -> list[tuple[type[models.Model], Any]]:
    """Return the foreign keys that lead to a table: whose they are, and the field."""
    relations: list[Any] = model._meta.get_fields(include_hidden=True)
    return [
        (relation.related_model, relation.field)
        for relation in relations
        if relation.auto_created
        and not relation.concrete
        and (relation.one_to_many or relation.one_to_one)
    ]


def named(model: type[models.Model], pointer: Any) -> str:
    """Return what a pointer is called in the tables above: `archive.Item.collection`."""
    return f"{model._meta.label}.{pointer.name}"


def goes_with(model: type[models.Model], pointer: Any) -> bool:
    """Tell whether a row goes when what it points to goes."""
    if named(model, pointer) in GOES_WITH:
        return True
    return pointer.remote_field.on_delete is models.CASCADE
