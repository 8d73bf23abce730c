"""Every door, asked by everybody, about what is hidden from them (issue 4, point 7; R-32, R-36).

Two methods: nobody is told a canary of what they may not know; and the public is told the same,
byte for byte, as where the hidden are not. A door counts as looked at if staff see the hidden
through it: by a canary, or because they are answered otherwise than before. The controls stand in
tests/controls/test_door_sweep.py.
"""

import os
import re
from collections.abc import Iterable, Mapping

import pytest

from archive.access import HOUSE
from archive.services.lifecycle import publish, withdraw
from tests.doors.addresses import unfilled
from tests.doors.blind import outlived, unexplained
from tests.doors.canaries import Canary, column_named
from tests.doors.hidden import hidden
from tests.doors.listed import undecided_commands, undecided_subscriptions
from tests.doors.sweep import Sweep, differing, heard, leaks
from tests.doors.swept import ROLES, Allowed

pytestmark = pytest.mark.timeout(900)

HIDDEN, DOORS, LOOKED_AT = 200, 960, 600
#: Every so many-th question is put by those who are neither the public nor staff, each beginning
#: at another; all of them, by everybody and after each change, where SWEEP=whole is asked for.
OF_OTHERS = 1 if os.environ.get("SWEEP") == "whole" else 4
#: Doors that are told of a change after it.
OF_NEWS = {"url sparql", "subscription archiveChanges"}
#: The bin and the past are staff's own, and tell of items that nobody finds any more.
OF_THE_BIN = ("bin", "history", "journal", "diff", "admin", "archiveChanges")


def test_every_door_is_listed() -> None:
    """An argument of the schema that nothing fills raises `Unfilled` where questions are made."""
    assert unfilled() == []
    assert undecided_commands() == []
    assert undecided_subscriptions() == []


def test_the_public_is_told_the_same_with_and_without_the_hidden(sweep: Sweep) -> None:
    answers = sweep.once("public")
    assert named(leaks(answers, Allowed(sweep.role("public")))) == {}
    different = differing(sweep.before["public"], answers)
    assert {(each.door, each.text): parted for each, parted in different.items()} == {}
    assert len(hidden()) >= HIDDEN


def test_staff_look_through_the_doors(sweep: Sweep) -> None:
    looked_at = sweep.looked_at()
    blind = sweep.doors - looked_at
    print(
        f"{len(looked_at)} of {len(sweep.doors)} doors are looked at, about {len(hidden())} hidden "
        f"items in {sweep.rows} rows; {len(sweep.questions)} questions, {sweep.answers} answers"
    )
    told = leaks(sweep.once("staff"), Allowed(sweep.role("staff")))
    records = {
        door: items
        for door, said in told.items()
        if not any(word in door for word in OF_THE_BIN)
        and (items := {one for one in said if column_named(one.column).startswith("Item.")})
    }
    assert named(records) == {}
    for told_of in (unexplained(blind), outlived(blind)):
        assert not told_of, "\n".join(told_of)
    assert len(sweep.doors) >= DOORS
    assert len(looked_at) >= LOOKED_AT


@pytest.mark.parametrize("name", [each for each in ROLES if each not in {"public", "staff"}])
def test_nobody_is_told_what_they_may_not_know(sweep: Sweep, name: str) -> None:
    allowed = Allowed(sweep.role(name))
    assert any(allowed.finds(one.number) for one in hidden()), "something is open to them"
    answers = sweep.ask(name, sweep.questions[ROLES.index(name) % OF_OTHERS :: OF_OTHERS])
    assert named(leaks(answers, allowed)) == {}
    found = {one.number for said in heard(answers).values() for one in said}
    assert any(allowed.finds(number) for number in found), "and they are told of it"


def test_what_was_published_and_withdrawn_leaves_nothing(sweep: Sweep) -> None:
    """With every cache warm: the same process has answered all this before."""
    draft = next(one for one in hidden() if one.reason == "draft")
    about = [
        each
        for number, each in enumerate(sweep.questions)
        if number % OF_OTHERS == 0 or each.door in OF_NEWS
    ]
    publish("item", record_id=draft.key, actor=HOUSE)
    try:
        sweep.mirror()
        shown = heard(sweep.ask("public", about))
    finally:
        withdraw("item", record_id=draft.key, actor=HOUSE, is_announced=False, reason="asked for")
        sweep.mirror()
    assert {each.number for said in shown.values() for each in said} == {draft.number}
    print(f"{len(shown)} doors show it while it is public")
    assert set(shown) >= OF_NEWS
    after = sweep.ask("public", about)
    # Who follows what happens is told that what they could see is gone, and no more.
    different = {
        question.door
        for question in differing(sweep.before["public"], after)
        if settled(sweep.before["public"][question]) != settled(after[question])
    }
    assert different <= {"subscription archiveChanges"}


def settled(answer: bytes) -> list[bytes]:
    """Return an answer's pieces: a store that was written to has another version and order."""
    return sorted(re.split(rb"[\n{}]+,?", re.sub(rb"X-Graph-Version: .*", b"", answer)))


def named(found: Mapping[str, Iterable[Canary]]) -> dict[str, list[str]]:
    """Return, by door, in which columns of which records the canaries stand."""
    return {
        door: sorted({f"{column_named(one.column)} of {one.number}" for one in said})[:6]
        for door, said in found.items()
    }
