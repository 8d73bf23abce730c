"""The archive that the sweep walks through, the six who ask, and what each of them may know."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.test import Client

from archive.access import Act, Actor
from archive.actors import actor_of_user
from archive.models import (
    Collection,
    Community,
    CommunityMember,
    Editor,
    EditorGroup,
    ExtraField,
    Holder,
    Item,
    PublicationRule,
    ReadingRoom,
    Selection,
)
from tests.doors.canaries import EDIT, FIND, GIVEN, LISTEN, NEAR, STAFF, Canary, key_of
from tests.doors.hidden import COLLECTIONS, HIDDEN_COLLECTIONS, HIDDEN_LEVELS, hidden, silent
from tests.doors.planting.ground import Ground, make_tops, plant_collections, protocol_sets
from tests.doors.planting.planted import plant
from tests.factories import make_user
from tests.graphql_api.world import World

#: Live lists: what they look for, and who sees them. The first finds the hidden.
LIVE = (("0zq", "public"), ("song", "public"), ("0zq", "private"))
ELSEWHERE, ROOM = "198.51.100.1", "192.0.2.7"
ROLES = ("public", "member", "room", "community", "editor", "staff")
ACTS = {FIND: Act.FIND, LISTEN: Act.LISTEN, EDIT: Act.EDIT}


@dataclass(frozen=True)
class Role:
    """Somebody at the doors."""

    name: str
    user: Any
    address: str

    def actor(self) -> Actor:
        return actor_of_user(self.user, self.address)

    def client(self) -> Client:
        client = Client(REMOTE_ADDR=self.address, raise_request_exception=False)
        if self.user is not None:
            client.force_login(self.user)
        return client


@dataclass(frozen=True)
class Swept:
    """The ground, who asks, and what makes the hidden."""

    ground: Ground
    roles: Mapping[str, Role]
    hide: Callable[[], int]


def open_ground() -> Swept:
    """Make what the public may see: a small archive with everything in it, and the silent."""
    PublicationRule.objects.create(slug="sweep", title="51 years", years=51, is_default=True)
    World().grow_to(2)
    ours, theirs = (
        Community.objects.create(slug=f"sweep-{name}", name=name) for name in ("ours", "theirs")
    )
    room = ReadingRoom.objects.create(slug="sweep", name="Room", networks=["192.0.2.0/24"])
    editors = EditorGroup.objects.create(slug="sweep", name="Editors")
    people = {
        name: make_user(f"sweep-{name}", is_staff=name == "staff", is_superuser=name == "staff")
        for name in ROLES
        if name not in {"public", "room"}
    }
    CommunityMember.objects.create(community=ours, user=people["community"])
    Editor.objects.create(group=editors, user=people["editor"])
    ExtraField.objects.create(slug="sweep-extra", level="item", kind="line", label="Extra")
    Selection.objects.create(
        id=key_of("Selection", 0), title="Sweep", owner=people["staff"], shared="public"
    )
    for number, (words, shared) in enumerate(LIVE, start=1):
        Selection.objects.create(
            id=key_of("Selection", number),
            title=f"Sweep, live {number}",
            owner=people["staff"],
            shared=shared,
            live_filter={"text": words},
        )
    Selection.objects.create(title="Granted", owner=people["staff"])
    ground = Ground(
        protocols=protocol_sets(ours, theirs),
        collections={},
        tops=make_tops(),
        people=people,
        room=room,
        community=ours,
        holder=Holder.objects.get(slug="item-0"),
    )
    plant_collections(ground, set(COLLECTIONS) - set(HIDDEN_COLLECTIONS), editors)
    plant(ground, silent())
    roles = {
        name: Role(name, people.get(name), ROOM if name == "room" else ELSEWHERE) for name in ROLES
    }
    return Swept(ground, roles, partial(_hide, ground, editors))


def _hide(ground: Ground, editors: Any) -> int:
    plant_collections(ground, HIDDEN_COLLECTIONS, editors)
    return plant(ground, hidden())


class Allowed:
    """What one role may know, asked once of the rule, which tests/doors/test_policy.py checks."""

    def __init__(self, role: Role) -> None:
        actor = role.actor()
        self._is_staff = actor.is_staff
        to = {"member": {"member", "list"}}.get(role.name, {role.name})
        self._given = {one.number for one in hidden() if one.granted in to}
        numbers = {one.key: one.number for one in (*hidden(), *silent())}
        of = {key_of("Collection", 0, name): n for name, n in HIDDEN_COLLECTIONS.items()}
        found = set(Collection.objects.visible_to(actor).values_list("pk", flat=True))
        self._numbers = {
            act: {
                *(numbers[key] for key in _allowing(actor, wanted) if key in numbers),
                *(of[key] for key in found if key in of),
                *(HIDDEN_LEVELS.values() if actor.is_staff else ()),
            }
            for act, wanted in ACTS.items()
        }
        # Members of its community, and staff, see where it lies.
        belongs = role.name in {"community", "staff"}
        self._numbers[NEAR] = {one.number for one in silent() if belongs}

    def is_told(self, canary: Canary) -> bool:
        if canary.act == STAFF:
            return self._is_staff
        if canary.act == GIVEN:
            return self._is_staff or canary.number in self._given
        return canary.number in self._numbers.get(canary.act, ())

    def finds(self, number: int) -> bool:
        return number in self._numbers[FIND]


def _allowing(actor: Actor, act: Act) -> set[Any]:
    return set(Item.objects.allowing(actor, act).values_list("pk", flat=True))
