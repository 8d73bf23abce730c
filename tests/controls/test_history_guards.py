"""Controls of history, versions and the doors of a record's life: without a guard, they are red."""

import itertools
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Q
from django.test import Client

from archive import access
from archive.history import Change, changing, tracked
from archive.models import Item, RecordIdentifier
from archive.services.undoing import restore
from tests.archive.test_events import another_connection
from tests.archive.test_versions import version
from tests.doors.test_life import CANARY, LEVELS, hidden_records
from tests.factories import STAFF, make_collection, make_item, make_place

FORGERIES = (
    "UPDATE archive_change SET reason = 'forged'",
    "UPDATE archive_change SET author_id = NULL, before = NULL",
    "DELETE FROM archive_change WHERE operation = 'UPDATE'",
    "TRUNCATE archive_change",
)


def execute(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return int(cursor.rowcount)


@pytest.mark.django_db
def test_without_its_triggers_the_history_can_be_forged() -> None:
    with changing(STAFF, reason="made"):
        make_item()
        Item.objects.update(title="changed")
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute("ALTER TABLE archive_change DISABLE TRIGGER USER")
    for statement in FORGERIES:
        execute(statement)
    print(f"{len(FORGERIES)} forgeries went through")
    assert not Change.objects.exists()
    assert len(FORGERIES) >= 4


@pytest.mark.django_db
def test_without_its_triggers_no_table_keeps_a_history() -> None:
    """Switched off on every tracked table, each road of writing leaves nothing."""
    collection, place = make_collection(), make_place()
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in tracked():
        execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    before = Change.objects.count()
    items = [Item(code=f"c{n}", title="t", collection=collection) for n in range(3)]
    Item.objects.bulk_create(items)
    Item.objects.update(place=place)
    RecordIdentifier.objects.create(item=items[0], value="X")
    execute("UPDATE archive_place SET name = 'SQL'")
    execute("DELETE FROM archive_recordidentifier")
    print(f"{len(tracked())} tables, 5 roads of writing")
    assert Change.objects.count() == before
    assert len(tracked()) >= 50


@pytest.mark.usefixtures("own_database")
def test_a_snapshot_would_take_our_own_rows_for_old_ones() -> None:
    """Control of `archive_wrote`: asked of a snapshot, a record is touched again and again."""
    execute(
        """
        CREATE OR REPLACE FUNCTION archive_wrote(writer xid) RETURNS boolean LANGUAGE sql AS $$
            SELECT NOT pg_visible_in_snapshot(greatest(
                pg_current_xact_id()::text::bigint - age(writer), 3)::text::xid8,
                pg_current_snapshot())
        $$
        """
    )
    item = make_item()
    before = version(item)
    with transaction.atomic(), another_connection() as other:
        for n in range(4):
            RecordIdentifier.objects.create(item=item, value=str(n))
            other.execute("SELECT pg_current_xact_id()")
            other.commit()
    risen = version(item) - before
    print(f"the version rose by {risen} for 4 parts of one transaction")
    assert risen > 1


@pytest.mark.usefixtures("own_database")
def test_an_unguarded_restore_would_open_what_was_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control of `STANDING`: without it an older text opens the record again."""
    monkeypatch.setattr("archive.services.undoing.STANDING", frozenset())
    item = make_item(title="one", access="full")
    moment = Change.objects.filter(subject_id=item.pk)[0].transaction_id
    Item.objects.update(access="none", state="withdrawn", title="two")
    record = restore("item", item.pk, actor=STAFF, to=moment)
    assert (record.title, record.access, record.state) == ("one", "full", "published")


@pytest.mark.django_db
def test_a_rule_without_states_shows_drafts_and_the_bin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control of tests/doors/test_life.py: the doors ask the rule, and the canary is seen."""
    monkeypatch.setattr(access, "_published", lambda path: Q())
    monkeypatch.setattr(
        access,
        "level_rule",
        lambda actor, level, path="": Q(**{f"{path}access__in": ["metadata", "mixed", "full"]}),
    )
    monkeypatch.setattr("archive.querysets.level_rule", access.level_rule)
    leaked, asked = 0, 0
    for kind, (_, segment) in LEVELS.items():
        records: dict[str, Any] = hidden_records(kind)
        for record, suffix in itertools.product(records.values(), ("", ".html")):
            answer = Client().get(f"/{segment}/{record.code}{suffix}")
            asked += 1
            leaked += answer.status_code == 200 and CANARY in answer.content.decode()
    print(f"{leaked} of {asked} answers showed what is not public")
    assert asked >= 32
    assert leaked >= asked // 2
