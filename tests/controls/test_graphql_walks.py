"""Controls of tests/graphql_api/test_walks.py and test_hidden.py: without the guard, red."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.db.models import Q, QuerySet
from graphql import build_schema

from archive import querysets
from archive.access import Act, Actor
from graphql_api.peers import Peers
from graphql_api.types import item, names
from tests.factories import STAFF
from tests.graphql_api.asking import data_of
from tests.graphql_api.test_hidden import answers, with_hidden_records
from tests.graphql_api.test_walks import counts, lengths, unbounded_fields
from tests.graphql_api.world import World, many_of_one

pytestmark = pytest.mark.django_db


def test_rows_that_ask_alone_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the memory that peers share, each row asks again: N + 1."""

    def forgetful(self: Peers, question: object, read: Callable[[Peers], Mapping[Any, Any]]) -> Any:
        return read(self)

    monkeypatch.setattr(Peers, "ask", forgetful)
    world = World().grow_to(1)
    of_one = counts(every=5)
    world.grow_to(3)
    of_three = counts(every=5)
    grown = [name for name in of_one if of_three[name] > of_one[name]]
    print(f"{len(grown)} of {len(of_one)} fields grow without peers")
    assert len(grown) >= 10


def test_a_list_without_a_page_is_found() -> None:
    planted = build_schema("type Query { things: [Thing!]! } type Thing { names: [String!]! }")
    missing, examined = unbounded_fields(planted)
    assert (sorted(missing), examined) == (["Query.things", "Thing.names"], 2)


def test_a_list_longer_than_a_page_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rank, everything a record owns is read."""

    def all_rows(rows: "QuerySet[Any]", peers: Peers, owner: str, _: int, *order: str) -> Any:
        from django.db.models import F

        return rows.filter(**{f"{owner}__in": peers.keys}).annotate(owner_key=F(owner))

    for module in (item, names):
        monkeypatch.setattr(module, "related_rows", all_rows)
    world = World().grow_to(1)
    many_of_one(world.items[0], 110)
    text = "query($c: String!) { item(code: $c) { performances { count } parts { position } } }"
    assert max(lengths(data_of(text, actor=STAFF, c=world.items[0].code))) > 100


def test_without_the_rule_hidden_records_show(monkeypatch: pytest.MonkeyPatch) -> None:
    def everything(actor: Actor, act: Act, path: str = "") -> Q:
        return Q()

    world = World().grow_to(3)
    without = answers()
    with_hidden_records(world)
    monkeypatch.setattr(querysets, "item_rule", everything)
    differing = sum(a != b for a, b in zip(answers(), without, strict=True))
    print(f"{differing} of {len(without)} answers differ without the rule")
    assert differing >= 8
