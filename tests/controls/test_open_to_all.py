"""Without its triggers the column says what is no longer so, and the look at it is red."""

import random

import pytest
from django.db import connection

from tests.archive.test_open_to_all import steps, world, wrong

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("table", "triggers"),
    [
        ("item", "an_item_is_open_to_all_or_not"),
        ("item", "a_new_item_is_open_to_all_or_not"),
        ("collection", "items_are_open_to_all_or_not"),
        ("protocol", "items_are_open_to_all_or_not"),
        ("protocolset", "items_are_open_to_all_or_not"),
        ("protocolinset", "items_are_open_to_all_or_not_any_more"),
    ],
)
def test_without_one_trigger_some_change_is_missed(table: str, triggers: str) -> None:
    world()
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
    chance = random.Random(23)  # noqa: S311 (a repeatable order)
    roads = steps(chance)
    for _ in range(400):
        chance.choice(roads)()
        if wrong():
            return
    pytest.fail(f"nothing was wrong without {triggers} of {table}")
