"""Lists of people's own, as those see them who may."""

import json
from datetime import datetime
from enum import Enum
from typing import Annotated, Any, Self
from uuid import UUID

import strawberry
from django.db.models import QuerySet
from strawberry import relay

from archive.access import Actor
from archive.models import Selection as Row
from archive.models import SelectionEntry as EntryRow
from archive.services.profiles import shown_names
from graphql_api.connections import Connection, Key, Listing, Order
from graphql_api.context import Info
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.peers import Peers
from graphql_api.relations import one
from graphql_api.types.item import Item
from graphql_api.types.node import Resource
from ontology.iris import base

IN_ORDER = Order("entries in their order", (Key("position"),))
Listed = Annotated["Selection", strawberry.lazy("graphql_api.types.selection")]


@strawberry.enum(description="Who sees a list. Of what it lists each sees what they may find.")
class SharedWith(Enum):
    PRIVATE = strawberry.enum_value("private", description="You alone.")
    GROUP = strawberry.enum_value("group", description="You, and who is in a group of editors.")
    PUBLIC = strawberry.enum_value("public", description="Everybody who comes by, account or not.")


@strawberry.type(
    description="A line of a list that you may see: an item, a stretch of one, or another list."
)
class SelectionEntry:
    key: strawberry.Private[UUID]
    row: strawberry.Private[Any]
    peers: strawberry.Private[Peers]

    @property
    def key_among_peers(self) -> UUID:
        return self.key

    @strawberry.field(description="Names the line when it is moved, changed or taken out.")
    def id(self) -> strawberry.ID:
        return strawberry.ID(relay.to_base64("SelectionEntry", self.key))

    @strawberry.field(description="The list's own title for it; null: what it names has its own.")
    def title(self) -> str | None:
        return self.row.title or None

    @strawberry.field(description="What the list says of it; null where that is nothing.")
    def text(self) -> str | None:
        return self.row.text or None

    @strawberry.field(
        description="The second of the item at which the stretch begins; null: at its start."
    )
    def start(self) -> float | None:
        found: float | None = self.row.start_s
        return found

    @strawberry.field(
        description="The second of the item at which the stretch ends; null: at its end."
    )
    def end(self) -> float | None:
        found: float | None = self.row.end_s
        return found

    @strawberry.field(description="The moment at which it was put on the list.")
    def added_at(self) -> datetime:
        found: datetime = self.row.added_at
        return found

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(key=row.pk, row=row, peers=peers)

    item: Item | None = one(
        lambda: Item, "item_id", description="The item; null where the line names another list."
    )
    selection: Listed | None = one(
        lambda: Selection, "inner_id", description="The other list; null where it names an item."
    )


def _names(peers: Peers) -> dict[UUID, str]:
    owners = {key: row.owner_id for key, row in peers.rows.items()}  # type: ignore[attr-defined]  # of this type
    names = shown_names(owners.values())
    return {key: names[owner] for key, owner in owners.items() if owner in names}


@strawberry.type(description="A list that somebody made: a playlist, a corpus for research.")
class Selection(Resource):
    row: strawberry.Private[Any]

    @strawberry.field(description="What its owner called the list.")
    def title(self) -> str:
        return str(self.row.title)

    @strawberry.field(description="What its owner says of it; null where that is nothing.")
    def description(self) -> str | None:
        return self.row.description or None

    @strawberry.field(description="Who sees that there is such a list.")
    def shared(self) -> SharedWith:
        return SharedWith(self.row.shared)

    @strawberry.field(description="The slug of the group that sees it; null where none does.")
    def group(self) -> str | None:
        return None if self.row.group is None else str(self.row.group.slug)

    @strawberry.field(description="Whether the list is your own, to change as you like.")
    def is_mine(self, info: Info) -> bool:
        return bool(self.row.owner_id == info.context.actor.user_id)

    @strawberry.field(
        description="The name that its owner chose to show; null: a member who shows none."
    )
    def owner(self) -> str | None:
        return self.asked("names of owners", _names)

    @strawberry.field(
        description="The filter that a live list follows, as JSON; null where it has lines. See "
        "`items(filter: {selection})` for what it finds."
    )
    def live_filter(self) -> str | None:
        kept = self.row.live_filter
        return None if kept is None else json.dumps(kept, sort_keys=True)

    @strawberry.field(
        description="Since when it does not change, so that it can be cited; null while it may."
    )
    def frozen_at(self) -> datetime | None:
        found: datetime | None = self.row.frozen_at
        return found

    @strawberry.field(description="The moment at which the list was made.")
    def created_at(self) -> datetime:
        found: datetime = self.row.created_at
        return found

    @strawberry.field(
        description="Rises with each change, also of a line: pass it as `ifVersion`. Told to its "
        "owner and to staff."
    )
    def version(self, info: Info) -> int | None:
        actor = info.context.actor
        is_told = actor.is_staff or self.row.owner_id == actor.user_id
        return int(self.row.version) if is_told else None

    @strawberry.field(
        description="Its lines in order, page by page: those alone whose item or list you may find."
    )
    def entries(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[SelectionEntry]:
        rows = EntryRow.objects.visible_to(info.context.actor)
        listing = Listing(SelectionEntry, rows, IN_ORDER, Page(first, after, last, before))
        return listing.connection_of(self, "entries", "selection_id")

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.visible_to(actor).select_related("group")
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/selections/{row.pk}", peers=peers, row=row)
