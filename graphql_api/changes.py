"""Following what happens to records, of some kinds or of all; resumable by cursor.

Who may hear of a change is decided when it is told, by the access rule as it is then: of a record
that one may find, that it changed; of one that was public and is gone, that it is gone; of any
other, nothing. What a client missed is read from the event table, page by page, before news from
the bus goes on.
"""

import secrets
import time
from collections.abc import AsyncGenerator, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from archive.access import Actor, level_rule
from archive.events import Event, first_position, last_position, sequence
from archive.kinds import KINDS
from archive.models import Item
from graphql_api.bus import bus
from graphql_api.context import Context
from graphql_api.cursors import seal, unseal
from graphql_api.errors import Code, Refused
from graphql_api.executor import bounded, in_thread
from graphql_api.types.kind import resource_of
from graphql_api.types.node import Resource

KEPT_S = 30 * 24 * 3600
PAGE = 200
PURPOSE = "archive changes"
RESYNC = "read what you show anew, and subscribe without `after`."


@dataclass(frozen=True)
class Heard:
    """A change as one follower hears of it."""

    kind: str
    key: UUID
    what: str
    at: datetime
    position: int
    #: None where it is gone for this follower.
    record: Resource | None

    @property
    def cursor(self) -> str:
        return _cursor_at(self.position)


def cursor_now() -> str:
    """Return a cursor after which everything follows that the reader's own state does not show.

    What was committed before and has no position yet may be told once more.
    """
    return _cursor_at(last_position())


def _cursor_at(position: int) -> str:
    """Return a cursor that is another each time, and always as long.

    Two that are equal would say that nothing happened between them, two that are not that
    something did, be it to a record that one may not find; and a longer number is a longer cursor.
    """
    salt = secrets.token_urlsafe(12)
    return seal(PURPOSE, [f"{position:019d}", int(time.time()), salt])


async def follow_changes(
    context: Context, kinds: Collection[str], after: str | None
) -> AsyncGenerator[Heard, None]:
    """Yield what happens to records of the kinds, in the order of the commits."""
    wanted = frozenset(kinds or KINDS)
    position = None if after is None else _position_in(after)
    async with bus().following(None) as follower:
        position = await in_thread(_begin, position)
        while missed := await in_thread(_missed, wanted, position):
            for heard in await in_thread(_heard, context, missed):
                yield heard
            position = missed[-1].position or 0
        while True:
            first = await follower.next()
            news = [
                event
                for event in (first, *follower.waiting(PAGE - 1))
                if (event.position or 0) > position and event.subject_kind in wanted
            ]
            if news:
                for heard in await in_thread(_heard, context, news):
                    yield heard
                position = news[-1].position or 0


def _begin(after: int | None) -> int:
    """Return the position after which to tell: the newest, or the one that was asked for.

    Raises
    ------
    Refused : what has happened since is no longer kept.
    """
    sequence()
    newest = last_position()
    if after is None:
        return newest
    if after < first_position() - 1 or after > newest:
        raise Refused(
            Code.RESYNC_REQUIRED, f"What has happened since this cursor is no longer kept: {RESYNC}"
        )
    return after


def _missed(kinds: Collection[str], after: int) -> list[Event]:
    missed = Event.objects.filter(position__gt=after, subject_kind__in=kinds)
    return list(missed.order_by("position")[:PAGE])


def _heard(context: Context, events: Sequence[Event]) -> list[Heard]:
    """Return what the follower may hear of some events, in one statement a kind."""
    context.actor = context.ask_again() if context.ask_again else context.actor
    actor = context.actor
    with bounded():
        wanted: dict[str, set[UUID]] = {}
        for event in events:
            wanted.setdefault(event.subject_kind, set()).add(event.subject_id)
        records: dict[UUID, Resource] = {}
        for kind, keys in wanted.items():
            of = resource_of(kind)
            if of is not None:
                records |= of.by_key(actor, keys)
        gone = [each for each in events if each.subject_id not in records]
        told = _gone_for(actor, gone)
    return [
        Heard(
            kind=event.subject_kind,
            key=event.subject_id,
            what=_what(event, records.get(event.subject_id)),
            at=event.created_at,
            position=event.position or 0,
            record=records.get(event.subject_id),
        )
        for event in events
        if event.subject_id in records or event.subject_id in told
    ]


def _what(event: Event, record: Resource | None) -> str:
    if record is None:
        return "gone"
    return "created" if event.kind.endswith(".created") else "updated"


def _gone_for(actor: Actor, events: Sequence[Event]) -> set[UUID]:
    """Return those that the follower could see until this event, and sees no more.

    `was_public` is the record's own word. An item that lay in a hidden collection was never seen:
    of it nothing is told, not even that it is gone.
    """
    if actor.is_staff:
        return {event.subject_id for event in events}
    were_public = [event for event in events if event.was_public]
    items = {event.subject_id for event in were_public if event.subject_kind == "item"}
    seen: models.QuerySet[Any] = Item._base_manager.filter(
        level_rule(actor, "collection", "collection__"), pk__in=items
    )
    shown = set(seen.values_list("pk", flat=True)) if items else set()
    closed = {event.subject_id for event in were_public if event.subject_kind != "item"}
    return closed | (shown & _not_public_by_itself(items))


def _not_public_by_itself(items: Collection[UUID]) -> set[UUID]:
    """Return those whose own state or level hides them: what happened is their own withdrawal."""
    hidden = models.Q(access="none") | ~models.Q(state="published")
    return set(Item._base_manager.filter(hidden, pk__in=items).values_list("pk", flat=True))


def _position_in(after: str) -> int:
    content = unseal(PURPOSE, after)
    if not isinstance(content, list) or len(content) < 2:
        raise Refused(Code.BAD_CURSOR, "This is no cursor of `archiveChanges`.")
    if time.time() - content[1] > KEPT_S:
        raise Refused(Code.RESYNC_REQUIRED, f"This cursor is older than 30 days: {RESYNC}")
    return int(content[0])
