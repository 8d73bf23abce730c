"""Controls of tests/doors/test_sweep.py: without the rule, or without one door's filter, red."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db.models import Q

from archive import access
from ontology import prepared
from tests.doors.asking import Question
from tests.doors.blind import outlived, unexplained
from tests.doors.sweep import Sweep, differing, leaks
from tests.doors.swept import Allowed

pytestmark = pytest.mark.timeout(900)
OURS = ("archive.", "analysis.", "ontology.", "graphql_api.", "frontend.")
RED = 380
#: Doors that do not open where the rule is gone: what else keeps them.
KEPT_OTHERWISE = {
    r"url admin": "Django's own door for operators",
    r"url (labels|permits)": "pages for staff; labels are shown on the records that bear them",
    r"(url|graphql) (accession|agreement|bin|desk|journal|history|requests|holdings)": "staff's",
    r"graphql (mergePreview|nextItemCode|extraField)": "staff's",
    r"graphql (carriers|waitingForDigitisation) by accession": "accessions are staff's",
    r"graphql viewer": "one's own: the public has none",
    r"graphql selections?$": "the version of a list, which is told to its owner and to staff",
    r"url media/(agreements|erasures)/": "staff's: what was signed, and what had left the house",
    r"(url|graphql) erasures?": "staff's: what was erased, and what had left the house",
    r"graphql grants": "of whom they were given to, and staff's",
    r"(url|graphql|subscription) run|graphql items.nodes.runs": "of who asked for it, and staff's",
    r"graphql items by access": "the level that holds is what the rule says",
}


def _everything(_actor: Any, _of: Any, path: str = "", **_: Any) -> Q:
    return Q(**{f"{path}pk__isnull": False})


def _using(name: str) -> list[Any]:
    """Return our modules that hold the function of that name."""
    rule = getattr(access, name)
    return [
        module
        for key, module in list(sys.modules.items())
        if key.startswith(OURS) and getattr(module, name, None) is rule
    ]


def _forget_statements() -> None:
    """Let statements that hold the rule be built anew: those of another test still do."""
    prepared._prepared.cache_clear()


@contextmanager
def without(*modules: str) -> Iterator[None]:
    """Take the rule away from some modules; from all of them where none is named."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("item_rule", "level_rule"):
            for module in _using(name):
                if not modules or module.__name__ in modules:
                    patch.setattr(module, name, _everything)
        _forget_statements()
        yield
    _forget_statements()


def red(sweep: Sweep, asked: list[Question]) -> set[str]:
    """Return the doors of the questions through which the public sees the hidden now."""
    answers = sweep.ask("public", asked)
    told = leaks(answers, Allowed(sweep.role("public")))
    return set(told) | {each.door for each in differing(sweep.before["public"], answers)}


def test_without_the_rule_each_door_that_is_looked_at_is_red(sweep: Sweep) -> None:
    witnesses = sweep.witnesses()
    looked_at = sweep.looked_at()
    with without():
        found = red(sweep, witnesses)
    kept = looked_at - found
    print(f"{len(found)} doors are red without the rule, of {len(looked_at)} that are looked at")
    assert unexplained(kept, KEPT_OTHERWISE) == [], unexplained(kept, KEPT_OTHERWISE)
    assert outlived(kept, KEPT_OTHERWISE) == []
    assert len(found) >= RED


@pytest.mark.parametrize(
    ("module", "door"),
    [
        ("archive.querysets", "graphql items"),
        ("archive.querysets", "url items"),
        ("archive.querysets", "subscription archiveChanges"),
        ("archive.views.stream", "url media/items/<uuid:item_id>/parts/<int:position>/sound"),
        ("analysis.querysets", "url media/results/<uuid:result_id>.h5"),
        ("analysis.querysets", "url results/<uuid:result_id>.<export:extension>"),
        ("archive.querysets", "url carriers/<str:name>"),
    ],
)
def test_a_door_without_its_filter_is_red(sweep: Sweep, module: str, door: str) -> None:
    asked = [each for each in sweep.questions if each.door == door]
    assert red(sweep, asked) == set()
    with without(module):
        assert red(sweep, asked) == {door}
