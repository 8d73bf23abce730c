"""Looking ahead: what the operation asks of the same rows is read with what it asks first.

Whoever first needs a relation of some rows looks at what the operation selects beside it, and
below it, and reads all relations found there in waves (`archive.waves`). A question takes as many
statements as it has levels, whatever its breadth. Fields find their answers among their peers;
one that was overlooked asks for itself, so that what is answered never depends on the look ahead.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast
from uuid import UUID

from graphql import GraphQLObjectType, get_argument_values
from graphql.execution.collect_fields import (
    FieldDetails,
    FragmentDetails,
    collect_fields,
    collect_subfields,
)
from graphql.execution.values import VariableValues
from graphql.pyutils import Path
from strawberry.schema.schema_converter import GraphQLCoreConverter

from archive.waves import Waves
from graphql_api.context import Info
from graphql_api.peers import Peers

if TYPE_CHECKING:
    from graphql_api.relations import Relation

V = TypeVar("V")
Fields = list[FieldDetails]

#: A relation, how many of each, and the fields that ask for it.
Asked: TypeAlias = "tuple[Relation[Any], int, Fields]"

#: Under which a field's metadata hold its relation, and under which a node tells its type.
KEY, KIND = "relation", "__strawberry_definition__"


def read_ahead(relation: "Relation[V]", peers: Peers, first: int, info: Info) -> Mapping[UUID, V]:
    """Return the answer to one question; what will be asked next is told to whom it is asked."""
    waves, selection, begun = Waves(), Selection(info), set[tuple[int, object]]()
    found: dict[object, Mapping[UUID, Any]] = {}

    def start(relation: "Relation[Any]", peers: Peers, first: int, fields: Fields) -> None:
        question = (relation, first)
        if (id(peers), question) in begun:
            return
        begun.add((id(peers), question))

        def then(answer: Mapping[UUID, Any]) -> None:
            found.setdefault(question, answer)
            peers.tell(question, answer)
            for type_name, theirs, inner in selection.led_to(answer.values(), fields):
                for asked in selection.below(type_name, inner):
                    if not theirs.knows(asked[:2]):
                        start(asked[0], theirs, asked[1], asked[2])

        waves.start(relation.read(info.context.actor, peers, first), then)

    beside = list(selection.beside())
    mine = [fields for asked, number, fields in beside if (asked, number) == (relation, first)]
    start(relation, peers, first, [details for fields in mine for details in fields])
    for asked, number, fields in beside:
        if not peers.knows((asked, number)):
            start(asked, peers, number, fields)
    waves.run()
    return found[(relation, first)]


class Selection:
    """What an operation selects around the field that is being resolved."""

    def __init__(self, info: Info) -> None:
        self._info = info._raw_info
        # Strawberry hands on the values alone; looking ahead asks as graphql-core does.
        self._variables = VariableValues({}, cast(dict[str, Any], self._info.variable_values))
        self._fragments = {
            name: FragmentDetails(definition) for name, definition in self._info.fragments.items()
        }

    def beside(self) -> "Iterator[Asked]":
        """Yield the relations that are asked of the same parents, this field's own included."""
        info = self._info
        steps = list(_steps(info.path))
        root = info.schema.get_type(steps[0][0])
        fields: Mapping[str, Fields] = collect_fields(
            info.schema,
            self._fragments,
            self._variables,
            cast(GraphQLObjectType, root),
            info.operation,
        ).grouped_field_set
        for (_, name), (type_name, _) in pairwise(steps):
            fields = self._fields_of(type_name, fields.get(name, []))
        return self._relations(steps[-1][0], fields)

    def below(self, type_name: str, fields: Fields) -> "Iterator[Asked]":
        """Yield the relations that are asked of what the fields lead to, if it is of this type."""
        return self._relations(type_name, self._fields_of(type_name, fields))

    def led_to(
        self, answers: Iterable[Any], fields: Fields
    ) -> "Iterator[tuple[str, Peers, Fields]]":
        """Yield the types among the answers, each with its rows and what is asked of them.

        What has no rows of its own, such as somebody's part in a record, is looked through.
        """
        seen, plain = set[int](), dict[str, list[Any]]()
        for answer in answers:
            for node in answer if isinstance(answer, list) else [answer]:
                told, peers = getattr(node, KIND, None), getattr(node, "peers", None)
                if told is not None and not isinstance(peers, Peers):
                    if told.name in self._info.schema.type_map:  # else one of several of a kind
                        plain.setdefault(told.name, []).append(node)
                elif isinstance(peers, Peers) and id(peers) not in seen:
                    seen.add(id(peers))
                    yield node.__strawberry_definition__.name, peers, fields
        for type_name, nodes in plain.items():
            for inner in self._fields_of(type_name, fields).values():
                if column := self._attribute(type_name, inner):
                    yield from self.led_to([getattr(node, column) for node in nodes], inner)

    def _attribute(self, type_name: str, fields: Fields) -> str | None:
        """Return under which name an object holds the answer, None where a resolver finds it."""
        declared = self._declared(type_name, fields)
        return declared.python_name if declared and declared.base_resolver is None else None

    def _declared(self, type_name: str, fields: Fields) -> Any:
        of = cast(GraphQLObjectType, self._info.schema.get_type(type_name))
        definition = of.fields.get(fields[0].node.name.value)  # None: __typename
        return definition and definition.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)

    def _fields_of(self, type_name: str, fields: Fields) -> Mapping[str, Fields]:
        info = self._info
        return collect_subfields(
            info.schema,
            self._fragments,
            self._variables,
            info.operation,
            cast(GraphQLObjectType, info.schema.get_type(type_name)),
            fields,
        ).grouped_field_set

    def _relations(self, type_name: str, selected: Mapping[str, Fields]) -> "Iterator[Asked]":
        of = cast(GraphQLObjectType, self._info.schema.get_type(type_name))
        for fields in selected.values():
            node = fields[0].node
            definition = of.fields.get(node.name.value)
            if definition is None:  # __typename
                continue
            declared = definition.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
            relation: Relation[Any] | None = getattr(declared, "metadata", {}).get(KEY)
            if relation is not None:
                given = get_argument_values(definition, node, self._variables)
                yield relation, relation.number(given.get("first")), fields


def _steps(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the fields that lead here from the root: the type each is asked of, and its key."""
    if path.prev is not None:
        yield from _steps(path.prev)
    if path.typename is not None:  # else a place in a list
        yield path.typename, str(path.key)
