"""A record's life: drafted, published, withdrawn, put into the bin, and back again.

    publish("item", cited="X_1", actor=actor)
    withdraw("item", cited="X_1", actor=actor, is_announced=True, reason="the family asked")
    delete("collection", cited="X", actor=actor)         into the bin, if it holds nothing
    delete("place", cited="sanga", actor=actor)          gone, if nothing uses it
    take_out_of_bin("item", record_id=…, actor=actor)

Only levels of description have a state. A level that is deleted lies in the bin; any other kind is
really deleted, and `archive.services.undoing.bring_back` makes it again from its history. Nothing
that comes back is public by that: it is published anew, by a decision of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models.functions import Now

from archive.access import Actor
from archive.errors import ArchiveError, NotFound, VersionConflict
from archive.history import Change, changing
from archive.kinds import KINDS, Kind, kind_named
from archive.models import State, Tombstone
from archive.services.editing import locked, staff_only
from archive.services.stretches import NEWEST, Stretch

#: What a level holds: it goes into the bin when it holds nothing that is not there already.
HOLDS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    # kind: (related name, lookup to the state, what they are called)
    "collection": (("items", "state", "items"),),
    "corpus": (("collection_links", "collection__state", "collections"),),
    "fonds": (("corpus_links", "corpus__state", "corpora"),),
}


class NotInThatState(ArchiveError):
    """What was asked for cannot be done to a record in the state that it is in."""

    code = "NOT_IN_THAT_STATE"


class InUse(ArchiveError):
    """A record cannot be deleted while others need it; `uses` counts those that one may see."""

    code = "IN_USE"

    def __init__(self, message: str, uses: Mapping[str, int]) -> None:
        self.uses = dict(uses)
        super().__init__(message)


def publish(
    kind: str,
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
) -> Any:
    """Show a draft, or again what was withdrawn, as far as its level of access allows.

    Raises
    ------
    NotAllowed, NotFound, VersionConflict : as in every edit.
    NotInThatState : a kind that has no state, or a record that is public already.
    """
    of = _level(kind)
    with changing(actor, reason=reason):
        record = _own(of, actor, cited, record_id, if_version)
        if record.state == State.PUBLISHED:
            raise NotInThatState(f"The {_noun(of)} is published already.")
        _stand(record, State.PUBLISHED)
        if record.published_at is None:
            _now_published(record)
        Tombstone.objects.filter(subject_id=record.pk).delete()
        record.refresh_from_db()
    return record


def withdraw(
    kind: str,
    *,
    actor: Actor,
    is_announced: bool,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
) -> Any:
    """Take a published record away from the public.

    It is gone from every door of the database with the commit; who withdraws it waits for the
    mirrors (`archive.mirrors`) before saying so.

    Parameters
    ----------
    is_announced : its address says that it was withdrawn, its title and the reason (410);
        otherwise it answers as if it had never been (404).
    reason : shown to the public where it is announced; kept in the history in any case.

    Raises
    ------
    NotAllowed, NotFound, VersionConflict : as in every edit.
    NotInThatState : a kind that has no state, or a record that is not published.
    """
    of = _level(kind)
    with changing(actor, reason=reason):
        record = _own(of, actor, cited, record_id, if_version)
        if record.state != State.PUBLISHED:
            raise NotInThatState(f"Only what is published can be withdrawn; it is {record.state}.")
        _stand(record, State.WITHDRAWN)
        Tombstone.objects.update_or_create(
            subject_id=record.pk,
            defaults={
                "kind": of.name,
                "code": getattr(record, of.cited_by) or str(record.pk),
                "title": record.title,
                "is_announced": is_announced,
                "reason": reason[:500],
                "at": Now(),
            },
        )
        record.refresh_from_db()
    return record


def delete(
    kind: str,
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
) -> UUID:
    """Put a level into the bin; delete a record of any other kind, if nothing uses it.

    What was public and goes into the bin answers as if it had never been, unless a tombstone
    already announces its withdrawal.

    Returns
    -------
    the id by which it is brought back.

    Raises
    ------
    NotAllowed, NotFound, VersionConflict : as in every edit.
    InUse : it holds what is not in the bin, or others point to it.
    """
    of = kind_named(kind)
    with changing(actor, reason=reason):
        record = _own(of, actor, cited, record_id, if_version)
        key: UUID = record.pk
        if of.is_level:
            _refuse_full(of, record)
            _stand(record, State.DELETED)
        else:
            _refuse_used(of, record, actor)
            record.delete()
    return key


def take_out_of_bin(kind: str, *, actor: Actor, record_id: UUID, reason: str = "") -> Any:
    """Take a level out of the bin: a draft if it was one, else withdrawn. Never public at once.

    Raises
    ------
    NotAllowed : not staff.
    NotFound : no such record lies in the bin.
    NotInThatState : a kind that has no state, or an item whose collection lies in the bin.
    """
    of = _level(kind)
    staff_only(actor)
    with changing(actor, reason=reason):
        rows: models.QuerySet[Any] = of.rows.filter(state=State.DELETED)
        record = rows.select_for_update(of=("self",)).filter(pk=record_id).first()
        if record is None:
            raise NotFound(f"No such {_noun(of)} lies in the bin.")
        if of.name == "item" and record.collection.state == State.DELETED:
            raise NotInThatState("Its collection lies in the bin: take that out first.")
        was_draft = _state_before_bin(of, record_id) == State.DRAFT
        _stand(record, State.DRAFT if was_draft else State.WITHDRAWN)
        record.refresh_from_db()
    return record


@dataclass(frozen=True)
class InBin:
    """A level that lies in the bin."""

    kind: str
    record_id: UUID
    code: str
    title: str
    deleted_at: datetime

    @property
    def place(self) -> int:
        """Return its place in the bin, newest first: microseconds, so that pages can go on."""
        return round((self.deleted_at - _EPOCH) / timedelta(microseconds=1))


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def in_bin(*, actor: Actor, stretch: Stretch = NEWEST) -> list[InBin]:
    """Return what lies in the bin, newest first; it shows nothing to others than staff."""
    if not actor.is_staff:
        return []
    found: models.QuerySet[Any, Any] | None = None
    for of in KINDS.values():
        if not of.is_level:
            continue
        rows = of.model._base_manager.filter(
            stretch.between("modified_at", _moment), state=State.DELETED
        )
        named = rows.order_by().values_list(
            models.Value(of.name), "pk", "code", "title", "modified_at"
        )
        found = named if found is None else found.union(named, all=True)
    assert found is not None  # noqa: S101 - there are levels
    return [
        InBin(kind, key, code or "", title, at)
        for kind, key, code, title, at in found.order_by(stretch.order("modified_at"))[
            : stretch.number
        ]
    ]


def _moment(place: int) -> datetime:
    return _EPOCH + timedelta(microseconds=place)


def bin_length(*, actor: Actor) -> int:
    """Return how many records lie in the bin."""
    if not actor.is_staff:
        return 0
    levels = [of for of in KINDS.values() if of.is_level]
    return sum(of.model._base_manager.filter(state=State.DELETED).count() for of in levels)


def _level(kind: str) -> Kind:
    of = kind_named(kind)
    if not of.is_level:
        raise NotInThatState(
            f"A {_noun(of)} has no state of its own: it is shown as the records that use it are."
        )
    return of


def _own(
    of: Kind, actor: Actor, cited: str | None, record_id: UUID | None, if_version: int | None
) -> Any:
    """Return the record, locked, for one who may change it, at the version that was read."""
    record = locked(of, actor=actor, cited=cited, record_id=record_id)
    staff_only(actor)
    if if_version is not None and if_version != record.version:
        raise VersionConflict(if_version, record.version)
    return record


def _stand(record: Any, state: State) -> None:
    record.state = state
    record.save(update_fields=["state"])


def _now_published(record: Any) -> None:
    record.published_at = Now()
    record.save(update_fields=["published_at"])


def _state_before_bin(of: Kind, record_id: UUID) -> str:
    into = (
        Change.objects.filter(
            subject_id=record_id,
            table=of.model._meta.db_table,
            operation="UPDATE",
            after__state=State.DELETED,
        )
        .order_by("pk")
        .last()
    )
    return str(into.before["state"]) if into and into.before else State.WITHDRAWN


def _refuse_full(of: Kind, record: Any) -> None:
    for related, lookup, words in HOLDS.get(of.name, ()):
        held = getattr(record, related).exclude(**{lookup: State.DELETED}).count()
        if held:
            raise InUse(
                f"The {_noun(of)} still holds {words}: {held} not in the bin. "
                "Delete or move them first.",
                {words: held},
            )


def _refuse_used(of: Kind, record: Any, actor: Actor) -> None:
    """Refuse while others point to it; its own names, matches and edges upward go with it."""
    seen: dict[str, int] = {}
    hidden = 0
    for relation in record._meta.related_objects:
        protects = relation.on_delete is models.PROTECT
        is_child = relation.get_accessor_name() == "child_edges"
        if not (protects or is_child):
            continue
        users = relation.related_model._base_manager.filter(**{relation.field.name: record})
        number = users.count()
        if not number:
            continue
        manager = relation.related_model._default_manager
        visible = number
        if hasattr(manager.all(), "visible_to"):
            visible = manager.visible_to(actor).filter(**{relation.field.name: record}).count()
        hidden += number - visible
        if visible:
            word = (
                "entries below it" if is_child else str(relation.related_model._meta.verbose_name)
            )
            seen[word] = seen.get(word, 0) + visible
    if seen or hidden:
        uses = [f"{word}: {number}" for word, number in seen.items()]
        if hidden:
            uses.append("others that you do not see, such as records in the bin")
        raise InUse(
            f"The {_noun(of)} is in use: {', '.join(uses)}. Merge it into another, or change "
            "what uses it first.",
            seen,
        )


def _noun(of: Kind) -> str:
    return of.name.replace("_", " ")
