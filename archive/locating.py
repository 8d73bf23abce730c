"""How exactly a place is shown: a community may let its places be shown only generalised.

A protocol says how fine the grid is (`Protocol.locates`). Where a record stands under it, by itself
or by its collection, whoever does not belong to the protocol is told of the record's place the
middle of its cell and how far off the place may lie, as GBIF asks for sensitive species (Chapman,
Current Best Practices for Generalizing Sensitive Species Occurrence Data, 2020, section 3). The
cells are fixed, so that however often one asks, one learns the cell and no more. What lies within a
small place (a settlement, a site, a water) is generalised with it; and so are its entries in other
authorities' lists, which would say the point. Staff keep the records, and see it. A place that a
record names in a field of the archive's own is a place of the record, for whoever reads that field.

Only records count that the reader may find: a record that is hidden from them changes nothing.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Case, Exists, F, IntegerField, Q, QuerySet, When
from django.db.models.expressions import Combinable

from archive.access import Act, Actor, Audience, item_rule, level_rule
from archive.permits import lasting

#: How many cells of the grid lie along a degree.
CELLS = {"degree": 1, "tenth": 10, "hundredth": 100}
_NAMES = {cells: name for name, cells in CELLS.items()}
SAID = {
    1: "Coordinates generalized to the centre of a 1 degree grid cell, as the community asks.",
    10: "Coordinates generalized to the centre of a 0.1 degree grid cell, as the community asks.",
    100: "Coordinates generalized to the centre of a 0.01 degree grid cell, as the community asks.",
}
#: What lies within one of these lies where it lies.
SMALL = ("settlement", "site", "water")
METRES_A_DEGREE = 111_700  # the longest that one is, along the meridian at the poles


@dataclass(frozen=True)
class Spot:
    """Where something is shown, in degrees (WGS 84)."""

    latitude: float
    longitude: float
    #: How far off the place may lie, in metres; None where it is shown as it was recorded.
    uncertainty_m: int | None = None
    #: Of `CELLS`; and how a data set says it (dwc:dataGeneralizations).
    grid: str | None = None
    generalised: str | None = None


def shown_at(latitude: float | None, longitude: float | None, cells: int | None) -> Spot | None:
    """Return where a place is shown on a grid of so many cells a degree; None: as it was recorded.

    >>> spot = shown_at(14.4567, -3.3123, 10)
    >>> spot.latitude, spot.longitude, spot.uncertainty_m, spot.grid
    (14.45, -3.35, 7780, 'tenth')
    >>> shown_at(90.0, 180.0, 1).latitude, shown_at(90.0, 180.0, 1).longitude
    (89.5, 179.5)
    >>> shown_at(14.4567, -3.3123, None)
    Spot(latitude=14.4567, longitude=-3.3123, uncertainty_m=None, grid=None, generalised=None)
    """
    if latitude is None or longitude is None:
        return None
    if cells is None:
        return Spot(latitude, longitude)
    middle = _middle(latitude, 90, cells)
    return Spot(
        middle, _middle(longitude, 180, cells), _reach(middle, cells), _NAMES[cells], SAID[cells]
    )


def _middle(degrees: float, end: int, cells: int) -> float:
    """Return the middle of the cell; the last cell holds the pole, or the meridian, too."""
    cell = min(math.floor(degrees * cells), end * cells - 1)
    return (2 * cell + 1) / (2 * cells)


def _reach(latitude: float, cells: int) -> int:
    """Return how many metres the cell's middle lies from its farthest corner, rounded up."""
    half = METRES_A_DEGREE / (2 * cells)
    widest = math.cos(math.radians(max(0.0, abs(latitude) - 0.5 / cells)))
    return math.ceil(math.hypot(half, half * widest) / 10) * 10


def grid_of(actor: Actor) -> Combinable:
    """Return, for rows of `Place`, the cells a degree by which the actor is shown it.

    The coarsest that is asked for; NULL where it is shown as it was recorded.
    """
    coarsest_first = sorted(CELLS.items(), key=lambda each: each[1])
    return Case(
        *(When(_generalised(actor, [name]), then=cells) for name, cells in coarsest_first),
        output_field=IntegerField(),
    )


def shown_exactly(actor: Actor, path: str = "") -> Q:
    """Return the condition that nothing of where a place lies is kept from the actor.

    Parameters
    ----------
    path : lookup prefix that leads to the place, such as ``"place__"``; empty on its own rows.
    """
    return Q() if actor.is_staff else ~_generalised(actor, CELLS, path)


def demands(actor: Actor) -> "QuerySet[Any]":
    """Return what generalises places for the actor: protocols, in the sets that hold them."""
    rows: QuerySet[Any] = _model("ProtocolInSet").objects.filter(protocol__locates__in=CELLS)
    if actor.is_staff:
        return rows.none()
    return rows if actor.user_id is None else rows.exclude(protocol__in=_belonging(actor))


def demanded_anywhere() -> Q:
    """Return the condition that some protocol generalises places at all."""
    return Q(Exists(_model("Protocol").objects.filter(locates__in=CELLS)))


def places_under(
    items: "QuerySet[Any]", audiences: Iterable[str] = tuple(Audience)
) -> "QuerySet[Any]":
    """Return the places that these items name, with what lies within the small ones.

    Parameters
    ----------
    audiences : for whom the archive's own fields are that are looked at; an item's place is public.
    """
    named = Q(ancestor__in=items.values("place"))
    return _around(named | Q(ancestor__in=_in_own_fields(audiences, item__in=items)))


def places_named_by(
    collections: "QuerySet[Any]", audiences: Iterable[str] = tuple(Audience)
) -> "QuerySet[Any]":
    """Return the places that collections name in the archive's own fields; as `places_under`."""
    return _around(Q(ancestor__in=_in_own_fields(audiences, collection__in=collections)))


def _in_own_fields(audiences: Iterable[str], **of: Any) -> "QuerySet[Any]":
    rows: QuerySet[Any] = _model("ExtraValue").objects.order_by()
    return rows.filter(**of, place__isnull=False, field__audience__in=audiences).values("place")


def _around(named: Q) -> "QuerySet[Any]":
    around = _model("PlaceClosure").objects.filter(
        Q(ancestor=F("descendant")) | Q(ancestor__kind__in=SMALL), named
    )
    rows: QuerySet[Any] = _model("Place").objects.filter(pk__in=around.values("descendant"))
    return rows


def _generalised(actor: Actor, grids: Iterable[str], path: str = "") -> Q:
    sets = demands(actor).filter(protocol__locates__in=list(grids)).values("protocol_set")
    found, audiences = Q(), sorted(actor.audiences)
    # One question for each way to a set, so that each is answered by its index.
    for pointer in ("protocol_set", "collection__protocol_set"):
        items = _model("Item").objects.filter(
            item_rule(actor, Act.FIND), **{f"{pointer}__in": sets}
        )
        found |= Q(**{f"{path}pk__in": places_under(items, audiences).values("pk")})
    collections = _model("Collection").objects.filter(
        level_rule(actor, "collection"), protocol_set__in=sets
    )
    return found | Q(**{f"{path}pk__in": places_named_by(collections, audiences).values("pk")})


def _belonging(actor: Actor) -> "QuerySet[Any]":
    """Return the protocols by which the actor is named, or to whose communities they belong."""
    named = _model("ProtocolMember").objects.filter(lasting(), user=actor.user_id)
    of = _model("CommunityMember").objects.filter(lasting(), user=actor.user_id)
    rows: QuerySet[Any] = _model("Protocol").objects.filter(
        Q(pk__in=named.values("protocol"))
        | Q(community_links__community__in=of.values("community"))
    )
    return rows.values("pk")


def _model(name: str) -> Any:
    return apps.get_model("archive", name)
