"""Places, in a tree of several roots and several parents."""

from enum import Enum
from typing import Annotated, Any, Self
from uuid import UUID

import strawberry

from archive.access import Actor
from archive.models import Place as Row
from archive.models import PlaceName
from archive.waves import Reading
from graphql_api.connections import DEFAULT, After, Connection, First, Listing
from graphql_api.context import Info
from graphql_api.filters.order import BY_NAME
from graphql_api.peers import Peers
from graphql_api.relations import Relation, listed, many, owned, related_rows
from graphql_api.types.names import names
from graphql_api.types.node import iri
from graphql_api.types.term import AlternativeName, Term


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


def _ancestors(actor: Actor, peers: Peers, first: int) -> "Reading[dict[UUID, list[Place]]]":
    # In the closure every place is its own ancestor: one more is read and left out.
    rows = yield related_rows(
        Place.visible(actor), peers, "descendant_links__descendant_id", first + 1, "name", "pk"
    )
    return {
        key: [place for place in places if place.id != key][: max(0, first)]
        for key, places in owned(rows, Place.of).items()
    }


@strawberry.type(description="Somewhere that sound was recorded, or that holds such places.")
class Place(Term):
    model = Row
    item_lookup = "place__ancestor_links__ancestor_id"

    kind: PlaceKind = strawberry.field(
        description="What sort of place it is, from continent to site."
    )
    coordinates: Coordinates | None = strawberry.field(
        description="Where it lies, as one point; null if that is not recorded."
    )
    country_code: str | None = strawberry.field(
        description="The country's ISO 3166-1 alpha-2 code, where it applies."
    )

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(
            id=row.pk,
            iri=iri(row),
            peers=peers,
            slug=row.slug,
            name=row.name,
            kind=PlaceKind(row.kind),
            coordinates=(
                Coordinates(latitude=row.latitude, longitude=row.longitude)
                if row.latitude is not None
                else None
            ),
            country_code=row.country_code or None,
        )

    names: list[AlternativeName] = names(
        PlaceName, "place_id", description="The place's other names, in other languages and times."
    )

    parents: list[Annotated["Place", strawberry.lazy("graphql_api.types.place")]] = many(
        lambda: Place,
        "child_edges__child_id",
        "name",
        "pk",
        description="The places in which it directly lies; it may have several.",
    )

    ancestors: list[Annotated["Place", strawberry.lazy("graphql_api.types.place")]] = listed(
        Relation(_ancestors),
        description="All places within which it lies, by name, itself left out.",
    )

    @strawberry.field(description="The places that lie directly in it, by name.")
    def children(
        self, info: Info, first: First = DEFAULT, after: After = None
    ) -> Connection[Annotated["Place", strawberry.lazy("graphql_api.types.place")]]:
        rows = Place.visible(info.context.actor)
        return Listing(Place, rows, BY_NAME, first, after).connection_of(
            self, "children", "parent_edges__parent_id"
        )
