"""Questions for every field of the schema, asked of one archive: which answer, and which never."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
from tests.graphql_api.asking import ask
from tests.graphql_api.walks import SCHEMA, object_types

#: How many are asked for in a list, the deeper the fewer: the answer has 5000 objects at most.
PAGES = (30, 12, 6, 4, 2, 2, 2)
#: So many ways to a type are tried before a field of it counts as empty.
WAYS = 14
#: So many fields are asked for together; where that is refused, half as many.
TOGETHER = 20
#: Fields that lead to any type, and in this archive to one.
ANYTHING = {"Query.node", "Query.nodes"}

Arguments = Mapping[str, str]
Way = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Found:
    """What the walk came to."""

    examined: int
    filled: frozenset[str]
    empty: frozenset[str]
    unreached: frozenset[str]
    failed: Mapping[str, object]


def walk(actor: Actor, arguments: Arguments, left_out: frozenset[str]) -> Found:
    """Ask every field of every object type for one answer that says something.

    Parameters
    ----------
    arguments : for fields that need them, such as ``Query.item``: what to write behind the name.
    left_out : types that no query leads to.
    """
    ways = _ways(arguments)
    ends = set[Way]()
    filled, empty, unreached, failed, examined = set(), set(), set(), dict[str, object](), 0
    for of in object_types():
        if of.name in left_out or of.name in {"Query", "Mutation", "Subscription"}:
            continue
        if of.name not in ways:
            unreached.add(of.name)
            continue
        wanted = [f"{of.name}.{name}" for name in of.fields]
        examined += len(wanted)
        for way in ways[of.name]:
            wanted = [each for each in wanted if each not in filled]
            if not ends.isdisjoint(_stages(way, of.name)):
                continue  # what it would go through has led to nothing already
            pending = _in_parts([each.partition(".")[2] for each in wanted])
            while pending:
                names = pending.pop()
                said, errors, end = _asked(of, names, way, actor, arguments)
                if errors and len(names) > 1:  # too large an answer, or one that hides the others
                    half = len(names) // 2
                    pending += [names[:half], names[half:]]
                    continue
                filled |= {f"{of.name}.{name}" for name in said}
                if errors:
                    failed[f"{of.name}: {' '.join(names)}"] = errors
                elif end:
                    ends.add(end)
                    break
        empty |= {each for each in wanted if each not in filled}
    examined += len(_query().fields)
    for name in _query().fields:
        said, errors, _ = _asked(_query(), [name], (), actor, arguments)
        (filled if said else empty).add(f"Query.{name}")
        if errors:
            failed[f"Query.{name}"] = errors
    return Found(examined, frozenset(filled), frozenset(empty), frozenset(unreached), failed)


def _query() -> GraphQLObjectType:
    of = SCHEMA.query_type
    assert of is not None
    return of


def _ways(arguments: Arguments) -> dict[str, list[Way]]:
    """Return the shortest ways from the root to each type, as (type, field) steps."""
    found: dict[str, list[Way]] = {}
    pending: deque[tuple[str, Way]] = deque([("Query", ())])
    while pending:
        type_name, way = pending.popleft()
        of = SCHEMA.type_map[type_name]
        if not isinstance(of, GraphQLObjectType) or len(way) > 5:
            continue
        for name, definition in of.fields.items():
            field = f"{type_name}.{name}"
            if _lacks(field, definition, arguments) or field in ANYTHING:
                continue
            for target in _targets(definition):
                theirs = found.setdefault(target, [])
                if len(theirs) < WAYS and not any(step[0] == target for step in way):
                    theirs.append((*way, (type_name, name)))
                    pending.append((target, (*way, (type_name, name))))
    return found


def _lacks(field: str, definition: GraphQLField, arguments: Arguments) -> bool:
    needed = any(is_required_argument(argument) for argument in definition.args.values())
    return needed and field not in arguments


def _targets(definition: GraphQLField) -> list[str]:
    of = get_named_type(definition.type)
    if isinstance(of, GraphQLObjectType):
        return [of.name]
    if isinstance(of, GraphQLUnionType | GraphQLInterfaceType):
        return [each.name for each in SCHEMA.get_possible_types(of)]
    return []


def _in_parts(names: list[str]) -> list[list[str]]:
    """Many together: what costs is the way to them."""
    return [names[start : start + TOGETHER] for start in range(0, len(names), TOGETHER)]


def _is_composite(definition: GraphQLField) -> bool:
    of = get_named_type(definition.type)
    return isinstance(of, GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType)


def _asked(
    of: GraphQLObjectType, names: list[str], way: Way, actor: Actor, arguments: Arguments
) -> tuple[set[str], object, Way | None]:
    """Return which of the fields say something, the errors, and where the way leads to nothing."""
    fields = [
        f"{name}{_given(of.name, name, of.fields[name], arguments, 2)} {_inside(of.fields[name])}"
        for name in names
        if not _lacks(f"{of.name}.{name}", of.fields[name], arguments)
    ]
    if not fields:
        return set(), None, None
    text = " ".join(fields)
    target = of.name
    for depth, (type_name, name) in reversed(list(enumerate(way))):
        parent = SCHEMA.type_map[type_name]
        assert isinstance(parent, GraphQLObjectType)
        definition = parent.fields[name]
        if not isinstance(get_named_type(definition.type), GraphQLObjectType):
            text = f"... on {target} {{ {text} }}"
        page = PAGES[min(depth, len(PAGES) - 1)]
        text = f"{name}{_given(type_name, name, definition, arguments, page)} {{ {text} }}"
        target = type_name
    answer = ask(f"{{ {text} }}", actor=actor)
    said: set[str] = set()
    for things in _at(answer.data, [name for _, name in way]):
        said |= {name for name in names if _says(things.get(name))}
    return said, answer.errors or None, _end(answer.data, way, of.name)


def _stages(way: Way, target: str) -> list[Way]:
    """Return the beginnings of a way, each with the type that it comes to."""
    types = [*(type_name for type_name, _ in way[1:]), target]
    return [(*way[: at + 1], (types[at], "")) for at in range(len(way))]


def _end(data: Any, way: Way, target: str) -> Way | None:
    """Return the first stage of a way at which there is nothing."""
    names = [name for _, name in way]
    for at, stage in enumerate(_stages(way, target)):
        if not any(_at(data, names[: at + 1])):
            return stage
    return None


def _given(
    type_name: str, name: str, definition: GraphQLField, arguments: Arguments, page: int
) -> str:
    given = [arguments[f"{type_name}.{name}"]] if f"{type_name}.{name}" in arguments else []
    if "first" in definition.args and not any("first:" in each for each in given):
        given.append(f"first: {page}")
    return f"({', '.join(given)})" if given else ""


def _inside(definition: GraphQLField) -> str:
    if not _is_composite(definition):
        return ""
    of = get_named_type(definition.type)
    return "{ nodes { __typename } }" if of.name.endswith("Connection") else "{ __typename }"


def _at(data: Any, names: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the objects at the end of a way, lists unfolded."""
    if isinstance(data, list):
        for each in data:
            yield from _at(each, names)
    elif isinstance(data, dict):
        if names:
            yield from _at(data.get(names[0]), names[1:])
        else:
            yield data


def _says(value: Any) -> bool:
    if isinstance(value, dict):
        return bool(value.get("nodes", True))
    return value not in (None, "", [], {}) and value != [None]
