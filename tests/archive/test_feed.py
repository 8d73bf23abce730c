"""Consumers are woken, and miss nothing (R-12; design section 5, Event)."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, Queue

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from archive.events import CHANNEL, Event, emit
from archive.feed import AsyncFeed, Feed, Wake, Wakeups
from archive.identifiers import new_id
from config import env
from tests.pace import allowed


@contextmanager
def following(feed: Feed) -> Iterator["Queue[list[Event]]"]:
    """Run the feed in a thread of its own; what it yields arrives in the queue."""
    batches: Queue[list[Event]] = Queue()

    def follow() -> None:
        for batch in feed:
            batches.put(batch)

    thread = threading.Thread(target=follow)
    thread.start()
    try:
        yield batches
    finally:
        feed.close()
        thread.join(10)
        assert not thread.is_alive(), "close() did not end the loop"


def say(kind: str) -> None:
    emit(kind, subject_kind="test", subject_id=new_id())


def kinds(batches: "Queue[list[Event]]", count: int, *, within_s: float = 10) -> list[str]:
    found: list[str] = []
    until = time.monotonic() + within_s
    while len(found) < count and time.monotonic() < until:
        try:
            found += [event.kind for event in batches.get(timeout=0.1)]
        except Empty:
            continue
    return found


@pytest.mark.usefixtures("own_database")
def test_what_was_written_before_and_what_is_written_now_both_arrive() -> None:
    say("test.before")
    with following(Feed(after=0)) as batches:
        assert kinds(batches, 1) == ["test.before"]
        began = time.monotonic()
        say("test.now")
        assert kinds(batches, 1) == ["test.now"]
        assert time.monotonic() - began < allowed(1), (
            "an event waits for its NOTIFY, not for a clock"
        )


@pytest.mark.usefixtures("own_database")
def test_a_long_backlog_arrives_in_order_and_in_pieces() -> None:
    Event.objects.bulk_create(
        Event(kind=f"test.{n}", subject_kind="test", subject_id=new_id()) for n in range(25)
    )
    with following(Feed(after=0, limit=10)) as batches:
        sizes = [len(batches.get(timeout=10)) for _ in range(3)]
    assert sizes == [10, 10, 5]


@pytest.mark.usefixtures("own_database")
def test_a_feed_begins_after_its_cursor() -> None:
    for n in range(3):
        say(f"test.{n}")
    with following(Feed(after=0)) as batches:
        kinds(batches, 3)
    second = Event.objects.order_by("position")[1]
    with following(Feed(after=second.position or 0)) as batches:
        assert kinds(batches, 1) == ["test.2"]


@pytest.mark.usefixtures("own_database")
def test_a_feed_whose_connection_is_ended_takes_it_up_again() -> None:
    """F-05: `pg_terminate_backend` of the listener and of the readers."""
    with following(Feed(after=0)) as batches:
        say("test.first")
        assert kinds(batches, 1) == ["test.first"]
        with psycopg.connect(env.database_url(), autocommit=True) as other:
            ended = other.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = %s",
                [connection.settings_dict["NAME"]],
            ).fetchone()
            assert ended is not None
            assert ended[0] >= 2
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]
        say("test.second")
        assert kinds(batches, 1) == ["test.second"]


def test_a_feed_outlasts_a_database_that_accepts_nobody(own_database: str) -> None:
    """F-05: what a restart looks like from outside; meanwhile it pauses, longer each time."""
    allow = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
    name = sql.Identifier(own_database)
    with following(Feed(after=0)) as batches:
        say("test.first")
        assert kinds(batches, 1) == ["test.first"]
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]
        with psycopg.connect(env.database_url(), autocommit=True) as other:
            other.execute(allow.format(name, sql.SQL("false")))
            other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                [own_database],
            )
            time.sleep(1.5)
            other.execute(allow.format(name, sql.SQL("true")))
        say("test.second")
        assert kinds(batches, 1) == ["test.second"]


@pytest.mark.usefixtures("own_database")
def test_wakeups_come_on_connecting_on_news_and_once_when_all_is_quiet() -> None:
    with Wakeups(settle_s=0.3) as wakeups:
        woken = iter(wakeups)
        assert next(woken) is Wake.CONNECTED
        assert next(woken) is Wake.SETTLED
        say("test.one")
        assert next(woken) is Wake.NOTIFIED
        assert next(woken) is Wake.SETTLED
        heard: list[Wake] = []
        thread = threading.Thread(target=lambda: heard.extend(woken))
        thread.start()
        time.sleep(1)
        wakeups.close()
        thread.join(5)
        assert heard == [], "after the catch-up nothing more happens by the clock"


@pytest.mark.usefixtures("own_database")
def test_an_idle_feed_runs_no_statement() -> None:
    """R-12 and the issue's numbers: no polling statement in the database's statistics."""
    with following(Feed(after=0, settle_s=0.2)):
        time.sleep(1)
        before = _listener_was_last_busy()
        time.sleep(1)
        assert _listener_was_last_busy() == before


def _listener_was_last_busy() -> object:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), max(state_change) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return cursor.fetchone()


@pytest.mark.usefixtures("own_database")
def test_the_asynchronous_feed_hears_the_same() -> None:
    say("test.before")

    async def follow() -> list[str]:
        found: list[str] = []
        async with AsyncFeed(after=0) as feed:
            async for batch in feed:
                found += [event.kind for event in batch]
                if "test.now" in found:
                    break
                await asyncio.to_thread(_say_elsewhere, "test.now")
        return found

    assert asyncio.run(asyncio.wait_for(follow(), 10)) == ["test.before", "test.now"]


def _say_elsewhere(kind: str) -> None:
    try:
        say(kind)
    finally:
        connection.close()


@pytest.mark.usefixtures("own_database")
def test_a_cancelled_follower_leaves_no_connection_behind() -> None:
    async def follow() -> None:
        async with AsyncFeed(after=0) as feed:
            async for _ in feed:
                pass

    async def main() -> None:
        task = asyncio.create_task(follow())
        await asyncio.sleep(0.5)
        assert await asyncio.to_thread(_listeners) == 1
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.sleep(0.5)
        assert await asyncio.to_thread(_listeners) == 0

    asyncio.run(asyncio.wait_for(main(), 20))


def _listeners() -> int:
    with psycopg.connect(env.database_url(), autocommit=True) as other:
        row = other.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND query = %s",
            [connection.settings_dict["NAME"], f"LISTEN {CHANNEL}"],
        ).fetchone()
    return int(row[0]) if row else 0
