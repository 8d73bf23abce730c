"""Agreements: what was agreed, by whom, until when; the reason for a record's access."""

from datetime import date
from enum import Enum
from typing import Any, Self
from uuid import UUID

import strawberry
from django.db.models import QuerySet

from archive.access import Actor, Audience
from archive.audiences import read_from, rows_for
from archive.models import Agreement as Row
from archive.models import AgreementParty as PartyRow
from archive.waves import Reading
from graphql_api.context import Info
from graphql_api.peers import Peers
from graphql_api.relations import Relation, listed, owned, related_rows
from graphql_api.types.agent import Agent
from graphql_api.types.audience import Audience as ForWhom
from graphql_api.types.contribution import together
from graphql_api.types.dates import PartialDate, dated
from graphql_api.types.node import Resource
from graphql_api.types.said import said, text
from graphql_api.types.translation import Translation, translations
from ontology.iris import base


@strawberry.enum(description="What sort of agreement it is.")
class AgreementKind(Enum):
    DEPOSIT = strawberry.enum_value("deposit", description="Something was left in our care.")
    DONATION = strawberry.enum_value("donation", description="Something was given to the archive.")
    CONSENT = strawberry.enum_value(
        "consent", description="Those who are heard said what may be done with it."
    )
    LICENCE = strawberry.enum_value("licence", description="A holder of rights allowed its use.")
    COMMUNITY = strawberry.enum_value(
        "community", description="A protocol was agreed with a community."
    )


@strawberry.type(description="One of those who agreed, as far as the name is meant for your eyes.")
class AgreementParty:
    role: str = strawberry.field(
        description="As what they agreed: depositor, speaker, the community's council."
    )
    agent: Agent = strawberry.field(description="The person, group or body that agreed.")
    audience: ForWhom | None = strawberry.field(
        description="For whom the name is meant. For staff, who decide it; null for others."
    )


def _parties(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[AgreementParty]]]:
    links = PartyRow.objects.filter(
        rows_for(actor, PartyRow), agent__in=Agent.visible(actor)
    ).select_related("agent")
    rows = yield related_rows(links, peers, "agreement_id", first, "position", "pk")
    agents, for_staff = together(rows, "agent"), Audience.STAFF in actor.audiences
    return owned(
        rows,
        lambda row, _: AgreementParty(
            role=row.role,
            agent=Agent.of(row.agent, agents),
            audience=ForWhom(row.audience) if for_staff else None,
        ),
    )


@strawberry.type(
    description=(
        "What was agreed about holdings, by whom and until when. Visitors meet it through a record "
        "that cites it, and read its summary; the rest is for staff."
    )
)
class Agreement(Resource):
    row: strawberry.Private[Any]

    code: str | None = said(
        "code", description="What the archive files it under. For staff only; null for others."
    )
    title: str | None = text(
        "title", description="What the archive calls it. For staff only; null for others."
    )
    kind: AgreementKind = said(
        "kind", AgreementKind, description="Whether it is a deposit, a consent and so on."
    )
    public_summary: str | None = text(
        "public_summary", description="What visitors may be told of it."
    )
    scope: str | None = said(
        "scope", description="What it covers and allows. For staff only; null for others."
    )
    translations: list[Translation] = translations()
    signed: PartialDate | None = said(
        "signed", dated, description="When it was signed. For staff only; null for others."
    )
    expires_on: date | None = said(
        "expires_on", description="The last day on which it holds. For staff; null if it has none."
    )
    document_name: str | None = said(
        "document_name",
        description="What the signed document's file is called. For staff only; null for others.",
    )
    document_mime_type: str | None = said(
        "document_mime_type",
        description="The signed document's media type. For staff only; null for others.",
    )
    document_sha256: str | None = said(
        "document_sha256",
        description="The checksum of the signed document. For staff only; null for others.",
    )
    notes: str | None = said(
        "notes", description="Notes among archivists. For staff only; null for others."
    )

    @strawberry.field(
        description="Where the signed document can be read: a path of this site. For staff only."
    )
    def document_url(self, info: Info) -> str | None:
        kept = read_from(info.context.actor, self.row, "document_storage_name")
        return f"/media/agreements/{self.row.pk}/document" if kept else None

    version: int | None = said(
        "version", description="Rises by one with each change: pass it as `ifVersion`. For staff."
    )

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.cited_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        # Its code is for staff, so its address does not tell it.
        return cls(id=row.pk, iri=f"{base()}/agreements/{row.pk}", peers=peers, row=row)

    parties: list[AgreementParty] = listed(
        Relation(_parties),
        description="Those who agreed, in the agreement's order, as far as names are for you.",
    )
