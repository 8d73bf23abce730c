"""Reading an input into the words of a service: what was left out stays out.

    update_item(actor=actor, **changes_in(input, Item))      an edit: every field is a `Maybe`
    create_item(actor=actor, **description_in(input, Item))  what a new record says

Columns of text know no null: where a client says null, the service is told "". Enumerations become
their values, `translations` what services take. An inner input that has a method `said` is asked
for what the service calls it.
"""

import dataclasses
from enum import Enum
from typing import Any

import strawberry
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from strawberry import Some

from graphql_api.inputs.translation import texts_in

#: Fields that say how to go about it, and nothing of the record.
ABOUT_THE_REQUEST = frozenset({"idempotency_key", "reason", "if_version"})


@strawberry.input
class Edit:
    """What each input of an edit has beside what it changes. Inherit it; add `code` or `slug`."""

    id: strawberry.ID | None = strawberry.field(
        default=None, description="The record by its global id; name it in one way alone."
    )
    if_version: int | None = strawberry.field(
        default=None,
        description="The version that you edited: refused if the record has changed since.",
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the record's history keeps."
    )


@strawberry.input
class Creation:
    """What each input that makes a record has beside what the record says."""

    idempotency_key: str | None = strawberry.field(
        default=None,
        description="A key of your own: asked again with the same one, you get the same record.",
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the record's history keeps."
    )


def changes_in(given: object, model: type[models.Model]) -> dict[str, Any]:
    """Return what an edit's `Maybe` fields say, by the names of the input's own fields."""
    return {
        name: _said(value.value, model, name)
        for name, value in _fields(given)
        if isinstance(value, Some)
    }


def description_in(given: object, model: type[models.Model]) -> dict[str, Any]:
    """Return what a new record is to say: all that was given, but for how to go about it."""
    return {
        name: _said(value.value if isinstance(value, Some) else value, model, name)
        for name, value in _fields(given)
        if value is not None and name not in ABOUT_THE_REQUEST
    }


def reason_in(given: Edit | Creation) -> str:
    return given.reason or ""


def _fields(given: object) -> list[tuple[str, Any]]:
    assert dataclasses.is_dataclass(given)  # noqa: S101 - strawberry's inputs are
    return [(each.name, getattr(given, each.name)) for each in dataclasses.fields(given)]


def _said(value: Any, model: type[models.Model], name: str) -> Any:
    if value is None:
        return "" if _is_text(model, name) else None
    if name == "translations":
        return texts_in(value)
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    said = getattr(value, "said", None)
    return said() if callable(said) else value


def _is_text(model: type[models.Model], name: str) -> bool:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return isinstance(field, models.CharField | models.TextField) and not field.null
