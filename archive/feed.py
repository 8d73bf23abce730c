"""The consumers' end of the event table: woken by NOTIFY, silent while nothing happens.

A consumer keeps its own cursor, a position, and applies events idempotently::

    feed = Feed(after=cursor)                   # LISTENs on a connection of its own
    for batch in feed:                          # list[Event], by position, never empty
        apply(batch)
        keep(batch[-1].position)
    feed.close()                                # from any thread: the loop ends within moments

    async with AsyncFeed(after=cursor) as feed:  # the same for an event loop
        async for batch in feed: ...

`Wakeups` and `AsyncWakeups` are the part below, for who reads in a way of their own: they yield
a `Wake` on each (re)connection, on each NOTIFY (many at once are one), and once 5 s after the
last of these; `read_after(cursor)` sequences and reads. Between wake-ups no statement runs: an
idle site is idle in the database's statistics too. A lost connection (`pg_terminate_backend`, a
restart) is taken up again after a pause that grows, and the reconnection is itself a wake-up, so
that what was written meanwhile is read.

A batch is yielded once; if the consumer raises, it is for the consumer to begin again at the
cursor that it kept.
"""

import asyncio
import contextlib
import logging
import select
import socket
import threading
import time
from collections.abc import AsyncGenerator, Generator, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

import psycopg
from asgiref.sync import sync_to_async
from django import db

from archive.events import CHANNEL, Event, sequence

log = logging.getLogger(__name__)

SETTLE_S = 5.0
BATCH = 500
_FIRST_PAUSE_S = 0.1
_LONGEST_PAUSE_S = 5.0

#: A half-open connection (a cut cable) shows itself by TCP, not by statements of ours.
_KEEPALIVE = {
    "keepalives": 1,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
}


class Wake(StrEnum):
    """Why a consumer is woken."""

    CONNECTED = "connected"
    NOTIFIED = "notified"
    SETTLED = "settled"


class Wakeups:
    """Iterate to be woken. One thread iterates; `close` may come from any other."""

    def __init__(self, *, settle_s: float = SETTLE_S) -> None:
        self._settle_s = settle_s
        self._settles_at: float | None = None
        self._pause_s = _FIRST_PAUSE_S
        self._hears, self._says = socket.socketpair()
        self._closed = threading.Event()

    @property
    def is_closed(self) -> bool:
        return self._closed.is_set()

    def close(self) -> None:
        """End the iteration, which then closes its connection."""
        self._closed.set()
        self._says.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Generator[Wake, None, None]:
        try:
            while not self.is_closed:
                try:
                    yield from self._while_connected()
                except (psycopg.OperationalError, psycopg.InterfaceError) as error:
                    self.pause(error)
        finally:
            self.close()
            self._hears.close()

    def pause(self, error: Exception) -> None:
        """Wait before another attempt, longer each time, but not beyond `close`."""
        log.warning("No connection for events, again in %.1f s: %s", self._pause_s, error)
        self._closed.wait(self._pause_s)
        self._pause_s = min(2 * self._pause_s, _LONGEST_PAUSE_S)

    def _while_connected(self) -> Iterator[Wake]:
        with psycopg.connect(**_parameters(), autocommit=True) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            yield self._woken(Wake.CONNECTED)
            while True:
                ready = self._wait(connection)
                if self.is_closed:
                    return
                if not ready:
                    yield self._woken(Wake.SETTLED)
                elif list(connection.notifies(timeout=0)):
                    yield self._woken(Wake.NOTIFIED)

    def _woken(self, wake: Wake) -> Wake:
        self._settles_at = None if wake is Wake.SETTLED else time.monotonic() + self._settle_s
        self._pause_s = _FIRST_PAUSE_S
        return wake

    def _wait(self, connection: psycopg.Connection[Any]) -> bool:
        """Return whether the server said something before the catch-up was due."""
        poll = select.poll()  # select() itself fails beyond descriptor 1023
        poll.register(connection.fileno(), select.POLLIN)
        poll.register(self._hears.fileno(), select.POLLIN)
        if self._settles_at is None:
            return bool(poll.poll())
        return bool(poll.poll(max(0.0, self._settles_at - time.monotonic()) * 1000))


class AsyncWakeups:
    """Wake-ups for an event loop, from a thread that listens; those missed while busy are one."""

    def __init__(self, *, settle_s: float = SETTLE_S) -> None:
        self.wakeups = Wakeups(settle_s=settle_s)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the iteration; callable from any thread."""
        self.wakeups.close()

    async def __aiter__(self) -> AsyncGenerator[Wake, None]:
        loop = asyncio.get_running_loop()
        heard: asyncio.Queue[Wake | Exception | None] = asyncio.Queue()

        def tell(what: Wake | Exception | None) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended before us
                loop.call_soon_threadsafe(_offer, heard, what)

        def listen() -> None:
            try:
                for wake in self.wakeups:
                    tell(wake)
                tell(None)
            except Exception as error:  # noqa: BLE001 - handed on: raised again by who iterates
                tell(error)

        threading.Thread(target=listen, name="archive-feed", daemon=True).start()
        try:
            while wake := await heard.get():
                if isinstance(wake, Exception):
                    raise wake
                yield wake
        finally:
            self.close()


def _offer(queue: asyncio.Queue[Wake | Exception | None], what: Wake | Exception | None) -> None:
    """A wake-up that nobody has taken yet stands for all that follow it."""
    if queue.empty() or not isinstance(what, Wake):
        queue.put_nowait(what)


def read_after(position: int, *, limit: int = BATCH) -> list[Event]:
    """Give committed events their positions, and return the next ones after the cursor."""
    sequence()
    return list(Event.objects.filter(position__gt=position).order_by("position")[:limit])


@dataclass
class _Reader:
    """A cursor that moves on with each batch read."""

    cursor: int
    limit: int
    wakeups: Wakeups

    def next(self) -> list[Event]:
        """Read the next batch, however often the database goes away meanwhile."""
        while not self.wakeups.is_closed:
            try:
                batch = read_after(self.cursor, limit=self.limit)
            except (db.OperationalError, db.InterfaceError) as error:
                self.wakeups.pause(error)
            else:
                self.cursor = (batch[-1].position or 0) if batch else self.cursor
                return batch
            finally:
                db.close_old_connections()
        return []


class Feed:
    """All events after a position, in batches, for ever; the module says how it is used."""

    def __init__(self, *, after: int, settle_s: float = SETTLE_S, limit: int = BATCH) -> None:
        self._wakeups = Wakeups(settle_s=settle_s)
        self._reader = _Reader(after, limit, self._wakeups)

    def close(self) -> None:
        """End the iteration; callable from any thread."""
        self._wakeups.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Generator[list[Event], None, None]:
        for _ in self._wakeups:
            while batch := self._reader.next():
                yield batch


class AsyncFeed:
    """`Feed` for an event loop: it listens and reads in threads."""

    def __init__(self, *, after: int, settle_s: float = SETTLE_S, limit: int = BATCH) -> None:
        self._wakeups = AsyncWakeups(settle_s=settle_s)
        self._reader = _Reader(after, limit, self._wakeups.wakeups)

    def close(self) -> None:
        """End the iteration; callable from any thread."""
        self._wakeups.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()

    async def __aiter__(self) -> AsyncGenerator[list[Event], None]:
        read = sync_to_async(self._reader.next, thread_sensitive=False)
        async for _ in self._wakeups:
            while batch := await read():
                yield batch


def _parameters() -> dict[str, Any]:
    """Return what Django connects with, for a connection outside its pool."""
    parameters = dict(db.connection.get_connection_params())
    for name in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(name, None)
    return parameters | _KEEPALIVE
