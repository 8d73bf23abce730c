"""Copy a record, so that a like one need not be described from nothing (T-35).

The copy is a draft of its own code; what else hangs on the record comes along where it is asked
for. Sounds, carriers, related media and identifiers are the first record's alone.
"""

from collections.abc import Collection as Some
from typing import Any
from uuid import UUID

from django.db import models

from archive.access import Actor
from archive.errors import NotFound, OddValue, VersionConflict
from archive.identifiers import check_code
from archive.kinds import Kind
from archive.models import (
    CollectionCorpus,
    CorpusFonds,
    ExtraValue,
    ItemAgent,
    ItemLanguage,
    ItemPopulation,
    LevelAgent,
    Performance,
    PerformancePlayer,
    RecordConcept,
)
from archive.models.base import State
from archive.services.editing import made, staff_only

#: What may come along: its name -> the tables of it, by kind of record.
_ALL = ("fonds", "corpus", "collection", "item")
INCLUDED: dict[str, dict[str, type[models.Model]]] = {
    "agents": {
        "fonds": LevelAgent,
        "corpus": LevelAgent,
        "collection": LevelAgent,
        "item": ItemAgent,
    },
    "performances": {"item": Performance},
    "populations": {"item": ItemPopulation},
    "languages": {"item": ItemLanguage},
    "keywords": dict.fromkeys(_ALL, RecordConcept),
    "concepts": dict.fromkeys(_ALL, RecordConcept),
    "extra_values": dict.fromkeys(_ALL, ExtraValue),
    "parents": {"corpus": CorpusFonds, "collection": CollectionCorpus},
}
#: What each record has of its own.
_OWN = {"id", "version", "created_at", "modified_at", "code", "state", "published_at"}


def duplicate(
    kind: Kind,
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    new_code: str | None = None,
    include: Some[str] = (),
    reason: str = "",
) -> Any:
    """Make a draft that says what the record says.

    Parameters
    ----------
    include : names of `INCLUDED`. Of the concepts, `keywords` takes along the keywords alone.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, OddCode, CodeTaken
    OddValue : something is to come along that such records do not have.
    """
    first = _found(kind, actor, cited, record_id)
    staff_only(actor)
    if if_version is not None and if_version != first.version:
        raise VersionConflict(if_version, first.version)
    for name in include:
        if kind.name not in INCLUDED.get(name, {}):
            raise OddValue("include", f"Include: {name!r} is nothing that a {kind.name} has.")
    columns = {
        field.attname: getattr(first, field.attname)
        for field in kind.model._meta.concrete_fields
        if field.name not in _OWN
    }
    columns |= {"code": check_code(new_code) if new_code else None, "state": State.DRAFT}
    if not new_code and not kind.model._meta.get_field("code").null:
        raise OddValue("new_code", f"A {kind.name} needs a code of its own.")
    record = made(
        kind,
        actor=actor,
        columns=columns,
        reason=reason or f"Copied from {first}",
        links=lambda copy, _: _take_along(kind, first, copy, frozenset(include)),
    )
    record.refresh_from_db()
    return record


def _found(kind: Kind, actor: Actor, cited: str | None, record_id: UUID | None) -> Any:
    rows = kind.rows.visible_to(actor)
    if record_id is not None:
        first = rows.filter(pk=record_id).first()
    else:
        first = rows.filter(code=cited).first() if cited and cited.isprintable() else None
    if first is None:
        raise NotFound(f"There is no such {kind.name}.")
    return first


def _take_along(kind: Kind, first: Any, copy: Any, include: frozenset[str]) -> None:
    owner = f"{kind.name}_id"
    for model in dict.fromkeys(INCLUDED[name][kind.name] for name in include):
        rows: Any = model._default_manager.filter(**{owner: first.pk})
        if model is RecordConcept and "concepts" not in include:
            rows = rows.filter(use="keyword")
        if model is Performance:
            _performances(rows, copy)
        else:
            model._default_manager.bulk_create(_copied(row, {owner: copy.pk}) for row in rows)


def _performances(rows: Any, copy: Any) -> None:
    for row in rows.prefetch_related("players"):
        performance = _copied(row, {"item_id": copy.pk})
        performance.save(force_insert=True)
        of_copy = {"item_id": copy.pk, "performance_id": performance.pk}
        PerformancePlayer.objects.bulk_create(_copied(each, of_copy) for each in row.players.all())


def _copied(row: Any, owner: dict[str, object]) -> Any:
    values = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    return type(row)(**values | owner)
