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
    root = SCHEMA.mutation_type
    assert root is not None
    for name, definition in root.fields.items():
        of = get_named_type(definition.args["input"].type)
        assert isinstance(of, GraphQLInputObjectType)
        given = _filled(of, name)
        text = (
            f"mutation($i: {of.name}!) {{ {name}(input: $i) {{ __typename "
            "... on Error { message code } } }"
        )
        yield Question(f"mutation {name}", f"{text} {given}", _trying(text, given))


def _trying(text: str, given: dict[str, Any]) -> Any:
    def put(asker: Asker) -> bytes:
        actor = asker.role.actor()
        if actor.is_staff:
            return b""
        with transaction.atomic():
            answer = ask(text, actor=actor, i=given)
            transaction.set_rollback(True)
        return orjson.dumps([answer.data, answer.errors])

    return put


def _filled(of: GraphQLInputObjectType, name: str) -> dict[str, Any]:
    """Give all that must be given, and every id that may be."""
    return {
        field: [value] if _is_list(definition.type) else value
        for field, definition in of.fields.items()
        if is_required_input_field(definition) or get_named_type(definition.type).name == "ID"
        for value in [_value(get_named_type(definition.type), field, name)]
    }


def _is_list(of: Any) -> bool:
    return is_list_type(getattr(of, "of_type", of)) or is_list_type(of)


def _value(of: Any, field: str, name: str) -> Any:
    if isinstance(of, GraphQLEnumType):
        return next(iter(of.values))
    if isinstance(of, GraphQLInputObjectType):
        return _filled(of, name)
    if of.name == "ID":
        return _id_for(field, name)
    if of.name in _PLAIN:
        return _PLAIN[of.name]
    return token(ONE.number, "Item.code") if field in {"code", "item"} else "word"


def _id_for(field: str, name: str) -> str:
    """Return the id of a hidden thing: of the kind of the field, else of the mutation."""
    for word in (field, name):
        for type_name, model in sorted(IDS.items()):
            if type_name.lower() in word.lower():
                more = "markers" if model == "Track" else ""
                return node_id(type_name, key_of(model, ONE.number, more))
    return node_id("Item", ONE.key)
