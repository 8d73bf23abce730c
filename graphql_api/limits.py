"""What one operation may ask, examined before anything runs.

Depth, aliases, directives, root fields and the size of every argument are bounded; so is the
cost: how many objects the answer may hold, pages taken at their full size. Each refusal says what
was asked and what is allowed. `extensions.cost` tells every client what its query costs.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLID,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_argument_values,
    get_named_type,
    get_operation_ast,
    get_variable_values,
    is_composite_type,
    is_list_type,
    parse,
    specified_rules,
    validate,
)
from graphql.language import Visitor, visit
from strawberry.extensions import SchemaExtension

from graphql_api.cursors import LONGEST as LONGEST_CURSOR
from graphql_api.cursors import open_seal
from graphql_api.errors import Code, Refused
from graphql_api.ids import read_id
from graphql_api.paging import size_of

TOKENS = 2000
DEPTH = 12
ALIASES = 15
DIRECTIVES_ON_A_FIELD = 10
DIRECTIVES = 50
ROOT_FIELDS = 5
OBJECTS = 5000
FIELDS_LOOKED_AT = 20_000
#: The largest number that every reader of JSON keeps (RFC 8259, section 6): a cost may be larger.
MOST_SAID = 2**53 - 1
LIST = 500
TEXT = 256
#: A text in the input of a mutation: as long as the request may be. The service says how much the
#: field holds, as data.
WORDS = "input"
#: Texts that may be longer, by the name of their argument.
LONGER = {"after": LONGEST_CURSOR, "title": 500}
#: A list without `first`, such as the nodes of a preset.
PLAIN_LIST = 20
#: What costs more than an object of its own, in objects.
WEIGHTS = {
    "totalCount": 5,
    "itemCount": 2,
    "frames": 20,
    "previous": 2,
    "next": 2,
    "search": 20,
}
CACHED = 256
LONGEST_CACHED = 16 * 1024


class Guard(SchemaExtension):
    """Parses, validates and examines each operation; what it refuses never runs."""

    def on_parse(self) -> Iterator[None]:
        context = self.execution_context
        context.parse_options["max_tokens"] = TOKENS
        if context.query and len(context.query) <= LONGEST_CACHED:
            with suppress(GraphQLError):  # parsed again, and told, where errors are expected
                context.graphql_document = _parsed(context.query)
        yield

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        document = context.graphql_document
        if document is not None and context.pre_execution_errors is None:
            schema = context.schema._schema
            errors: list[GraphQLError] = list(_validated(schema, document))
            if not errors:
                errors = self._examined(schema, document)
            context.pre_execution_errors = errors
        yield

    def _examined(self, schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
        context = self.execution_context
        operation = get_operation_ast(document, context.operation_name)
        if operation is None:
            return []
        try:
            cost = examine(schema, document, operation, context.variables or {})
        except TooCostly as refused:
            context.context.cost = refused.cost
            return [refused]
        except Refused as refused:
            return [refused]
        except ExceptionGroup as group:
            return [error for error in group.exceptions if isinstance(error, GraphQLError)]
        context.context.cost = cost
        return []

    def get_results(self) -> dict[str, object]:
        cost = getattr(self.execution_context.context, "cost", 0)
        return {"cost": {"requested": cost, "limit": OBJECTS}}


@lru_cache(maxsize=CACHED)
def _parsed(query: str) -> DocumentNode:
    return parse(query, max_tokens=TOKENS)


@lru_cache(maxsize=CACHED)
def _validated(schema: GraphQLSchema, document: DocumentNode) -> tuple[GraphQLError, ...]:
    return tuple(validate(schema, document, specified_rules, max_errors=20))


def examine(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: dict[str, Any],
) -> int:
    """Return what a valid operation costs, in objects.

    Raises
    ------
    Refused : something about it is larger than allowed, or an id or cursor is none of ours.
    ExceptionGroup : variables of the wrong type.
    """
    _check_sizes(variables)
    visit(document, counter := _Counter())
    counter.check()
    coerced = get_variable_values(schema, operation.variable_definitions or (), variables, 5)
    if isinstance(coerced, list):
        raise ExceptionGroup("variables", coerced)
    fragments = {
        node.name.value: node
        for node in document.definitions
        if isinstance(node, FragmentDefinitionNode)
    }
    walk = _Walk(schema, fragments, coerced)
    root = schema.get_root_type(operation.operation)
    asked = sum(1 for _ in walk.fields(operation.selection_set, root))
    if asked > ROOT_FIELDS:
        raise _refused("root fields", asked, ROOT_FIELDS)
    walk.go(operation.selection_set, root, times=1, page=None, depth=1)
    if walk.cost > OBJECTS:
        raise TooCostly(walk.cost)
    return walk.cost


class TooCostly(Refused):
    """The answer could be too large; `cost` says how large, as `extensions.cost` then does."""

    def __init__(self, cost: int) -> None:
        self.cost = min(cost, MOST_SAID)
        super().__init__(
            Code.TOO_COSTLY,
            f"The answer could hold {self.cost} objects; at most {OBJECTS} are allowed: ask for "
            "smaller pages (`first`) or fewer lists inside lists.",
        )


def _refused(what: str, asked: int, allowed: int, code: Code = Code.TOO_COSTLY) -> Refused:
    return Refused(code, f"The operation has {asked} {what}; at most {allowed} are allowed.")


class _Counter(Visitor):
    """Counts aliases and directives, and looks at literal texts."""

    def __init__(self) -> None:
        super().__init__()
        self.aliases = self.directives = self.most_on_a_field = 0

    def enter_field(self, node: FieldNode, *_: object) -> None:
        self.aliases += node.alias is not None
        self.most_on_a_field = max(self.most_on_a_field, len(node.directives or ()))

    def enter_directive(self, *_: object) -> None:
        self.directives += 1

    def check(self) -> None:
        if self.aliases > ALIASES:
            raise _refused("aliases", self.aliases, ALIASES)
        if self.most_on_a_field > DIRECTIVES_ON_A_FIELD:
            raise _refused("directives on one field", self.most_on_a_field, DIRECTIVES_ON_A_FIELD)
        if self.directives > DIRECTIVES:
            raise _refused("directives", self.directives, DIRECTIVES)


@dataclass
class _Walk:
    """Goes through the fields as they would be resolved, and adds up what they may give."""

    schema: GraphQLSchema
    fragments: dict[str, FragmentDefinitionNode]
    variables: Any
    cost: int = 0
    looked_at: int = 0
    checked: set[int] = field(default_factory=set)

    def fields(self, selections: SelectionSetNode, parent: Any) -> Iterator[tuple[FieldNode, Any]]:
        """Yield the fields of a selection with the type they are asked of, fragments once each."""
        pending: list[tuple[SelectionSetNode, Any]] = [(selections, parent)]
        spread: set[str] = set()
        while pending:
            selected, of = pending.pop()
            for node in selected.selections:
                if isinstance(node, FieldNode):
                    if not node.name.value.startswith("__"):
                        yield node, of
                elif isinstance(node, InlineFragmentNode):
                    named = node.type_condition
                    of_fragment = self.schema.get_type(named.name.value) if named else of
                    pending.append((node.selection_set, of_fragment))
                elif isinstance(node, FragmentSpreadNode) and node.name.value not in spread:
                    spread.add(node.name.value)
                    fragment = self.fragments[node.name.value]
                    on = self.schema.get_type(fragment.type_condition.name.value)
                    pending.append((fragment.selection_set, on))

    def go(
        self, selections: SelectionSetNode, parent: Any, *, times: int, page: int | None, depth: int
    ) -> None:
        """Add what a selection costs.

        Parameters
        ----------
        times : how many objects of the parent's type there may be.
        page : the size of the page, where the parent is a connection.
        """
        for node, of in self.fields(selections, parent):
            if depth > DEPTH:
                raise Refused(
                    Code.TOO_COSTLY,
                    f"The operation is nested more than {DEPTH} fields deep: ask in two steps.",
                )
            self.looked_at += 1
            if self.looked_at > FIELDS_LOOKED_AT:
                if self.cost > OBJECTS:
                    raise TooCostly(self.cost)  # at least: counting on is what it asks for
                raise _refused("fields, fragments unfolded,", self.looked_at, FIELDS_LOOKED_AT)
            definition: GraphQLField = of.fields[node.name.value]
            arguments = self._arguments(definition, node)
            self._go_into(node, definition, arguments, times=times, page=page, depth=depth)

    def _go_into(
        self,
        node: FieldNode,
        definition: GraphQLField,
        arguments: dict[str, Any],
        *,
        times: int,
        page: int | None,
        depth: int,
    ) -> None:
        result = get_named_type(definition.type)
        many = times * (_size(arguments, page) if _is_list(definition.type) else 1)
        weight = WEIGHTS.get(node.name.value, 1 if _counts(result) else 0)
        self.cost += weight * (many if _is_list(definition.type) else times)
        if node.selection_set:
            is_page = result.name.endswith("Connection")
            inside = _page_of(arguments) if is_page else None
            self.go(node.selection_set, result, times=many, page=inside, depth=depth + 1)

    def _arguments(self, definition: GraphQLField, node: FieldNode) -> dict[str, Any]:
        if not definition.args:
            return {}
        values = get_argument_values(definition, node, self.variables)
        if id(node) not in self.checked:
            self.checked.add(id(node))
            for name, argument in definition.args.items():
                if name in values:
                    _check_value(argument.type, values[name], name, is_words=name == WORDS)
        return {
            name: values.get(argument.out_name or name, values.get(name))
            for name, argument in definition.args.items()
        }


def _is_list(of: Any) -> bool:
    return is_list_type(of.of_type if isinstance(of, GraphQLNonNull) else of)


def _counts(result: Any) -> bool:
    """Whether an object is one, and not the scaffolding of a page."""
    return is_composite_type(result) and not result.name.endswith(
        ("Connection", "Edge", "PageInfo")
    )


def _page_of(arguments: dict[str, Any]) -> int:
    """Return how many objects a page holds at most."""
    return size_of(arguments.get("first"), arguments.get("last"))


def _size(arguments: dict[str, Any], page: int | None) -> int:
    """Return how many objects a list field may give."""
    if isinstance(first := arguments.get("first"), int):
        return max(0, first)
    if isinstance(ids := arguments.get("ids"), list):
        return len(ids)
    return PLAIN_LIST if page is None else max(0, page)


def _check_value(of: Any, value: Any, name: str, *, is_words: bool) -> None:
    """Look at one argument: its length, and whether ids and cursors are ours."""
    if isinstance(of, GraphQLNonNull):
        _check_value(of.of_type, value, name, is_words=is_words)
    elif isinstance(of, GraphQLList) and isinstance(value, list):
        for inner in value:
            _check_value(of.of_type, inner, name, is_words=is_words)
    elif isinstance(of, GraphQLInputObjectType) and isinstance(value, dict):
        for inner_name, inner_field in of.fields.items():
            key = inner_field.out_name or inner_name
            if key in value:
                _check_value(inner_field.type, value[key], inner_name, is_words=is_words)
    elif isinstance(value, str):
        if not is_words or of is GraphQLID:
            _check_length(name, value)
        _check_text(name, value)
        if of is GraphQLID:
            read_id(value)
        elif name == "after":
            open_seal(value)


def _check_length(name: str, text: str) -> None:
    allowed = LONGER.get(name, TEXT)
    if len(text) > allowed:
        raise Refused(
            Code.TOO_LARGE, f"`{name}` has {len(text)} characters; at most {allowed} are allowed."
        )


def _check_text(name: str, text: str) -> None:
    if "\x00" in text:
        raise Refused(Code.BAD_INPUT, f"`{name}` holds a NUL character, which no record can.")


def _check_sizes(value: Any, name: str = "variables") -> None:
    """Bound the lists and texts of variables, whatever their type says."""
    if isinstance(value, dict):
        for key, inner in value.items():
            _check_sizes(inner, key)
    elif isinstance(value, list):
        if len(value) > LIST:
            raise Refused(
                Code.TOO_LARGE, f"`{name}` lists {len(value)} values; at most {LIST} are allowed."
            )
        for inner in value:
            _check_sizes(inner, name)
