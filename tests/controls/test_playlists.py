"""Controls of tests/graphql_api/test_playlists.py: without the guard, what was absent is there."""

import pytest
from django.db.models import Q

from archive import access, permits, querysets
from archive.services.selection_entries import Line
from graphql_api.playlists import formats
from tests.factories import hidden_item, make_item, make_user
from tests.graphql_api.test_playlists import got, list_of, table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


def test_without_the_rule_a_hidden_line_is_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    row = list_of(make_user("ana"), Line(item_id=make_item().pk))
    row.entries.create(position=1, item=hidden_item(code="SECRET"))
    assert "SECRET" not in got(row, "csv")[1]
    monkeypatch.setattr(permits, "item_rule", lambda *_, **__: Q())
    assert "SECRET" not in got(row, "csv")[1], "its item is asked for by the rule as well"
    for module in (access, querysets):
        monkeypatch.setattr(module, "item_rule", lambda *_, **__: Q())
    assert "SECRET" in got(row, "csv")[1]


def test_without_the_quote_a_title_is_a_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    row = list_of(make_user("ana"), Line(item_id=make_item().pk, title="=1+1"))
    assert table(got(row, "csv")[1])[0]["title"] == "'=1+1"
    monkeypatch.setattr(formats, "harmless", lambda text: text)
    assert table(got(row, "csv")[1])[0]["title"] == "=1+1"
