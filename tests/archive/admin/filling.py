"""A row of any model of the archive, made from what its columns ask for."""

import hashlib
import itertools
from typing import Any

from django.db import models
from django.db.models.fields import NOT_PROVIDED

from archive.identifiers import new_id
from archive.models import (
    File,
    Grant,
    Item,
    ProtocolSet,
    ReadingRoom,
    Selection,
    SelectionEntry,
    StagedUpload,
    User,
)
from tests.factories import make_file, make_item, make_language, make_user

_numbers = itertools.count(1)
#: Made as the other tests make them: their constraints know more than their columns.
MAKERS: dict[type[models.Model], Any] = {
    User: make_user,
    File: make_file,
    Item: make_item,
    ProtocolSet: lambda: ProtocolSet.objects.create(id=new_id()),
    ReadingRoom: lambda: ReadingRoom.objects.create(
        slug="paris", name="Paris", networks=["192.0.2.0/24"]
    ),
    Grant: lambda: Grant.objects.create(user=make_user(), item=make_item(), reason="A thesis."),
    SelectionEntry: lambda: SelectionEntry.objects.create(
        selection=filled(Selection), position=1, item=make_item()
    ),
}
#: What else a table's own constraints ask for.
MORE: dict[str, dict[str, Any]] = {
    "RelatedMedia": {"url": "https://example.org/picture"},
    "PublicationRule": {"years": 51},
}
#: Rows that belong to one of several: to this one here.
OWNERS = ("item", "collection")


def filled(model: type[models.Model]) -> Any:
    """Return a row of the model, its neighbours made on the way; the first there is, if any."""
    there = model._default_manager.first()
    if there is not None:
        return there
    if model in MAKERS:
        return MAKERS[model]()
    if model.__name__ == "Language":
        return make_language()
    values = {
        field.name: _value(field)
        for field in model._meta.concrete_fields
        if not field.primary_key and _is_wanted(field)
    }
    values |= _owner(model) | MORE.get(model.__name__, {})
    return model._default_manager.create(**values)


def _is_wanted(field: Any) -> bool:
    has_default = field.default is not NOT_PROVIDED or field.db_default is not NOT_PROVIDED
    return not (has_default or field.null or (field.blank and isinstance(field, models.CharField)))


def _owner(model: type[models.Model]) -> dict[str, Any]:
    names = {field.name: field for field in model._meta.concrete_fields}
    several = [name for name in ("fonds", "corpus", "collection", "item") if name in names]
    if len(several) < 2 or not all(names[name].null for name in several):
        return {}
    name = next(owner for owner in OWNERS if owner in several)
    return {name: filled(type_of(names[name]))}


def _value(field: Any) -> Any:
    number = next(_numbers)
    if isinstance(field, models.ForeignKey):
        if field.name == "child":  # of an edge: another than its parent
            return type_of(field)._default_manager.create(**_plain(type_of(field), number))
        return filled(type_of(field))
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, models.BooleanField):
        return True
    if field.name in {"sha256", "digest"}:
        return hashlib.sha256(str(number).encode()).hexdigest()
    if isinstance(field, models.UUIDField):
        return filled(Item).pk
    if isinstance(field, models.URLField) or field.name == "iri":
        return f"https://example.org/{number}"
    if isinstance(field, models.SlugField):
        return f"row-{number}"
    if isinstance(field, models.CharField | models.TextField):
        return f"Row_{number}"
    if isinstance(field, models.JSONField):
        return {}
    if isinstance(field, models.DateTimeField):
        return filled(StagedUpload).staged_at
    return number


def type_of(field: Any) -> type[models.Model]:
    related: type[models.Model] = field.related_model
    return related


def _plain(model: type[models.Model], number: int) -> dict[str, Any]:
    return {
        field.name: _value(field)
        for field in model._meta.concrete_fields
        if not field.primary_key and _is_wanted(field)
    } | {"name": f"Below {number}"}
