"""Notices that communities put beside recordings."""

from enum import Enum
from typing import Any, Self

import strawberry
from django.db.models import QuerySet

from archive.access import Actor
from archive.models import Label as Row
from graphql_api.peers import Peers
from graphql_api.relations import one
from graphql_api.types.community import Community
from graphql_api.types.node import Resource
from graphql_api.types.said import said
from graphql_api.types.said import text as written
from graphql_api.types.translation import Translation, translations
from ontology.iris import base


@strawberry.enum(description="Whose label a notice is.")
class LabelFamily(Enum):
    TK = strawberry.enum_value("tk", description="Traditional Knowledge, of Local Contexts.")
    BC = strawberry.enum_value("bc", description="Biocultural, of Local Contexts.")
    OWN = strawberry.enum_value("own", description="The community's own words.")


@strawberry.type(description="A notice in a community's words, to be read before one listens.")
class Label(Resource):
    row: strawberry.Private[Any]

    slug: str = said("slug", description="The short name by which records bear it.")
    family: LabelFamily = said("family", LabelFamily, description="Whose label it is.")
    name: str = written("name", description="What the label is called.")
    text: str = written("text", description="What is to be read, in full.")
    translations: list[Translation] = translations()
    explained_at: str | None = said(
        "iri", description="The web address at which the label is explained.", name="explainedAt"
    )
    asks_acknowledgement: bool = said(
        "asks_acknowledgement", description="Whether it must be read before any sound is played."
    )
    version: int = said(
        "version",
        description="Rises with each change of the label: who has read it, reads it again.",
    )

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/labels/{row.slug}", peers=peers, row=row)

    community: Community | None = one(
        lambda: Community, "community_id", description="Whose words these are, if you may see them."
    )
