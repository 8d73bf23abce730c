"""Stretches of an item that are withheld, as all may know of them."""

from typing import Any
from uuid import UUID

import strawberry

from archive.access import Actor
from archive.models import WithheldRange as Row
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation, listed, owned, related_rows


@strawberry.type(
    description="From one second of an item to another: silent in all that is made of its sound."
)
class WithheldRange:
    start: float = strawberry.field(description="Its first second on the item's timeline.")
    end: float = strawberry.field(description="The second at which sound is heard again.")
    reason: str | None = strawberry.field(
        description="Why it is withheld, in a sentence that everybody may read."
    )

    @classmethod
    def of(cls, row: Any, _: Peers) -> "WithheldRange":
        return cls(start=row.start_s, end=row.end_s, reason=row.reason or None)


def _ranges(_: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[WithheldRange]]]:
    rows = yield related_rows(Row.objects.all(), peers, "item_id", first, "start_s", "pk")
    return owned(rows, WithheldRange.of)


def withheld() -> Any:
    """Return the field for an item's withheld stretches."""
    return listed(
        Relation(_ranges),
        description="The stretches that are silent in all that is made of its sound, in order.",
    )
