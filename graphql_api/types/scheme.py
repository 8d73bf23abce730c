"""Vocabularies as a whole, and what their concepts say of records."""

from enum import Enum
from typing import Annotated, Any, Self

import strawberry
from django.db import models

from archive.access import Actor
from archive.models import Scheme as Row
from archive.services.translations import in_language
from archive.vocabularies import USES, Use
from graphql_api.connections import Connection, Listing, counts_of
from graphql_api.context import Info
from graphql_api.filters.terms import (
    ConceptFilter,
    TermOrder,
    concepts_matching,
    term_order,
)
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.peers import Peers
from graphql_api.relations import FEW, MOST
from graphql_api.relations import First as Few
from graphql_api.types.concept import Concept
from graphql_api.types.node import Resource, asked_by_old_code
from graphql_api.types.said import Language, said, text
from graphql_api.types.translation import Translation, translations
from ontology.iris import base


@strawberry.enum(description="A kind of record that a concept may describe.")
class UsedBy(Enum):
    FONDS = strawberry.enum_value("fonds", description="A fonds as a whole.")
    CORPUS = strawberry.enum_value("corpus", description="A corpus as a whole.")
    COLLECTION = strawberry.enum_value("collection", description="A collection as a whole.")
    ITEM = strawberry.enum_value("item", description="A single recording.")
    CARRIER = strawberry.enum_value("carrier", description="A tape, a disc, a cylinder.")


@strawberry.type(description="What the concepts of a vocabulary may say of a record.")
class ConceptUse:
    name: str = strawberry.field(
        description="The word that stands in `use` where a concept is linked to a record."
    )
    is_repeatable: bool = strawberry.field(
        description="Whether several concepts may stand there; else one at most."
    )
    use: strawberry.Private[Use]

    @classmethod
    def of(cls, use: Use) -> Self:
        return cls(
            name=use.name,
            is_repeatable=use.is_repeatable,
            use=use,
        )

    @strawberry.field(description="The kinds of record of which it is said.")
    def levels(self, first: Few = FEW) -> list[UsedBy]:
        return [UsedBy(level) for level in self.use.levels][: max(0, min(first, MOST))]

    @strawberry.field(description="What people call it in forms and on pages, such as Keyword.")
    def label(self, language: Language = None) -> str:
        words = self.use.label
        return str(in_language(words.en, words.others, (language or "en")[:35], "en"))


@strawberry.type(description="A vocabulary: concepts that answer one question about records.")
class Scheme(Resource):
    row: strawberry.Private[Any]

    asked_by_old_code: str | None = asked_by_old_code()
    slug: str = said("slug", description="The short name in the vocabulary's web address.")
    title: str = text("title", description="What the vocabulary is called, in the plural.")
    description: str | None = text(
        "description", description="Which question its concepts answer, with examples."
    )
    translations: list[Translation] = translations()
    source: str | None = said(
        "source", description="The web address of the list from which it was taken."
    )
    is_listed: bool = said(
        "is_listed", description="Whether visitors see it among the vocabularies."
    )
    is_closed: bool = said(
        "is_closed",
        description="Whether only those who run the site add to it, from published lists.",
    )
    version: int = said(
        "version",
        description="Rises by one with each change of the record: pass it as `ifVersion`.",
    )

    @classmethod
    def visible(cls, actor: Actor) -> "models.QuerySet[Any]":
        rows: models.QuerySet[Any] = Row.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}{row.get_absolute_url()}", peers=peers, row=row)

    @strawberry.field(description="What its concepts may say of records, and of which.")
    def uses(self, first: Few = FEW) -> list[ConceptUse]:
        found = [ConceptUse.of(use) for use in USES.values() if use.scheme == self.row.slug]
        return found[: max(0, min(first, MOST))]

    @strawberry.field(description="How many concepts that you may see it holds.")
    def concept_count(self, info: Info) -> int:
        rows = Concept.visible(info.context.actor)
        found = self.asked("concept_count", lambda peers: counts_of(rows, peers, "scheme_id"))
        return found or 0

    @strawberry.field(description="Its concepts, page by page.")
    def concepts(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: Annotated[
            ConceptFilter | None,
            strawberry.argument(description="Only the concepts that fit these conditions."),
        ] = None,
        order: Annotated[
            TermOrder, strawberry.argument(description="The order in which they stand.")
        ] = TermOrder.NAME,
    ) -> Connection[Concept]:
        actor = info.context.actor
        rows = concepts_matching(Concept.visible(actor), filter, actor)
        return Listing(
            Concept, rows, term_order(order), Page(first, after, last, before)
        ).connection_of(self, f"concepts {filter!r}", "scheme_id")
