"""What the controlled terms share: a slug, a name, a note, and the items that use them."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

import strawberry
from django.db import models
from django.db.models import Exists, OuterRef, Q

from archive.access import Act, Actor, item_rule
from archive.models import Part
from graphql_api.connections import Connection, Listing, counts_of
from graphql_api.context import Info
from graphql_api.filters.order import ItemOrder, LevelOrder, item_order, level_order
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.peers import Peers
from graphql_api.types.names import label, name_languages
from graphql_api.types.node import Resource, asked_by_old_code, iri
from graphql_api.types.said import said, text
from graphql_api.types.translation import Translation, translations

if TYPE_CHECKING:
    from graphql_api.types.item import Item
    from graphql_api.types.levels import Collection


@strawberry.enum(description="Which of a term's items are counted.")
class CountedItems(Enum):
    ALL = strawberry.enum_value("all", description="All that you may see.")
    PUBLISHED_EDITIONS = strawberry.enum_value(
        "published", description="Those of collections that were brought out as a record or disc."
    )
    UNPUBLISHED = strawberry.enum_value(
        "unpublished", description="Those of collections that were never brought out."
    )
    WITH_SOUND = strawberry.enum_value(
        "with_sound", description="Those for which a sound has been deposited."
    )


_COUNTED = {
    CountedItems.ALL: Q(),
    CountedItems.PUBLISHED_EDITIONS: Q(collection__is_published_edition=True),
    CountedItems.UNPUBLISHED: Q(collection__is_published_edition=False),
    CountedItems.WITH_SOUND: Q(Exists(Part.objects.filter(item=OuterRef("pk")))),
}


@strawberry.interface(
    description="A named thing that records point to: a place, an instrument, a group and so on."
)
class Term(Resource):
    slug: str = strawberry.field(
        description="The short name in the term's web address, unique among its kind."
    )
    name: str = strawberry.field(description="The term's preferred name, in English or its own.")
    row: strawberry.Private[Any]

    label: str = label()
    name_languages: list[str] = name_languages()

    note: str | None = text(
        "note", description="What it covers, or who it is: a scope note, a biography."
    )
    translations: list[Translation] = translations()
    is_authoritative: bool = said(
        "is_authoritative",
        description="Whether a published authority lists it: shown even if no record uses it.",
    )
    version: int = said(
        "version",
        description="Rises by one with each change of the record: pass it as `ifVersion`.",
    )

    asked_by_old_code: str | None = asked_by_old_code()

    #: The term's model, and the lookup from an item to the term's id.
    model: ClassVar[type[models.Model]]
    item_lookup: ClassVar[str]
    #: From a collection that bears the term itself; else a collection has what its items have.
    collection_lookup: ClassVar[str] = ""

    @classmethod
    def visible(cls, actor: Actor) -> "models.QuerySet[Any]":
        rows: models.QuerySet[Any] = cls.model.objects.visible_to(actor)  # type: ignore[attr-defined]  # each term's manager has it
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=iri(row), peers=peers, slug=row.slug, name=row.name, row=row)

    @classmethod
    def link_rule(cls, actor: Actor, path: str = "") -> Q:
        """Return what must hold of the link from an item to the term.

        Parameters
        ----------
        path : the lookup that leads to the item, such as ``"items__"``.
        """
        return Q()

    @strawberry.field(
        description="How many items that you may see use the term, or one below it in its tree."
    )
    def item_count(
        self,
        info: Info,
        among: Annotated[
            CountedItems, strawberry.argument(description="Which of them are to be counted.")
        ] = CountedItems.ALL,
    ) -> int:
        from graphql_api.types.item import Item

        actor = info.context.actor
        rows, link = Item.visible(actor).filter(_COUNTED[among]), self.link_rule(actor)
        found = self.asked(
            f"item_count {among.value}",
            lambda peers: counts_of(rows, peers, self.item_lookup, link),
        )
        return found or 0

    @strawberry.field(
        description="How many collections that you may see use it, themselves or by their items."
    )
    def collection_count(self, info: Info) -> int:
        from graphql_api.types.levels import Collection

        actor = info.context.actor
        rows, (lookup, link) = Collection.visible(actor), self._to_collections(actor)
        found = self.asked("collection_count", lambda peers: counts_of(rows, peers, lookup, link))
        return found or 0

    @strawberry.field(
        description="The collections that use it, themselves or by their items, by code."
    )
    def collections(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Annotated["Collection", strawberry.lazy("graphql_api.types.levels")]]:
        from graphql_api.types.levels import Collection

        actor = info.context.actor
        # Reached by each of its items, a collection is read once.
        rows, (lookup, link) = Collection.visible(actor).distinct(), self._to_collections(actor)
        page = Page(first, after, last, before)
        listing = Listing(Collection, rows, level_order(LevelOrder.CODE), page)
        return listing.connection_of(self, "collections", lookup, link)

    def _to_collections(self, actor: Actor) -> tuple[str, Q]:
        """Return the lookup from a collection to the term, and what must hold on the way."""
        if self.collection_lookup:
            return self.collection_lookup, Q()
        seen = item_rule(actor, Act.FIND, "items__") & self.link_rule(actor, "items__")
        return f"items__{self.item_lookup}", seen

    @strawberry.field(description="The items that use the term, or one below it in its tree.")
    def items(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        order: Annotated[
            ItemOrder, strawberry.argument(description="The order in which the items stand.")
        ] = ItemOrder.CODE,
    ) -> Connection[Annotated["Item", strawberry.lazy("graphql_api.types.item")]]:
        from graphql_api.types.item import Item

        actor = info.context.actor
        listing = Listing(
            Item, Item.visible(actor), item_order(order), Page(first, after, last, before)
        )
        return listing.connection_of(self, "items", self.item_lookup, self.link_rule(actor))
