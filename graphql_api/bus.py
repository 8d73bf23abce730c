"""News for subscribers: one LISTEN and one reading per process, however many follow.

The bus listens as long as somebody follows something. Each wake-up reads the new events once and
hands each to those who follow its subject, or everything, through a queue of their own that cannot
grow without end: who reads too slowly is told so, and resumes by cursor.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from uuid import UUID
from weakref import WeakKeyDictionary

from archive.events import Event, last_position
from archive.feed import AsyncFeed
from graphql_api.errors import Code, Refused
from graphql_api.executor import in_thread

LONGEST_QUEUE = 256

Queue = asyncio.Queue[Event]


class Follower:
    """Who follows one subject, or everything: a bounded queue of events."""

    def __init__(self) -> None:
        self._queue: Queue = asyncio.Queue(LONGEST_QUEUE)
        self._fell_behind = False

    def tell(self, event: Event) -> None:
        try:
            self._queue.put_nowait(event)
        except asyncio.QueueFull:
            self._fell_behind = True

    async def next(self) -> Event:
        """Return the next event; Refused (TOO_SLOW) once some had to be dropped."""
        if self._fell_behind:
            raise Refused(
                Code.TOO_SLOW,
                f"You read too slowly: more than {LONGEST_QUEUE} events were waiting. Go on with "
                "`after` and the last cursor that you have.",
            )
        return await self._queue.get()

    def waiting(self, most: int) -> list[Event]:
        """Return what waits already, without waiting for more."""
        return [self._queue.get_nowait() for _ in range(min(most, self._queue.qsize()))]


class Bus:
    """The followers of one event loop, and the task that feeds them."""

    def __init__(self) -> None:
        self._followers: dict[UUID | None, set[Follower]] = defaultdict(set)
        self._task: asyncio.Task[None] | None = None
        self._starting = asyncio.Lock()

    @asynccontextmanager
    async def following(self, subject: UUID | None) -> AsyncGenerator[Follower, None]:
        """Follow a subject, or everything: each event committed from now on arrives, in order."""
        await self._listen()
        follower = Follower()
        self._followers[subject].add(follower)
        try:
            yield follower
        finally:
            self._followers[subject].discard(follower)
            if not self._followers[subject]:
                del self._followers[subject]
            if not self._followers:
                self._stop()

    @property
    def follower_count(self) -> int:
        return sum(len(followers) for followers in self._followers.values())

    async def _listen(self) -> None:
        async with self._starting:
            if self._task is None or self._task.done():
                feed = AsyncFeed(after=await in_thread(last_position))
                self._task = asyncio.create_task(self._feed(feed), name="graphql-bus")

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _feed(self, feed: AsyncFeed) -> None:
        async with feed:
            async for batch in feed:
                for event in batch:
                    for subject in (event.subject_id, None):
                        for follower in self._followers.get(subject, ()):
                            follower.tell(event)


_buses: WeakKeyDictionary[asyncio.AbstractEventLoop, Bus] = WeakKeyDictionary()


def bus() -> Bus:
    """Return the bus of the running event loop."""
    loop = asyncio.get_running_loop()
    if loop not in _buses:
        _buses[loop] = Bus()
    return _buses[loop]
