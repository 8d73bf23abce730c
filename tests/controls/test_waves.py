"""Controls of tests/frontend/test_item_statements.py: what is not read ahead is asked alone."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from django.db.models import QuerySet
from django.test import Client

from archive import waves
from graphql_api.ahead import Selection
from tests.frontend.test_item_statements import MOST, statements_at

pytestmark = pytest.mark.django_db


def test_a_page_that_does_not_look_ahead_takes_too_many(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And still gives the same page: what is answered does not depend on the look ahead."""

    def nothing(self: Selection) -> Iterator[Any]:
        return iter(())

    monkeypatch.setattr(Selection, "beside", nothing)
    taken = len(statements_at(client, (2,))[2])
    print(f"{taken} statements without looking ahead")
    assert taken > MOST


def test_a_page_whose_waves_are_not_read_together_takes_too_many(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_by_one(querysets: Sequence[QuerySet[Any]]) -> list[list[Any]]:
        return [list(queryset) for queryset in querysets]

    monkeypatch.setattr(waves, "together", one_by_one)
    taken = len(statements_at(client, (2,))[2])
    print(f"{taken} statements where each question is one")
    assert taken > MOST
