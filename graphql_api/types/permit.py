"""What lets somebody in beyond the level: rooms, editor groups, grants."""

from datetime import datetime
from enum import Enum
from typing import Any, Self

import strawberry
from django.db.models import QuerySet

from archive.access import Actor
from archive.models import EditorGroup as GroupRow
from archive.models import Grant as GrantRow
from archive.models import ReadingRoom as RoomRow
from graphql_api.peers import Peers
from graphql_api.relations import MOST, First, many, one
from graphql_api.types.community import Community
from graphql_api.types.holder import Holder
from graphql_api.types.item import Item
from graphql_api.types.levels import Collection
from graphql_api.types.node import Resource
from graphql_api.types.seat import Seat, members_of_group
from graphql_api.types.selection import Selection
from ontology.iris import base


@strawberry.enum(description="What a grant gives; each holds what stands before it.")
class Gives(Enum):
    READ = strawberry.enum_value("read", description="To find and read the description.")
    LISTEN = strawberry.enum_value(
        "listen", description="To hear the sound, and see what is drawn from it."
    )
    DOWNLOAD = strawberry.enum_value("download", description="To take a copy of the file away.")


@strawberry.type(description="An institution's rooms, known by their networks. For staff.")
class ReadingRoom(Resource):
    row: strawberry.Private[Any]

    @strawberry.field(description="The short name by which grants cite the room.")
    def slug(self) -> str:
        return str(self.row.slug)

    @strawberry.field(description="What the room is called, for people.")
    def name(self) -> str:
        return str(self.row.name)

    @strawberry.field(description="Its networks as CIDR blocks, such as 192.0.2.0/24.")
    def networks(self, first: First = MOST) -> list[str]:
        return list(self.row.networks[: max(0, min(first, MOST))])

    @strawberry.field(description="Until when the room counts as one; null: for good.")
    def until(self) -> datetime | None:
        found: datetime | None = self.row.until
        return found

    @strawberry.field(description="Rises with each change of the room: pass it as `ifVersion`.")
    def version(self) -> int:
        return int(self.row.version)

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = RoomRow.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/reading-rooms/{row.slug}", peers=peers, row=row)

    holder: Holder | None = one(
        lambda: Holder, "holder_id", description="The institution whose room it is."
    )


@strawberry.type(description="People who describe some collections without being staff. For staff.")
class EditorGroup(Resource):
    row: strawberry.Private[Any]

    @strawberry.field(description="The short name of the group.")
    def slug(self) -> str:
        return str(self.row.slug)

    @strawberry.field(description="What the group is called, for people.")
    def name(self) -> str:
        return str(self.row.name)

    @strawberry.field(description="What the group is for; null where nobody said so.")
    def description(self) -> str | None:
        return self.row.description or None

    @strawberry.field(description="Rises with each change, also of its members: see `ifVersion`.")
    def version(self) -> int:
        return int(self.row.version)

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = GroupRow.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/editor-groups/{row.slug}", peers=peers, row=row)

    collections: list[Collection] = many(
        lambda: Collection,
        "editor_links__group_id",
        "code",
        "pk",
        description="The collections that it edits itself, by code; outer groups have their own.",
    )
    members: list[Seat] = members_of_group()
    within: list["EditorGroup"] = many(
        lambda: EditorGroup,
        "child_edges__child_id",
        "name",
        "pk",
        description="The groups that it lies in: it edits what they edit, too.",
    )


@strawberry.type(
    description="An exception from the level: what somebody may do, why, and until when."
)
class Grant(Resource):
    row: strawberry.Private[Any]

    @strawberry.field(description="What one may do by it beyond the level.")
    def gives(self) -> Gives:
        return Gives(self.row.gives)

    @strawberry.field(description="Why it was given, in a sentence.")
    def reason(self) -> str:
        return str(self.row.reason)

    @strawberry.field(description="The moment at which it ends; null: when it is taken back.")
    def until(self) -> datetime | None:
        found: datetime | None = self.row.until
        return found

    @strawberry.field(description="The moment from which it holds.")
    def given_at(self) -> datetime:
        found: datetime = self.row.given_at
        return found

    @strawberry.field(description="The log-in name of whom it is for; null where it is no person.")
    def person(self) -> str | None:
        return None if self.row.user_id is None else str(self.row.user.get_username())

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = GrantRow.objects.visible_to(actor).select_related("user")
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/grants/{row.pk}", peers=peers, row=row)

    community: Community | None = one(
        lambda: Community, "community_id", description="The community that it is for, if it is one."
    )
    room: ReadingRoom | None = one(
        lambda: ReadingRoom, "room_id", description="The room that it is for. For staff."
    )
    item: Item | None = one(lambda: Item, "item_id", description="The one item that it opens.")
    collection: Collection | None = one(
        lambda: Collection, "collection_id", description="The collection whose items it opens."
    )
    selection: Selection | None = one(
        lambda: Selection, "selection_id", description="The list whose whole items it opens."
    )
