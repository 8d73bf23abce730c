"""Who was given restricted material: a book that is only written on, for curators to read.

    note(actor, item_id, act=Act.LISTEN, door="sound")      what was given, once an hour a person
    entries_of(actor, item_id=…)                           for who edits the record
    forget(older_than_days=730)                            what has aged out

It holds no more than the question "who heard this, and when" needs: the account's id (its name is
looked up while the account is there), or the reading room of who had not signed in; no address, no
program, no position in the sound. What everybody may hear is not noted at all.
"""

from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from archive.access import Act, Actor
from archive.models import AccessEntry, Item

_NOTED = """
    INSERT INTO archive_accessentry (item_id, act, door, user_id, room_id, was_given)
    SELECT %(item)s, %(act)s, %(door)s, %(user)s, %(room)s, true
    WHERE NOT EXISTS (
        SELECT FROM archive_accessentry
        WHERE item_id = %(item)s AND act = %(act)s AND door = %(door)s
          AND user_id IS NOT DISTINCT FROM %(user)s::uuid
          AND room_id IS NOT DISTINCT FROM %(room)s::uuid
          AND at > statement_timestamp() - interval '1 hour')
"""


def note(actor: Actor, item_id: UUID, *, act: Act, door: str) -> None:
    """Write down that something of an item was given; once an hour, however many pieces it takes.

    Parameters
    ----------
    door : by which it was given, such as ``sound``; 40 characters at most.
    """
    room = min(actor.rooms, default=None) if actor.user_id is None else None
    with connection.cursor() as cursor:
        cursor.execute(
            _NOTED,
            {
                "item": item_id,
                "act": act.value,
                "door": door,
                "user": actor.user_id,
                "room": room,
            },
        )


def entries_of(
    actor: Actor, *, item_id: UUID | None = None, collection_id: UUID | None = None
) -> "QuerySet[AccessEntry]":
    """Return what was given of an item, or of a collection's items, to who edits these."""
    edited: QuerySet[Any] = Item.objects.allowing(actor, Act.EDIT)
    if item_id is not None:
        edited = edited.filter(pk=item_id)
    elif collection_id is not None:
        edited = edited.filter(collection=collection_id)
    else:
        edited = edited.none()
    return AccessEntry.objects.filter(item_id__in=edited.values("pk"))


def forget(*, older_than_days: int) -> int:
    """Erase what is older than so many days; return how much it was.

    Raises
    ------
    ValueError : fewer days than one.
    """
    if older_than_days < 1:
        raise ValueError("Keep at least one day.")
    with transaction.atomic(), connection.cursor() as cursor:
        # The table's trigger lets only an erasure take rows out.
        cursor.execute("SELECT set_config('archive.erase', 'on', true)")
        cursor.execute(
            "DELETE FROM archive_accessentry "
            "WHERE at < statement_timestamp() - %s * interval '1 day'",
            [older_than_days],
        )
        gone = cursor.rowcount
        cursor.execute("SELECT set_config('archive.erase', 'off', true)")
    return int(gone)
