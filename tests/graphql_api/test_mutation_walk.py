"""Every mutation has a worked example, and leaves a row, an event and an entry of the history.

The control stands in tests/controls/test_fill_and_mutation_walks.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from graphql import GraphQLObjectType, get_named_type

from archive.access import Actor
from archive.models import Change, Event
from tests.graphql_api.asking import ask
from tests.graphql_api.walks import SCHEMA
from tests.graphql_api.worked_examples import (
    ELSEWHERE,
    EXAMPLES,
    LEAVES_NO_EVENT,
    LEAVES_NO_HISTORY,
    Example,
    Walked,
)
from tests.whole_archive import whole

EXAMINED_AT_LEAST = 40


def root() -> GraphQLObjectType:
    of = SCHEMA.mutation_type
    assert of is not None
    return of


@dataclass
class Traces:
    """What each mutation left."""

    refused: dict[str, Any] = field(default_factory=dict)
    without_history: set[str] = field(default_factory=set)
    without_event: set[str] = field(default_factory=set)
    unsigned: set[str] = field(default_factory=set)


def document(name: str) -> str:
    """Return a mutation that asks for the ids and versions of what it gives."""
    definition = root().fields[name]
    given = get_named_type(definition.args["input"].type)
    payloads = [
        each.name
        for each in SCHEMA.get_possible_types(get_named_type(definition.type))
        if each.name.endswith("Payload")
    ]
    (payload,) = payloads
    of = SCHEMA.type_map[payload]
    assert isinstance(of, GraphQLObjectType)
    inner = " ".join(f"{each} {_inside(of, each)}" for each in of.fields)
    return (
        f"mutation($i: {given}!) {{ {name}(input: $i) {{ __typename "
        f"... on {payload} {{ {inner} }} ... on Error {{ code message path }} }} }}"
    )


def _inside(of: GraphQLObjectType, name: str) -> str:
    inner = get_named_type(of.fields[name].type)
    if not hasattr(inner, "fields"):
        return "{ __typename }" if hasattr(inner, "types") else ""
    return "{ id }" if "id" in getattr(inner, "fields", {}) else "{ __typename }"


def walk(it: Walked, examples: Mapping[str, Example], run: Callable[..., Any] = ask) -> Traces:
    traces = Traces()
    for name, example in examples.items():
        changes, events = Change.objects.count(), Event.objects.count()
        answer = run(document(name), actor=it.curator, i=example(it))
        found = answer.data.get(name) if answer.data else None
        if answer.errors or not found or not found["__typename"].endswith("Payload"):
            traces.refused[name] = answer.errors or found
            continue
        it.made[name] = found
        left = Change.objects.order_by("-id")[: Change.objects.count() - changes]
        if not left:
            traces.without_history.add(name)
        elif any(change.author_id != it.curator.user_id for change in left):
            traces.unsigned.add(name)
        if Event.objects.count() == events:
            traces.without_event.add(name)
    return traces


@pytest.fixture
def walked(own_database: str) -> Walked:
    it = whole()
    return Walked(it, Actor(user_id=it.curator.pk, is_member=True, is_staff=True))


def test_every_mutation_leaves_a_row_an_event_and_an_entry_of_the_history(walked: Walked) -> None:
    traces = walk(walked, EXAMPLES)
    print(f"{len(EXAMPLES)} mutations examined, {len(ELSEWHERE)} elsewhere")
    assert traces.refused == {}
    assert traces.unsigned == set()
    assert traces.without_history == set(LEAVES_NO_HISTORY)
    assert traces.without_event == set(LEAVES_NO_EVENT)
    assert len(EXAMPLES) >= EXAMINED_AT_LEAST


def test_every_mutation_has_an_example() -> None:
    assert set(root().fields) == {*EXAMPLES, *ELSEWHERE}
    assert not set(EXAMPLES) & set(ELSEWHERE)
