"""The one rule against the table, over every combination that there is (issue 4, point 1)."""

import pytest

from archive.access import Act
from archive.models import Item
from tests.doors.policy import allowed
from tests.doors.worlds import World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def differences(world: World) -> tuple[int, list[str]]:
    """Ask the database what each asker may do to each item, and compare with the table."""
    checked, found = 0, []
    for asker, actor in world.actors.items():
        table = {key: allowed(case, asker) for case, key in world.items.items()}
        cases = {key: case for case, key in world.items.items()}
        for act in Act:
            given = set(Item.objects.allowing(actor, act).values_list("pk", flat=True))
            expected = {key for key, acts in table.items() if act.value in acts}
            checked += len(table)
            found += [f"{act} by {asker}: {cases[key]}" for key in given ^ expected]
    return checked, found


def test_the_rule_gives_what_the_table_says(world: World) -> None:
    checked, found = differences(world)
    print(f"{checked} combinations of {len(world.items)} items and {len(world.actors)} askers")
    assert not found, (len(found), found[:5])
    assert len(world.items) >= 3000
    assert checked >= 400_000
