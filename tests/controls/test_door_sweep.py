"""Controls of tests/doors/test_sweep.py: without the rule, or without one door's filter, red."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db.models import Q

from archive import access
from tests.doors.conftest import sweep
from tests.doors.sweep import Sweep, heard, leaks
from tests.doors.swept import Allowed

__all__ = ["sweep"]
pytestmark = pytest.mark.timeout(900)
OURS = ("archive.", "analysis.", "ontology.", "graphql_api.", "frontend.")


def _everything(*_: Any, **__: Any) -> Q:
    return Q()


def _using(name: str) -> list[Any]:
    """Return our modules that hold the function of that name."""
    rule = getattr(access, name)
    return [
        module
        for key, module in list(sys.modules.items())
        if key.startswith(OURS) and getattr(module, name, None) is rule
    ]


@contextmanager
def without(*modules: Any) -> Iterator[None]:
    """Take the rule away from some modules; from all of them where none is named."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("item_rule", "level_rule"):
            for module in _using(name):
                if not modules or module.__name__ in modules:
                    patch.setattr(module, name, _everything)
        yield


def test_without_the_rule_the_doors_are_red(sweep: Sweep) -> None:
    """The doors through which the public hears nothing, and staff do, tell the public all."""
    allowed = Allowed(sweep.role("public"))
    asked = [each for each in sweep.questions if "admin" not in each.door]
    staff = heard(sweep.ask("staff", asked))
    with without():
        red = leaks(sweep.ask("public", asked), allowed)
    looked_at = {door for door, said in staff.items() if said}
    print(f"{len(red)} doors red without the rule, of {len(looked_at)} that staff look through")
    assert len(red) >= 150


@pytest.mark.parametrize(
    ("module", "door"),
    [
        ("archive.querysets", "graphql items"),
        ("archive.views.stream", "url media/items/<uuid:item_id>/parts/<int:position>/sound"),
        ("analysis.querysets", "url media/results/<uuid:result_id>.h5"),
        ("archive.querysets", "url items"),
    ],
)
def test_a_door_without_its_filter_is_red(sweep: Sweep, module: str, door: str) -> None:
    allowed = Allowed(sweep.role("public"))
    asked = [each for each in sweep.questions if each.door == door]
    assert asked
    assert not leaks(sweep.ask("public", asked), allowed)
    with without(module):
        assert leaks(sweep.ask("public", asked), allowed)[door]
