"""Who belongs where: told to staff, and to the stewards of a community or protocol."""

from datetime import datetime
from typing import Any
from uuid import UUID

import strawberry
from django.db.models import Q

from archive.access import Actor
from archive.models import CommunityMember, Editor, ProtocolMember
from archive.models import Standing as Values
from archive.permits import lasting
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation, listed, owned, related_rows
from graphql_api.types.standing import Standing


@strawberry.type(description="Somebody's place in a community, under a protocol or in a group.")
class Seat:
    person: str = strawberry.field(description="The log-in name of the account.")
    standing: Standing = strawberry.field(description="What they are there.")
    until: datetime | None = strawberry.field(
        description="The moment at which it ends; null: for good."
    )

    @classmethod
    def of(cls, row: Any, _: Peers) -> "Seat":
        standing = Standing(getattr(row, "standing", Values.MEMBER.value))
        return cls(person=row.user.get_username(), standing=standing, until=row.until)


def _seats(model: Any, owner: str, *, led: bool) -> Any:
    def read(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[Seat]]]:
        rows = model.objects.select_related("user")
        if not actor.is_staff:
            rows = rows.filter(_led_by(model, owner, actor) if led else Q(pk__in=[]))
        found = yield related_rows(rows, peers, owner, first, "user__username", "pk")
        return owned(found, Seat.of)

    return read


def _led_by(model: Any, owner: str, actor: Actor) -> Q:
    """Those of what the actor is a steward of."""
    led = model.objects.filter(lasting(), user=actor.user_id, standing=Values.STEWARD)
    return Q(**{f"{owner}__in": led.values(owner)}) if actor.user_id else Q(pk__in=[])


def members_of_community() -> Any:
    """Return the field for a community's people."""
    return listed(
        Relation(_seats(CommunityMember, "community_id", led=True)),
        description="Who belongs to it, by name. For staff and its stewards; none for others.",
    )


def members_of_protocol() -> Any:
    """Return the field for those whom a protocol names."""
    return listed(
        Relation(_seats(ProtocolMember, "protocol_id", led=True)),
        description="Whom it admits by name. For staff and its stewards; none for others.",
    )


def members_of_group() -> Any:
    """Return the field for a group's editors."""
    return listed(
        Relation(_seats(Editor, "group_id", led=False)),
        description="Who is in it, by name. For staff; none for others.",
    )
