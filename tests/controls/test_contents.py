"""Controls of tests/archive/test_contents.py: without the rule, figures betray hidden items."""

from typing import Any

import pytest
from django.db.models import Q

from archive import contents, summing
from archive.access import PUBLIC
from tests.archive.test_contents import everything, read_for_all_at_once, shelves, with_hidden

pytestmark = pytest.mark.django_db


def everything_is_allowed(*_: Any) -> Q:
    """Stand in for a rule."""
    return Q()


@pytest.mark.parametrize(
    ("rule", "betrayed"), [("item_rule", 6), ("level_rule", 1)], ids=["items", "ways"]
)
def test_without_the_rule_hidden_items_are_in_the_figures(
    monkeypatch: pytest.MonkeyPatch, rule: str, betrayed: int
) -> None:
    it = shelves()
    before = [everything(row, PUBLIC) for row in it.rows]
    with_hidden(it)
    monkeypatch.setattr(contents, rule, everything_is_allowed)
    after = [everything(row, PUBLIC) for row in it.rows]
    changed = sum(one != other for one, other in zip(before, after, strict=True))
    print(f"{changed} of {len(before)} records betray hidden items without {rule}")
    assert changed >= betrayed


def test_what_is_not_kept_apart_is_read_once_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (summing.Totals, summing.Heard, summing.Ranked, summing.Upward):
        asked_anew = kind.template.replace("MATERIALIZED", "NOT MATERIALIZED")
        monkeypatch.setattr(kind, "template", asked_anew)
    assert not all(read_for_all_at_once(shelves()))
