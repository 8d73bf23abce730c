"""Communities, and the protocols under which they let their recordings be known."""

from enum import Enum
from typing import Any, Self

import strawberry
from django.db.models import QuerySet

from archive.access import Actor
from archive.models import Community as CommunityRow
from archive.models import Protocol as ProtocolRow
from graphql_api.peers import Peers
from graphql_api.relations import many
from graphql_api.types.node import Resource
from graphql_api.types.said import said, text
from graphql_api.types.seat import Seat, members_of_community, members_of_protocol
from graphql_api.types.translation import Translation, translations
from ontology.iris import base


@strawberry.enum(description="Whom a protocol admits.")
class Admits(Enum):
    ALL = strawberry.enum_value(
        "all", description="Everybody: it closes nothing, and tells how to listen."
    )
    COMMUNITY = strawberry.enum_value(
        "community", description="Those who belong to one of its communities."
    )
    NAMED = strawberry.enum_value("named", description="Those whom its stewards have named.")


@strawberry.enum(description="What a protocol keeps from those whom it does not admit.")
class Withholds(Enum):
    RECORD = strawberry.enum_value(
        "record", description="Everything: they find no such record anywhere."
    )
    SOUND = strawberry.enum_value(
        "sound", description="The sound and what is drawn from it; they read the description."
    )


@strawberry.enum(description="How exactly those who do not belong to it are shown places.")
class Locates(Enum):
    EXACTLY = strawberry.enum_value("exactly", description="As they were recorded.")
    HUNDREDTH = strawberry.enum_value(
        "hundredth", description="By the middle of a cell of 0.01 degrees, about 1 km wide."
    )
    TENTH = strawberry.enum_value(
        "tenth", description="By the middle of a cell of 0.1 degrees, about 11 km wide."
    )
    DEGREE = strawberry.enum_value(
        "degree", description="By the middle of a cell of one degree, about 111 km wide."
    )


@strawberry.type(description="People whose knowledge the archive keeps, and whom it asks.")
class Community(Resource):
    row: strawberry.Private[Any]

    slug: str = said("slug", description="The short name by which protocols and labels cite it.")
    name: str = text("name", description="What the community calls itself.")
    description: str | None = text(
        "description", description="Who they are, in words that they agreed to."
    )
    contact: str | None = text("contact", description="Whom to ask before using what is theirs.")
    translations: list[Translation] = translations()
    is_listed: bool = said(
        "is_listed", description="Whether it is shown to everybody, which it decides itself."
    )
    version: int = said(
        "version", description="Rises with each change, also of its members: pass as `ifVersion`."
    )

    members: list[Seat] = members_of_community()

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = CommunityRow.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/communities/{row.slug}", peers=peers, row=row)


@strawberry.type(description="A community's own rule for who may know of a recording.")
class Protocol(Resource):
    row: strawberry.Private[Any]

    slug: str = said("slug", description="The short name by which records are put under it.")
    name: str = text("name", description="What the protocol is called.")
    description: str | None = text(
        "description", description="What it is about, for those too whom it does not admit."
    )
    translations: list[Translation] = translations()
    admits: Admits = said("admits", Admits, description="Whom it admits to what is under it.")
    withholds: Withholds = said(
        "withholds", Withholds, description="What it keeps from those whom it does not admit."
    )
    locates: Locates = said(
        "locates",
        Locates,
        description="How exactly those who do not belong to it see where its records lie.",
    )
    version: int = said(
        "version", description="Rises with each change, also of its members: pass as `ifVersion`."
    )

    members: list[Seat] = members_of_protocol()

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = ProtocolRow.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/protocols/{row.slug}", peers=peers, row=row)

    communities: list[Community] = many(
        lambda: Community,
        "protocol_links__protocol_id",
        "name",
        "pk",
        description="Whose rule it is: those of its communities that you may see, by name.",
    )
