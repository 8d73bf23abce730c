"""Which instruments sound in an item."""

from typing import Any

import strawberry

from graphql_api.context import Info
from graphql_api.peers import Peers
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

    @strawberry.field(description="What is played; a voice counts as one.")
    def instrument(self, info: Info) -> Instrument | None:
        def read(peers: Peers) -> dict[Any, Instrument]:
            pointers = {key: row.instrument_id for key, row in peers.rows.items()}  # type: ignore[attr-defined]  # rows of Performance
            there = Instrument.by_key(info.context.actor, pointers.values())
            return {key: there[to] for key, to in pointers.items() if to in there}

        return self.peers.ask("instrument", read).get(self.row.pk)
