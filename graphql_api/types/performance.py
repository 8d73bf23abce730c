"""Which instruments sound in an item, and who plays them."""

from typing import Any
from uuid import UUID

import strawberry

from archive.access import Actor, Audience
from archive.audiences import rows_for
from archive.models import PerformancePlayer
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation, listed, one, owned, related_rows
from graphql_api.types.agent import Agent
from graphql_api.types.audience import Audience as ForWhom
from graphql_api.types.contribution import together
from graphql_api.types.instrument import Instrument


@strawberry.type(description="Somebody who plays, as far as the name is meant for your eyes.")
class Player:
    agent: Agent = strawberry.field(description="Who plays: a person or an ensemble.")
    audience: ForWhom | None = strawberry.field(
        description="For whom the name is meant. For staff, who decide it; null for others."
    )


def _players(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[Player]]]:
    links = PerformancePlayer.objects.filter(
        rows_for(actor, PerformancePlayer), agent__in=Agent.visible(actor)
    ).select_related("agent")
    rows = yield related_rows(links, peers, "performance_id", first, "position", "pk")
    agents, for_staff = together(rows, "agent"), Audience.STAFF in actor.audiences
    return owned(
        rows,
        lambda row, _: Player(
            agent=Agent.of(row.agent, agents),
            audience=ForWhom(row.audience) if for_staff else None,
        ),
    )


@strawberry.type(description="One instrument's part in an item.")
class Performance:
    vernacular_name: str | None = strawberry.field(
        description="What those who play call the instrument, as it was noted for this item."
    )
    vernacular_language: str | None = strawberry.field(
        description="The language of that name, as BCP 47, where it is known."
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
            vernacular_language=(name.language or None) if name else None,
            count=row.instrument_count,
            musicians=(row.musicians or None) if shows_people else None,
        )

    @property
    def key_among_peers(self) -> UUID:
        return self.row.pk  # type: ignore[no-any-return]  # a row of Performance

    instrument: Instrument | None = one(
        lambda: Instrument, "instrument_id", description="What is played; a voice counts as one."
    )

    players: list[Player] = listed(
        Relation(_players),
        description="Who plays it, in the record's order, as far as names are for you.",
    )
