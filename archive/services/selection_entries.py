"""The lines of a list: added, moved, said more of, taken out.

    add_entries(actor=actor, record_id=row.pk, lines=[Line(item_id=…, start_s=1.0, end_s=4.0)])
    move_entries(actor=actor, record_id=row.pk, entries=[key], before=other)

Positions are kept apart so that a line finds room between two others; they are never told, since
a gap would tell of lines that one may not see.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from archive.access import Actor
from archive.errors import NotFound, OddValue
from archive.extents import refuse_beyond, sound_ends_at
from archive.history import changing
from archive.models import Collection, Item, Selection, SelectionEntry
from archive.services.fields import checked
from archive.services.selections import (
    LONGEST_TEXT,
    MOST_ENTRIES,
    locked_selection,
)

#: How far apart the positions of neighbours are at first.
APART = 1024
#: How many lines one call names.
MOST_AT_ONCE = 100
LATEST_S = 1e7


@dataclass(frozen=True)
class Line:
    """What is to be listed: an item or a stretch of it, a list, or all items of a collection."""

    item_id: UUID | None = None
    inner_id: UUID | None = None
    collection_id: UUID | None = None
    start_s: float | None = None
    end_s: float | None = None
    title: str = ""
    text: str = ""


def add_entries(
    *,
    actor: Actor,
    record_id: UUID,
    lines: Sequence[Line],
    before: UUID | None = None,
    skips_listed: bool = False,
    if_version: int | None = None,
    reason: str = "",
) -> tuple[Selection, int]:
    """List something more, at the end or before a line; return the list and how much it had before.

    Parameters
    ----------
    skips_listed : whether what is listed already is left out instead of listed again.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, Frozen
    OddValue : a live list; too many lines; no stretch of that item; a list that would hold itself.
    """
    if len(lines) > MOST_AT_ONCE:
        raise OddValue("entries", f"Add at most {MOST_AT_ONCE} lines at once.")
    with changing(actor, reason=reason):
        row = locked_selection(actor, record_id, if_version, of_entries=True)
        if row.live_filter is not None:
            raise OddValue("id", "What this list holds is found by its filter: change that.")
        columns = [each for n, line in enumerate(lines) for each in _columns(actor, row, line, n)]
        listed = set(row.entries.values_list(*_SAME))
        again = [each for each in columns if _same(each) in listed]
        if skips_listed:
            columns = [each for each in columns if _same(each) not in listed]
        if row.entries.count() + len(columns) > MOST_ENTRIES:
            raise OddValue("entries", f"A list has {MOST_ENTRIES} lines at most.")
        new = [SelectionEntry(selection=row, position=0, **each) for each in columns]
        _put(row, new, before)
        SelectionEntry.objects.bulk_create(new)
    row.refresh_from_db()
    return row, len(again)


def update_entry(
    *,
    actor: Actor,
    entry_id: UUID,
    if_version: int | None = None,
    reason: str = "",
    **says: Any,
) -> Selection:
    """Say something else of a line: `title`, `text`, or which stretch, by `start_s` and `end_s`.

    Parameters
    ----------
    if_version : of the list.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, Frozen, OddValue
    """
    with changing(actor, reason=reason):
        found = SelectionEntry.objects.visible_to(actor).filter(pk=entry_id).first()
        if found is None:
            raise NotFound("There is no such line.").about("entry")
        row = locked_selection(actor, found.selection_id, if_version, of_entries=True)
        entry: SelectionEntry = row.entries.get(pk=entry_id)
        said = {name: says.get(name, getattr(entry, name)) for name in _SAID}
        line = Line(item_id=entry.item_id, inner_id=entry.inner_id, **said)
        values = {**_words(line, ""), **_stretch(line, "")}
        changed = [name for name, value in values.items() if getattr(entry, name) != value]
        for name in changed:
            setattr(entry, name, values[name])
        if changed:
            entry.save(update_fields=changed)
    row.refresh_from_db()
    return row


def move_entries(
    *,
    actor: Actor,
    record_id: UUID,
    entries: Sequence[UUID],
    before: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
) -> Selection:
    """Put lines, in the order named, before another, or at the end.

    Raises
    ------
    NotFound : the list, or a line of it.
    NotAllowed, VersionConflict, Frozen, OddValue
    """
    with changing(actor, reason=reason):
        row = locked_selection(actor, record_id, if_version, of_entries=True)
        moved = _named(actor, row, entries)
        if before in entries:
            raise OddValue("before", "A line does not stand before itself.")
        _put(row, moved, before)
        SelectionEntry.objects.bulk_update(moved, ["position"])
    row.refresh_from_db()
    return row


def remove_entries(
    *,
    actor: Actor,
    record_id: UUID,
    entries: Sequence[UUID],
    if_version: int | None = None,
    reason: str = "",
) -> Selection:
    """Take lines out of a list; what they named is untouched.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, Frozen, OddValue
    """
    with changing(actor, reason=reason):
        row = locked_selection(actor, record_id, if_version, of_entries=True)
        gone = _named(actor, row, entries)
        SelectionEntry.objects.filter(pk__in=[entry.pk for entry in gone]).delete()
    row.refresh_from_db()
    return row


_SAME = ("item_id", "inner_id", "start_s", "end_s")
_SAID = ("start_s", "end_s", "title", "text")


def _same(columns: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(columns.get(name) for name in _SAME)


def _named(actor: Actor, row: Selection, entries: Sequence[UUID]) -> list[SelectionEntry]:
    """Return the lines of a list by their ids, in that order; hidden ones are not there."""
    if len(entries) > MOST_AT_ONCE:
        raise OddValue("entries", f"Name at most {MOST_AT_ONCE} lines at once.")
    wanted = list(dict.fromkeys(entries))
    rows = SelectionEntry.objects.visible_to(actor).filter(selection=row, pk__in=wanted)
    found = {entry.pk: entry for entry in rows}
    for n, key in enumerate(wanted):
        if key not in found:
            raise NotFound("The list has no such line.").about(f"entries.{n}")
    return [found[key] for key in wanted]


def _put(row: Selection, moved: Sequence[SelectionEntry], before: UUID | None) -> None:
    """Give lines positions before another, or after all; make room where there is none."""
    own = {entry.pk for entry in moved}
    rest = [each for each in row.entries.order_by("position", "pk") if each.pk not in own]
    at = len(rest)
    if before is not None:
        at = next((n for n, each in enumerate(rest) if each.pk == before), -1)
        if at < 0:
            raise NotFound("The list has no such line.").about("before")
    low = rest[at - 1].position if at else 0
    step = APART if at == len(rest) else (rest[at].position - low) // (len(moved) + 1)
    if step < 1:
        for n, entry in enumerate(rest, start=1):
            entry.position = n * APART * (len(moved) + 1)
        SelectionEntry.objects.bulk_update(rest, ["position"])
        low, step = (rest[at - 1].position if at else 0), APART
    for n, entry in enumerate(moved, start=1):
        entry.position = low + n * step


def _columns(actor: Actor, row: Selection, line: Line, number: int) -> list[dict[str, Any]]:
    """Return the columns of the lines that something comes to: one, or one an item."""
    where = f"entries.{number}."
    named = [key for key in (line.item_id, line.inner_id, line.collection_id) if key]
    if len(named) != 1:
        raise OddValue(where[:-1], "Name an item, a list or a collection, and one alone.")
    words = _words(line, where)
    if line.collection_id is not None:
        return _of_collection(actor, line.collection_id, where)
    if line.inner_id is not None:
        _check_inner(actor, row, line.inner_id, where)
    elif not Item.objects.visible_to(actor).filter(pk=line.item_id).exists():
        raise NotFound("There is no such item.").about(f"{where}item")
    keys = {"item_id": line.item_id, "inner_id": line.inner_id}
    return [{**keys, **words, **_stretch(line, where)}]


def _of_collection(actor: Actor, key: UUID, where: str) -> list[dict[str, Any]]:
    if not Collection.objects.visible_to(actor).filter(pk=key).exists():
        raise NotFound("There is no such collection.").about(f"{where}collection")
    items = Item.objects.visible_to(actor).filter(collection=key).order_by("code", "pk")
    keys = list(items.values_list("pk", flat=True)[: MOST_ENTRIES + 1])
    if len(keys) > MOST_ENTRIES:
        raise OddValue(f"{where}collection", f"It holds more than {MOST_ENTRIES} items.")
    return [{"item_id": each} for each in keys]


def _check_inner(actor: Actor, row: Selection, inner: UUID, where: str) -> None:
    """Refuse a list that would hold itself; one is checked at a time, so that two make no ring."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('archive.selections'))")
        if not Selection.objects.visible_to(actor).filter(pk=inner).exists():
            raise NotFound("There is no such list.").about(f"{where}selection")
        cursor.execute(
            """
            WITH RECURSIVE held(id) AS (
                SELECT %(inner)s::uuid
                UNION
                SELECT e.inner_id FROM archive_selectionentry AS e
                JOIN held ON held.id = e.selection_id WHERE e.inner_id IS NOT NULL
            )
            SELECT EXISTS (SELECT FROM held WHERE id = %(row)s)
            """,
            {"inner": inner, "row": row.pk},
        )
        (holds,) = cursor.fetchone()
    if holds:
        raise OddValue(f"{where}selection", "A list cannot hold itself, nor what holds it.")


def _words(line: Line, where: str) -> dict[str, Any]:
    if len(line.text) > LONGEST_TEXT:
        raise OddValue(f"{where}text", f"Write at most {LONGEST_TEXT} characters.")
    try:
        return checked(SelectionEntry, {"title": line.title, "text": line.text})
    except OddValue as odd:
        raise OddValue(f"{where}{odd.field}", str(odd)) from odd


def _stretch(line: Line, where: str) -> dict[str, Any]:
    """Return which seconds of an item are meant, checked against each other and its sound."""
    start, end = line.start_s, line.end_s
    if (start, end) == (None, None):
        return {"start_s": None, "end_s": None}
    if line.item_id is None:
        raise OddValue(f"{where}start_s", "Only an item has stretches.")
    for name, moment in (("start_s", start), ("end_s", end)):
        if moment is not None and not (math.isfinite(moment) and 0 <= moment <= LATEST_S):
            raise OddValue(f"{where}{name}", f"{moment} is no second of a recording.")
    if end is not None and end <= (start or 0.0):
        raise OddValue(f"{where}end_s", "A stretch ends after it begins.")
    said = {"start_s": start or 0.0, "end_s": end}
    refuse_beyond(said, sound_ends_at(line.item_id), where)
    return {"start_s": start, "end_s": end}
