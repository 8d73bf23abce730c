"""Holders: the institutions whose holdings one site describes."""

from typing import TYPE_CHECKING, Annotated, Any, Self

import strawberry
from django.db.models import QuerySet

from archive.access import Actor
from archive.models import Holder as Row
from graphql_api.connections import Connection, Listing
from graphql_api.context import Info
from graphql_api.filters.order import LevelOrder, level_order
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.peers import Peers
from graphql_api.relations import one
from graphql_api.types.agent import Agent
from graphql_api.types.code_policy import CodePolicy
from graphql_api.types.contents import Contents
from graphql_api.types.node import Resource
from graphql_api.types.place import Place
from graphql_api.types.said import said, text
from graphql_api.types.translation import Translation, translations
from ontology.iris import base

if TYPE_CHECKING:
    from graphql_api.types.levels import Collection


@strawberry.type(
    description="An institution that keeps what is described here; several may share this site."
)
class Holder(Resource):
    row: strawberry.Private[Any]

    slug: str = said("slug", description="The short name in the institution's web address.")
    name: str = text("name", description="What the institution calls itself.")
    description: str | None = text(
        "description", description="What it is and what it keeps, in prose."
    )
    translations: list[Translation] = translations()
    address: str | None = said("address", description="Where it is to be found, for letters.")
    email: str | None = said("email", description="Whom to ask about access to its holdings.")
    web_page: str | None = said("web_page", description="Its own page on the web.")
    provider: str | None = said(
        "provider", description="Who delivers its records to aggregators such as Europeana (EDM)."
    )
    default_licence: str | None = said(
        "default_licence",
        description="The licence of its sounds where a record names none: SPDX or web address.",
    )
    default_record_licence: str | None = said(
        "default_record_licence",
        description="The licence of its descriptions where a record names none.",
    )
    version: int = said(
        "version",
        description="Rises by one with each change of the record: pass it as `ifVersion`.",
    )

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}{row.get_absolute_url()}", peers=peers, row=row)

    agent: Agent | None = one(
        lambda: Agent, "agent_id", description="The same institution as an agent of records."
    )
    code_policy: CodePolicy | None = one(
        lambda: CodePolicy,
        "code_policy_id",
        description="What the codes of its records look like. For staff only; null for others.",
    )
    country: Place | None = one(
        lambda: Place, "country_id", description="The country in which it is."
    )

    @strawberry.field(description="What it keeps, as those of its items say that you may see.")
    def contents(self) -> Contents:
        return Contents(peers=self.peers, key_among_peers=self.id)

    @strawberry.field(description="The collections that it keeps and you may see, by code.")
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
        ).connection_of(self, "collections", "holder_id")
