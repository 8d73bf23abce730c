"""History: every row of every tracked table, whichever road a change takes (R-09, T-21).

Each test has a database of its own where transactions matter: `db` is one transaction.
"""

from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, models, transaction

from archive.access import HOUSE, Actor
from archive.history import Change, changing, current_transaction, tracked
from archive.identifiers import new_id
from archive.models import Instrument, Item, ItemPopulation, Place, VernacularName
from tests.archive.test_events import another_connection
from tests.factories import (
    STAFF,
    make_collection,
    make_instrument,
    make_item,
    make_place,
    make_population,
)

#: Tables of the archive without a history, and why.
UNTRACKED = {
    "archive_change": "the history itself",
    "archive_event": "news, kept apart and forgotten after a month",
    "archive_placeclosure": "follows from the edges",
    "archive_instrumentclosure": "follows from the edges",
    "archive_populationclosure": "follows from the edges",
    "archive_conceptclosure": "follows from the edges",
    "archive_oldcode": "follows from the codes, and from merges",
    "archive_merge": "says itself which transaction it was, and when it was undone",
    "archive_requestkey": "about requests, not about records",
    "archive_stagedupload": "not a record yet: bytes that wait for one",
    "archive_user": "accounts: secrets, sign-in times; no part of the catalogue",
    "archive_apitoken": "secrets",
    "archive_editorgroupclosure": "follows from the edges",
    "archive_acknowledgement": "who read which notice, and when: kept as it was written",
    "archive_accessentry": "a book of its own, append-only",
    "archive_erasure": "what is left of what was erased: its history would be the content",
    "archive_erasedcode": "digests of codes that nothing else may bear",
    "archive_doomedfile": "bytes that are still to be removed: a list to be worked off",
    "archive_notice": "news for somebody: the request that it tells of has its history",
    "archive_user_groups": "accounts",
    "archive_user_user_permissions": "accounts",
}
SOMEBODY = Actor(user_id=new_id(), is_member=True, is_staff=True)


def changes() -> list[Change]:
    """Return what was written since the last call."""
    mark = getattr(changes, "mark", 0)
    found = list(Change.objects.filter(pk__gt=mark).order_by("pk"))
    changes.mark = found[-1].pk if found else mark  # type: ignore[attr-defined]
    return found


class Abandoned(Exception):
    """What ends a transaction without its commit."""


def abandoned(name: str) -> None:
    make_place(name)
    raise Abandoned


@pytest.fixture(autouse=True)
def _from_the_beginning() -> None:
    changes.mark = 0  # type: ignore[attr-defined]


def test_every_table_of_the_archive_keeps_its_history_or_says_why_not() -> None:
    models_ = apps.get_app_config("archive").get_models(include_auto_created=True)
    tables = {model._meta.db_table for model in models_}
    kept = set(tracked())
    print(f"{len(kept)} tables with a history, {len(UNTRACKED)} without")
    assert tables == kept | set(UNTRACKED)
    assert not kept & set(UNTRACKED)
    assert len(kept) >= 50


@pytest.mark.django_db
def test_every_tracked_table_has_its_triggers_in_the_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, count(*) FROM pg_trigger "
            "WHERE tgname ~ '^pgtrigger_(history_|no_truncate)' AND tgenabled = 'O' "
            # Books that are only written on are not truncated either, and have no history.
            "AND tgrelid NOT IN ('archive_change'::regclass, 'archive_accessentry'::regclass) "
            "GROUP BY 1"
        )
        found = dict(cursor.fetchall())
    assert found == dict.fromkeys(tracked(), 4)


@pytest.mark.django_db
def test_each_road_of_writing_leaves_images_an_author_and_a_reason() -> None:
    """ORM, bulk_create, bulk_update, queryset, raw SQL, COPY."""
    collection = make_collection()
    changes()

    def said(operation: str, number: int = 1) -> list[Change]:
        found = changes()
        assert [each.operation for each in found] == [operation] * number
        assert {(each.author_id, each.reason) for each in found} == {(SOMEBODY.user_id, "why")}
        assert [each.is_first for each in found].count(True) <= 1
        return found

    with changing(SOMEBODY, reason="why"):
        item = make_item(collection=collection, title="one")
        (made,) = said("INSERT")
        assert made.after is not None
        assert made.before is None
        assert (made.table, made.row_id) == ("archive_item", str(item.pk))
        assert (made.subject_kind, made.subject_id) == ("item", item.pk)
        assert made.after["title"] == "one"
        assert set(made.after) == {field.column for field in Item._meta.concrete_fields}

        item.title = "two"
        item.save()
        (edited,) = said("UPDATE")
        assert (edited.before, edited.after) == ({"title": "one"}, {"title": "two"})

        bulk = Item.objects.bulk_create(
            Item(code=f"bulk-{n}", title="t", collection=collection) for n in range(3)
        )
        assert {each.subject_id for each in said("INSERT", 3)} == {each.pk for each in bulk}
        for each in bulk:
            each.credit = each.code or ""
        Item.objects.bulk_update(bulk, ["credit"])
        assert {each.after["credit"] for each in said("UPDATE", 3)} == {  # type: ignore[index]
            "bulk-0",
            "bulk-1",
            "bulk-2",
        }
        Item.objects.filter(code__startswith="bulk").update(credit="queryset")
        assert {each.before["credit"] for each in said("UPDATE", 3)} == {  # type: ignore[index]
            "bulk-0",
            "bulk-1",
            "bulk-2",
        }
        with connection.cursor() as cursor:
            cursor.execute("UPDATE archive_item SET title = 'SQL' WHERE code = 'bulk-1'")
            said("UPDATE")
            cursor.execute("DELETE FROM archive_item WHERE code = 'bulk-1'")
            (gone,) = said("DELETE")
            assert gone.before is not None
            assert gone.before["credit"] == "queryset"
            place = new_id()
            columns = "id, slug, name, kind, country_code, is_authoritative"
            with cursor.copy(f"COPY archive_place ({columns}) FROM STDIN") as copy:
                copy.write_row([place, "sanga", "Sanga", "site", "", False])
        (copied,) = said("INSERT")
        assert copied.subject_id == place


@pytest.mark.django_db
def test_a_part_is_kept_under_its_record() -> None:
    item, group = make_item(), make_population()
    changes()
    link = ItemPopulation.objects.create(item=item, population=group)
    link.delete()
    assert [
        (each.operation, each.table, each.subject_kind, each.subject_id) for each in changes()
    ] == [
        ("INSERT", "archive_itempopulation", "item", item.pk),
        ("DELETE", "archive_itempopulation", "item", item.pk),
    ]


@pytest.mark.django_db
def test_a_part_that_moves_tells_of_both_records() -> None:
    first, second = make_instrument(vernacular_names=["KAKELE"]), make_instrument()
    changes()
    VernacularName.objects.update(instrument=second)
    (moved,) = changes()
    assert (moved.subject_id, moved.moved_from) == (second.pk, first.pk)


@pytest.mark.django_db
def test_what_nobody_signed_is_kept_all_the_same() -> None:
    make_place("Sanga")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE archive_place SET name = 'Sangha'")
    last = changes()[-1]
    assert (last.author_id, last.reason) == (None, "")
    assert last.after == {"name": "Sangha"}


@pytest.mark.django_db
def test_a_change_that_changes_nothing_leaves_nothing() -> None:
    make_place("Sanga")
    changes()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE archive_place SET name = name, version = 77")
        cursor.execute("DELETE FROM archive_place WHERE false")
    Place.objects.get().save()
    assert changes() == []


@pytest.mark.django_db
def test_closures_leave_nothing() -> None:
    changes()
    make_place(parents=[make_place(parents=[make_place()])])
    assert {each.table for each in changes()} == {"archive_place", "archive_placeedge"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE archive_change SET reason = 'forged'",
        "UPDATE archive_change SET author_id = NULL",
        "DELETE FROM archive_change",
        "TRUNCATE archive_change",
        "TRUNCATE archive_place CASCADE",
        "TRUNCATE archive_itempopulation",
    ],
)
def test_history_is_only_added_to(statement: str) -> None:
    """What is erased on purpose says so by a setting of its own (a purge, a later issue)."""
    with changing(STAFF, reason="made"):
        make_place()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with (
            pytest.raises(DatabaseError, match=r"append-only|keeps its history"),
            transaction.atomic(),
        ):
            cursor.execute(statement)
    assert Change.objects.get(table="archive_place").reason == "made"


@pytest.mark.usefixtures("own_database")
def test_a_signature_ends_with_its_block() -> None:
    """Nested, after a savepoint that was undone, and in the next transaction of the pool."""
    other = Actor(user_id=new_id(), is_member=True, is_staff=True)
    with changing(SOMEBODY, reason="outer"):
        make_place("a")
        with changing(other, reason="inner"):
            make_place("b")
        make_place("c")
    make_place("unsigned")

    with transaction.atomic():
        make_place("before")
        with changing(SOMEBODY, reason="first"):
            make_place("d")
        make_place("between")
        with pytest.raises(IntegrityError), changing(other, reason="undone"):
            make_place("d")
        make_place("after")
        with pytest.raises(Abandoned), changing(other, reason="undone"):
            abandoned("never")
        with changing(other, reason="second"):
            make_place("e")
    with changing(HOUSE, reason="by command"):
        make_place("f")

    signed = {
        each.after["name"]: (each.author_id, each.reason)  # type: ignore[index]
        for each in Change.objects.filter(table="archive_place")
    }
    nobody: tuple[UUID | None, str] = (None, "")
    assert signed == {
        "a": (SOMEBODY.user_id, "outer"),
        "b": (SOMEBODY.user_id, "outer"),
        "c": (SOMEBODY.user_id, "outer"),
        "unsigned": nobody,
        "before": nobody,
        "d": (SOMEBODY.user_id, "first"),
        "between": nobody,
        "after": nobody,
        "e": (other.user_id, "second"),
        "f": (None, "by command"),
    }


@pytest.mark.usefixtures("own_database")
def test_what_was_rolled_back_was_not_changed() -> None:
    with pytest.raises(Abandoned), changing(SOMEBODY):
        abandoned("never")
    assert not Change.objects.filter(table="archive_place").exists()


@pytest.mark.usefixtures("own_database")
def test_the_journal_marks_the_first_change_of_each_signature() -> None:
    """The mark rolls back together with its row."""
    changes()
    with transaction.atomic():
        with pytest.raises(Abandoned), transaction.atomic():
            abandoned("undone")
        make_place("a")
        make_place("b")
        with changing(SOMEBODY):
            make_place("c")
            Place.objects.update(note="n")
    Place.objects.filter(name="a").update(note="later")
    found = changes()
    first = [each.after.get("name") for each in found if each.is_first]  # type: ignore[union-attr]
    assert first == ["a", "c", None]
    assert len({each.transaction_id for each in found}) == 2


@pytest.mark.usefixtures("own_database")
def test_numbers_of_transactions_rise_and_do_not_meet() -> None:
    numbers = []
    for _ in range(20):
        with transaction.atomic():
            numbers.append(current_transaction())
            assert current_transaction() == numbers[-1]
            with transaction.atomic():
                assert current_transaction() == numbers[-1]
    with another_connection() as other:
        row = other.execute("SELECT archive_transaction()").fetchone()
        assert row
        numbers.append(row[0])
    assert len(set(numbers)) == len(numbers)
    assert numbers == sorted(numbers)


def test_each_model_is_named_by_its_table() -> None:
    def owner(model: type[models.Model]) -> Any:
        return tracked()[model._meta.db_table].owners

    assert owner(Item) == {"item": "id"}
    assert owner(ItemPopulation) == {"item": "item_id"}
    assert owner(Instrument) == {"instrument": "id"}
    assert tracked()["archive_placeedge"].owner_column("place") == "child_id"
    assert tracked()["archive_tombstone"].owner_column("item") == "subject_id"
    assert set(tracked()["archive_recordconcept"].owners) == {
        "fonds",
        "corpus",
        "collection",
        "item",
        "carrier",
    }
