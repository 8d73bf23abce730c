"""The items before and after an item in its collection."""

from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import strawberry

from archive.access import Actor
from archive.siblings import beside, with_siblings
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation

if TYPE_CHECKING:
    from graphql_api.types.item import Item


@strawberry.type(
    description="The items beside an item in its collection, by code, among those you may see."
)
class Siblings:
    previous: Annotated["Item", strawberry.lazy("graphql_api.types.item")] | None = (
        strawberry.field(description="The one before it; null for the first.")
    )
    next: Annotated["Item", strawberry.lazy("graphql_api.types.item")] | None = strawberry.field(
        description="The one after it; null for the last."
    )


def _siblings(actor: Actor, peers: Peers, _: int) -> Reading[dict[UUID, Siblings]]:
    from graphql_api.types.item import Item

    rows = yield with_siblings(Item.visible(actor), actor, peers.keys)
    together = Peers(rows)
    nodes = {row.pk: Item.of(row, together) for row in rows}
    return {
        key: Siblings(
            previous=nodes[before.pk] if before is not None else None,
            next=nodes[after.pk] if after is not None else None,
        )
        for key, (before, after) in beside(rows).items()
        if key in peers.rows
    }


SIBLINGS: "Relation[Siblings]" = Relation(_siblings, is_paged=False)
