"""Every mutation, tried by who may not, with the ids of hidden things: guessed, and refused alike.

What is given is made from the schema: the id of a hidden thing of the kind that the mutation or the
field names, and something plausible for all else that must be given. Whatever a mutation did
nevertheless is rolled back. Staff do not try: it would be done.
"""

from collections.abc import Iterator
from typing import Any

import orjson
from django.db import transaction
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    get_named_type,
    is_list_type,
    is_required_input_field,
)

from archive.access import Actor
from tests.doors.asking import Asker, Question
from tests.doors.canaries import key_of, token
from tests.doors.hidden import hidden
from tests.doors.questions import IDS, node_id
from tests.graphql_api.asking import ask
from tests.graphql_api.walks import SCHEMA

#: Of the rich, one that nothing is granted of, and that is no draft.
ONE = next(one for one in hidden() if one.is_rich and not one.granted)
_PLAIN = {"Int": 1, "Float": 1.0, "Boolean": False, "DateTime": "2040-01-01T00:00:00Z"}


def mutation_questions() -> Iterator[Question]:
    for name, text in mutations():
        given = filled(name, ONE.number)
        yield Question(f"mutation {name}", f"{text} {given}", _trying(text, given))


def mutations() -> Iterator[tuple[str, str]]:
    """Yield each mutation with a text that tries it."""
    root = SCHEMA.mutation_type
    assert root is not None
    for name, definition in root.fields.items():
        of = get_named_type(definition.args["input"].type)
        yield (
            name,
            f"mutation($i: {of.name}!) {{ {name}(input: $i) {{ __typename "
            "... on Error { message code } } }",
        )


def tried(text: str, given: dict[str, Any], actor: Actor) -> bytes:
    """Return the answer; what was done nevertheless is undone."""
    with transaction.atomic():
        answer = ask(text, actor=actor, i=given)
        transaction.set_rollback(True)
    return orjson.dumps([answer.data, answer.errors])


def _trying(text: str, given: dict[str, Any]) -> Any:
    def put(asker: Asker) -> bytes:
        actor = asker.role.actor()
        return b"" if actor.is_staff else tried(text, given, actor)

    return put


def filled(name: str, number: int) -> dict[str, Any]:
    """Return what a mutation is given, about the planned item of that number."""
    root = SCHEMA.mutation_type
    assert root is not None
    of = get_named_type(root.fields[name].args["input"].type)
    assert isinstance(of, GraphQLInputObjectType)
    return _filled(of, name, number)


def _filled(of: GraphQLInputObjectType, name: str, number: int) -> dict[str, Any]:
    """Give all that must be given, and every id that may be."""
    return {
        field: [value] if _is_list(definition.type) else value
        for field, definition in of.fields.items()
        if is_required_input_field(definition) or get_named_type(definition.type).name == "ID"
        for value in [_value(get_named_type(definition.type), field, name, number)]
    }


def _is_list(of: Any) -> bool:
    return is_list_type(getattr(of, "of_type", of)) or is_list_type(of)


def _value(of: Any, field: str, name: str, number: int) -> Any:
    if isinstance(of, GraphQLEnumType):
        return next(iter(of.values))
    if isinstance(of, GraphQLInputObjectType):
        return _filled(of, name, number)
    if of.name == "ID":
        return _id_for(field, name, number)
    if of.name in _PLAIN:
        return _PLAIN[of.name]
    return token(number, "Item.code") if field in {"code", "item"} else "word"


def _id_for(field: str, name: str, number: int) -> str:
    """Return the id of a hidden thing: of the kind of the field, else of the mutation."""
    for word in (field, name):
        for type_name, model in sorted(IDS.items()):
            if type_name.lower() in word.lower():
                more = {"Track": "markers", "Comment": "public"}.get(model, "")
                return node_id(type_name, key_of(model, number, more))
    return node_id("Item", key_of("Item", number))
