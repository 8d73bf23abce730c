"""Every way by which the schema leads to a thing that is under a rule, and who is led there.

ways()          each way once: a field of Query, `node`, or a field of a thing and on through
                whatever has no rule of its own
asked(way, …)   the pairs (thing that it began at, thing that it led to) that one role is told
"""

import base64
from collections.abc import Collection, Iterable, Iterator, Sequence
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
from graphql_api.queries.node import MOST_IDS, READERS
from tests.graphql_api.asking import ask
from tests.graphql_api.walks import SCHEMA

#: Types whose things are under a rule: all that have an id.
RULED = frozenset(READERS)
#: How many fields a way has at most; how many are read in each list of it, by how many lists it
#: has; and how many objects one operation may ask for.
DEEPEST, LISTED, MOST = 3, (1, 12, 5, 3), 4500
#: How many names one operation may give its fields.
ALIASES = 15
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


def asked(some: Iterable[Way], actor: Actor, ids: Sequence[str]) -> dict[Way, Pairs]:
    """Return what ways from one type lead this actor to, from each of the things named.

    Many are asked in one operation, as many as one may hold.
    """
    told: dict[Way, Pairs] = {}
    for together in _within_the_limits(list(some), max(1, len(ids))):
        told |= _told(together, actor, ids)
    return told


def _within_the_limits(some: list[Way], parents: int) -> Iterator[list[Way]]:
    together: list[Way] = []
    cost = 0
    for way in some:
        theirs = parents * _cost(way)
        if together and (cost + theirs > MOST or len(together) == ALIASES):
            yield together
            together, cost = [], 0
        together.append(way)
        cost += theirs
    if together:
        yield together


def _told(together: list[Way], actor: Actor, ids: Sequence[str]) -> dict[Way, Pairs]:
    start = together[0].start
    inner = " ".join(f"w{n}: {_selection(way, 0)}" for n, way in enumerate(together))
    if start in {"Query", "viewer"}:
        text = f"{{ {inner} }}" if start == "Query" else f"{{ viewer {{ {inner} }} }}"
        answer = ask(text, actor=actor)
        nodes = [answer.data if start == "Query" else answer.data.get("viewer")]
    else:
        text = f"query($i: [ID!]!) {{ nodes(ids: $i) {{ id ... on {start} {{ {inner} }} }} }}"
        answer = ask(text, actor=actor, i=list(ids))
        nodes = answer.data.get("nodes", [])
    assert not answer.errors, (text, answer.errors)
    told: dict[Way, Pairs] = {way: set() for way in together}
    for node in filter(None, nodes):
        for n, way in enumerate(together):
            told[way] |= {(node.get("id", ""), found) for found in _ids_in(node[f"w{n}"])}
    return told


def pages(way: Way, actor: Actor) -> set[str]:
    """Return all that a list of Query holds for the actor, page after page."""
    (_, name), rest = way.steps[0], way.steps[1:]
    root = SCHEMA.query_type
    assert root is not None
    definition = root.fields[name]
    if rest or "after" not in definition.args or "first" not in definition.args:
        return {found for _, found in asked([way], actor, ())[way]}
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
    for start in range(0, len(some), MOST_IDS):
        text = "query($i: [ID!]!) { nodes(ids: $i) { id } }"
        answer = ask(text, actor=actor, i=some[start : start + MOST_IDS])
        found |= {node["id"] for node in answer.data["nodes"] if node}
    return found


def key_in(node: str) -> tuple[str, str]:
    """Return the type and the key that a global id names."""
    of, _, key = base64.b64decode(node).decode().partition(":")
    return of, key


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
        given.append(f"first: {20 if name == 'suggest' else LISTED[_lists(way)]}")
    words = f"({', '.join(given)})" if given else ""
    named = get_named_type(definition.type)
    spread = inner
    if named.name != into:
        spread = _into(named, into, inner)
    return f"{name}{words} {{ {spread} }}"


def _lists(way: Way) -> int:
    """Return how many lists of the way take pages."""
    return sum("first" in _field(of, name).args for of, name in way.steps)


def _cost(way: Way) -> int:
    """Return about how many objects it leads to from one thing."""
    most: int = LISTED[_lists(way)] ** _lists(way)
    return 3 * max(20 if way.steps[0][1] == "suggest" else 1, most)


def _field(type_name: str, name: str) -> GraphQLField:
    of = SCHEMA.type_map[type_name]
    assert isinstance(of, GraphQLObjectType)
    found: GraphQLField = of.fields[name]
    return found


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
