"""Which terms: by any of their names, by their tree, by whether anything uses them."""

from enum import Enum
from typing import Any

import strawberry
from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from archive.access import Actor
from archive.kinds import KINDS
from archive.locating import shown_exactly
from archive.models import Place
from archive.search import LONGEST_QUERY, Fold
from archive.services.shapes import SHAPES
from graphql_api.connections import Key, Order
from graphql_api.types.agent import AgentKind
from graphql_api.types.language import LanguageScope, LanguageType
from graphql_api.types.place import PlaceKind

_KIND_OF = {kind.model: name for name, kind in KINDS.items()}


@strawberry.enum(description="The orders of a list of terms.")
class TermOrder(Enum):
    NAME = strawberry.enum_value("name", description="By name from A to Z.")
    NAME_BACKWARDS = strawberry.enum_value("name_backwards", description="By name from Z to A.")
    NEWEST = strawberry.enum_value(
        "newest", description="By the moment of description, newest terms first."
    )


_KEYS = {
    TermOrder.NAME: Key("name"),
    TermOrder.NAME_BACKWARDS: Key("name", descending=True),
    TermOrder.NEWEST: Key("created_at", descending=True),
}


def term_order(order: TermOrder) -> Order:
    return Order(f"terms by {order.name}", (_KEYS[order],))


@strawberry.input
class _Filter:
    text: str | None = strawberry.field(
        default=None,
        description="Only those one of whose names holds this, whatever accents and case.",
    )
    in_use: bool | None = strawberry.field(
        default=None,
        description="Only those that a record uses which you may see, or only the others.",
    )
    has_matches: bool | None = strawberry.field(
        default=None,
        description="Only those that are linked to another authority's list, or only the others.",
    )


@strawberry.input
class _TreeFilter(_Filter):
    parent: str | None = strawberry.field(
        default=None, description="Only those that stand directly under the one of this slug."
    )
    within: str | None = strawberry.field(
        default=None, description="Only those that stand anywhere under the one of this slug."
    )
    is_root: bool | None = strawberry.field(
        default=None, description="Only those that stand under no other, or only those that do."
    )


@strawberry.input(description="Conditions on places; all those that are given must hold.")
class PlaceFilter(_TreeFilter):
    kind: PlaceKind | None = strawberry.field(
        default=None, description="Only places of this sort, such as countries."
    )
    has_coordinates: bool | None = strawberry.field(
        default=None, description="Only those that can stand on the map, or only those that cannot."
    )


@strawberry.input(description="Conditions on instruments; all those that are given must hold.")
class InstrumentFilter(_TreeFilter):
    notation: str | None = strawberry.field(
        default=None, description="Only those whose Hornbostel-Sachs number begins with this."
    )


@strawberry.input(description="Conditions on groups; all those that are given must hold.")
class PopulationFilter(_TreeFilter):
    pass


@strawberry.input(description="Conditions on concepts; all those that are given must hold.")
class ConceptFilter(_TreeFilter):
    notation: str | None = strawberry.field(
        default=None, description="Only those whose notation begins with this."
    )


@strawberry.input(description="Conditions on languages; all those that are given must hold.")
class LanguageFilter(_Filter):
    scope: LanguageScope | None = strawberry.field(
        default=None, description="Only languages of this scope, such as macrolanguages."
    )
    type: LanguageType | None = strawberry.field(
        default=None, description="Only languages of this type, such as living ones."
    )


@strawberry.input(description="Conditions on agents; all those that are given must hold.")
class AgentFilter(_Filter):
    kind: AgentKind | None = strawberry.field(
        default=None, description="Only people, only groups, or only bodies."
    )


def named(rows: "QuerySet[Any]", text: str | None) -> "QuerySet[Any]":
    """Return the terms one of whose names holds the text."""
    if not text or not text.strip():
        return rows
    words = Fold(Value(text.strip()[:LONGEST_QUERY]))
    shape = SHAPES[_KIND_OF[rows.model]]
    others = shape.names._default_manager.alias(folded=Fold("name")).filter(folded__contains=words)
    found: QuerySet[Any] = rows.alias(folded=Fold("name")).filter(
        Q(folded__contains=words) | Q(pk__in=others.values(shape.owner_of_names))
    )
    return found


def terms_matching(rows: "QuerySet[Any]", wanted: Any, actor: Actor) -> "QuerySet[Any]":
    """Return the terms that fit the filter of their kind."""
    if wanted is None:
        return rows
    rows = named(rows, wanted.text)
    if wanted.in_use is not None:
        used = rows.model._default_manager.used_by_visible(actor)
        rows = rows.filter(used if wanted.in_use else ~used)
    if wanted.has_matches is not None:
        shape = SHAPES[_KIND_OF[rows.model]]
        there = Q(Exists(shape.matches._default_manager.filter(**{shape.owner: OuterRef("pk")})))
        if rows.model is Place:
            there &= shown_exactly(actor)
        rows = rows.filter(there if wanted.has_matches else ~there)
    return _in_tree(rows, wanted, actor) if isinstance(wanted, _TreeFilter) else rows


def _in_tree(rows: "QuerySet[Any]", wanted: _TreeFilter, actor: Actor) -> "QuerySet[Any]":
    shape = SHAPES[_KIND_OF[rows.model]]
    assert shape.edges is not None  # noqa: S101 - it is a tree
    assert shape.closure is not None  # noqa: S101
    # A term that one may not see is nobody's parent: else its slug could be guessed by asking.
    seen = rows.model._default_manager.visible_to(actor)
    edges = shape.edges._default_manager.filter(child=OuterRef("pk"), parent__in=seen)
    if wanted.parent is not None:
        rows = rows.filter(Exists(edges.filter(parent__slug=wanted.parent)))
    if wanted.within is not None:
        above = shape.closure._default_manager.filter(
            descendant=OuterRef("pk"), ancestor__in=seen.filter(slug=wanted.within)
        )
        rows = rows.filter(Exists(above)).exclude(slug=wanted.within)
    if wanted.is_root is not None:
        rows = rows.filter(~Exists(edges) if wanted.is_root else Exists(edges))
    return rows


def places_matching(
    rows: "QuerySet[Any]", wanted: PlaceFilter | None, actor: Actor
) -> "QuerySet[Any]":
    rows = terms_matching(rows, wanted, actor)
    if wanted is not None and wanted.kind is not None:
        rows = rows.filter(kind=wanted.kind.value)
    if wanted is not None and wanted.has_coordinates is not None:
        rows = rows.filter(latitude__isnull=not wanted.has_coordinates)
    return rows


def instruments_matching(
    rows: "QuerySet[Any]", wanted: InstrumentFilter | None, actor: Actor
) -> "QuerySet[Any]":
    rows = terms_matching(rows, wanted, actor)
    if wanted is not None and wanted.notation:
        rows = rows.filter(hornbostel_sachs__startswith=wanted.notation[:60])
    return rows


def concepts_matching(
    rows: "QuerySet[Any]", wanted: ConceptFilter | None, actor: Actor
) -> "QuerySet[Any]":
    rows = terms_matching(rows, wanted, actor)
    if wanted is not None and wanted.notation:
        rows = rows.filter(notation__startswith=wanted.notation[:60])
    return rows


def languages_matching(
    rows: "QuerySet[Any]", wanted: LanguageFilter | None, actor: Actor
) -> "QuerySet[Any]":
    rows = terms_matching(rows, wanted, actor)
    if wanted is not None and wanted.scope is not None:
        rows = rows.filter(scope=wanted.scope.value)
    if wanted is not None and wanted.type is not None:
        rows = rows.filter(type=wanted.type.value)
    return rows


def agents_matching(
    rows: "QuerySet[Any]", wanted: AgentFilter | None, actor: Actor
) -> "QuerySet[Any]":
    rows = terms_matching(rows, wanted, actor)
    if wanted is not None and wanted.kind is not None:
        rows = rows.filter(kind=wanted.kind.value)
    return rows
