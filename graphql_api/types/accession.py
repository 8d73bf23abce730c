"""Accessions: how things came to the archive."""

from typing import TYPE_CHECKING, Annotated, Any, Self

import strawberry
from django.db.models import QuerySet

from archive.access import Actor
from archive.models import Accession as Row
from graphql_api.connections import Connection, Listing
from graphql_api.context import Info
from graphql_api.filters.order import LevelOrder, level_order
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.peers import Peers
from graphql_api.relations import one
from graphql_api.types.agent import Agent
from graphql_api.types.agreement import Agreement
from graphql_api.types.dates import PartialDate, dated
from graphql_api.types.holder import Holder
from graphql_api.types.node import Resource
from graphql_api.types.said import said
from ontology.iris import base

if TYPE_CHECKING:
    from graphql_api.types.levels import Collection


@strawberry.type(
    description="One arrival at the archive: what came, from whom, when, in how many boxes. Staff."
)
class Accession(Resource):
    row: strawberry.Private[Any]

    code: str | None = said("code", description="The number in the register of accessions.")
    title: str | None = said("title", description="What the arrival is called among archivists.")
    received: PartialDate | None = said("received", dated, description="When it arrived.")
    boxes: int | None = said("boxes", description="In how many boxes it came.")
    extent: str | None = said(
        "extent", description="How much it is, as counted then: 40 tapes, 2 notebooks."
    )
    description: str | None = said("description", description="What came and how, in prose.")
    notes: str | None = said("notes", description="Notes among archivists about the arrival.")
    version: int | None = said(
        "version",
        description="Rises by one with each change of the record: pass it as `ifVersion`.",
    )

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/accessions/{row.pk}", peers=peers, row=row)

    holder: Holder | None = one(
        lambda: Holder, "holder_id", description="The institution that received it."
    )
    donor: Agent | None = one(lambda: Agent, "donor_id", description="Who gave or deposited it.")
    agreement: Agreement | None = one(
        lambda: Agreement, "agreement_id", description="What was agreed when it was handed over."
    )

    @strawberry.field(description="The collections that were made of what came, by code.")
    def collections(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Annotated["Collection", strawberry.lazy("graphql_api.types.levels")]]:
        from graphql_api.types.levels import Collection

        rows = Collection.visible(info.context.actor)
        return Listing(
            Collection, rows, level_order(LevelOrder.CODE), Page(first, after, last, before)
        ).connection_of(self, "collections", "accession_id")
