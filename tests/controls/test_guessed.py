"""Control of tests/doors/test_guessed.py: without the rule, a guess tells what is there."""

import pytest

from tests.controls.test_door_sweep import without
from tests.doors.sweep import Sweep
from tests.doors.test_guessed import told_apart

pytestmark = pytest.mark.timeout(900)
APART = 10


def test_without_the_rule_a_guess_tells_what_is_there(sweep: Sweep) -> None:
    assert told_apart(sweep, "public") == []
    with without():
        apart = told_apart(sweep, "member")
    print(f"{len(apart)} mutations tell the hidden from what is not there")
    assert len(apart) >= APART
