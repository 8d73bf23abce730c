"""What hangs on a record: agents, performances, terms, identifiers, values of extra fields.

A list that is given replaces the one that was there, in its order; rows that stay the same are not
touched, and one that says something else keeps its id where it is still the same thing. The parts
are checked before anything is written (`Links`), then brought in line (`bring`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, models, transaction

from archive.access import Audience
from archive.dates import PartialDate
from archive.errors import OddDate, OddValue
from archive.kinds import Kind
from archive.models import (
    Agent,
    CollectionCorpus,
    Concept,
    Corpus,
    CorpusFonds,
    ExtraValue,
    Fonds,
    Instrument,
    ItemAgent,
    ItemLanguage,
    ItemPopulation,
    Language,
    LevelAgent,
    Performance,
    PerformancePlayer,
    Population,
    RecordConcept,
    RecordIdentifier,
    VernacularName,
)
from archive.models.base import State
from archive.services import extra_values
from archive.services.cited import ids_by_name, record_ids
from archive.services.fields import checked
from archive.vocabularies import use_named

#: As many as a list of the schema shows: an editor who saves what was read loses nothing.
MOST_LINKS = 100
IDENTIFIER_TYPES = "identifier-types"


@dataclass(frozen=True)
class AgentPart:
    """What an agent (by slug) did for a record, and who may read the name."""

    agent: str
    role: str
    audience: str = Audience.STAFF


@dataclass(frozen=True)
class PlayerPart:
    """Who plays (an agent by slug), and who may read the name."""

    agent: str
    audience: str = Audience.STAFF


@dataclass(frozen=True)
class PerformancePart:
    """One instrument (by slug) in an item; its vernacular name is one that the instrument has."""

    instrument: str
    vernacular_name: str = ""
    count: int | None = None
    musicians: str = ""
    players: Sequence[PlayerPart] = ()


@dataclass(frozen=True)
class ConceptPart:
    """A concept (by its slug in the use's scheme), and what it says of the record."""

    use: str
    concept: str


@dataclass(frozen=True)
class IdentifierPart:
    """What else the record is called in; the type is a concept of `identifier-types`."""

    value: str
    type: str = ""
    valid: str = ""
    note: str = ""


Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class _List:
    """One list of a record: its table, by what its rows are known again, how parts become rows."""

    model: type[models.Model]
    key: tuple[str, ...]
    rows: Callable[[str, Sequence[Any]], Rows]


class Links:
    """The lists of one description, checked; `bring` writes them once the record is there."""

    def __init__(self, kind: Kind, given: Mapping[str, Any]) -> None:
        self._kind = kind
        self._wanted: list[tuple[_List, Rows]] = []
        for name in LISTS[kind.name]:
            if name in given:
                parts = _bounded(name, given[name])
                of = LISTS[kind.name][name]
                self._wanted.append((of, of.rows(kind.name, parts)))

    def bring(self, record: models.Model) -> None:
        """Write what differs."""
        owner = {f"{self._kind.name}_id": record.pk}
        for of, rows in self._wanted:
            players = [row.pop("players", []) for row in rows]
            try:
                with transaction.atomic():
                    kept = bring(of.model, owner, rows, key=of.key)
            except IntegrityError as error:
                raise _taken(of, error) from error
            if of.model is Performance:
                for performance, theirs in zip(kept, players, strict=True):
                    bring(
                        PerformancePlayer,
                        owner | {"performance_id": performance.pk},
                        theirs,
                        key=("agent_id",),
                    )


def bringing(
    kind: Kind, given: Mapping[str, Any], *, is_new: bool = False
) -> Callable[[Any, object], None]:
    """Return what brings a record's lists in line with a description, as `editing` asks for it.

    A draft may still leave out what the archive asks of each record of its level.
    """

    def lists(record: Any, _: object) -> None:
        Links(kind, given).bring(record)
        if record.state != State.DRAFT and ("extra_values" in given or is_new):
            extra_values.require_of(kind.name, record)

    return lists


def bring(
    model: type[models.Model],
    owner: Mapping[str, object],
    rows: Sequence[dict[str, Any]],
    *,
    key: Sequence[str],
) -> list[Any]:
    """Bring the rows of an owner in line with a list of checked values; return them in its order.

    Parameters
    ----------
    key : the columns by which a row of the list is known again among those that are there.
    """
    held = model._default_manager.filter(**owner)
    present: list[Any] = list(held.order_by("position", "pk") if _ordered(model) else held)
    known = {tuple(getattr(row, name) for name in key): row for row in present}
    if _ordered(model) and rows and _says(present, rows[0]) == [_less(row) for row in rows]:
        return present
    kept, changed, new = [], [], []
    for row in rows:
        there = known.pop(tuple(row[name] for name in key), None)
        if there is None:
            there = model(**owner, **row)
            new.append(there)
        elif any(getattr(there, name) != value for name, value in row.items()):
            changed.append((there, row))
        kept.append(there)
    if known:
        held.filter(pk__in=[row.pk for row in known.values()]).delete()
    for there, row in changed:
        for name, value in row.items():
            setattr(there, name, value)
        there.save(update_fields=list(row))
    model._default_manager.bulk_create(new)
    return kept


def _ordered(model: type[models.Model]) -> bool:
    return any(field.name == "position" for field in model._meta.fields)


def _less(row: Mapping[str, Any]) -> list[Any]:
    """Return what a row says apart from its place: another numbering of one order is the same."""
    return [value for name, value in row.items() if name != "position"]


def _says(present: Sequence[Any], like: Mapping[str, Any]) -> list[list[Any]]:
    return [[getattr(row, name) for name in like if name != "position"] for row in present]


def _taken(of: _List, error: IntegrityError) -> OddValue:
    if "record_identifier_once" in str(error):
        return OddValue("identifiers", "Identifiers: one of these is another record's already.")
    raise error


def _bounded(field: str, parts: Sequence[Any]) -> Sequence[Any]:
    if len(parts) > MOST_LINKS:
        name = field.replace("_", " ").capitalize()
        raise OddValue(
            field, f"{name}: at most {MOST_LINKS} are possible, {len(parts)} were given."
        )
    return parts


def _numbered(field: str, key: Sequence[str], rows: Sequence[dict[str, Any]]) -> Rows:
    """Return the rows in order, each once.

    Raises
    ------
    OddValue : two rows speak of the same thing and say different things of it.
    """
    seen: dict[tuple[Any, ...], dict[str, Any]] = {}
    for n, row in enumerate(rows):
        known = tuple(row[name] for name in key)
        if seen.setdefault(known, row) != row:
            raise OddValue(f"{field}.{n}", f"{field.capitalize()}: number {n + 1} is there twice.")
    return [row | {"position": position} for position, row in enumerate(seen.values(), start=1)]


def within(
    where: str, model: type[models.Model], values: Mapping[str, Any], **shown: str
) -> dict[str, Any]:
    """Return values of a part, checked; a refusal names the part, and its field as people say it.

    Parameters
    ----------
    shown : a column's name -> what the part calls it.
    """
    try:
        return checked(model, values)
    except OddValue as odd:
        raise OddValue(f"{where}.{shown.get(odd.field, odd.field)}", str(odd)) from odd


def _terms(model: type[models.Model], field: str, column: str) -> Callable[[str, Any], Rows]:
    def rows(_: str, names: Sequence[str]) -> Rows:
        return [{column: key} for key in record_ids(model, names, field)]

    return rows


def _parents(model: type[models.Model], field: str, column: str) -> Callable[[str, Any], Rows]:
    def rows(_: str, codes: Sequence[str]) -> Rows:
        return [{column: key} for key in record_ids(model, codes, field, key="code")]

    return rows


def _agents(level: str, parts: Sequence[AgentPart]) -> Rows:
    model = ItemAgent if level == "item" else LevelAgent
    ids = ids_by_name(Agent, [part.agent for part in parts], "agents")
    rows = [
        {"agent_id": ids[part.agent]}
        | within(f"agents.{n}", model, {"role": part.role, "audience": part.audience})
        for n, part in enumerate(parts)
    ]
    return _numbered("agents", ("agent_id", "role"), rows)


def _performances(_: str, parts: Sequence[PerformancePart]) -> Rows:
    field = "performances"
    instruments = ids_by_name(Instrument, [part.instrument for part in parts], field)
    named = VernacularName.objects.filter(
        instrument__in=instruments.values(),
        name__in=[part.vernacular_name for part in parts if part.vernacular_name.isprintable()],
    ).order_by("-pk")
    names = {(each.instrument_id, each.name): each.pk for each in named}
    rows = []
    for n, part in enumerate(parts):
        instrument, where = instruments[part.instrument], f"{field}.{n}"
        name = names.get((instrument, part.vernacular_name))
        if part.vernacular_name and name is None:
            raise OddValue(
                f"{where}.vernacular_name",
                f"Performances: {part.instrument!r} is not called {part.vernacular_name[:80]!r}.",
            )
        said = {"instrument_count": part.count, "musicians": part.musicians}
        rows.append(
            {
                "position": n + 1,
                "instrument_id": instrument,
                "vernacular_name_id": name,
                **within(where, Performance, said, instrument_count="count"),
                "players": _players(part.players, f"{where}.players"),
            }
        )
    return rows


def _players(parts: Sequence[PlayerPart], where: str) -> Rows:
    ids = ids_by_name(Agent, [part.agent for part in _bounded(where, parts)], where)
    rows = [
        {"agent_id": ids[part.agent]}
        | within(f"{where}.{n}", PerformancePlayer, {"audience": part.audience})
        for n, part in enumerate(parts)
    ]
    return _numbered(where, ("agent_id",), rows)


def _concepts(level: str, parts: Sequence[ConceptPart]) -> Rows:
    uses, once = [], set[str]()
    for n, part in enumerate(parts):
        try:
            use = use_named(part.use, level)
        except OddValue as odd:
            raise OddValue(f"concepts.{n}.use", str(odd)) from odd
        if not use.is_repeatable and use.name in once:
            raise OddValue(f"concepts.{n}", f"{use.label} is said once of each record.")
        once.add(use.name)
        uses.append(use)
    found = {
        (scheme, slug): key
        for scheme, slug, key in Concept.objects.filter(
            scheme__slug__in={use.scheme for use in uses},
            slug__in={part.concept for part in parts if part.concept.isprintable()},
        ).values_list("scheme__slug", "slug", "pk")
    }
    rows = []
    for n, (use, part) in enumerate(zip(uses, parts, strict=True)):
        if (use.scheme, part.concept) not in found:
            raise OddValue(
                f"concepts.{n}.concept",
                f"Concepts: the vocabulary {use.scheme} has no {part.concept[:80]!r}.",
            )
        rows.append({"use": use.name, "concept_id": found[use.scheme, part.concept]})
    return _numbered("concepts", ("use", "concept_id"), rows)


def _identifiers(_: str, parts: Sequence[IdentifierPart]) -> Rows:
    named = [part.type for part in parts if part.type and part.type.isprintable()]
    types = dict(
        Concept.objects.filter(scheme__slug=IDENTIFIER_TYPES, slug__in=named).values_list(
            "slug", "pk"
        )
    )
    rows: Rows = []
    for n, part in enumerate(parts):
        where = f"identifiers.{n}"
        if part.type and part.type not in types:
            raise OddValue(
                f"{where}.type",
                f"Identifiers: the vocabulary {IDENTIFIER_TYPES} has no {part.type[:80]!r}.",
            )
        said = {"value": part.value, "valid": part.valid, "note": part.note}
        values = within(where, RecordIdentifier, said)
        if values["valid"]:
            try:
                PartialDate.parse(values["valid"])
            except OddDate as odd:
                raise odd.about(f"{where}.valid") from odd
        rows.append({"type_id": types.get(part.type), **values})
    kept = _numbered("identifiers", ("value", "type_id"), rows)
    return [{name: value for name, value in row.items() if name != "position"} for row in kept]


_SHARED = {
    "concepts": _List(RecordConcept, ("use", "concept_id"), _concepts),
    "identifiers": _List(RecordIdentifier, ("value", "type_id"), _identifiers),
    "extra_values": _List(ExtraValue, ("field_id", "position"), extra_values.rows_of),
}
_LEVEL_AGENTS = {"agents": _List(LevelAgent, ("agent_id", "role"), _agents)}

#: The lists of each level, by the name that a description has for them.
LISTS: dict[str, dict[str, _List]] = {
    "fonds": _LEVEL_AGENTS | _SHARED,
    "corpus": {
        "fonds": _List(CorpusFonds, ("fonds_id",), _parents(Fonds, "fonds", "fonds_id")),
        **_LEVEL_AGENTS,
        **_SHARED,
    },
    "collection": {
        "corpora": _List(
            CollectionCorpus, ("corpus_id",), _parents(Corpus, "corpora", "corpus_id")
        ),
        **_LEVEL_AGENTS,
        **_SHARED,
    },
    "item": {
        "populations": _List(
            ItemPopulation,
            ("population_id",),
            _terms(Population, "populations", "population_id"),
        ),
        "languages": _List(
            ItemLanguage, ("language_id",), _terms(Language, "languages", "language_id")
        ),
        "agents": _List(ItemAgent, ("agent_id", "role"), _agents),
        "performances": _List(Performance, ("position",), _performances),
        **_SHARED,
    },
}
