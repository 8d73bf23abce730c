"""Archives in which the access rule has everything to decide: an item of every combination.

Askers are real accounts with real grants, memberships and groups: what an `Actor` carries is what
`archive.actors` reads from the database.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models.functions import Now

from archive.access import Actor
from archive.actors import actor_of_user
from archive.identifiers import new_id
from archive.models import (
    Collection,
    Community,
    CommunityMember,
    Editor,
    EditorCollection,
    EditorGroup,
    EditorGroupEdge,
    Grant,
    Item,
    Protocol,
    ProtocolCommunity,
    ProtocolInSet,
    ProtocolSet,
    PublicationRule,
    ReadingRoom,
)
from tests.doors.policy import TABLE, Asker, Case
from tests.factories import make_user

ROOM = "192.0.2.7"
YEARS = 51


def cases() -> Iterator[Case]:
    """Every level x age x embargo x protocol, and every state on its own."""
    levels = list(itertools.product(TABLE["levels"], TABLE["levels"]["full"]))
    for (outer, inner), old, own, other in itertools.product(
        levels, (True, False), (True, False), (True, False)
    ):
        for embargo, protocol, above in itertools.product(
            TABLE["embargo"], TABLE["protocol"], TABLE["protocol"]
        ):
            yield Case(outer, inner, old, own, other, embargo, protocol, above)
    for (outer, inner), state, protocol in itertools.product(
        levels, TABLE["state"], TABLE["protocol"]
    ):
        if state != "published":
            yield Case(outer, inner, item_protocol=protocol, state=state)


def askers() -> list[Asker]:
    """Every role, with every grant, admitted by the protocols or not."""
    members = [
        Asker("member", grant, admitted)
        for grant, admitted in itertools.product(TABLE["grant"], (True, False))
    ]
    rooms = [Asker("public", grant) for grant in TABLE["grant"]]
    return [*rooms, *members, Asker("editor"), Asker("editor", is_admitted=True), Asker("staff")]


@dataclass(frozen=True)
class World:
    """Its items by case, and who asks."""

    items: Mapping[Case, UUID]
    actors: Mapping[Asker, Actor]


def make_world() -> World:
    PublicationRule.objects.create(slug="default", title="51 years", years=YEARS, is_default=True)
    community = Community.objects.create(slug="dogon", name="Dogon")
    sets = {"open": None, **{each: _set(each, community) for each in ("record", "sound")}}
    collections = _collections(sets)
    items = _items(collections, sets)
    return World(items, {asker: _actor(asker, community, collections) for asker in askers()})


def _set(withholds: str, community: Community) -> UUID:
    protocol = Protocol.objects.create(
        slug=f"keeps-{withholds}", name=withholds, withholds=withholds, admits="community"
    )
    ProtocolCommunity.objects.create(protocol=protocol, community=community)
    made = ProtocolSet.objects.create(id=new_id(), combine="all")
    ProtocolInSet.objects.create(protocol_set=made, protocol=protocol)
    return made.pk


def _collections(sets: Mapping[str, UUID | None]) -> dict[tuple[str, bool, str], UUID]:
    made: dict[tuple[str, bool, str], UUID] = {}
    for outer, ages, protocol in itertools.product(TABLE["levels"], (True, False), sets):
        made[outer, ages, protocol] = Collection.objects.create(
            code=f"C_{len(made)}",
            title="A collection",
            access=outer,
            opens_with_age=ages,
            protocol_set_id=sets[protocol],
        ).pk
    return made


def _items(
    collections: Mapping[tuple[str, bool, str], UUID], sets: Mapping[str, UUID | None]
) -> dict[Case, UUID]:
    today = date.today()  # noqa: DTZ011 - years ago: no day of it matters
    wanted = {}
    rows: list[Item] = []
    for case in cases():
        year = today.year - YEARS - (0 if case.is_old else -1)
        row = Item(
            code=f"I_{len(rows)}",
            title="An item",
            collection_id=collections[case.outer, case.collection_ages, case.collection_protocol],
            access=case.inner or None,
            opens_with_age=case.item_ages,
            recorded_from=date(year - 1, 6, 1),
            recorded_to=date(year, 12, 31),
            protocol_set_id=sets[case.item_protocol],
            state=case.state,
        )
        rows.append(row)
        wanted[case] = row.pk
    Item.objects.bulk_create(rows)
    for embargo, until in {"over": -1, "standing": 1}.items():
        keys = [key for case, key in wanted.items() if case.embargo == embargo]
        Item.objects.filter(pk__in=keys).update(embargo_until=Now() + timedelta(days=until))
    return wanted


def _actor(
    asker: Asker, community: Community, collections: Mapping[tuple[str, bool, str], UUID]
) -> Actor:
    if asker.role == "public":
        return _visitor(asker, collections)
    user = make_user(is_staff=asker.role == "staff")
    if asker.is_admitted:
        CommunityMember.objects.create(community=community, user=user)
    if asker.role == "editor":
        # The group lies within another, which holds the collections.
        outer = EditorGroup.objects.create(slug=f"outer-{user.pk}", name="Outer")
        inner = EditorGroup.objects.create(slug=f"inner-{user.pk}", name="Inner")
        EditorGroupEdge.objects.create(parent=outer, child=inner)
        Editor.objects.create(group=inner, user=user)
        EditorCollection.objects.bulk_create(
            EditorCollection(group=outer, collection_id=key) for key in collections.values()
        )
    _grant(asker, collections, user=user)
    return actor_of_user(user)


def _visitor(asker: Asker, collections: Mapping[tuple[str, bool, str], UUID]) -> Actor:
    """A visitor has grants by sitting in a reading room."""
    if asker.grant == "none":
        return actor_of_user(None, "198.51.100.1")
    number = list(TABLE["grant"]).index(asker.grant)
    room = ReadingRoom.objects.create(
        slug=f"room-{number}", name="Room", networks=[f"192.0.{number}.0/24"]
    )
    _grant(asker, collections, room=room)
    return actor_of_user(None, f"192.0.{number}.7")


def _grant(asker: Asker, collections: Mapping[tuple[str, bool, str], UUID], **to: object) -> None:
    if asker.grant == "none":
        return
    gives = "download" if asker.grant == "over" else asker.grant
    grants = Grant.objects.bulk_create(
        Grant(collection_id=key, gives=gives, reason="asked for", **to)
        for key in collections.values()
    )
    if asker.grant == "over":
        keys = [grant.pk for grant in grants]
        Grant.objects.filter(pk__in=keys).update(until=Now() - timedelta(seconds=1))
