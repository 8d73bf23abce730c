"""What the controlled terms share: a slug, a name, other names, and the items that use them."""

from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import strawberry
from django.db import models
from django.db.models import Q

from archive.access import Actor
from graphql_api.connections import DEFAULT, After, Connection, First, Listing, counts_of
from graphql_api.context import Info
from graphql_api.filters.order import ItemOrder, item_order
from graphql_api.types.node import Resource

if TYPE_CHECKING:
    from graphql_api.types.item import Item


@strawberry.type(description="Another name of the same thing, in a language or from another time.")
class AlternativeName:
    name: str = strawberry.field(description="The name as it is written, never translated.")
    language: str | None = strawberry.field(
        description="The name's language as a BCP 47 tag; null where it is not recorded."
    )

    @classmethod
    def of(cls, row: Any) -> "AlternativeName":
        return cls(name=row.name, language=row.language or None)


@strawberry.interface(
    description="A named thing that records point to: a place, an instrument, a group and so on."
)
class Term(Resource):
    slug: str = strawberry.field(
        description="The short name in the term's web address, unique among its kind."
    )
    name: str = strawberry.field(description="The term's preferred name, in English or its own.")

    #: The term's model, and the lookup from an item to the term's id.
    model: ClassVar[type[models.Model]]
    item_lookup: ClassVar[str]

    @classmethod
    def visible(cls, actor: Actor) -> "models.QuerySet[Any]":
        rows: models.QuerySet[Any] = cls.model.objects.visible_to(actor)  # type: ignore[attr-defined]  # each term's manager has it
        return rows

    @classmethod
    def link_rule(cls, actor: Actor) -> Q:
        """Return what must hold of the link from an item to the term."""
        return Q()

    @strawberry.field(
        description="How many items that you may see use the term, or one below it in its tree."
    )
    def item_count(self, info: Info) -> int:
        from graphql_api.types.item import Item

        actor = info.context.actor
        rows, link = Item.visible(actor), self.link_rule(actor)
        found = self.asked(
            "item_count", lambda peers: counts_of(rows, peers, self.item_lookup, link)
        )
        return found or 0

    @strawberry.field(description="The items that use the term, or one below it in its tree.")
    def items(
        self,
        info: Info,
        first: First = DEFAULT,
        after: After = None,
        order: Annotated[
            ItemOrder, strawberry.argument(description="The order in which the items stand.")
        ] = ItemOrder.CODE,
    ) -> Connection[Annotated["Item", strawberry.lazy("graphql_api.types.item")]]:
        from graphql_api.types.item import Item

        actor = info.context.actor
        listing = Listing(Item, Item.visible(actor), item_order(order), first, after)
        return listing.connection_of(self, "items", self.item_lookup, self.link_rule(actor))
