"""The items beside an item: both in one statement, through the index, null at the ends (T-04)."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.access import PUBLIC
from archive.models import Item
from archive.siblings import beside, with_siblings
from tests.factories import MEMBER, ROLES, STAFF, hidden_item, make_collection, make_item
from tests.graphql_api.asking import data_of

MANY = 100_000

SIBLINGS = """
    query ($code: String!) {
      item(code: $code) {
        siblings { previous { code } next { code } }
        previous { code } next { code }
      }
    }
"""


def titles_beside(item: Item, actor: Any) -> tuple[str | None, str | None]:
    rows = list(with_siblings(Item.objects.visible_to(actor), actor, [item.pk]))
    before, after = beside(rows)[item.pk]
    return (before.title if before else None, after.title if after else None)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_a_walk_along_the_shelf_is_the_list_in_its_order(role: str) -> None:
    """By code, those without one last; what one may not find is stepped over."""
    actor = ROLES[role]
    collection, other = make_collection(), make_collection()
    make_item(code="A_0", collection=other)
    for code in ("A_3", "A_1", None, "A_2", None, "B_1", None):
        make_item(code=code, title=code or "none", collection=collection)
    hidden_item(code="A_2b", title="hidden", collection=collection)
    hidden_item(code=None, title="hidden", collection=collection)
    mine = Item.objects.visible_to(actor).filter(collection=collection)
    shelf = list(mine.order_by("code", "pk"))
    assert len(shelf) == (9 if actor.is_staff else 7)
    rows = list(with_siblings(Item.objects.visible_to(actor), actor, [item.pk for item in shelf]))
    found = beside(rows)
    for n, item in enumerate(shelf):
        before, after = found[item.pk]
        assert before == (shelf[n - 1] if n else None)
        assert after == (shelf[n + 1] if n + 1 < len(shelf) else None)
        alone = beside(with_siblings(Item.objects.visible_to(actor), actor, [item.pk]))
        assert alone[item.pk] == (before, after), "alone or with others, the answer is the same"


@pytest.mark.django_db
def test_it_does_not_wrap_round() -> None:
    collection = make_collection()
    first = make_item(code="A_1", title="first", collection=collection)
    assert titles_beside(first, PUBLIC) == (None, None)
    last = make_item(code="A_2", title="last", collection=collection)
    assert titles_beside(first, MEMBER) == (None, "last")
    assert titles_beside(last, MEMBER) == ("first", None)


@pytest.mark.django_db
def test_graphql_reads_both_in_one_statement() -> None:
    collection = make_collection()
    for code in ("A_1", "A_2", "A_3"):
        make_item(code=code, collection=collection)
    with CaptureQueriesContext(
        connection,
    ) as spent:
        item = data_of(SIBLINGS, code="A_2")["item"]
    assert item == {
        "siblings": {"previous": {"code": "A_1"}, "next": {"code": "A_3"}},
        "previous": {"code": "A_1"},
        "next": {"code": "A_3"},
    }
    about_items = [each for each in spent.captured_queries if "archive_item" in each["sql"]]
    assert len(about_items) == 2, "the item, and both of its neighbours"
    ends = data_of(SIBLINGS, code="A_3")["item"]["siblings"]
    assert ends == {"previous": {"code": "A_2"}, "next": None}


def _nodes(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [plan, *(node for child in plan.get("Plans", ()) for node in _nodes(child))]


def test_in_a_hundred_thousand_items_only_the_index_is_read(
    own_database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the middle of 100,000 items of one collection: a handful of pages, by the index."""
    collection = make_collection(code="big")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE archive_item DISABLE TRIGGER USER")
        cursor.execute(
            """
            INSERT INTO archive_item (id, code, title, original_title, description,
                                      place_comment, credit, source, collection_id,
                                      is_open_to_all)
            SELECT gen_random_uuid(), 'big_' || lpad(n::text, 6, '0'), 'A song', '', '', '', '',
                   '', %s, true
            FROM generate_series(1, %s) AS n
            """,
            [collection.pk, MANY],
        )
        cursor.execute("ALTER TABLE archive_item ENABLE TRIGGER USER")
        cursor.execute("ANALYZE archive_item, archive_collection")
    for actor in (PUBLIC, STAFF):
        for number in (1, MANY // 2, MANY):
            item = Item.objects.get(code=f"big_{number:06}")
            asked = with_siblings(Item.objects.visible_to(actor), actor, [item.pk])
            told = json.loads(asked.explain(format="json", analyze=True, buffers=True))[0]
            nodes = _nodes(told["Plan"])
            read = told["Plan"]["Shared Hit Blocks"] + told["Plan"]["Shared Read Blocks"]
            assert read < 100, nodes
            ran = {node.get("Index Name") for node in nodes if node["Actual Loops"]}
            assert "item_in_collection" in ran
            scans = [n for n in nodes if n["Node Type"] == "Seq Scan" and n["Actual Loops"]]
            assert {n["Relation Name"] for n in scans} <= {"archive_collection"}
            before, after = beside(asked)[item.pk]
            assert (before.code if before else None) == (
                f"big_{number - 1:06}" if number > 1 else None
            )
            assert (after.code if after else None) == (
                f"big_{number + 1:06}" if number < MANY else None
            )
            with capsys.disabled():
                print(f"item {number}: {told['Execution Time']:.2f} ms, {read} pages")
