"""What the archive keeps: holders, agreements, accessions, carriers, fields of its own."""

from typing import Annotated, Any

import strawberry

from archive.models import Agreement as AgreementRow
from archive.services import carriers as service
from graphql_api.connections import Connection, Listing
from graphql_api.context import Info
from graphql_api.filters.holdings import (
    BY_CODE,
    BY_NAME,
    BY_PLACE,
    AccessionFilter,
    AgreementFilter,
    CarrierFilter,
    CarrierOrder,
    accessions_matching,
    agreements_matching,
    carrier_order,
    carriers_matching,
)
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.queries.cited import cited
from graphql_api.types.accession import Accession
from graphql_api.types.agreement import Agreement
from graphql_api.types.carrier import Carrier
from graphql_api.types.extra_field import ExtraField, RecordLevel
from graphql_api.types.holder import Holder
from graphql_api.types.node import Resource

Cited = Annotated[str, strawberry.argument(description="The code that people cite.")]
Slug = Annotated[str, strawberry.argument(description="The short name that it goes by.")]
WhichCarriers = Annotated[
    CarrierFilter | None,
    strawberry.argument(description="Only the carriers that fit these conditions."),
]


@strawberry.type(description="How much waits to be digitised.")
class WaitingForDigitisation:
    carriers: int = strawberry.field(description="How many carriers wait that you may see.")
    hours: float = strawberry.field(
        description="How long they play together, in hours, as far as that is known."
    )
    of_unknown_length: int = strawberry.field(
        description="Of how many nobody noted how long they play."
    )


def _first(of: type[Resource], rows: Any) -> Any:
    found = of.all_of(rows[:1])
    return found[0] if found else None


@strawberry.type
class HoldingsQuery:
    @strawberry.field(description="One institution by its slug; null if there is none.")
    def holder(self, info: Info, slug: Slug) -> Holder | None:
        found: Holder | None = cited(Holder, info.context.actor, slug, slug=slug)
        return found

    @strawberry.field(description="The institutions whose holdings are described here, by name.")
    def holders(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Holder]:
        rows = Holder.visible(info.context.actor)
        return Listing(Holder, rows, BY_NAME, Page(first, after, last, before)).connection()

    @strawberry.field(description="One agreement by its code. For staff; null for others.")
    def agreement(self, info: Info, code: Cited) -> Agreement | None:
        actor = info.context.actor
        # Others read of those that a record cites, and never by what the archive files them under.
        found: Agreement | None = (
            cited(Agreement, actor, code, code=code) if actor.is_staff else None
        )
        return found

    @strawberry.field(description="The agreements, by code. For staff; none for others.")
    def agreements(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: Annotated[
            AgreementFilter | None,
            strawberry.argument(description="Only the agreements that fit these conditions."),
        ] = None,
    ) -> Connection[Agreement]:
        rows = AgreementRow.objects.visible_to(info.context.actor)
        matching = agreements_matching(rows, filter)
        return Listing(Agreement, matching, BY_CODE, Page(first, after, last, before)).connection()

    @strawberry.field(description="One accession by its code. For staff; null for others.")
    def accession(self, info: Info, code: Cited) -> Accession | None:
        found: Accession | None = cited(Accession, info.context.actor, code, code=code)
        return found

    @strawberry.field(description="The accessions, by code. For staff; none for others.")
    def accessions(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: Annotated[
            AccessionFilter | None,
            strawberry.argument(description="Only the accessions that fit these conditions."),
        ] = None,
    ) -> Connection[Accession]:
        rows = accessions_matching(Accession.visible(info.context.actor), filter)
        return Listing(Accession, rows, BY_CODE, Page(first, after, last, before)).connection()

    @strawberry.field(
        description="One carrier by its shelf mark; null if there is none that you may see."
    )
    def carrier(self, info: Info, code: Cited) -> Carrier | None:
        found: Carrier | None = cited(Carrier, info.context.actor, code, code=code)
        return found

    @strawberry.field(description="The carriers that hold something you may see, page by page.")
    def carriers(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: WhichCarriers = None,
        order: Annotated[
            CarrierOrder, strawberry.argument(description="The order in which they stand.")
        ] = CarrierOrder.CODE,
    ) -> Connection[Carrier]:
        actor = info.context.actor
        rows = carriers_matching(Carrier.visible(actor), filter, actor)
        return Listing(
            Carrier, rows, carrier_order(order), Page(first, after, last, before)
        ).connection()

    @strawberry.field(
        description="How much waits for its digitisation; `carriers` lists it, by the same filter."
    )
    def waiting_for_digitisation(
        self, info: Info, filter: WhichCarriers = None
    ) -> WaitingForDigitisation:
        actor = info.context.actor
        rows = carriers_matching(service.waiting_for_digitisation(actor), filter, actor)
        told = service.waiting(rows)
        return WaitingForDigitisation(
            carriers=told.carriers, hours=told.hours, of_unknown_length=told.of_unknown_length
        )

    @strawberry.field(description="One field that this archive added, by its slug; null if none.")
    def extra_field(self, info: Info, slug: Slug) -> ExtraField | None:
        found: ExtraField | None = _first(
            ExtraField, ExtraField.visible(info.context.actor).filter(slug=slug)
        )
        return found

    @strawberry.field(
        description="The fields that this archive added to its records, in the order of forms."
    )
    def extra_fields(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        level: Annotated[
            RecordLevel | None, strawberry.argument(description="Only those of this level.")
        ] = None,
    ) -> Connection[ExtraField]:
        rows = ExtraField.visible(info.context.actor)
        if level is not None:
            rows = rows.filter(level=level.value)
        return Listing(ExtraField, rows, BY_PLACE, Page(first, after, last, before)).connection()
