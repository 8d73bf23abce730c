"""Grants: let somebody do more than the level allows, for a reason and until a date.

grant = give(actor=actor, to=To(user_id=…), of=Of(item_id=…), gives="listen", reason="thesis")
take_back(actor=actor, grant_id=grant.pk, reason="ended")
"""

import ipaddress
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.db import connection

from archive.access import Actor
from archive.errors import NotFound, OddValue
from archive.history import changing
from archive.kinds import KINDS
from archive.models import (
    Agreement,
    Collection,
    Community,
    Gives,
    Grant,
    Holder,
    Item,
    ReadingRoom,
    Selection,
    User,
)
from archive.services.editing import edited, made, staff_only
from archive.services.pointing import columns_of, needed

ROOM = KINDS["reading_room"]
MOST_NETWORKS = 100


@dataclass(frozen=True)
class To:
    """Whom a grant is for: exactly one of them."""

    user_id: UUID | None = None
    community_id: UUID | None = None
    room_id: UUID | None = None


@dataclass(frozen=True)
class Of:
    """What a grant opens: exactly one of them."""

    item_id: UUID | None = None
    collection_id: UUID | None = None
    selection_id: UUID | None = None


_MODELS = {
    "user_id": User,
    "community_id": Community,
    "room_id": ReadingRoom,
    "item_id": Item,
    "collection_id": Collection,
    "selection_id": Selection,
}


class RoomChanges(TypedDict, total=False):
    """What can be said of a reading room; `networks` are CIDR blocks, `holder` a slug."""

    slug: str
    name: str
    holder: str | None
    networks: Sequence[str]
    until: datetime | None


def give(
    *,
    actor: Actor,
    to: To,
    of: Of,
    gives: str,
    reason: str,
    until: datetime | None = None,
    agreement: str | None = None,
) -> Grant:
    """Give it; from the commit on it holds.

    Raises
    ------
    NotAllowed : not staff.
    NotFound : nobody of that name, or nothing of that name.
    OddValue : no reason; several or none of `to` and `of`; an end that is past.
    """
    staff_only(actor)
    if not reason.strip():
        raise OddValue("reason", "Say why: a grant is an exception.")
    if gives not in Gives.values:
        raise OddValue("gives", f"{gives!r} is not one of: {', '.join(Gives.values)}.")
    columns = {**_the_one("to", to), **_the_one("of", of)}
    _see_list(actor, of.selection_id)
    if until is not None and _is_past(until):
        raise OddValue("until", "It would have ended already.")
    if agreement is not None:
        cited = Agreement.objects.filter(code=agreement).first()
        if cited is None:
            raise OddValue("agreement", f"There is no agreement {agreement!r}.")
        columns["agreement_id"] = cited.pk
    with changing(actor, reason=reason):
        grant: Grant = Grant.objects.create(
            **columns,
            gives=gives,
            until=until,
            reason=reason.strip()[:500],
            given_by=actor.user_id,
        )
    grant.refresh_from_db()
    return grant


def take_back(*, actor: Actor, grant_id: UUID, reason: str = "") -> UUID:
    """End a grant with the commit; its history keeps that it was.

    Raises
    ------
    NotAllowed, NotFound
    """
    staff_only(actor)
    with changing(actor, reason=reason):
        gone, _ = Grant.objects.filter(pk=grant_id).delete()
    if not gone:
        raise NotFound("There is no such grant.")
    return grant_id


def create_room(*, actor: Actor, reason: str = "", **says: Unpack[RoomChanges]) -> ReadingRoom:
    """Describe a reading room. It needs a slug, a name and networks.

    Raises
    ------
    NotAllowed, CodeTaken, OddValue
    """
    needed(says, "slug", "name", "networks")
    room: ReadingRoom = made(ROOM, actor=actor, reason=reason, columns=_columns(says, None))
    return room


def update_room(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[RoomChanges],
) -> ReadingRoom:
    """Change a reading room; whoever sits on a network that went has nothing of it any more.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, CodeTaken, OddValue
    """
    room: ReadingRoom = edited(
        ROOM,
        actor=actor,
        cited=cited,
        record_id=record_id,
        if_version=if_version,
        reason=reason,
        columns=lambda row: _columns(says, row),
    )
    return room


def _columns(says: RoomChanges, row: ReadingRoom | None) -> dict[str, Any]:
    said: dict[str, Any] = dict(says)
    networks = said.pop("networks", None)
    columns = columns_of(ReadingRoom, said, row, points_to={"holder": (Holder, "slug")})
    if networks is not None:
        columns["networks"] = checked_networks(networks)
    return columns


def checked_networks(networks: Sequence[str]) -> list[str]:
    """Return CIDR blocks in their one form.

    >>> checked_networks(["192.0.2.0/24", "2001:db8::1"])
    ['192.0.2.0/24', '2001:db8::1/128']
    """
    if not networks:
        raise OddValue("networks", "A room is known by its networks: name at least one.")
    if len(networks) > MOST_NETWORKS:
        raise OddValue("networks", f"A room has {MOST_NETWORKS} networks at most.")
    found = []
    for number, text in enumerate(networks):
        try:
            network = ipaddress.ip_network(text.strip())
        except ValueError as error:
            raise OddValue(f"networks.{number}", f"{error}: use such as 192.0.2.0/24.") from None
        if network.prefixlen == 0:
            raise OddValue(f"networks.{number}", f"{text} is the whole world, and no room.")
        found.append(str(network))
    return list(dict.fromkeys(found))


def _the_one(field: str, said: To | Of) -> dict[str, Any]:
    named = {name: key for name, key in asdict(said).items() if key is not None}
    if len(named) != 1:
        raise OddValue(field, "Name exactly one.")
    ((name, key),) = named.items()
    if not _MODELS[name]._default_manager.filter(pk=key).exists():
        raise NotFound("There is nothing of that id.").about(f"{field}.{name}")
    return dict(named)


def _see_list(actor: Actor, selection_id: UUID | None) -> None:
    """Refuse to open what a list holds that staff cannot look at: nobody would know what."""
    if selection_id is None:
        return
    if not Selection.objects.visible_to(actor).filter(pk=selection_id).exists():
        raise NotFound("There is no such list, or its owner shares it with nobody.").about("of")


def _is_past(moment: datetime) -> bool:
    """Tell it by the database's clock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s <= now()", [moment])
        return bool(cursor.fetchone()[0])
