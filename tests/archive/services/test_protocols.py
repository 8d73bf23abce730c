"""Communities and protocols: who belongs, whom they admit, what they never do (issue 4)."""

from typing import Any

import pytest

from archive.access import PUBLIC, Act, Actor, may
from archive.actors import actor_of_user
from archive.errors import NotAllowed, NotFound, OddValue
from archive.identifiers import new_id
from archive.models import Item, ProtocolSet, User
from archive.services.protocols import (
    admit,
    belong,
    create_community,
    create_protocol,
    place_under,
    update_protocol,
)
from tests.factories import STAFF, make_item, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def elder() -> User:
    return make_user("elder")


@pytest.fixture
def item(elder: User) -> Item:
    """An open item under a protocol of the Dogon, whose steward is the elder."""
    create_community(actor=STAFF, slug="dogon", name="Dogon")
    belong(actor=STAFF, community="dogon", user_id=elder.pk, standing="steward")
    create_protocol(actor=STAFF, slug="masks", name="Of the masks", communities=["dogon"])
    made = make_item(access="full")
    return under(made, "masks")


def under(item: Item, *protocols: str, combine: str = "all") -> Item:
    return place_under(  # type: ignore[no-any-return]
        actor=STAFF, kind="item", record_id=item.pk, protocols=protocols, combine=combine
    )


def finds(user: User | None, item: Item, act: Act = Act.FIND) -> bool:
    return may(PUBLIC if user is None else actor_of_user(user), act, item.pk)


def test_only_members_find_what_stands_under_it(item: Item, elder: User) -> None:
    stranger = make_user()
    assert [finds(None, item), finds(stranger, item), finds(elder, item)] == [False, False, True]
    belong(actor=actor_of_user(elder), community="dogon", user_id=stranger.pk)
    assert finds(stranger, item), "the steward let them in"
    belong(actor=actor_of_user(elder), community="dogon", user_id=stranger.pk, standing=None)
    assert not finds(stranger, item)


def test_a_protocol_on_the_sound_leaves_the_description(item: Item, elder: User) -> None:
    update_protocol(actor=STAFF, cited="masks", withholds="sound")
    assert finds(None, item)
    assert not finds(None, item, Act.LISTEN)
    assert finds(elder, item, Act.LISTEN)


def test_named_members_alone_pass_where_names_count(item: Item, elder: User) -> None:
    other = make_user()
    belong(actor=STAFF, community="dogon", user_id=other.pk)
    admit(actor=STAFF, protocol="masks", user_id=elder.pk, standing="steward")
    update_protocol(actor=STAFF, cited="masks", admits="named")
    assert [finds(elder, item), finds(other, item)] == [True, False]
    admit(actor=actor_of_user(elder), protocol="masks", user_id=other.pk)
    assert finds(other, item)


def test_any_and_all_combine_as_they_say(item: Item, elder: User) -> None:
    create_community(actor=STAFF, slug="bwa", name="Bwa")
    griot = make_user()
    belong(actor=STAFF, community="bwa", user_id=griot.pk, standing="steward")
    create_protocol(actor=STAFF, slug="flutes", name="Of the flutes", communities=["bwa"])
    under(item, "masks", "flutes")
    assert [finds(elder, item), finds(griot, item)] == [False, False]
    under(item, "masks", "flutes", combine="any")
    assert [finds(elder, item), finds(griot, item), finds(None, item)] == [True, True, False]


def test_one_combination_is_one_set(item: Item) -> None:
    other = under(make_item(), "masks")
    item.refresh_from_db()
    assert other.protocol_set_id == item.protocol_set_id
    assert ProtocolSet.objects.count() == 1
    under(item)
    assert finds(None, item), "under none, it is as open as its level says"


@pytest.mark.parametrize(
    ("do", "refusal"),
    [
        (
            lambda steward, _: belong(
                actor=STAFF, community="dogon", user_id=steward, standing=None
            ),
            None,
        ),
        (lambda steward, _: update_protocol(actor=STAFF, cited="masks", communities=[]), OddValue),
        (lambda _, other: belong(actor=other, community="dogon", user_id=other.user_id), NotFound),
        (
            lambda _, other: place_under(
                actor=other, kind="item", record_id=new_id(), protocols=[]
            ),
            NotFound,
        ),
        (
            lambda *_: create_protocol(actor=STAFF, slug="x", name="X", communities=["nobody"]),
            OddValue,
        ),
    ],
    ids=["the last one goes", "of no community", "by a stranger", "a stranger's record", "unknown"],
)
def test_odd_wishes_are_refused(item: Item, elder: User, do: Any, refusal: Any) -> None:
    stranger: Actor = actor_of_user(make_user())
    if refusal is None:
        do(elder.pk, stranger)
        return
    with pytest.raises(refusal):
        do(elder.pk, stranger)
    assert not finds(None, item)


def test_a_community_keeps_a_steward(item: Item, elder: User) -> None:
    belong(actor=STAFF, community="dogon", user_id=make_user().pk)
    with pytest.raises(OddValue, match="steward"):
        belong(actor=STAFF, community="dogon", user_id=elder.pk, standing="member")
    assert finds(elder, item)


def test_a_protocol_never_excludes_its_own_steward(item: Item, elder: User) -> None:
    outsider = make_user()
    with pytest.raises(OddValue, match="steward"):
        admit(actor=STAFF, protocol="masks", user_id=outsider.pk, standing="steward")
    admit(actor=STAFF, protocol="masks", user_id=elder.pk, standing="steward")
    with pytest.raises(OddValue, match="steward"):
        belong(actor=STAFF, community="dogon", user_id=elder.pk, standing=None)


def test_a_member_may_not_let_others_in(item: Item) -> None:
    member = make_user()
    belong(actor=STAFF, community="dogon", user_id=member.pk)
    with pytest.raises(NotAllowed):
        belong(actor=actor_of_user(member), community="dogon", user_id=make_user().pk)
