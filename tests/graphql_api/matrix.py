"""Every way by which the schema leads to a thing that is under a rule, and who is led there.

ways()          each way once: a field of Query, `node`, or a field of a thing and on through
                whatever has no rule of its own
asked(way, …)   the pairs (thing that it began at, thing that it led to) that one role is told
"""

import base64
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_required_argument,
)

from archive.access import Actor
from graphql_api.queries.node import READERS
from tests.graphql_api.asking import ask
from tests.graphql_api.walks import SCHEMA

#: Types whose things are under a rule: all that have an id.
RULED = frozenset(READERS)
#: How many things a way begins at, and how many are read in each list on it.
PARENTS, LISTED, DEEPEST = 60, 12, 3
#: What fields of Query need; of things that the sweep's plan names, see `tests/doors`.
ARGUMENTS = {
    "search": 'query: "0zq"',
    "suggest": 'kind: ITEM, prefix: "0zq"',
    "opening": 'by: "2090-01-01"',
    "concepts": 'scheme: "keywords"',
}
Pairs = set[tuple[str, str]]


@dataclass(frozen=True)
class Way:
    """From a type, through fields, to a type; from Query where it begins at nothing."""

    start: str
    steps: tuple[tuple[str, str], ...]
    end: str

    def __str__(self) -> str:
        return ".".join((self.start, *(name for _, name in self.steps))) + f" -> {self.end}"


def ways() -> list[Way]:
    """Return every way, by where it begins."""
    root = SCHEMA.query_type
    assert root is not None
    found = [
        way
        for way in _from(root.name, root.name, ())
        if way.steps[0][1] not in {"node", "nodes", "viewer"}
    ]
    for name in sorted(RULED):
        found += _from(name, name, ())
    found += [Way("viewer", way.steps[1:], way.end) for way in _of_viewer()]
    return list(dict.fromkeys(found))


def _of_viewer() -> Iterator[Way]:
    root = SCHEMA.query_type
    assert root is not None
    for way in _from(root.name, root.name, ()):
        if way.steps[0][1] == "viewer":
            yield way


def _from(start: str, type_name: str, steps: tuple[tuple[str, str], ...]) -> Iterator[Way]:
    of = SCHEMA.type_map[type_name]
    if not isinstance(of, GraphQLObjectType) or len(steps) >= DEEPEST:
        return
    for name, definition in sorted(of.fields.items()):
        if _needs(definition) and not (type_name == "Query" and name in ARGUMENTS):
            continue
        taken = (*steps, (type_name, name))
        for target in sorted(_targets(definition)):
            if target in RULED:
                yield Way(start, taken, target)
            elif not any(target == on_the_way for on_the_way, _ in taken):
                yield from _from(start, target, taken)


def asked(way: Way, actor: Actor, ids: Sequence[str]) -> Pairs:
    """Return what the way leads this actor to, from each of the things that it begins at."""
    inner = _selection(way, 0)
    if way.start == "Query":
        return {("", found) for found in _all(f"{{ {inner} }}", actor)}
    if way.start == "viewer":
        return {("", found) for found in _all(f"{{ viewer {{ {inner} }} }}", actor)}
    text = f"query($i: [ID!]!) {{ nodes(ids: $i) {{ id ... on {way.start} {{ {inner} }} }} }}"
    answer = ask(text, actor=actor, i=list(ids[:PARENTS]))
    assert not answer.errors, (str(way), answer.errors)
    told: Pairs = set()
    for node in answer.data["nodes"]:
        if node is not None:
            key = node.pop("id")
            told |= {(key, found) for found in _ids_in(node)}
    return told


def pages(way: Way, actor: Actor) -> set[str]:
    """Return all that a list of Query holds for the actor, page after page."""
    (_, name), rest = way.steps[0], way.steps[1:]
    root = SCHEMA.query_type
    assert root is not None
    definition = root.fields[name]
    if rest or "after" not in definition.args or "first" not in definition.args:
        return {found for _, found in asked(way, actor, ())}
    given = [ARGUMENTS[name]] if name in ARGUMENTS else []
    found: set[str] = set()
    after = "null"
    while True:
        words = ", ".join([*given, "first: 100", f"after: {after}"])
        ending = f"pageInfo {{ hasNextPage endCursor }} nodes {{ ... on {way.end} {{ id }} }}"
        answer = ask(f"{{ {name}({words}) {{ {ending} }} }}", actor=actor)
        assert not answer.errors, (str(way), answer.errors)
        said = answer.data[name]
        found |= set(_ids_in(said["nodes"]))
        if not said["pageInfo"]["hasNextPage"]:
            return found
        after = f'"{said["pageInfo"]["endCursor"]}"'


def known(ids: Collection[str], actor: Actor) -> set[str]:
    """Return those of the things that `nodes` gives to the actor."""
    found: set[str] = set()
    some = sorted(ids)
    for start in range(0, len(some), PARENTS):
        text = "query($i: [ID!]!) { nodes(ids: $i) { id } }"
        answer = ask(text, actor=actor, i=some[start : start + PARENTS])
        found |= {node["id"] for node in answer.data["nodes"] if node}
    return found


def key_in(node: str) -> tuple[str, str]:
    """Return the type and the key that a global id names."""
    of, _, key = base64.b64decode(node).decode().partition(":")
    return of, key


def _all(text: str, actor: Actor) -> list[str]:
    answer = ask(text, actor=actor)
    assert not answer.errors, (text, answer.errors)
    return list(_ids_in(answer.data))


def _ids_in(said: Any) -> Iterator[str]:
    if isinstance(said, dict):
        for name, value in said.items():
            if name == "id" and isinstance(value, str):
                yield value
            else:
                yield from _ids_in(value)
    elif isinstance(said, list):
        for each in said:
            yield from _ids_in(each)


def _selection(way: Way, at: int) -> str:
    """Select along the way; what has no id of its own is passed through."""
    type_name, name = way.steps[at]
    of = SCHEMA.type_map[type_name]
    assert isinstance(of, GraphQLObjectType)
    definition = of.fields[name]
    last = at + 1 == len(way.steps)
    into = way.end if last else way.steps[at + 1][0]
    inner = "id" if last else _selection(way, at + 1)
    given = [ARGUMENTS[name]] if type_name == "Query" and name in ARGUMENTS else []
    if "first" in definition.args:
        given.append(f"first: {20 if name == 'suggest' else LISTED if at else LISTED * 3}")
    words = f"({', '.join(given)})" if given else ""
    named = get_named_type(definition.type)
    spread = inner
    if named.name != into:
        spread = _into(named, into, inner)
    return f"{name}{words} {{ {spread} }}"


def _into(named: Any, into: str, inner: str) -> str:
    if isinstance(named, GraphQLUnionType | GraphQLInterfaceType):
        return f"... on {into} {{ {inner} }}"
    assert named.name.endswith("Connection"), (named.name, into)
    return f"nodes {{ ... on {into} {{ {inner} }} }}"


def _needs(definition: GraphQLField) -> bool:
    return any(is_required_argument(each) for each in definition.args.values())


@cache
def _possible(name: str) -> frozenset[str]:
    of = SCHEMA.type_map[name]
    if isinstance(of, GraphQLUnionType | GraphQLInterfaceType):
        return frozenset(each.name for each in SCHEMA.get_possible_types(of))
    if isinstance(of, GraphQLObjectType) and of.name.endswith("Connection"):
        return _possible(get_named_type(of.fields["nodes"].type).name)
    return frozenset({name}) if isinstance(of, GraphQLObjectType) else frozenset()


def _targets(definition: GraphQLField) -> frozenset[str]:
    return _possible(get_named_type(definition.type).name)
