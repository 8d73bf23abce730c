"""Querysets read together give what each gives alone, and readings share their statements."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, F, FloatField, QuerySet, Value, Window
from django.db.models.functions import RowNumber
from django.test.utils import CaptureQueriesContext

from analysis.models import Computation, Output, Result
from archive.access import PUBLIC
from archive.models import Collection, Item, PlaceName
from archive.waves import Reading, Waves, read, together
from tests.factories import hidden_item
from tests.graphql_api.world import World

pytestmark = pytest.mark.django_db

NOT_A_NUMBER = Value(float("nan"), output_field=FloatField())
QUERYSETS: dict[str, Callable[[], "QuerySet[Any]"]] = {
    "instances": lambda: Item.objects.order_by("title", "pk"),
    "the other way": lambda: Item.objects.order_by("-title", "-pk"),
    "by the rule": lambda: Item.objects.visible_to(PUBLIC).order_by("pk"),
    "joined": lambda: Item.objects.select_related("collection", "place").order_by("pk"),
    "joined twice": lambda: Result.objects.select_related("item__collection", "part__file"),
    "json columns": lambda: Output.objects.select_related("computation").order_by("pk"),
    "moments": lambda: Computation.objects.order_by("pk"),
    "annotated": lambda: Collection.objects.annotate(held=Count("items")).order_by("code"),
    "ranked": lambda: (
        Item.objects.annotate(
            rank=Window(RowNumber(), partition_by=F("collection"), order_by=F("code").desc())
        )
        .filter(rank__lte=2)
        .order_by("collection__code", "rank")
    ),
    "dicts": lambda: Item.objects.values("pk", "created_at", "place__name").order_by("pk"),
    "tuples": lambda: Item.objects.values_list("code", "recorded_from").order_by("pk"),
    "flat": lambda: Item.objects.values_list("pk", flat=True).order_by("pk"),
    "some columns": lambda: Item.objects.only("title").order_by("pk"),
    "a slice": lambda: Item.objects.order_by("title", "pk")[1:3],
    "percent signs": lambda: PlaceName.objects.filter(name__contains="%").order_by("pk"),
    "one of no rows": lambda: Item.objects.filter(title="never"),
    "one that can have none": lambda: Item.objects.filter(pk__in=[]),
}


@pytest.fixture
def catalogue() -> None:
    world = World().grow_to(3)
    hidden_item(title='Quotes " and \\ and \u2028 and 100 %')
    place = world.items[0].place
    assert place
    PlaceName.objects.create(place=place, name="100 % Mali %s")
    Output.objects.filter(name="peak").update(value=float("nan"))
    Output.objects.filter(name="strength").update(value=1e-320)


def contents(rows: list[Any]) -> list[Any]:
    return [contents_of(row) for row in rows]


def contents_of(row: Any) -> Any:
    """Return a row with what was read of it, types included; NaN equals itself by its name."""
    if not hasattr(row, "_state"):
        return repr(row)
    told = {name: value for name, value in vars(row).items() if name != "_state"}
    cached = {name: contents_of(one) for name, one in row._state.fields_cache.items()}
    return type(row), repr(told), cached, row._state.adding, row._state.db


@pytest.mark.usefixtures("catalogue")
def test_querysets_read_together_give_what_each_gives_alone() -> None:
    alone = {name: contents(list(make())) for name, make in QUERYSETS.items()}
    with CaptureQueriesContext(connection) as captured:
        found = together([make() for make in QUERYSETS.values()])
    rows = sum(map(len, found))
    print(f"{len(QUERYSETS)} querysets with {rows} rows in {len(captured)} statement")
    for name, these in zip(QUERYSETS, found, strict=True):
        assert contents(these) == alone[name], name
    assert len(captured) == 1
    assert sum(bool(these) for these in found) >= 14
    assert rows >= 100


@pytest.mark.usefixtures("catalogue")
def test_a_reading_alone_and_one_without_rows_need_no_more_than_themselves() -> None:
    with CaptureQueriesContext(connection) as captured:
        assert together([Item.objects.filter(pk__in=[])]) == [[]]
    assert len(captured) == 0
    with CaptureQueriesContext(connection) as captured:
        together([Item.objects.filter(pk__in=[]), Item.objects.all()])
    assert len(captured) == 1
    assert "json_agg" not in captured[0]["sql"]
    assert together([]) == []


def codes(steps: int) -> Reading[list[str]]:
    """Read so many times, one after the other."""
    found: list[str] = []
    for _ in range(steps):
        rows = yield Item.objects.order_by("code").exclude(code__in=found)[:1]
        found += [row.code for row in rows]
    return found


@pytest.mark.usefixtures("catalogue")
def test_readings_take_as_many_statements_as_the_longest_has_steps() -> None:
    expected = list(Item.objects.order_by("code").values_list("code", flat=True)[:3])
    found: list[tuple[str, list[str]]] = []
    waves = Waves()
    for name, steps in (("a", 1), ("b", 3), ("c", 2), ("none", 0)):
        waves.start(codes(steps), lambda answer, name=name: found.append((name, answer)))  # type: ignore[misc]  # mypy infers no lambda with a default

    def goes_on(answer: list[str]) -> None:
        waves.start(codes(2), lambda answer: found.append(("after a", answer)))

    waves.start(codes(1), goes_on)
    with CaptureQueriesContext(connection) as captured:
        waves.run()
    assert len(captured) == 3
    assert dict(found) == {
        "none": [],
        "a": expected[:1],
        "b": expected[:3],
        "c": expected[:2],
        "after a": expected[:2],
    }
    assert read(codes(2)) == expected[:2]
