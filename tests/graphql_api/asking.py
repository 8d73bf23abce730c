"""Asking the schema in process, as tests do."""

from dataclasses import dataclass, field
from typing import Any

from archive.access import PUBLIC, Actor
from graphql_api.context import Context
from graphql_api.schema import schema


@dataclass
class Answer:
    """What an operation gave."""

    data: dict[str, Any]
    errors: list[dict[str, Any]] = field(default_factory=list)
    extensions: dict[str, Any] = field(default_factory=dict)

    @property
    def codes(self) -> list[str]:
        return [error["extensions"]["code"] for error in self.errors]


def ask(query: str, *, actor: Actor = PUBLIC, **variables: Any) -> Answer:
    """Return data and errors."""
    result = schema.execute_sync(
        query, variable_values=variables, context_value=Context(actor=actor)
    )
    errors = [dict(error.formatted) for error in result.errors or ()]
    return Answer(result.data or {}, errors, dict(result.extensions or {}))


def data_of(query: str, *, actor: Actor = PUBLIC, **variables: Any) -> dict[str, Any]:
    """Return the data of an operation that must not fail."""
    answer = ask(query, actor=actor, **variables)
    assert not answer.errors, answer.errors
    return answer.data
