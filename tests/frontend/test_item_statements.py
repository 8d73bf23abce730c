"""The page of a recording asks the database seldom, however much is told of it (issue 3)."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.models import Item, ItemAgent, ItemLanguage, ItemPopulation, Performance
from tests.factories import (
    make_agent,
    make_corpus,
    make_instrument,
    make_item,
    make_language,
    make_part,
    make_place,
    make_population,
    make_user,
)
from tests.graphql_api.world import World

pytestmark = pytest.mark.django_db

MOST = 12


def letters(number: int) -> str:
    return "q" + chr(ord("a") + number // 26) + chr(ord("a") + number % 26)


def told_at_length(world: World, size: int) -> Item:
    """Return an item with so many rows of each relation that the page shows."""
    item = world.items[0]
    assert item.place
    for n in range(item.performances.count(), size):
        name = f"KAKELE {size} {n}"
        horn = make_instrument(vernacular_names=[name])
        Performance.objects.create(
            item=item,
            instrument=horn,
            vernacular_name=horn.vernacular_names.get(),
            position=100 + n,
            musicians="Somebody",
        )
        ItemPopulation.objects.create(item=item, population=make_population())
        ItemLanguage.objects.create(item=item, language=make_language(letters(n)))
        ItemAgent.objects.create(item=item, agent=make_agent(), role="performer", audience="public")
        make_part(item)
        make_item(collection=item.collection)
        make_corpus().collections.add(item.collection)
        item.place = make_place(parents=[item.place])
    item.save()
    return item


def statements(client: Client, item: Item) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(item.get_absolute_url(), HTTP_ACCEPT="text/html")
    assert response.status_code == 200
    return [each["sql"] for each in captured]


def shown(client: Client, item: Item) -> dict[str, Any]:
    """Return how many of each the page was drawn from."""
    question = client.get(item.get_absolute_url(), HTTP_ACCEPT="text/html").context["it"]
    return {name: len(told) for name, told in question.items() if isinstance(told, list)} | {
        "corpora": len(question["collection"]["corpora"]),
        "ancestors": len(question["place"]["ancestors"]),
    }


@pytest.mark.parametrize("is_staff", [False, True], ids=["visitor", "curator"])
def test_item_page_takes_at_most_12_statements(client: Client, *, is_staff: bool) -> None:
    """P-4: as many at 20 rows of each relation as at 2, session and transaction included."""
    if is_staff:
        client.force_login(make_user(is_staff=True))
    world = World().grow_to(1)
    client.get("/")  # what is read once a process
    asked = {}
    for size in (2, 20):
        item = told_at_length(world, size)
        asked[size] = statements(client, item)
        rows = shown(client, item)
        assert {"performances", "populations", "languages", "agents"} <= rows.keys()
        assert min(rows[name] for name in rows if name not in {"parts", "results"}) >= min(
            size, 5
        ), rows
    print(f"{len(asked[2])} statements at 2 rows of each, {len(asked[20])} at 20")
    assert len(asked[2]) == len(asked[20]) <= MOST, "\n".join(asked[20])
