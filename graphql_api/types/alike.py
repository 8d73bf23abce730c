"""Items that sound like an item."""

from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import strawberry

from analysis.results.alike import nearest, with_alike
from archive.access import Actor
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation

if TYPE_CHECKING:
    from graphql_api.types.item import Item


@strawberry.type(description="An item that sounds like another.")
class SoundAlike:
    item: Annotated["Item", strawberry.lazy("graphql_api.types.item")] = strawberry.field(
        description="What sounds alike."
    )
    similarity: float = strawberry.field(
        description="The cosine of the two sounds, from -1 to 1; 1 is the same sound."
    )


def _alike(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[SoundAlike]]]:
    from graphql_api.types.item import Item

    found = nearest((yield with_alike(actor, peers.keys, first)), first)
    others = {other for near in found.values() for other, _ in near}
    rows = yield Item.visible(actor).filter(pk__in=others)
    together = Peers(rows)
    nodes = {row.pk: Item.of(row, together) for row in rows}
    return {
        key: [SoundAlike(item=nodes[other], similarity=s) for other, s in near if other in nodes]
        for key, near in found.items()
    }


ALIKE: "Relation[list[SoundAlike]]" = Relation(_alike)
