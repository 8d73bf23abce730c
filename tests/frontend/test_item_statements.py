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


def page_of(client: Client, item: Item) -> tuple[list[str], dict[str, Any]]:
    """Return the statements that the page takes, and what it is drawn from."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(item.get_absolute_url(), HTTP_ACCEPT="text/html")
    assert response.status_code == 200
    return [each["sql"] for each in captured], response.context["it"]


def lengths(it: dict[str, Any]) -> dict[str, int]:
    """Return how many of each the page shows; lists that it cuts short are left out."""
    rows = {name: len(it[name]) for name in ("performances", "populations", "languages", "agents")}
    return rows | {"ancestors": len(it["place"]["ancestors"])}


def statements_at(client: Client, sizes: tuple[int, ...]) -> dict[int, list[str]]:
    world = World().grow_to(1)
    client.get("/")  # what is read once a process
    taken = {}
    for size in sizes:
        item = told_at_length(world, size)
        taken[size], it = page_of(client, item)
        assert min(lengths(it).values()) >= size, lengths(it)
        assert all(it[name] for name in ("waveform", "spectrogram", "next", "parts", "results"))
        assert it["performances"][-1]["vernacularName"]
        assert it["collection"]["corpora"]
    return taken


@pytest.mark.parametrize("is_staff", [False, True], ids=["visitor", "curator"])
def test_item_page_takes_at_most_12_statements(client: Client, *, is_staff: bool) -> None:
    """P-4, G-27: as many at 20 rows of each relation as at 2, session and transaction included.

    The control stands in tests/controls/test_waves.py.
    """
    if is_staff:
        client.force_login(make_user(is_staff=True))
    taken = statements_at(client, (2, 20))
    numbers = {size: len(statements) for size, statements in taken.items()}
    print(f"statements at 2 and at 20 rows of each relation: {numbers}")
    assert numbers[2] == numbers[20] <= MOST, "\n".join(taken[20])
    assert numbers[2] >= 4  # they were counted
