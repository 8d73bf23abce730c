"""The items beside an item: the one before and the one after it in its collection (T-04).

In the order of codes, those without one last and by id, as `ItemOrder.CODE` has it; among the
items that the actor may find. There is none before the first and none after the last: what
Telemeta wrapped round ends here. One statement for any number of items, each end found through
the index `item_in_collection`, however large the collection is.
"""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import Case, F, Func, OuterRef, Q, QuerySet, Subquery, UUIDField, When
from django.db.models.functions import Coalesce

from archive.access import Actor
from archive.models import Item


def with_siblings(
    visible: "QuerySet[Any]", actor: Actor, keys: Collection[UUID]
) -> "QuerySet[Any]":
    """Return the items and those beside them, collection by collection, in their order.

    Parameters
    ----------
    visible : items that the actor may find, with what the caller needs of each.
    """
    near = (
        Item.objects.filter(pk__in=keys)
        .annotate(
            near=Func(
                F("pk"),
                _before(actor),
                _after(actor),
                template="unnest(ARRAY[%(expressions)s])",
                output_field=UUIDField(),
            )
        )
        .values("near")
    )
    rows: QuerySet[Any] = visible.filter(pk__in=near)
    return rows.order_by("collection_id", F("code").asc(nulls_last=True), "pk")


def beside(rows: Iterable[Any]) -> dict[UUID, tuple[Any | None, Any | None]]:
    """Return for each row of `with_siblings` the row before it and the row after it.

    It holds for the items that were asked about: between one of them and its neighbour no other
    row can stand.
    """
    found: dict[UUID, tuple[Any | None, Any | None]] = {}
    last: Any = None
    for row in rows:
        before = last if last is not None and last.collection_id == row.collection_id else None
        found[row.pk] = (before, None)
        if before is not None:
            found[before.pk] = (found[before.pk][0], row)
        last = row
    return found


def _after(actor: Actor) -> Any:
    others = _others(actor).order_by("code", "pk")
    uncoded = others.filter(code__isnull=True)
    return Case(
        When(code__isnull=True, then=_first(uncoded.filter(pk__gt=OuterRef("pk")))),
        default=Coalesce(_first(others.filter(code__gt=OuterRef("code"))), _first(uncoded)),
    )


def _before(actor: Actor) -> Any:
    others = _others(actor).order_by("-code", "-pk")
    coded = others.filter(code__isnull=False)
    uncoded = others.filter(Q(code__isnull=True) & Q(pk__lt=OuterRef("pk")))
    return Case(
        When(code__isnull=True, then=Coalesce(_first(uncoded), _first(coded))),
        default=_first(others.filter(code__lt=OuterRef("code"))),
    )


def _others(actor: Actor) -> "QuerySet[Any]":
    others: QuerySet[Any] = Item.objects.visible_to(actor).filter(collection=OuterRef("collection"))
    return others


def _first(rows: "QuerySet[Any]") -> Subquery:
    return Subquery(rows.values("pk")[:1])
