"""Mutations by guessed ids: of what one may not find, one learns as of what is not there.

Each mutation that takes an id or a code is tried by each who may not find a hidden item, with that
item's and with those of an item that was never planted; what was done nevertheless is undone. The
control stands in tests/controls/test_guessed.py.
"""

import re

import pytest

from tests.doors.hidden import Hidden, hidden
from tests.doors.mutating import filled, mutations, tried
from tests.doors.sweep import Sweep
from tests.doors.swept import ROLES
from tests.doors.truth import acts

pytestmark = pytest.mark.timeout(900)

#: A number that no planned item has.
NOBODY = 598
MUTATIONS = 60
WHO = [each for each in ROLES if each != "staff"]
#: What is another in each answer: ids, codes, numbers of requests.
_NAMES = re.compile(
    rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    rb'|0zq\d{3}[a-z]\d{3}qz|(?<=requestId":")[0-9a-f]{16}|(?<=secret":")[A-Za-z0-9_-]+'
)


def hidden_from(role: str) -> Hidden:
    """Return a planned item that the role may not find, with all that hangs on it."""
    return next(one for one in hidden() if one.is_rich and "find" not in acts(role, one))


def guesses(role: str) -> list[tuple[str, str, dict[str, object], dict[str, object]]]:
    """Return each mutation that names a thing, with what names the hidden and what names nobody."""
    number = hidden_from(role).number
    found = [(name, text, filled(name, number), filled(name, NOBODY)) for name, text in mutations()]
    return [each for each in found if each[2] != each[3]]


def told_apart(sweep: Sweep, role: str) -> list[str]:
    """Return the mutations that answer otherwise about the hidden than about nobody."""
    actor = sweep.role(role).actor()
    return [
        name
        for name, text, real, absent in guesses(role)
        if _alike(tried(text, real, actor)) != _alike(tried(text, absent, actor))
    ]


def _alike(answer: bytes) -> bytes:
    return _NAMES.sub(b"...", answer)


@pytest.mark.parametrize("role", WHO)
def test_a_guessed_id_is_answered_as_one_that_is_not_there(sweep: Sweep, role: str) -> None:
    print(f"{len(guesses(role))} mutations, about item {hidden_from(role).number}")
    assert told_apart(sweep, role) == []
    assert len(guesses(role)) >= MUTATIONS


def test_what_is_guessed_is_there_and_what_is_not_is_not(sweep: Sweep) -> None:
    """The ids name something: staff tell the two apart."""
    staff = sweep.role("staff").actor()
    apart = [
        name
        for name, text, real, absent in guesses("public")
        if _alike(tried(text, real, staff)) != _alike(tried(text, absent, staff))
    ]
    print(f"{len(apart)} mutations do something to it for staff")
    assert len(apart) >= 20
