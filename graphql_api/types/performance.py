"""Which instruments sound in an item."""

from typing import Any
from uuid import UUID

import strawberry

from graphql_api.peers import Peers
from graphql_api.relations import one
from graphql_api.types.instrument import Instrument


@strawberry.type(description="One instrument's part in an item.")
class Performance:
    vernacular_name: str | None = strawberry.field(
        description="What those who play call the instrument, as it was noted for this item."
    )
    count: int | None = strawberry.field(
        description="How many of the instrument are heard; null where nobody counted."
    )
    musicians: str | None = strawberry.field(
        description="Who plays, as noted in the record. For staff only; null for others."
    )
    row: strawberry.Private[Any]
    peers: strawberry.Private[Peers]

    @classmethod
    def of(cls, row: Any, peers: Peers, *, shows_people: bool) -> "Performance":
        name = row.vernacular_name
        return cls(
            row=row,
            peers=peers,
            vernacular_name=name.name if name else None,
            count=row.instrument_count,
            musicians=(row.musicians or None) if shows_people else None,
        )

    @property
    def key_among_peers(self) -> UUID:
        return self.row.pk  # type: ignore[no-any-return]  # a row of Performance

    instrument: Instrument | None = one(
        lambda: Instrument, "instrument_id", description="What is played; a voice counts as one."
    )
