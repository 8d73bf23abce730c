"""Controls of tests/graphql_api/test_terms.py: without the guard, red."""

from typing import Any

import pytest
from django.db.models import Q

from archive import querysets
from archive.access import PUBLIC, Actor
from graphql_api.queries import suggest
from tests.factories import STAFF
from tests.graphql_api.asking import data_of
from tests.graphql_api.test_terms import HIDDEN, hidden_and_shown, suggested
from tests.graphql_api.test_terms import (
    test_suggestions_fold_accents_and_begin_with_what_begins as suggestions,
)

pytestmark = pytest.mark.django_db


def test_without_the_rule_of_terms_hidden_names_show(monkeypatch: pytest.MonkeyPatch) -> None:
    def everything(self: Any, actor: Actor) -> Any:
        return self

    hidden_and_shown()
    before = [data_of(text, actor=PUBLIC) for text in HIDDEN]
    for queries in (querysets.TermQuerySet, querysets.ConceptQuerySet):
        monkeypatch.setattr(queries, "visible_to", everything)
    after = [data_of(text, actor=PUBLIC) for text in HIDDEN]
    betrayed = sum(one != other for one, other in zip(before, after, strict=True))
    print(f"{betrayed} of {len(HIDDEN)} questions betray the hidden terms without the rule")
    assert betrayed >= 7


def test_without_the_rule_of_names_misspellings_show(monkeypatch: pytest.MonkeyPatch) -> None:
    suggestions()
    assert suggested("PLACE", "sngh") == [("sanga", None)]
    monkeypatch.setattr(suggest, "shown_names", lambda actor: Q())
    assert suggested("PLACE", "sngh") == [("sanga", "Sngha")] == suggested("PLACE", "sngh", STAFF)
