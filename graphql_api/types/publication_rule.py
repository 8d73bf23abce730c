"""Rules of rolling publication."""

from typing import Any, Self

import strawberry
from django.db.models import QuerySet

from archive.access import Actor
from archive.models import PublicationRule as RuleRow
from graphql_api.peers import Peers
from graphql_api.types.node import Resource
from graphql_api.types.said import said
from ontology.iris import base


@strawberry.type(description="When sound is old enough to open by itself.")
class PublicationRule(Resource):
    row: strawberry.Private[Any]

    slug: str = said("slug", description="The short name by which collections choose the rule.")
    title: str = said("title", description="What the rule is called, for people.")
    description: str | None = said(
        "description", description="Where the rule comes from: a law, an agreement."
    )
    years: int = said(
        "years",
        description="So many years after the year of recording, on 1 January, sound opens.",
    )
    is_default: bool = said(
        "is_default", description="Whether it holds for collections that name no rule."
    )
    version: int = said(
        "version", description="Rises with each change of the rule: pass it as `ifVersion`."
    )

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = RuleRow.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/publication-rules/{row.slug}", peers=peers, row=row)
