"""Two curators save one record at once: the second is told, and shown what the first wrote.

Each has a connection of its own; the second waits for the first to commit (G-12).
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, connections, transaction

from archive.models import Collection, Item
from archive.services.describe import update_item
from archive.services.describe_levels import update_collection
from archive.services.describe_links import AgentPart
from tests.factories import (
    STAFF,
    make_agent,
    make_collection,
    make_item,
    make_place,
    make_population,
)
from tests.graphql_api.asking import data_of
from tests.graphql_api.test_mutations import UPDATE

pytestmark = pytest.mark.usefixtures("own_database")

SECONDS = 20


@contextmanager
def another_connection() -> Iterator[ThreadPoolExecutor]:
    """Yield a thread, which has a connection of its own."""
    with ThreadPoolExecutor(1, "second-curator") as pool:
        yield pool
        pool.submit(connections.close_all).result(SECONDS)


def waits_for_a_lock() -> bool:
    """Look anew: within a transaction PostgreSQL lists the connections that were there at first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity "
            "WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        (waiting,) = cursor.fetchone() or (0,)
    return bool(waiting)


def saved_by_two(first: Callable[[], object], second: Callable[[], Any]) -> Any:
    """Let the second save while the first has not committed; return what the second is told."""
    with another_connection() as other:
        with transaction.atomic():
            first()
            told: Future[Any] = other.submit(second)
            until = time.monotonic() + SECONDS
            while not waits_for_a_lock():
                assert time.monotonic() < until, "the second did not wait for the first"
                time.sleep(0.02)
            assert not told.done()
        return told.result(SECONDS)


def save(code: str, **given: Any) -> dict[str, Any]:
    found: dict[str, Any] = data_of(UPDATE, actor=STAFF, i={"code": code} | given)["updateItem"]
    return found


def test_the_second_is_told_and_shown_what_the_first_wrote() -> None:
    item = make_item(code="X_1", title="Before")
    told = saved_by_two(
        lambda: update_item(actor=STAFF, code="X_1", title="First", if_version=item.version),
        lambda: save("X_1", title="Second", ifVersion=1),
    )
    assert told["__typename"] == "VersionConflict"
    assert (told["currentVersion"], told["item"]) == (2, {"title": "First"})
    assert told["path"] == ["input", "ifVersion"]
    assert Item.objects.get(code="X_1").title == "First"


@pytest.mark.parametrize("link", ["populations", "agents", "place"])
def test_a_link_that_differs_is_a_difference(link: str) -> None:
    item = make_item(code="X_1", title="Before")
    given: dict[str, Any] = {
        "populations": [make_population("Dogon").slug],
        "agents": [AgentPart(make_agent("Rouget").slug, "recordist")],
        "place": make_place("Sanga").slug,
    }
    told = saved_by_two(
        lambda: update_item(actor=STAFF, item_id=item.pk, **{link: given[link]}),
        lambda: save("X_1", title="Second", ifVersion=1),
    )
    assert (told["__typename"], told["currentVersion"]) == ("VersionConflict", 2)
    item.refresh_from_db()
    assert item.title == "Before"


def test_a_collection_says_so_too_with_its_record() -> None:
    collection = make_collection(code="C_1", title="Before")
    text = """mutation($i: UpdateCollectionInput!) { updateCollection(input: $i) { __typename
      ... on VersionConflict { currentVersion record { ... on Collection { title } } } } }"""
    told = saved_by_two(
        lambda: update_collection(actor=STAFF, code="C_1", title="First"),
        lambda: data_of(text, actor=STAFF, i={"code": "C_1", "title": "Second", "ifVersion": 1}),
    )["updateCollection"]
    assert told == {
        "__typename": "VersionConflict",
        "currentVersion": 2,
        "record": {"title": "First"},
    }
    assert Collection.objects.get(pk=collection.pk).title == "First"


def test_who_names_no_version_writes_over_the_other() -> None:
    make_item(code="X_1", title="Before")
    told = saved_by_two(
        lambda: update_item(actor=STAFF, code="X_1", title="First"),
        lambda: save("X_1", title="Second"),
    )
    assert told["item"]["version"] == 3
    assert Item.objects.get(code="X_1").title == "Second"
