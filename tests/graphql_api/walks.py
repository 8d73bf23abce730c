"""Questions made from the schema itself: for each field, a query that reaches it under a list."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_list_type,
    is_required_argument,
)

from graphql_api.schema import schema
from graphql_api.types.said import COLUMN

SCHEMA = schema._schema
#: How many parents are asked, and how many of what lies on the way from them.
PARENTS, INNER = 8, 2


@dataclass(frozen=True)
class Step:
    """A field on the way, with the type on which it is asked."""

    parent: str
    name: str
    is_many: bool


@dataclass(frozen=True)
class Question:
    """One field, asked under a list so that there are many parents, twice with other pages."""

    path: tuple[Step, ...]
    field: str
    text: str

    def __str__(self) -> str:
        return ".".join((*(step.name for step in self.path), self.field))


def questions() -> Iterator[Question]:
    """Yield one query for each field of each object type that stands below a list."""
    for type_name, path in sorted(_paths().items()):
        parent = SCHEMA.type_map[type_name]
        assert isinstance(parent, GraphQLObjectType)
        for name, definition in sorted(parent.fields.items()):
            if type_name != "Query" and not _is_plain(type_name, name):
                asked = _asked(name, definition)
                yield Question(path, name, f"{{ {_around(path, asked)} }}")


@dataclass(frozen=True)
class PagedList:
    """A connection, and the way to it through lists."""

    path: tuple[Step, ...]
    field: str

    def __str__(self) -> str:
        return ".".join((*(step.name for step in self.path), self.field))

    def asked(self, *selections: str) -> str:
        """Return a query for it as often as there are selections: `a: NAME(first: 1) {…}`."""
        words = ', query: "song"' if self.field == "search" else ""
        inner = " ".join(each.replace("NAME(", f"{self.field}(") for each in selections)
        return f"{{ {_around(self.path, inner.replace(')', f'{words})'))} }}"


def paged_lists() -> Iterator[PagedList]:
    """Yield each connection once that can be reached without naming one thing."""
    for type_name, path in sorted({"Query": (), **_paths()}.items()):
        parent = SCHEMA.type_map[type_name]
        assert isinstance(parent, GraphQLObjectType)
        for name, definition in sorted(parent.fields.items()):
            if is_connection(definition) and not _needs_arguments(name, definition):
                yield PagedList(path, name)


def _is_plain(type_name: str, name: str) -> bool:
    """Whether the field is a column of the row that bears it: nothing is read for it."""
    field = schema.get_field_for_type(name, type_name)
    return field is not None and (field.base_resolver is None or COLUMN in field.metadata)


def object_types(of_schema: GraphQLSchema = SCHEMA) -> list[GraphQLObjectType]:
    return [
        found
        for found in of_schema.type_map.values()
        if isinstance(found, GraphQLObjectType) and not found.name.startswith("__")
    ]


def is_list(definition: GraphQLField) -> bool:
    of = definition.type
    return is_list_type(of.of_type if isinstance(of, GraphQLNonNull) else of)


def is_connection(definition: GraphQLField) -> bool:
    return get_named_type(definition.type).name.endswith("Connection")


def _paths() -> dict[str, tuple[Step, ...]]:
    """Return, for each object type, the shortest way to it through some list."""
    found: dict[str, tuple[Step, ...]] = {}
    seen: set[tuple[str, bool]] = {("Query", False)}
    pending: deque[tuple[str, tuple[Step, ...], bool]] = deque([("Query", (), False)])
    while pending:
        type_name, path, below_list = pending.popleft()
        if below_list:
            found.setdefault(type_name, path)
        parent = SCHEMA.type_map[type_name]
        if not isinstance(parent, GraphQLObjectType):
            continue
        for name, definition in parent.fields.items():
            if type_name == "Query" and _needs_arguments(name, definition):
                continue
            many = below_list or is_list(definition)
            step = Step(type_name, name, is_list(definition))
            for target in _objects(get_named_type(definition.type)):
                if (target, many) not in seen:
                    seen.add((target, many))
                    pending.append((target, (*path, step), many))
    return found


def _needs_arguments(name: str, definition: GraphQLField) -> bool:
    """Whether the field names one thing (`item(code:)`); a search has words at hand."""
    return name != "search" and any(
        is_required_argument(argument) for argument in definition.args.values()
    )


def _objects(of: object) -> list[str]:
    if isinstance(of, GraphQLObjectType):
        return [of.name]
    if isinstance(of, GraphQLUnionType | GraphQLInterfaceType):
        return [possible.name for possible in SCHEMA.get_possible_types(of)]
    return []


def _around(path: tuple[Step, ...], innermost: str) -> str:
    """Return the selection that leads along the path to what is asked."""
    asked = innermost
    for at, step in reversed(list(enumerate(path))):
        parent = SCHEMA.type_map[step.parent]
        assert isinstance(parent, GraphQLObjectType)
        of = get_named_type(parent.fields[step.name].type)
        if not isinstance(of, GraphQLObjectType):  # a union or an interface: go into one of them
            into = path[at + 1].parent if at + 1 < len(path) else _target_of(path)
            asked = f"... on {into} {{ {asked} }}"
        page = PARENTS if at == 0 else INNER
        asked = f"{step.name}{_page(parent.fields[step.name], step.name, page)} {{ {asked} }}"
    return asked


def _target_of(path: tuple[Step, ...]) -> str:
    parent = SCHEMA.type_map[path[-1].parent]
    assert isinstance(parent, GraphQLObjectType)
    return _objects(get_named_type(parent.fields[path[-1].name].type))[0]


def _page(definition: GraphQLField, name: str, first: int) -> str:
    given = ['query: "song"'] if name == "search" else []
    if "first" in definition.args:
        given.append(f"first: {first}")
    return f"({', '.join(given)})" if given else ""


def _asked(name: str, definition: GraphQLField) -> str:
    """Ask a field for all plain fields of what it gives, and once more with another page."""
    inner = _inside(get_named_type(definition.type))
    if "first" not in definition.args:
        return f"{name} {inner}"
    return f"a: {name}(first: 3) {inner} b: {name}(first: 5) {inner}"


def _inside(of: object) -> str:
    if isinstance(of, GraphQLObjectType):
        if of.name.endswith("Connection"):
            node = _inside(get_named_type(of.fields["nodes"].type))
            return f"{{ totalCount pageInfo {{ endCursor }} edges {{ cursor node {node} }} }}"
        plain = [
            name
            for name, definition in of.fields.items()
            if not _objects(get_named_type(definition.type)) and _is_leaf(definition)
        ]
        return f"{{ {' '.join(plain) or '__typename'} }}"
    if isinstance(of, GraphQLUnionType | GraphQLInterfaceType):
        return "{ __typename }"
    return ""


def _is_leaf(definition: GraphQLField) -> bool:
    return not isinstance(
        get_named_type(definition.type),
        GraphQLObjectType | GraphQLUnionType | GraphQLInterfaceType,
    )
