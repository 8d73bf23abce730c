"""The description levels above the item: fonds, corpora, collections."""

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

import strawberry
from django.db import models

from archive.access import Actor
from archive.models import Collection as CollectionRow
from archive.models import Corpus as CorpusRow
from archive.models import Fonds as FondsRow
from archive.models import LevelAgent
from graphql_api.connections import Connection, Listing
from graphql_api.context import Info
from graphql_api.filters.item import ItemFilter, matching
from graphql_api.filters.order import ItemOrder, LevelOrder, item_order, level_order
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.peers import Peers
from graphql_api.relations import many, one
from graphql_api.types.access import AccessLevel
from graphql_api.types.accession import Accession
from graphql_api.types.carrier import Carrier, carriers_of
from graphql_api.types.code_policy import CodePolicy
from graphql_api.types.community import Protocol
from graphql_api.types.contents import Contents
from graphql_api.types.contribution import Contribution, contributions
from graphql_api.types.dates import PartialDate, dated, recorded_of
from graphql_api.types.label import Label
from graphql_api.types.node import iri
from graphql_api.types.publication_rule import PublicationRule
from graphql_api.types.record import Record
from graphql_api.types.related import RelatedMedia, related_media_of
from graphql_api.types.said import said, text
from graphql_api.types.standing import Combine, combined

if TYPE_CHECKING:
    from graphql_api.types.item import Item


@strawberry.interface(description="A level of description above the single recording.")
class Level(Record):
    code: str = said(
        "code", description="What people cite: the shelf mark on the box and in the web address."
    )
    alternative_title: str | None = text(
        "alternative_title", description="Another title under which it is known."
    )
    access: AccessLevel = said(
        "access", AccessLevel, description="How far it lets the items below it be open, at most."
    )
    agents: list[Contribution] = contributions(LevelAgent)

    @strawberry.field(description="What it holds, as those of its items say that you may see.")
    def contents(self) -> Contents:
        return Contents(peers=self.peers, key_among_peers=self.id)

    model: ClassVar[type[models.Model]]

    @classmethod
    def visible(cls, actor: Actor) -> "models.QuerySet[Any]":
        rows: models.QuerySet[Any] = cls.model.objects.visible_to(actor)  # type: ignore[attr-defined]  # each level's manager has it
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=iri(row), peers=peers, row=row)


@strawberry.type(description="All the records that one person or body gathered in its work.")
class Fonds(Level):
    model = FondsRow

    related_media: list[RelatedMedia] = related_media_of("fonds")

    @strawberry.field(description="The corpora that stand in it, by code.")
    def corpora(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Annotated["Corpus", strawberry.lazy("graphql_api.types.levels")]]:
        rows = Corpus.visible(info.context.actor)
        return Listing(
            Corpus, rows, level_order(LevelOrder.CODE), Page(first, after, last, before)
        ).connection_of(self, "corpora", "fonds_links__fonds_id")


@strawberry.type(description="Collections brought together by a subject, a region or a project.")
class Corpus(Level):
    model = CorpusRow

    @strawberry.field(description="When its recordings were made, as far as that is known.")
    def recorded(self) -> PartialDate | None:
        return recorded_of(self.row)

    related_media: list[RelatedMedia] = related_media_of("corpus")

    fonds: list[Fonds] = many(
        lambda: Fonds,
        "corpus_links__corpus_id",
        "code",
        "pk",
        description="The fonds in which it stands; it may be several.",
    )

    @strawberry.field(description="The collections that it brings together, by code.")
    def collections(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Annotated["Collection", strawberry.lazy("graphql_api.types.levels")]]:
        rows = Collection.visible(info.context.actor)
        return Listing(
            Collection, rows, level_order(LevelOrder.CODE), Page(first, after, last, before)
        ).connection_of(self, "collections", "corpus_links__corpus_id")


@strawberry.type(
    description="A set of items made or kept together: one mission, one record, one deposit."
)
class Collection(Level):
    model = CollectionRow

    original_code: str | None = said(
        "original_code", description="The code that the collection bore before it came here."
    )

    @strawberry.field(description="When its recordings were made, as far as that is known.")
    def recorded(self) -> PartialDate | None:
        return recorded_of(self.row)

    published_in: PartialDate | None = said(
        "published_in", dated, description="When it was brought out, if it ever was."
    )
    is_published_edition: bool = said(
        "is_published_edition",
        description="Whether it is a published record or disc, and not an unpublished recording.",
    )
    publisher_serial: str | None = said(
        "publisher_serial", description="Its number in the publisher's series."
    )
    publisher_reference: str | None = said(
        "publisher_reference", description="The publisher's own number for it."
    )
    booklet_author: str | None = said(
        "booklet_author", description="Who wrote the booklet that goes with the edition."
    )
    booklet_description: str | None = text(
        "booklet_description", description="What documentation goes with it: booklets, notebooks."
    )
    external_references: str | None = text(
        "external_references", description="Where it is written about: a bibliography."
    )
    conservation_site: str | None = said(
        "conservation_site", description="Where the objects themselves are kept."
    )
    alternative_copies: str | None = text(
        "alternative_copies", description="Which copies of it are kept elsewhere."
    )
    carrier_count: int | None = said(
        "carrier_count", description="How many tapes, discs or cylinders it is, as described."
    )
    approximate_duration: float | None = said(
        "approximate_duration_s",
        description="Its length in seconds as described; the items' files say their own.",
        name="approximateDuration",
    )
    items_done: str | None = said(
        "items_done",
        description="How far its items are described. For staff only; null for others.",
    )
    collector_is_creator: bool = said(
        "collector_is_creator",
        description="Whether the one who collected it is also the one who made it.",
    )
    opens_with_age: bool = said(
        "opens_with_age",
        description="Whether its sound opens by itself at the age that the archive's rule says.",
    )

    code_policy: CodePolicy | None = one(
        lambda: CodePolicy,
        "code_policy_id",
        description="What its items' codes look like. For staff only; null for others.",
    )
    accession: Accession | None = one(
        lambda: Accession,
        "accession_id",
        description="The arrival with which it came. For staff only; null for others.",
    )

    related_media: list[RelatedMedia] = related_media_of("collection")

    carriers: list[Carrier] = carriers_of("collection")

    publication_rule: PublicationRule | None = one(
        lambda: PublicationRule,
        "publication_rule_id",
        description="When the sound of its items is old enough; null: as the archive says.",
    )
    protocols: list[Protocol] = many(
        lambda: Protocol,
        "set_links__protocol_set__collection_set",
        "name",
        "pk",
        description="The protocols that it stands under, and all its items with it.",
    )
    protocols_combine: Combine | None = combined()
    labels: list[Label] = many(
        lambda: Label,
        "record_links__collection",
        "name",
        "pk",
        description="The notices that it bears, which hold for all its items.",
    )

    corpora: list[Corpus] = many(
        lambda: Corpus,
        "collection_links__collection_id",
        "code",
        "pk",
        description="The corpora in which it stands; it may be several.",
    )

    @strawberry.field(description="Its items that you may see.")
    def items(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: Annotated[
            ItemFilter | None,
            strawberry.argument(description="Only the items that fit these conditions."),
        ] = None,
        order: Annotated[
            ItemOrder, strawberry.argument(description="The order in which the items stand.")
        ] = ItemOrder.CODE,
    ) -> Connection[Annotated["Item", strawberry.lazy("graphql_api.types.item")]]:
        from graphql_api.types.item import Item

        actor = info.context.actor
        rows = Item.visible(actor).filter(matching(filter, actor))
        question = f"items {filter!r}"
        return Listing(
            Item, rows, item_order(order), Page(first, after, last, before)
        ).connection_of(self, question, "collection_id")
