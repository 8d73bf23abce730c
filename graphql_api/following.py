"""Following a run: a snapshot, then each change, until it has ended; resumable by cursor.

Rights are asked again before each event, as they are then: a withdrawn account, a revoked token
or a run that is no longer one's own ends the stream. An event's own numbers are told, so that
nothing is read but what the client selected of `run`.
"""

import time
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max

from analysis.models import FINAL
from archive.events import Event, sequence
from graphql_api.bus import bus
from graphql_api.context import Context
from graphql_api.cursors import seal, unseal
from graphql_api.errors import Code, Refused
from graphql_api.executor import bounded, in_thread
from graphql_api.ids import uuid_of
from graphql_api.types.run import Run, RunStatus

KEPT_S = 30 * 24 * 3600
MISSED_AT_MOST = 1000
#: The events that tell how far a run is.
TELLING = ("run.created", "run.updated")
PURPOSE = "run progress"
ENDED = frozenset(RunStatus(status.value) for status in FINAL)


@dataclass(frozen=True)
class Moment:
    """A run as it was when something of it changed."""

    run: Run
    position: int
    status: RunStatus
    progress: float
    stage: str | None

    @property
    def cursor(self) -> str:
        return seal(PURPOSE, [str(self.run.id), self.position, int(time.time())])

    @property
    def is_last(self) -> bool:
        return self.status in ENDED


@dataclass(frozen=True)
class Start:
    """Where a follower begins: what to tell first, and which events that already covers."""

    moments: list[Moment]
    known_up_to: int
    has_ended: bool


async def follow_run(
    context: Context, run_id: str, after: str | None
) -> AsyncGenerator[Moment, None]:
    """Yield the run's moments; Refused where there is none to be seen."""
    key = uuid_of(run_id, "Run")
    position = _position_in(after, key) if after is not None else None
    async with bus().following(key) as follower:
        start = await in_thread(_start, context, key, position)
        for moment in start.moments:
            yield moment
        ended = start.has_ended
        while not ended:
            event = await follower.next()
            if event.id > start.known_up_to and event.kind in {*TELLING, "run.deleted"}:
                moment = await in_thread(_moment_of, context, key, event)
                yield moment
                ended = moment.is_last


def _start(context: Context, key: UUID, after: int | None) -> Start:
    """Read the run and what its events have told so far, in one state of the database."""
    sequence()
    with bounded():
        run = _visible(context, key)
        mine = Event.objects.filter(subject_id=key, subject_kind="run")
        known = mine.aggregate(id=Max("id"), position=Max("position"))
        if after is None:
            now = Moment(run, known["position"] or 0, run.status, run.progress, run.stage)
            moments = [now]
        else:
            missed = mine.filter(position__gt=after, kind__in=TELLING).order_by("position")
            moments = [_told(run, event) for event in missed[:MISSED_AT_MOST]]
    return Start(moments, known["id"] or 0, has_ended=run.status in ENDED)


def _moment_of(context: Context, key: UUID, event: Event) -> Moment:
    with bounded():
        return _told(_visible(context, key), event)


def _told(run: Run, event: Event) -> Moment:
    data: dict[str, Any] = event.data
    return Moment(
        run,
        event.position or 0,
        RunStatus(data["status"]),
        float(data["progress"]),
        str(data["stage"]) or None,
    )


def _visible(context: Context, key: UUID) -> Run:
    """Return the run as who asks may see it now."""
    context.actor = context.ask_again() if context.ask_again else context.actor
    run = Run.by_key(context.actor, [key]).get(key)
    if run is None:
        raise Refused(Code.NOT_FOUND, "There is no such run, or it is not yours to see.")
    return run


def _position_in(after: str, key: UUID) -> int:
    content = unseal(PURPOSE, after)
    if not isinstance(content, list) or len(content) != 3 or content[0] != str(key):
        raise Refused(Code.BAD_CURSOR, "This cursor belongs to another run.")
    if time.time() - content[2] > KEPT_S:
        raise Refused(
            Code.RESYNC_REQUIRED,
            "This cursor is older than 30 days, and what has happened since is no longer kept: "
            "subscribe without `after`.",
        )
    return int(content[1])
