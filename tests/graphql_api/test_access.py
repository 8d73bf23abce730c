"""What GraphQL says of why a sound is withheld, what is to be read first, and who sits where."""

from datetime import date
from typing import Any

import pytest

from archive.access import PUBLIC, Act, Actor
from archive.actors import actor_of_user
from archive.models import Community, CommunityMember, Grant, Item, PublicationRule
from archive.services.labels import acknowledge, create_label, put_labels
from archive.services.protocols import create_protocol, place_under
from tests.factories import STAFF, make_item, make_part, make_user
from tests.graphql_api.asking import ask

pytestmark = pytest.mark.django_db

ACCESS = """query($code: String!) { item(code: $code) {
    access { withheld message opensOn canEdit canListen } unreadLabels { slug } } }"""


def told(item: Item, actor: Actor = PUBLIC) -> Any:
    answer = ask(ACCESS, actor=actor, code=item.code)
    assert not answer.errors, answer.errors
    assert answer.data
    return answer.data["item"]


def sounding(**values: Any) -> Item:
    item = make_item(**values)
    make_part(item)
    return item


def test_age_says_the_day_on_which_it_opens() -> None:
    PublicationRule.objects.create(slug="late", title="Late", years=500, is_default=True)
    recorded = {"recorded_from": date(1960, 1, 1), "recorded_to": date(1961, 12, 31)}
    item = sounding(code="OLD", access="metadata", opens_with_age=True, **recorded)
    access = told(item)["access"]
    assert (access["withheld"], access["opensOn"]) == ("AGE", "2461-01-01")
    assert access["message"] == "The sound opens on 01 January 2461, when it is old enough."
    unmarked = sounding(code="CLOSED", access="metadata", **recorded)
    access = told(unmarked)["access"]
    assert (access["withheld"], access["opensOn"]) == ("LEVEL", None)


def test_a_protocol_is_the_reason_only_for_those_whom_it_does_not_admit() -> None:
    community = Community.objects.create(slug="dogon", name="Dogon")
    item = sounding(code="SONG")
    create_protocol(actor=STAFF, slug="men", name="Men", communities=["dogon"], withholds="sound")
    place_under(actor=STAFF, kind="item", record_id=item.pk, protocols=["men"])
    member = make_user()
    CommunityMember.objects.create(community=community, user=member)
    assert told(item)["access"]["withheld"] == "PROTOCOL"
    inside = told(item, actor_of_user(member))["access"]
    assert (inside["withheld"], inside["canListen"], inside["canEdit"]) == (None, True, False)
    assert told(item, STAFF)["access"]["canEdit"]


def test_labels_are_unread_until_they_were_acknowledged_and_never_for_staff() -> None:
    item = sounding(code="SONG")
    for slug, kind, record in (("own", "item", item), ("above", "collection", item.collection)):
        create_label(actor=STAFF, slug=slug, name=slug.title(), text="Read me.")
        put_labels(actor=STAFF, kind=kind, record_id=record.pk, labels=[slug])
    actor = actor_of_user(make_user())
    assert {each["slug"] for each in told(item, actor)["unreadLabels"]} == {"own", "above"}
    assert told(item)["unreadLabels"] == told(item, Actor(is_member=True))["unreadLabels"]
    acknowledge(actor=actor, label="above")
    assert told(item, actor)["unreadLabels"] == [{"slug": "own"}]
    assert told(item, STAFF)["unreadLabels"] == []


def test_members_are_told_to_staff_and_stewards_alone() -> None:
    community = Community.objects.create(slug="dogon", name="Dogon", is_listed=True)
    steward, member = make_user(), make_user()
    CommunityMember.objects.create(community=community, user=steward, standing="steward")
    CommunityMember.objects.create(community=community, user=member)
    query = '{ community(slug: "dogon") { members { person standing } } }'

    def seats(actor: Actor) -> int:
        answer = ask(query, actor=actor)
        assert answer.data
        assert not answer.errors
        return len(answer.data["community"]["members"])

    askers = [PUBLIC, actor_of_user(member), actor_of_user(steward), STAFF]
    assert [seats(actor) for actor in askers] == [0, 0, 2, 2]


def test_grants_of_one_record_are_listed_to_staff_and_to_whom_they_were_given() -> None:
    one, other, user = make_item(code="A"), make_item(code="B"), make_user()
    for item in (one, other):
        Grant.objects.create(user=user, item=item, gives=Act.LISTEN, reason="A thesis.")
    query = "query($id: ID!) { grants(record: $id) { totalCount nodes { item { code } } } }"
    node = ask('{ item(code: "A") { id } }', actor=STAFF).data
    assert node
    for actor, count in ((PUBLIC, 0), (actor_of_user(user), 1), (STAFF, 1)):
        answer = ask(query, actor=actor, id=node["item"]["id"])
        assert answer.data
        assert answer.data["grants"]["totalCount"] == count
