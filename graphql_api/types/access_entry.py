"""Lines of the book of who was given restricted material."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

import strawberry

from archive.models import User
from graphql_api.peers import Peers
from graphql_api.relations import one
from graphql_api.types.item import Item
from graphql_api.types.permit import ReadingRoom


def _people(peers: Peers) -> dict[Any, str]:
    rows: dict[Any, Any] = dict(peers.rows)
    keys = {row.user_id for row in rows.values() if row.user_id}
    names: dict[UUID, str] = dict(User.objects.filter(pk__in=keys).values_list("pk", "username"))
    return {key: names[row.user_id] for key, row in rows.items() if row.user_id in names}


@strawberry.type(
    description="That somebody was given something of an item that is not open to everybody."
)
class AccessEntry:
    key: strawberry.Private[Any]
    row: strawberry.Private[Any]
    peers: strawberry.Private[Peers]

    @property
    def key_among_peers(self) -> Any:
        return self.key

    @strawberry.field(description="When it was given; further pieces within the hour are the same.")
    def at(self) -> datetime:
        found: datetime = self.row.at
        return found

    @strawberry.field(description="What it was given for: listen, derive or read.")
    def act(self) -> str:
        return str(self.row.act)

    @strawberry.field(description="By which door: sound, listening copy, results or text.")
    def door(self) -> str:
        return str(self.row.door)

    @strawberry.field(
        description="The log-in name of who was given it; null for a visitor, or an account gone."
    )
    def person(self) -> str | None:
        return self.peers.ask("people of entries", _people).get(self.key)

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(key=row.pk, row=row, peers=peers)

    item: Item | None = one(lambda: Item, "item_id", description="The item whose material it was.")
    room: ReadingRoom | None = one(
        lambda: ReadingRoom,
        "room_id",
        description="The reading room of a visitor who was given it. For staff.",
    )
