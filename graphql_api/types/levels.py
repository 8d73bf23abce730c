"""The description levels above the item: fonds, corpora, collections."""

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

import strawberry
from django.db import models

from archive.access import Actor
from archive.models import Collection as CollectionRow
from archive.models import Corpus as CorpusRow
from archive.models import Fonds as FondsRow
from graphql_api.connections import DEFAULT, After, Connection, First, Listing
from graphql_api.context import Info
from graphql_api.filters.item import ItemFilter, matching
from graphql_api.filters.order import ItemOrder, LevelOrder, item_order, level_order
from graphql_api.peers import Peers
from graphql_api.relations import many
from graphql_api.types.access import AccessLevel
from graphql_api.types.node import Resource, iri
from graphql_api.types.related import RelatedMedia, related_media_of

if TYPE_CHECKING:
    from graphql_api.types.item import Item


@strawberry.interface(description="A level of description above the single recording.")
class Level(Resource):
    code: str = strawberry.field(
        description="What people cite: the shelf mark on the box and in the web address."
    )
    title: str = strawberry.field(description="The level's title, as the archive gives it.")
    description: str | None = strawberry.field(
        description="What it holds and how it came about, in prose."
    )
    access: AccessLevel = strawberry.field(
        description="How far it lets the items below it be open, at most."
    )
    version: int = strawberry.field(
        description="Rises by one with each change of the record: pass it as `ifVersion`."
    )

    model: ClassVar[type[models.Model]]

    @classmethod
    def visible(cls, actor: Actor) -> "models.QuerySet[Any]":
        rows: models.QuerySet[Any] = cls.model.objects.visible_to(actor)  # type: ignore[attr-defined]  # each level's manager has it
        return rows

    @classmethod
    def columns(cls, row: Any, peers: Peers) -> dict[str, Any]:
        """Return what every level shows of its row."""
        return {
            "id": row.pk,
            "iri": iri(row),
            "peers": peers,
            "code": row.code,
            "title": row.title,
            "description": row.description or None,
            "access": AccessLevel(row.access),
            "version": row.version,
        }


@strawberry.type(description="All the records that one person or body gathered in its work.")
class Fonds(Level):
    model = FondsRow

    related_media: list[RelatedMedia] = related_media_of("fonds")

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(**cls.columns(row, peers))

    @strawberry.field(description="The corpora that stand in it, by code.")
    def corpora(
        self, info: Info, first: First = DEFAULT, after: After = None
    ) -> Connection[Annotated["Corpus", strawberry.lazy("graphql_api.types.levels")]]:
        rows = Corpus.visible(info.context.actor)
        return Listing(Corpus, rows, level_order(LevelOrder.CODE), first, after).connection_of(
            self, "corpora", "fonds_links__fonds_id"
        )


@strawberry.type(description="Collections brought together by a subject, a region or a project.")
class Corpus(Level):
    model = CorpusRow

    related_media: list[RelatedMedia] = related_media_of("corpus")

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(**cls.columns(row, peers))

    fonds: list[Fonds] = many(
        lambda: Fonds,
        "corpus_links__corpus_id",
        "code",
        "pk",
        description="The fonds in which it stands; it may be several.",
    )

    @strawberry.field(description="The collections that it brings together, by code.")
    def collections(
        self, info: Info, first: First = DEFAULT, after: After = None
    ) -> Connection[Annotated["Collection", strawberry.lazy("graphql_api.types.levels")]]:
        rows = Collection.visible(info.context.actor)
        return Listing(Collection, rows, level_order(LevelOrder.CODE), first, after).connection_of(
            self, "collections", "corpus_links__corpus_id"
        )


@strawberry.type(
    description="A set of items made or kept together: one mission, one record, one deposit."
)
class Collection(Level):
    model = CollectionRow

    related_media: list[RelatedMedia] = related_media_of("collection")

    alternative_title: str | None = strawberry.field(
        description="Another title under which the collection is known."
    )

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(**cls.columns(row, peers), alternative_title=row.alternative_title or None)

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
        first: First = DEFAULT,
        after: After = None,
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
        return Listing(Item, rows, item_order(order), first, after).connection_of(
            self, question, "collection_id"
        )
