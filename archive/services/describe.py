"""Describe items: make a record, or change what it says.

What is left out stays as it is; lists replace what was there. The same words again change
nothing: no row is written, so no version rises and no event is told. One transaction each.

    create_item(actor=actor, code="X_1", collection="X", title="OLU BOY", place="sanga")
    update_item(actor=actor, code="X_1", if_version=3, title="TROMPE ET TAMBOUR")
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.db import IntegrityError, models, transaction

from archive.access import Act, Actor, Audience
from archive.dates import PartialDate
from archive.errors import CodeTaken, NotAllowed, NotFound, OddValue, VersionConflict
from archive.history import changing
from archive.identifiers import CODE, check_code
from archive.models import (
    Agent,
    Collection,
    Instrument,
    Item,
    ItemAgent,
    ItemLanguage,
    ItemPopulation,
    Language,
    Performance,
    Place,
    Population,
    VernacularName,
)
from archive.services.fields import checked
from archive.services.reconcile import Reconciliation

MOST_LINKS = 200


@dataclass(frozen=True)
class AgentPart:
    """What an agent (by slug) did for an item, and who may read the name."""

    agent: str
    role: str
    audience: str = Audience.STAFF


@dataclass(frozen=True)
class PerformancePart:
    """One instrument (by slug) in an item; its vernacular name is one that the instrument has."""

    instrument: str
    vernacular_name: str = ""
    count: int | None = None
    musicians: str = ""


class ItemChanges(TypedDict, total=False):
    """What can be said of an item. Records are named by code or slug, as people cite them."""

    original_code: str
    title: str
    original_title: str
    collection: str
    description: str
    recorded: str  # EDTF
    place: str | None
    place_comment: str
    populations: Sequence[str]
    languages: Sequence[str]
    agents: Sequence[AgentPart]
    performances: Sequence[PerformancePart]
    licence: str
    credit: str
    source: str
    archivist_notes: str
    access: str | None
    embargo_until: datetime | None


_LINKS = ("populations", "languages", "agents", "performances")


def create_item(*, actor: Actor, code: str | None = None, **changes: Unpack[ItemChanges]) -> Item:
    """Make a record. It needs a title and a collection.

    Raises
    ------
    NotAllowed, OddValue, OddDate, OddCode : `OddValue.field` names the field.
    CodeTaken : another record bears the code.
    """
    if not actor.is_staff:
        raise NotAllowed("Only staff may describe records.")
    for needed in ("title", "collection"):
        if not changes.get(needed):
            raise OddValue(needed, f"{needed.capitalize()} cannot be empty.")
    values = _columns(changes)
    if code is not None:
        values["code"] = check_code(code)
    try:
        with transaction.atomic():
            item = Item.objects.create(**values)
            _bring_links(item, changes)
    except IntegrityError as error:
        if code is not None and Item.objects.filter(code=code).exists():
            raise CodeTaken(f"Another record bears the code {code!r}.") from error
        raise
    return item


def update_item(
    *,
    actor: Actor,
    code: str | None = None,
    item_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **changes: Unpack[ItemChanges],
) -> Item:
    """Change what a record says; the record is named by its code or its id.

    Raises
    ------
    NotFound : there is none, or none that the actor may find.
    NotAllowed : the actor may find it and not edit it.
    VersionConflict : it is not at `if_version` any more; `current` is where it is.
    OddValue, OddDate : `OddValue.field` names the field.
    """
    with changing(actor, reason=reason):
        item = _for_update(actor, code, item_id)
        if not Item.objects.allowing(actor, Act.EDIT).filter(pk=item.pk).exists():
            raise NotAllowed("Only staff may change records.")
        if if_version is not None and if_version != item.version:
            raise VersionConflict(if_version, item.version)
        _write(item, _columns(changes))
        _bring_links(item, changes)
    return item


def _for_update(actor: Actor, code: str | None, item_id: UUID | None) -> Item:
    found = Item.objects.visible_to(actor).select_for_update(of=("self",))
    item: Item | None = None
    if item_id is not None:
        item = found.filter(pk=item_id).first()
    elif code and CODE.fullmatch(code):
        item = found.filter(code=code).first()
    if item is None:
        raise NotFound("There is no such item.")
    return item


def _write(item: Item, values: Mapping[str, Any]) -> None:
    changed = [name for name, value in values.items() if getattr(item, name) != value]
    if not changed:
        return
    for name in changed:
        setattr(item, name, values[name])
    item.save(update_fields=changed)
    item.refresh_from_db()  # its version is the database's to say


def _columns(changes: ItemChanges) -> dict[str, Any]:
    """Return the item's own columns, checked, with records in place of their names."""
    plain: dict[str, Any] = {
        name: value
        for name, value in changes.items()
        if name not in {*_LINKS, "collection", "place"}
    }
    values = checked(Item, plain)
    if "recorded" in values:
        values |= _recorded(values["recorded"])
    if "collection" in changes:
        values["collection_id"] = record_id(Collection, "code", changes["collection"], "collection")
    if "place" in changes:
        place = changes["place"]
        values["place_id"] = record_id(Place, "slug", place, "place") if place else None
    return values


def _recorded(text: str) -> dict[str, Any]:
    if not text:
        return {"recorded_from": None, "recorded_to": None}
    date = PartialDate.parse(text)
    return {"recorded_from": date.earliest, "recorded_to": date.latest}


def _bring_links(item: Item, changes: ItemChanges) -> None:
    bring = Reconciliation(overwrite=True)
    owner: dict[str, object] = {"item_id": item.pk}
    given: Mapping[str, Any] = changes
    for field in _LINKS:
        if len(given.get(field, ())) > MOST_LINKS:
            raise OddValue(field, f"{field.capitalize()}: at most {MOST_LINKS} are possible.")
    if "populations" in changes:
        ids = record_ids(Population, changes["populations"], "populations")
        bring.links(ItemPopulation, owner, [{"population_id": each} for each in ids])
    if "languages" in changes:
        ids = record_ids(Language, changes["languages"], "languages")
        bring.links(ItemLanguage, owner, [{"language_id": each} for each in ids])
    if "agents" in changes:
        bring.links(ItemAgent, owner, [_agent(part) for part in changes["agents"]])
    if "performances" in changes:
        parts = enumerate(changes["performances"], start=1)
        bring.links(Performance, owner, [_performance(n, part) for n, part in parts])


def _agent(part: AgentPart) -> dict[str, object]:
    closed = _within("agents", ItemAgent, {"role": part.role, "audience": part.audience})
    return {"agent_id": record_id(Agent, "slug", part.agent, "agents"), **closed}


def _performance(position: int, part: PerformancePart) -> dict[str, object]:
    said = {"instrument_count": part.count, "musicians": part.musicians}
    instrument = record_id(Instrument, "slug", part.instrument, "performances")
    name = None
    if part.vernacular_name:
        names = VernacularName.objects.filter(instrument=instrument, name=part.vernacular_name)
        name = names.order_by("pk").values_list("pk", flat=True).first()
        if name is None:
            raise OddValue(
                "performances",
                f"Performances: {part.instrument!r} is not called {part.vernacular_name!r}.",
            )
    return {
        "position": position,
        "instrument_id": instrument,
        "vernacular_name_id": name,
        **_within("performances", Performance, said),
    }


def _within(field: str, model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
    try:
        return checked(model, values)
    except OddValue as odd:
        raise OddValue(f"{field}.{odd.field}", str(odd)) from odd


def record_id(model: type[models.Model], key: str, name: str, field: str) -> Any:
    """Return the id of the record of that name.

    Raises
    ------
    OddValue : none bears it.
    """
    return record_ids(model, [name], field, key=key)[0]


def record_ids(
    model: type[models.Model], names: Sequence[str], field: str, *, key: str = "slug"
) -> list[Any]:
    """Return the ids of records, each once, in the order of their names."""
    found = dict(
        model._default_manager.filter(**{f"{key}__in": _askable(names)}).values_list(key, "pk")
    )
    unknown = [name for name in names if name not in found]
    if unknown:
        kind = model._meta.verbose_name
        shown = str(unknown[0])[:80]
        raise OddValue(field, f"{field.capitalize()}: no {kind} is called {shown!r}.")
    return [found[name] for name in dict.fromkeys(names)]


def _askable(names: Sequence[str]) -> list[str]:
    """Leave out what the database cannot even be asked for."""
    return [name for name in names if name.isprintable()]
