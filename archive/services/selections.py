"""Lists of people's own: playlists, corpora for research, what a grant opens.

    row = create_selection(actor=actor, title="For the class")
    update_selection(actor=actor, record_id=row.pk, if_version=1, shared="public")
    freeze_selection(actor=actor, record_id=row.pk)

A list is its owner's: others see it as far as it is shared, and of what it lists only what they
may find. What it lists stands in `selection_entries`. What a grant opens through a list is decided
by staff: while one stands on it, nobody else changes its lines.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.db.models.functions import Now

from archive.access import Actor
from archive.errors import ArchiveError, NotAllowed, NotFound, OddValue, VersionConflict
from archive.history import changing
from archive.models import EditorGroup, Grant, Item, Selection, SelectionEntry, SharedWith
from archive.permits import groups_of, lasting
from archive.services.fields import checked
from archive.services.pointing import needed

#: How many lists an account keeps, those in its bin included.
MOST_LISTS = 500
#: How many lines a list holds.
MOST_ENTRIES = 2000
LONGEST_TEXT = 20_000


class Frozen(ArchiveError):
    """A list that does not change any more."""

    code = "FROZEN"


class SelectionChanges(TypedDict, total=False):
    """What can be said of a list; `group` is a slug, `live_filter` a filter in the API's words."""

    title: str
    description: str
    shared: str
    group: str | None
    live_filter: Mapping[str, Any] | None


def create_selection(
    *, actor: Actor, reason: str = "", **says: Unpack[SelectionChanges]
) -> Selection:
    """Make a list; it is private unless said otherwise, and empty or live.

    Raises
    ------
    NotAllowed : a visitor.
    OddValue : no title; a group that one is not in; too many lists.
    """
    if actor.user_id is None:
        raise NotAllowed("Sign in first: a list belongs to an account.")
    needed(says, "title")
    columns = _columns(actor, says, None)
    if Selection.objects.filter(owner=actor.user_id).count() >= MOST_LISTS:
        raise OddValue("title", f"An account keeps {MOST_LISTS} lists at most: delete one first.")
    with changing(actor, reason=reason):
        row: Selection = Selection.objects.create(owner_id=actor.user_id, **columns)
    row.refresh_from_db()
    return row


def update_selection(
    *,
    actor: Actor,
    record_id: UUID,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[SelectionChanges],
) -> Selection:
    """Rename a list, say more of it, share it with others or no more.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, OddValue
    Frozen : what it finds would change.
    """
    with changing(actor, reason=reason):
        row = locked_selection(actor, record_id, if_version)
        columns = _columns(actor, says, row)
        changed = [name for name, value in columns.items() if getattr(row, name) != value]
        if "live_filter" in changed:
            refuse_frozen(row)
            if row.live_filter is None or columns["live_filter"] is None:
                raise OddValue("live_filter", "A list of lines stays one, and a live one live.")
        for name in changed:
            setattr(row, name, columns[name])
        if changed:
            row.save(update_fields=changed)
    row.refresh_from_db()
    return row


def delete_selection(
    *, actor: Actor, record_id: UUID, if_version: int | None = None, reason: str = ""
) -> UUID:
    """Put a list into its owner's bin; nobody else finds it any more.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict
    OddValue : a grant opens what it lists.
    """
    with changing(actor, reason=reason):
        row = locked_selection(actor, record_id, if_version)
        if _opens_something(row):
            raise OddValue("id", "The archive opens by this list: ask it to take that back first.")
        row.deleted_at = Now()
        row.save(update_fields=["deleted_at"])
    return record_id


def restore_selection(*, actor: Actor, record_id: UUID, reason: str = "") -> Selection:
    """Take a list out of one's bin; it is private again, whoever saw it before.

    Raises
    ------
    NotFound : there is none in the actor's bin.
    """
    with changing(actor, reason=reason):
        found = Selection.objects.binned_by(actor).select_for_update().filter(pk=record_id).first()
        if found is None:
            raise NotFound("There is no such list in your bin.").about("id")
        row: Selection = found
        row.deleted_at, row.shared, row.group = None, SharedWith.PRIVATE, None
        row.save(update_fields=["deleted_at", "shared", "group"])
    row.refresh_from_db()
    return row


def duplicate_selection(
    *, actor: Actor, record_id: UUID, title: str = "", reason: str = ""
) -> Selection:
    """Copy a list that one may see, as far as one may, into a private one of one's own.

    Raises
    ------
    NotAllowed, NotFound, OddValue
    """
    source = Selection.objects.visible_to(actor).filter(pk=record_id).first()
    if source is None:
        raise NotFound("There is no such list.").about("id")
    with changing(actor, reason=reason):
        says: SelectionChanges = {"title": title or source.title, "description": source.description}
        if source.live_filter is not None:
            says["live_filter"] = source.live_filter
        copy = create_selection(actor=actor, **says)
        rows = SelectionEntry.objects.visible_to(actor).filter(selection=source)
        SelectionEntry.objects.bulk_create(
            SelectionEntry(
                selection=copy,
                position=row.position,
                item_id=row.item_id,
                inner_id=row.inner_id,
                start_s=row.start_s,
                end_s=row.end_s,
                title=row.title,
                text=row.text,
            )
            for row in rows
        )
    copy.refresh_from_db()
    return copy


def freeze_selection(
    *,
    actor: Actor,
    record_id: UUID,
    found: Sequence[UUID] = (),
    if_version: int | None = None,
    reason: str = "",
) -> Selection:
    """Let what a list holds change no more, so that it can be cited and analysed.

    Parameters
    ----------
    found : of a live list what it finds now, in order; that is what it lists from now on.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, Frozen
    OddValue : it finds too much; it lists a list that may still change.
    """
    with changing(actor, reason=reason):
        row = locked_selection(actor, record_id, if_version)
        refuse_frozen(row)
        if row.live_filter is not None:
            _write_down(row, found)
        elif row.entries.filter(inner__isnull=False, inner__frozen_at__isnull=True).exists():
            raise OddValue("id", "It lists a list that may still change: freeze that one first.")
        row.frozen_at, row.live_filter = Now(), None
        row.save(update_fields=["frozen_at", "live_filter"])
    row.refresh_from_db()
    return row


def locked_selection(
    actor: Actor, record_id: UUID, if_version: int | None = None, *, of_entries: bool = False
) -> Selection:
    """Return the list, locked until the transaction ends, for who may change it.

    Parameters
    ----------
    of_entries : whether its lines are to change, and not only what is said of it.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, Frozen
    """
    rows = Selection.objects.visible_to(actor).select_for_update(of=("self",))
    found = rows.filter(pk=record_id).first()
    if found is None:
        raise NotFound("There is no such list.").about("id")
    row: Selection = found
    has_grants = _opens_something(row)
    if row.owner_id != actor.user_id and not (actor.is_staff and has_grants):
        raise NotAllowed("Only its owner changes this list: copy it to have one of your own.")
    if of_entries and has_grants and not actor.is_staff:
        raise NotAllowed("The archive opens what this list holds: only its staff change that.")
    if if_version is not None and if_version != row.version:
        raise VersionConflict(if_version, row.version)
    if of_entries:
        refuse_frozen(row)
    return row


def refuse_frozen(row: Selection) -> None:
    """Refuse to change what does not change any more.

    Raises
    ------
    Frozen
    """
    if row.frozen_at is not None:
        raise Frozen("This list is frozen: copy it, and change the copy.").about("id")


def _opens_something(row: Selection) -> bool:
    return Grant.objects.filter(lasting(), selection=row).exists()


def _columns(actor: Actor, says: SelectionChanges, row: Selection | None) -> dict[str, Any]:
    apart = {"group", "live_filter"}
    values = checked(Selection, {name: said for name, said in says.items() if name not in apart})
    if len(values.get("description", "")) > LONGEST_TEXT:
        raise OddValue("description", f"Write at most {LONGEST_TEXT} characters.")
    if "live_filter" in says:
        values["live_filter"] = None if says["live_filter"] is None else dict(says["live_filter"])
    if "group" in says:
        values["group_id"] = _group(actor, says["group"])
    shared = values.get("shared", SharedWith.PRIVATE if row is None else row.shared)
    group = values.get("group_id", None if row is None else row.group_id)
    if shared == SharedWith.GROUP and group is None:
        raise OddValue("group", "Say with which of your groups it is shared.")
    if shared != SharedWith.GROUP:
        values["group_id"] = None
    return values


def _group(actor: Actor, slug: str | None) -> UUID | None:
    if slug is None:
        return None
    rows = EditorGroup.objects.filter(slug=slug)
    if not actor.is_staff:
        rows = rows.filter(pk__in=groups_of(actor.user_id)) if actor.user_id else rows.none()
    key: UUID | None = rows.values_list("pk", flat=True).first()
    if key is None:
        raise OddValue("group", f"You are in no group {slug[:80]!r}.")
    return key


def _write_down(row: Selection, found: Sequence[UUID]) -> None:
    if len(found) > MOST_ENTRIES:
        raise OddValue("id", f"It finds more than {MOST_ENTRIES} items: narrow its filter first.")
    there = set(Item.objects.filter(pk__in=found).values_list("pk", flat=True))
    SelectionEntry.objects.bulk_create(
        SelectionEntry(selection=row, position=number, item_id=key)
        for number, key in enumerate(found, start=1)
        if key in there
    )
