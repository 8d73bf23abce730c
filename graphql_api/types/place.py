"""Places, in a tree of several roots and several parents."""

from collections.abc import Mapping
from enum import Enum
from typing import Annotated
from uuid import UUID

import strawberry
from django.db.models import F

from archive.access import Actor
from archive.locating import demands, grid_of, shown_at, shown_exactly
from archive.models import Place as Row
from archive.models import PlaceEdge, PlaceMatch, PlaceName
from archive.waves import Reading
from graphql_api.connections import Connection, Listing
from graphql_api.context import Info
from graphql_api.filters.order import BY_NAME
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.peers import Peers
from graphql_api.relations import Relation, one, single
from graphql_api.types.community import Locates
from graphql_api.types.concept import Concept
from graphql_api.types.names import AlternativeName, TermMatch, matches, names
from graphql_api.types.said import said
from graphql_api.types.term import Term
from graphql_api.types.tree import ancestors, parents, path

Lazy = Annotated["Place", strawberry.lazy("graphql_api.types.place")]


@strawberry.enum(description="What sort of place it is.")
class PlaceKind(Enum):
    CONTINENT = strawberry.enum_value("continent", description="One of the large land masses.")
    REGION = strawberry.enum_value("region", description="Several countries, or a part of one.")
    COUNTRY = strawberry.enum_value("country", description="A state, with its ISO 3166-1 code.")
    DIVISION = strawberry.enum_value("division", description="An administrative part of a state.")
    SETTLEMENT = strawberry.enum_value("settlement", description="A town, village or camp.")
    SITE = strawberry.enum_value("site", description="A spot: a well, a forest, a building.")
    WATER = strawberry.enum_value("water", description="A sea, a lake or a river.")


@strawberry.type(description="A point on the globe (WGS 84).")
class Coordinates:
    latitude: float = strawberry.field(description="Degrees north of the equator, -90 to 90.")
    longitude: float = strawberry.field(description="Degrees east of Greenwich, -180 to 180.")
    uncertainty: int | None = strawberry.field(
        description=(
            "How far off the place may lie, in metres (dwc:coordinateUncertaintyInMeters), where "
            "its point is shown generalised; null where it is shown as it was recorded."
        )
    )
    grid: Locates | None = strawberry.field(
        description="By which grid it is generalised (dwc:dataGeneralizations); null: by none."
    )


def _shown(actor: Actor, peers: Peers, _: int) -> Reading[Mapping[UUID, Coordinates]]:
    """Read where each place is shown: on a grid, where a community asks for that."""
    cells: dict[UUID, int | None] = {}
    # Most archives have no protocol that asks for it, and read no more.
    if (yield demands(actor)[:1]):
        gridded = Row.objects.filter(pk__in=peers.keys).alias(grid=grid_of(actor))
        found = yield gridded.filter(grid__isnull=False).annotate(cells=F("grid"))
        cells = {row.pk: row.cells for row in found}
    shown = {
        key: shown_at(row.latitude, row.longitude, cells.get(key))  # type: ignore[attr-defined]  # a place's
        for key, row in peers.rows.items()
    }
    return {
        key: Coordinates(
            latitude=at.latitude,
            longitude=at.longitude,
            uncertainty=at.uncertainty_m,
            grid=Locates(at.grid) if at.grid else None,
        )
        for key, at in shown.items()
        if at is not None
    }


@strawberry.type(description="Somewhere that sound was recorded, or that holds such places.")
class Place(Term):
    model = Row
    item_lookup = "place__ancestor_links__ancestor_id"

    kind: PlaceKind = said(
        "kind", PlaceKind, description="What sort of place it is, from continent to site."
    )
    coordinates: Coordinates | None = single(
        Relation(_shown, is_paged=False),
        description=(
            "Where it lies, as one point, generalised where a community asks for that of those who "
            "do not belong to it; null if it is not recorded."
        ),
    )
    country_code: str | None = said(
        "country_code",
        description="The country's ISO 3166-1 alpha-2 code, where it applies.",
    )

    type: Concept | None = one(
        lambda: Concept,
        "type_id",
        description="What sort of place it is, finer than its kind; of the vocabulary place-types.",
    )

    names: list[AlternativeName] = names(
        PlaceName, "place_id", description="The place's other names, in other languages and times."
    )
    matches: list[TermMatch] = matches(
        PlaceMatch, "place_id", told=lambda actor: shown_exactly(actor, "place__")
    )

    parents: list[Lazy] = parents(
        lambda: Place, description="The places in which it directly lies; it may have several."
    )
    ancestors: list[Lazy] = ancestors(
        lambda: Place, description="All places within which it lies, by name, itself left out."
    )
    path: list[Lazy] = path(
        lambda: Place,
        PlaceEdge,
        description="One way from the largest place down to it, itself left out.",
    )

    @strawberry.field(description="The places that lie directly in it, by name.")
    def children(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Annotated["Place", strawberry.lazy("graphql_api.types.place")]]:
        rows = Place.visible(info.context.actor)
        return Listing(Place, rows, BY_NAME, Page(first, after, last, before)).connection_of(
            self, "children", "parent_edges__parent_id"
        )
