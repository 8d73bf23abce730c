"""Which terms: by name, and places also by their tree and on the map."""

from typing import Any

import strawberry
from django.db.models import QuerySet

from archive.search import LONGEST_QUERY
from graphql_api.types.place import PlaceKind


@strawberry.input(description="Conditions on places; all those that are given must hold.")
class PlaceFilter:
    text: str | None = strawberry.field(
        default=None, description="Only those whose name holds this, whatever case."
    )
    kind: PlaceKind | None = strawberry.field(
        default=None, description="Only places of this sort, such as countries."
    )
    parent: str | None = strawberry.field(
        default=None, description="Only those that lie directly in the place of this slug."
    )
    within: str | None = strawberry.field(
        default=None, description="Only those that lie anywhere in the place of this slug."
    )
    is_root: bool | None = strawberry.field(
        default=None, description="Only those that lie in no other place, or only those that do."
    )
    has_coordinates: bool | None = strawberry.field(
        default=None, description="Only those that can stand on the map, or only those that cannot."
    )


def named(rows: "QuerySet[Any]", text: str | None) -> "QuerySet[Any]":
    """Return the terms whose name holds the text."""
    return rows.filter(name__icontains=text[:LONGEST_QUERY]) if text else rows


def places_matching(rows: "QuerySet[Any]", wanted: PlaceFilter | None) -> "QuerySet[Any]":
    """Return the places that fit the filter."""
    if wanted is None:
        return rows
    rows = named(rows, wanted.text)
    if wanted.kind is not None:
        rows = rows.filter(kind=wanted.kind.value)
    if wanted.parent is not None:
        rows = rows.filter(parent_edges__parent__slug=wanted.parent)
    if wanted.within is not None:
        rows = rows.filter(ancestor_links__ancestor__slug=wanted.within).exclude(slug=wanted.within)
    if wanted.is_root is not None:
        rows = rows.filter(parent_edges__isnull=wanted.is_root).distinct()
    if wanted.has_coordinates is not None:
        rows = rows.filter(latitude__isnull=not wanted.has_coordinates)
    return rows
