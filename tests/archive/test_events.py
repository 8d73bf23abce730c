"""The event table: nothing lost, nothing invented, nothing changed (R-12; design section 5)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from archive.events import CHANNEL, Event, emit, first_position, last_position, prune, sequence
from archive.feed import read_after
from archive.identifiers import new_id
from archive.models import Item, ItemPopulation
from config import env
from tests.factories import (
    make_collection,
    make_instrument,
    make_item,
    make_part,
    make_place,
    make_population,
)


@contextmanager
def another_connection() -> Iterator[psycopg.Connection[Any]]:
    url = psycopg.conninfo.make_conninfo(
        env.database_url(), dbname=str(connection.settings_dict["NAME"])
    )
    with psycopg.connect(url) as other:
        yield other


def insert_event(other: psycopg.Connection[Any], kind: str) -> int:
    row = other.execute(
        "INSERT INTO archive_event (kind, subject_kind, subject_id, was_public, data) "
        "VALUES (%s, 'test', %s, false, '{}') RETURNING id",
        [kind, new_id()],
    ).fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.usefixtures("own_database")
def test_who_commits_late_is_not_lost_though_its_id_is_older() -> None:
    """The control beside it reads by id, as a bigserial invites to, and loses the late one."""
    with another_connection() as slow:
        early_id = insert_event(slow, "test.slow")
        with another_connection() as quick:
            late_id = insert_event(quick, "test.quick")
        assert early_id < late_id
        by_position = read_after(0)
        by_id = list(Event.objects.filter(id__gt=0).order_by("id"))
        slow.commit()
    assert [event.kind for event in by_position] == ["test.quick"]
    cursor = by_position[-1].position or 0
    assert [event.kind for event in read_after(cursor)] == ["test.slow"]
    lost = Event.objects.filter(id__gt=by_id[-1].pk)
    assert not lost.exists(), "control: reading by id loses the event that committed late"


@pytest.mark.usefixtures("own_database")
def test_positions_have_no_doubles_and_follow_the_commits() -> None:
    for n in range(50):
        emit(f"test.{n}", subject_kind="test", subject_id=new_id())
        if n % 7 == 0:
            sequence()
    events = read_after(0)
    assert [event.kind for event in events] == [f"test.{n}" for n in range(50)]
    assert sequence() == 0
    assert last_position() == events[-1].position


@pytest.mark.usefixtures("own_database")
def test_a_sequencer_waits_for_another_one() -> None:
    """Its snapshot may be older than the event that woke us; leaving to it would lose the event."""
    emit("test.one", subject_kind="test", subject_id=new_id())
    with another_connection() as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [0x736F6E6F])
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '200ms'")
        with pytest.raises(DatabaseError, match="lock timeout"):
            sequence()
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = 0")
        other.rollback()
    assert sequence() == 1


@pytest.mark.usefixtures("own_database")
def test_an_undone_change_tells_nothing() -> None:
    with transaction.atomic():
        make_collection()
        transaction.set_rollback(True)
    assert read_after(0) == []


@pytest.mark.usefixtures("own_database")
def test_a_statement_is_one_wake_up_however_many_rows_it_writes() -> None:
    with another_connection() as listener:
        listener.autocommit = True
        listener.execute(f"LISTEN {CHANNEL}")
        Event.objects.bulk_create(
            Event(kind="test.many", subject_kind="test", subject_id=new_id()) for _ in range(100)
        )
        notes = list(listener.notifies(timeout=0.5))
    assert [note.payload for note in notes] == [""]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE archive_event SET kind = 'forged'",
        "UPDATE archive_event SET data = '{\"a\": 1}'",
        "UPDATE archive_event SET position = position + 1",
        "UPDATE archive_event SET position = NULL",
        "UPDATE archive_event SET created_at = now() - interval '1 day'",
        "DELETE FROM archive_event",
    ],
)
def test_what_was_told_stays_told(statement: str) -> None:
    emit("test.one", subject_kind="test", subject_id=new_id())
    sequence()
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Event.objects.get().kind == "test.one"


@pytest.mark.django_db
def test_old_events_are_forgotten_but_the_newest_and_the_unsequenced_stay() -> None:
    for n in range(4):
        emit(f"test.{n}", subject_kind="test", subject_id=new_id())
    sequence()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE archive_event DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE archive_event SET created_at = created_at - interval '40 days' "
            "WHERE kind <> 'test.2'"
        )
        cursor.execute("ALTER TABLE archive_event ENABLE TRIGGER USER")
    assert prune(older_than_days=30) == 2
    assert list(Event.objects.order_by("position").values_list("kind", flat=True)) == [
        "test.2",
        "test.3",
    ]
    assert 0 < first_position() < last_position()
    call_command("prune_events", "--days", "30")
    assert Event.objects.count() == 2
    with pytest.raises(CommandError, match="a day at least"):
        call_command("prune_events", "--days", "0")


@pytest.mark.django_db
def test_pruning_opens_the_table_for_itself_alone() -> None:
    emit("test.one", subject_kind="test", subject_id=new_id())
    prune()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Event.objects.all().delete()


@pytest.fixture(autouse=True)
def _from_the_beginning() -> None:
    told.mark = 0  # type: ignore[attr-defined]


def told() -> list[tuple[str, UUID]]:
    """Return kinds and subjects of the events since the last call."""
    mark = getattr(told, "mark", 0)
    events = Event.objects.filter(pk__gt=mark).order_by("pk")
    found = [(event.kind, event.subject_id) for event in events]
    told.mark = events.last().pk if found else mark  # type: ignore[attr-defined, union-attr]
    return found


@pytest.mark.django_db
def test_every_road_of_writing_tells_and_none_tells_of_nothing() -> None:
    """ORM, bulk, queryset, raw SQL and COPY; several rows of one statement are one event each."""
    collection = make_collection()
    told()
    items = Item.objects.bulk_create(
        Item(code=f"bulk-{n}", title="t", collection=collection) for n in range(3)
    )
    assert told() == [("item.created", item.pk) for item in items]

    items[0].title = "by the ORM"
    items[0].save()
    assert told() == [("item.updated", items[0].pk)]

    Item.objects.filter(pk__in=[items[0].pk, items[1].pk]).update(title="by the queryset")
    assert set(told()) == {("item.updated", items[0].pk), ("item.updated", items[1].pk)}

    for item in items:
        item.credit = "bulk"
    Item.objects.bulk_update(items, ["credit"])
    assert len(told()) == 3

    with connection.cursor() as cursor:
        cursor.execute("UPDATE archive_item SET title = title")
        assert told() == [], "nothing changed, nothing is told"
        cursor.execute("UPDATE archive_item SET title = 'by SQL' WHERE code = 'bulk-2'")
        assert told() == [("item.updated", items[2].pk)]
        place = new_id()
        columns = "id, slug, name, kind, country_code, is_authoritative"
        with cursor.copy(f"COPY archive_place ({columns}) FROM STDIN") as copy:
            copy.write_row([place, "sanga", "Sanga", "site", "", False])
        assert told() == [("place.created", place)]
        cursor.execute("DELETE FROM archive_item WHERE code = 'bulk-2'")
        assert told() == [("item.deleted", items[2].pk)]
        cursor.execute("DELETE FROM archive_item WHERE false")
        assert told() == []


@pytest.mark.usefixtures("own_database")
def test_what_hangs_on_a_record_tells_of_the_record() -> None:
    """Once a transaction, by the record's own event: whoever reads it finds its parts as well."""
    item, group = make_item(), make_population()
    told()
    link = ItemPopulation.objects.create(item=item, population=group)
    part = make_part(item)
    link.delete()
    part.delete()
    kinds = [each for each in told() if each[0] != "file.created"]
    assert kinds == [("item.updated", item.pk)] * 4

    with transaction.atomic():
        ItemPopulation.objects.create(item=item, population=group)
        make_part(item)
        ItemPopulation.objects.all().delete()
    assert [each for each in told() if each[0] != "file.created"] == [("item.updated", item.pk)]

    above = make_instrument()
    child = make_instrument(parents=[above], vernacular_names=["KAKELE"])
    found = told()
    assert found.count(("instrument.updated", child.pk)) == 2
    assert ("instrument.updated", above.pk) not in found, "the edge is the child's"
    make_place(parents=[make_place()])
    assert [kind for kind, _ in told()] == ["place.created", "place.created", "place.updated"]


@pytest.mark.django_db
def test_an_event_says_whether_its_subject_was_public_before() -> None:
    """was_public is the old row's, so that what is withdrawn is known to have been out."""
    item = make_item(access="full")
    collection = item.collection
    mark = Event.objects.count()
    item.access = "none"
    item.save()
    item.title = "still hidden"
    item.save()
    collection.access = "none"
    collection.save()
    collection.title = "hidden"
    collection.save()
    events = Event.objects.order_by("pk")[mark:]
    assert [event.was_public for event in events] == [True, False, True, False]


@pytest.mark.django_db
def test_a_version_rises_by_one_with_each_real_change_whoever_writes() -> None:
    """Also against a writer that sets the version itself; R-08's ground."""
    item = make_item(title="one")

    def version() -> int:
        return int(Item.objects.values_list("version", flat=True).get(pk=item.pk))

    item.save()
    assert version() == 1
    Item.objects.filter(pk=item.pk).update(title="two")
    assert version() == 2
    Item.objects.filter(pk=item.pk).update(title="two")
    assert version() == 2
    Item.objects.filter(pk=item.pk).update(version=77)
    assert version() == 2
    Item.objects.filter(pk=item.pk).update(version=1, title="three")
    assert version() == 3
    with connection.cursor() as cursor:
        cursor.execute("UPDATE archive_item SET title = 'four', modified_at = '2001-01-01'")
    assert version() == 4
    item.refresh_from_db()
    assert item.modified_at.year > 2001
    for term in (make_place(), make_instrument(), make_population()):
        type(term).objects.update(name="renamed")
        term.refresh_from_db()
        assert term.version == 2
