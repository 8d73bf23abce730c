"""Every door, asked by everybody, about what is hidden from them (issue 4, point 7; R-32, R-36).

The controls stand in tests/controls/test_door_sweep.py.
"""

import pytest

from archive.access import HOUSE
from archive.services.lifecycle import publish, withdraw
from graphql_api.schema import schema
from tests.doors.addresses import unfilled
from tests.doors.canaries import column_named
from tests.doors.hidden import hidden
from tests.doors.sweep import Sweep, differing, heard, leaks, unlisted_commands
from tests.doors.swept import Allowed

pytestmark = pytest.mark.timeout(900)

HIDDEN, DOORS, LOOKED_AT, ANSWERS = 200, 550, 200, 900
#: Subscriptions, and where they are followed.
SUBSCRIPTIONS = {
    "runProgress": "tests/graphql_api/test_streams.py",
    "archiveChanges": "tests/graphql_api/test_changes.py",
}
#: The bin, and who did what, are staff's; there they read of what lies in the bin.
OF_THE_BIN = ("graphql bin", "graphql history", "graphql journal", "graphql diff", "url admin/")


def test_every_door_is_listed() -> None:
    """An argument of the schema that nothing fills raises `Unfilled` where questions are made."""
    root = schema._schema.subscription_type
    assert root is not None
    assert unfilled() == []
    assert unlisted_commands() == []
    assert set(root.fields) == set(SUBSCRIPTIONS)


def test_the_public_is_told_the_same_with_and_without_the_hidden(sweep: Sweep) -> None:
    cold = sweep.ask("public")
    different = differing(sweep.before, cold)
    told = leaks(cold, Allowed(sweep.role("public")))
    warm = differing(sweep.before, sweep.ask("public", sweep.questions[::4]) | _rest(sweep, 4))
    doors = {each.door for each in sweep.questions}
    print(
        f"{len(doors)} doors, {len(hidden())} hidden items in {sweep.rows} rows, "
        f"{len(sweep.questions)} questions, {sweep.answers} answers"
    )
    assert not told
    assert not different
    assert not warm
    assert len(hidden()) >= HIDDEN
    assert len(doors) >= DOORS
    assert sweep.answers >= ANSWERS


def _rest(sweep: Sweep, every: int) -> dict[object, bytes]:
    """Answers that are not asked for again stand as they were."""
    return {q: sweep.before[q] for n, q in enumerate(sweep.questions) if n % every}


@pytest.mark.parametrize("name", ["member", "room", "community", "editor"])
def test_nobody_is_told_what_they_may_not_find(sweep: Sweep, name: str) -> None:
    allowed = Allowed(sweep.role(name))
    assert any(allowed.finds(one.number) for one in hidden()), "something is open to them"
    told = leaks(sweep.ask(name, sweep.questions[::2]), allowed)
    assert not told, {
        door: sorted({column_named(each.column) for each in found})[:5]
        for door, found in told.items()
    }


def test_staff_find_the_canaries_through_the_same_doors(sweep: Sweep) -> None:
    answers = sweep.ask("staff")
    found = {door for door, said in heard(answers).items() if said}
    told = {
        door: said
        for door, said in leaks(answers, Allowed(sweep.role("staff"))).items()
        if not door.startswith(OF_THE_BIN)
    }
    doors = {each.door for each in sweep.questions}
    print(f"{len(found)} of {len(doors)} doors are looked at; not: {sorted(doors - found)}")
    assert not told
    assert len(found) >= LOOKED_AT


def test_what_was_published_and_withdrawn_leaves_nothing(sweep: Sweep) -> None:
    draft = next(one for one in hidden() if one.reason == "draft")
    about = [each for each in sweep.questions if "item" in each.door][::2]
    publish("item", record_id=draft.key, actor=HOUSE)
    shown = set().union(*heard(sweep.ask("public", about)).values())
    assert {each.number for each in shown} == {draft.number}
    withdraw("item", record_id=draft.key, actor=HOUSE, is_announced=False, reason="asked for")
    after = sweep.ask("public", about)
    assert not differing({each: sweep.before[each] for each in about}, after)
