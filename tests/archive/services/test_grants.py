"""Grants and reading rooms: let in beyond the level, until a date, and out again at once."""

from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Network

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from archive.access import Act, may
from archive.actors import actor_of, actor_of_user
from archive.errors import NotAllowed, NotFound, OddValue
from archive.identifiers import new_id
from archive.models import Grant, Item, Selection, SelectionEntry
from archive.services.grants import Of, To, create_room, give, take_back, update_room
from archive.standing import client_address
from tests.factories import MEMBER, STAFF, make_item, make_user

pytestmark = pytest.mark.django_db
ACTS = (Act.FIND, Act.LISTEN, Act.DOWNLOAD)


def may_do(user: object, item: Item) -> list[bool]:
    return [may(actor_of_user(user), act, item.pk) for act in ACTS]


def test_a_grant_opens_one_thing_to_one_person_and_is_taken_back() -> None:
    user, other, item = make_user(), make_user(), make_item(access="none")
    grant = give(
        actor=STAFF, to=To(user_id=user.pk), of=Of(item_id=item.pk), gives="listen", reason="thesis"
    )
    assert may_do(user, item) == [True, True, False]
    assert may_do(other, item) == [False, False, False]
    assert may_do(user, make_item(access="none")) == [False, False, False]
    actor = actor_of_user(user)
    take_back(actor=STAFF, grant_id=grant.pk)
    assert not may(actor, Act.FIND, item.pk), "also for who was let in a moment ago"


def test_it_ends_by_the_databases_clock() -> None:
    user, item = make_user(), make_item(access="none")
    give(
        actor=STAFF,
        to=To(user_id=user.pk),
        of=Of(item_id=item.pk),
        gives="download",
        reason="x",
        until=datetime.now(UTC) + timedelta(days=1),
    )
    assert may_do(user, item) == [True, True, True]
    Grant.objects.update(until=datetime.now(UTC) - timedelta(seconds=1))
    assert may_do(user, item) == [False, False, False]


def test_a_selection_opens_what_it_lists_whole() -> None:
    user, whole, stretch = make_user(), make_item(access="none"), make_item(access="none")
    listed = Selection.objects.create(owner=make_user(), title="For a class", shared="public")
    SelectionEntry.objects.create(selection=listed, position=1, item=whole)
    SelectionEntry.objects.create(selection=listed, position=2, item=stretch, start_s=1, end_s=2)
    of = Of(selection_id=listed.pk)
    give(actor=STAFF, to=To(user_id=user.pk), of=of, gives="listen", reason="a class")
    assert may_do(user, whole)[:2] == [True, True]
    assert may_do(user, stretch) == [False, False, False]
    listed.entries.filter(item=whole).delete()
    assert may_do(user, whole) == [False, False, False]


def test_a_reading_room_lets_its_own_machines_in_and_no_others(settings: Settings) -> None:
    item = make_item(access="none")
    room = create_room(actor=STAFF, slug="paris", name="Paris", networks=["192.0.2.0/24"])
    give(actor=STAFF, to=To(room_id=room.pk), of=Of(item_id=item.pk), gives="listen", reason="here")
    page = f"/items/{item.code}.ttl"

    def status(address: str, **headers: str) -> int:
        return Client(REMOTE_ADDR=address, headers=headers).get(page).status_code

    assert [status("192.0.2.7"), status("198.51.100.7"), status("::ffff:192.0.2.7")] == [
        200,
        404,
        200,
    ]
    assert status("198.51.100.7", x_forwarded_for="192.0.2.7") == 404, "nobody says so themselves"
    settings.TRUSTED_PROXIES = [IPv4Network("198.51.100.7/32")]
    assert status("198.51.100.7", x_forwarded_for="192.0.2.7") == 200
    assert status("198.51.100.7", x_forwarded_for="192.0.2.7, 203.0.113.5") == 404
    update_room(actor=STAFF, cited="paris", networks=["203.0.113.0/24"])
    assert status("192.0.2.7") == 404
    asked = RequestFactory().get("/", REMOTE_ADDR="203.0.113.5")
    assert actor_of(asked).rooms == frozenset({room.pk})


def test_the_nearest_hop_that_is_not_ours_counts(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = [IPv4Network("10.0.0.0/8")]
    assert client_address(["1.2.3.4", "5.6.7.8", "10.0.0.9"]) == "5.6.7.8"
    assert client_address(["5.6.7.8", "no address", "10.0.0.9"]) == "10.0.0.9"


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"to": To()}, "to"),
        ({"of": Of(item_id=new_id(), collection_id=new_id())}, "of"),
        ({"reason": " "}, "reason"),
        ({"gives": "edit"}, "gives"),
        ({"until": datetime(2020, 1, 1, tzinfo=UTC)}, "until"),
        ({"agreement": "NONE"}, "agreement"),
    ],
    ids=["nobody", "two things", "no reason", "no such thing", "over", "no such agreement"],
)
def test_odd_grants_are_refused(words: dict[str, object], field: str) -> None:
    user, item = make_user(), make_item()
    given = {
        "to": To(user_id=user.pk),
        "of": Of(item_id=item.pk),
        "gives": "read",
        "reason": "x",
    } | words
    with pytest.raises(OddValue) as odd:
        give(actor=STAFF, **given)  # type: ignore[arg-type]
    assert odd.value.field == field
    assert not Grant.objects.exists()


def test_grants_are_staffs_to_give() -> None:
    of = Of(item_id=make_item().pk)
    with pytest.raises(NotAllowed):
        give(actor=MEMBER, to=To(user_id=make_user().pk), of=of, gives="read", reason="x")
    with pytest.raises(NotFound):
        give(actor=STAFF, to=To(user_id=new_id()), of=of, gives="read", reason="x")
    with pytest.raises(NotFound):
        take_back(actor=STAFF, grant_id=new_id())


@pytest.mark.parametrize("network", ["0.0.0.0/0", "192.0.2.1/24", "::/0", "a room", ""])
def test_a_network_that_is_none_is_refused(network: str) -> None:
    with pytest.raises(OddValue):
        create_room(actor=STAFF, slug="x", name="X", networks=[network])
