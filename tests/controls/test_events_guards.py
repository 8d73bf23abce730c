"""Controls of tests/archive/test_events.py: without its guards the event table lies."""

import random

import pytest
from django.db import connection

from archive.events import Event, emit, sequence
from archive.feed import read_after
from archive.identifiers import new_id
from tests.archive.test_events import another_connection, insert_event

FORGERIES = [
    "UPDATE archive_event SET kind = 'forged'",
    "UPDATE archive_event SET data = '{\"a\": 1}'",
    "UPDATE archive_event SET position = position + 1",
    "UPDATE archive_event SET created_at = now() - interval '1 day'",
    "DELETE FROM archive_event",
]


@pytest.mark.django_db
def test_without_its_trigger_the_table_can_be_forged() -> None:
    emit("test.one", subject_kind="test", subject_id=new_id())
    sequence()
    forged = 0
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE archive_event DISABLE TRIGGER USER")
        for statement in FORGERIES:
            cursor.execute(statement)
            forged += cursor.rowcount
    print(f"{forged} of {len(FORGERIES)} forgeries went through")
    assert forged == len(FORGERIES) >= 5


@pytest.mark.usefixtures("own_database")
def test_a_reader_by_id_loses_events_that_a_reader_by_position_gets() -> None:
    """Random interleavings of four writers and one reader of each kind."""
    choose = random.Random(11)  # noqa: S311
    by_id: list[str] = []
    by_position: list[str] = []
    id_cursor = position_cursor = written = 0
    for round_ in range(15):
        with (
            another_connection() as first,
            another_connection() as second,
            another_connection() as third,
        ):
            writers = [first, second, third]
            for number, writer in enumerate(writers):
                insert_event(writer, f"test.{round_}.{number}")
                written += 1
            choose.shuffle(writers)
            for writer in writers:
                writer.commit()
                new = Event.objects.filter(pk__gt=id_cursor).order_by("pk")
                for event in new:
                    by_id.append(event.kind)
                    id_cursor = event.pk
                for event in read_after(position_cursor):
                    by_position.append(event.kind)
                    position_cursor = event.position or 0
    lost = written - len(by_id)
    print(f"{written} events: {lost} lost by id, {written - len(by_position)} by position")
    assert written >= 45
    assert lost >= 10
    assert len(by_position) == len(set(by_position)) == written
