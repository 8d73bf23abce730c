"""Versions: a number that rises with the record and with its parts, once a transaction (R-08)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models, transaction

from archive.events import Event
from archive.history import tracked
from archive.kinds import KINDS
from archive.models import (
    CollectionCorpus,
    Item,
    ItemAgent,
    ItemPopulation,
    Place,
    PlaceEdge,
    PlaceName,
    RecordConcept,
    RecordIdentifier,
    Selection,
    SelectionEntry,
    VernacularName,
)
from tests.archive.test_events import another_connection
from tests.factories import (
    make_agent,
    make_collection,
    make_corpus,
    make_instrument,
    make_item,
    make_place,
    make_population,
    make_user,
)

#: Tables with a history whose rows touch no record, and why.
TOUCHES_NOBODY = {
    "archive_file": "a thing of its own",
    "archive_tombstone": "its record's state changes with it",
    "archive_protocolset": "a combination, which does not change",
    "archive_protocolinset": "of a combination, which does not change",
    "archive_grant": "a thing of its own: who was given what stands in no record",
    "archive_profile": "an account's card",
    "archive_request": "what somebody asks: its record does not change by it",
    "archive_selection": "somebody's own list, and its own record",
    "archive_comment": "said beside a record, and a record of its own",
}


def version(row: models.Model) -> int:
    return int(type(row)._base_manager.values_list("version", flat=True).get(pk=row.pk))


def updates(row: models.Model) -> int:
    return Event.objects.filter(subject_id=row.pk, kind__endswith=".updated").count()


def test_every_table_of_parts_touches_its_record() -> None:
    """Generated from the models: whatever has a history is a record, or touches one."""
    records = {kind.model._meta.db_table for kind in KINDS.values()}
    examined = 0
    for table, of in tracked().items():
        names = {each.name for each in of.model._meta.triggers}  # type: ignore[attr-defined]
        if table in records:
            assert "raise_version" in names, table
        elif table not in TOUCHES_NOBODY:
            assert {"touch_insert", "touch_update", "touch_delete"} <= names, table
        examined += 1
    print(f"{examined} tables examined, {len(records)} of them records")
    assert examined >= 50


@pytest.mark.django_db
def test_each_trigger_of_the_models_is_in_the_database() -> None:
    models_ = apps.get_app_config("archive").get_models()
    wanted = {
        (model._meta.db_table, trigger.get_pgid(model))
        for model in models_
        for trigger in getattr(model._meta, "triggers", ())
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger "
            "WHERE tgname LIKE 'pgtrigger%' AND tgenabled = 'O'"
        )
        found = set(cursor.fetchall())
    print(f"{len(wanted)} triggers")
    assert wanted <= found
    assert len(wanted) >= 400


@pytest.mark.usefixtures("own_database")
def test_a_part_raises_its_records_version_once_a_transaction() -> None:
    item, group, agent = make_item(), make_population(), make_agent()
    corpus, collection = make_corpus(), item.collection
    works: list[tuple[models.Model, Callable[[], Any]]] = [
        (item, lambda: ItemPopulation.objects.create(item=item, population=group)),
        (item, lambda: ItemPopulation.objects.all().delete()),
        (item, lambda: ItemAgent.objects.create(item=item, agent=agent, role="performer")),
        (item, lambda: ItemAgent.objects.update(audience="public")),
        (item, lambda: RecordIdentifier.objects.create(item=item, value="DOI")),
        (item, lambda: RecordIdentifier.objects.filter(value="DOI").update(note="n")),
        (collection, lambda: CollectionCorpus.objects.create(collection=collection, corpus=corpus)),
        (collection, lambda: RecordIdentifier.objects.create(collection=collection, value="X")),
    ]
    for number, (owner, work) in enumerate(works):
        before, told = version(owner), updates(owner)
        work()
        assert version(owner) == before + 1, number
        assert updates(owner) == told + 1, number
    before, told = version(item), updates(item)
    with transaction.atomic():
        for word in "abc":
            RecordIdentifier.objects.create(item=item, value=word)
        Item.objects.update(title="and the record itself")
        with transaction.atomic():
            RecordIdentifier.objects.create(item=item, value="in a savepoint")
    assert updates(item) == told + 2, "the parts once, the record's own change once"
    assert version(item) == before + 2
    RecordIdentifier.objects.update(note=models.F("note"))
    assert version(item) == before + 2, "nothing changed"


@pytest.mark.usefixtures("own_database")
def test_others_commits_do_not_make_a_transaction_touch_twice() -> None:
    """Whether a row is ours is asked of its writer, not of a snapshot, where ours may look old."""
    item = make_item()
    before = version(item)
    with transaction.atomic(), another_connection() as other:
        RecordIdentifier.objects.create(item=item, value="a")
        for n in range(3):  # numbers after ours, which end before our next statement
            other.execute(
                "INSERT INTO archive_oldcode (kind, code, subject_id) VALUES "
                "('test', %s, gen_random_uuid())",
                [str(n)],
            )
            other.commit()
        RecordIdentifier.objects.create(item=item, value="b")
    assert version(item) == before + 1
    assert updates(item) == 1


@pytest.mark.usefixtures("own_database")
def test_a_savepoint_that_was_undone_does_not_hide_what_follows() -> None:
    item = make_item()
    before = version(item)
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            _then_fail(item)
        assert version(item) == before
        RecordIdentifier.objects.create(item=item, value="kept")
    assert version(item) == before + 1
    assert updates(item) == 1


def _then_fail(item: Item) -> None:
    RecordIdentifier.objects.create(item=item, value="undone")
    raise ZeroDivisionError


@pytest.mark.usefixtures("own_database")
def test_a_part_that_moves_raises_both_versions() -> None:
    first, second = make_instrument(vernacular_names=["KAKELE"]), make_instrument()
    before = version(first), version(second)
    VernacularName.objects.update(instrument=second)
    assert (version(first), version(second)) == (before[0] + 1, before[1] + 1)


@pytest.mark.usefixtures("own_database")
def test_names_and_edges_raise_a_terms_version() -> None:
    place, above = make_place(), make_place()
    before = version(place), version(above)
    PlaceName.objects.create(place=place, name="n", language="fr")
    PlaceEdge.objects.create(parent=above, child=place)
    assert (version(place), version(above)) == (before[0] + 2, before[1])


@pytest.mark.usefixtures("own_database")
def test_two_writers_of_one_records_parts_both_count() -> None:
    """The second waits for the first; neither's rise is lost."""
    item = make_item()
    before = version(item)
    statement = "INSERT INTO archive_recordidentifier (item_id, value) VALUES (%s, %s)"
    with another_connection() as first:
        first.execute(statement, [item.pk, "first"])
        with another_connection() as second:
            second.execute("SET lock_timeout = '100ms'")
            with pytest.raises(Exception, match="lock timeout"):
                second.execute(statement, [item.pk, "second"])
            second.rollback()
            first.commit()
            second.execute(statement, [item.pk, "second"])
            second.commit()
    assert version(item) == before + 2


@pytest.mark.usefixtures("own_database")
def test_many_parts_of_many_records_touch_each_of_them_once() -> None:
    collection = make_collection()
    items = Item.objects.bulk_create(
        Item(code=f"c{n}", title="t", collection=collection) for n in range(50)
    )
    told = Event.objects.count()
    RecordIdentifier.objects.bulk_create(
        RecordIdentifier(item=item, value=f"{item.code}-{n}") for item in items for n in range(3)
    )
    assert set(Item.objects.values_list("version", flat=True)) == {2}
    assert Event.objects.count() == told + 50


@pytest.mark.usefixtures("own_database")
def test_a_place_used_by_many_is_renamed_without_touching_them() -> None:
    place = make_place("Sanga")
    items = [make_item(place=place) for _ in range(5)]
    Place.objects.update(name="Sangha")
    assert {version(item) for item in items} == {1}
    assert not RecordConcept.objects.exists()


@pytest.mark.usefixtures("own_database")
def test_a_line_of_a_list_raises_the_lists_version() -> None:
    row = Selection.objects.create(owner=make_user(), title="Songs")
    line = SelectionEntry.objects.create(selection=row, position=1, item=make_item())
    SelectionEntry.objects.update(title="One")
    line.delete()
    assert version(row) == 4
