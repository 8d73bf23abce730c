"""Without one of its triggers the column says what is no longer so, and the look at it is red."""

from collections.abc import Callable

import pytest
from django.db import connection

from archive.models import Collection, Item, Protocol, ProtocolInSet, ProtocolSet
from tests.archive.test_open_to_all import world, wrong

pytestmark = pytest.mark.django_db


def a_new_item() -> None:
    Item.objects.create(title="New", code="N", collection=Collection.objects.get(code="C_0"))


def an_item_closes() -> None:
    Item.objects.filter(code="C_0_0").update(access="none")


def a_collection_closes() -> None:
    Collection.objects.filter(code="C_0").update(access="none")


def under(combine: str) -> None:
    """Put an item under the protocol that admits all: alone, or as one of two that suffice."""
    found = ProtocolSet.objects.get(protocols__slug="p-0", combine=combine)
    Item.objects.filter(code="C_0_0").update(protocol_set=found)
    assert Item.objects.get(code="C_0_0").is_open_to_all


def a_protocol_closes() -> None:
    under("all")
    Protocol.objects.filter(slug="p-0").update(admits="named")


def one_of_two_suffices_no_longer() -> None:
    under("any")
    ProtocolSet.objects.filter(combine="any").update(combine="all")


def the_one_that_sufficed_is_gone() -> None:
    under("any")
    ProtocolInSet.objects.filter(protocol__slug="p-0").delete()


@pytest.mark.parametrize(
    ("table", "triggers", "change"),
    [
        ("item", "a_new_item_is_open_to_all_or_not", a_new_item),
        ("item", "an_item_is_open_to_all_or_not", an_item_closes),
        ("collection", "items_are_open_to_all_or_not", a_collection_closes),
        ("protocol", "items_are_open_to_all_or_not", a_protocol_closes),
        ("protocolset", "items_are_open_to_all_or_not", one_of_two_suffices_no_longer),
        (
            "protocolinset",
            "items_are_open_to_all_or_not_any_more",
            the_one_that_sufficed_is_gone,
        ),
    ],
)
@pytest.mark.parametrize("is_kept", [True, False], ids=["with it", "without it"])
def test_without_one_trigger_its_change_is_missed(
    table: str, triggers: str, change: Callable[[], None], *, is_kept: bool
) -> None:
    world()
    if not is_kept:
        stand_still(table, triggers)
    change()
    assert bool(wrong()) is not is_kept


def stand_still(table: str, triggers: str) -> None:
    """Disable the triggers of that name."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND tgname LIKE %s",
            [f"archive_{table}", f"%{triggers}%"],
        )
        names = [name for (name,) in cursor.fetchall()]
        assert names
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for name in names:
            cursor.execute(f'ALTER TABLE archive_{table} DISABLE TRIGGER "{name}"')
