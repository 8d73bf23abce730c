"""Erasing by GraphQL: what one asks, another confirms, and what both are told."""

from typing import Any

import pytest
from strawberry import relay

from archive.access import PUBLIC, Actor
from archive.models import Erasure, Item
from archive.scopes import EVERY, Scope
from tests.factories import make_item, make_part, make_user
from tests.graphql_api.asking import ask, data_of

pytestmark = pytest.mark.usefixtures("own_database")

ASK = """mutation($i: RequestErasureInput!) { done: requestErasure(input: $i) { __typename
  ... on RequestErasurePayload { erasure { id stage reason mayConfirm takes { name count }
    record { id } called subject kind } }
  ... on Error { code message path } } }"""
CONFIRM = """mutation($i: ConfirmErasureInput!) { done: confirmErasure(input: $i) { __typename
  ... on ConfirmErasurePayload { isGoneEverywhere erasure { stage catchingUp decidedBy
    record { id } departures { what times door person } } }
  ... on Error { code message path } } }"""
REFUSE = """mutation($i: RefuseErasureInput!) { done: refuseErasure(input: $i) { __typename
  ... on RefuseErasurePayload { erasure { stage refusal } }
  ... on Error { code message path } } }"""
LIST = """query($s: ErasureStage) { erasures(stage: $s) { totalCount nodes { id stage askedBy
  mayConfirm } } }"""


def person(name: str, **values: Any) -> Actor:
    user = make_user(name, is_staff=True)
    return Actor(user_id=user.pk, is_member=True, is_staff=True, **values)


def done(query: str, actor: Actor, **given: Any) -> dict[str, Any]:
    found: dict[str, Any] = data_of(query, actor=actor, i=given)["done"]
    return found


def id_of(item: Item) -> str:
    return relay.to_base64("Item", item.pk)


def test_one_asks_and_another_confirms() -> None:
    anna, ben, item = person("anna"), person("ben"), make_item(title="OLU BOY")
    make_part(item)
    asked = done(ASK, anna, record=id_of(item), reason="Her family asked.")["erasure"]
    assert (asked["stage"], asked["mayConfirm"], asked["kind"]) == ("ASKED", False, "item")
    assert asked["record"] == {"id": id_of(item)}
    assert asked["takes"] == [{"name": "items", "count": 1}, {"name": "sounds", "count": 1}]
    seen = data_of(LIST, actor=ben, s="ASKED")["erasures"]["nodes"]
    assert seen == [{"id": asked["id"], "stage": "ASKED", "askedBy": "anna", "mayConfirm": True}]
    same = done(CONFIRM, anna, id=asked["id"])
    assert (same["__typename"], same["code"]) == ("ValidationError", "SAME_PERSON")
    told = done(CONFIRM, ben, id=asked["id"])
    assert told["erasure"]["stage"] == "DONE"
    assert told["erasure"]["record"] is None
    assert told["erasure"]["decidedBy"] == "ben"
    assert {each["what"] for each in told["erasure"]["departures"]} == {"open", "rdf"}
    assert "files" not in told["erasure"]["catchingUp"]
    assert told["isGoneEverywhere"] is (told["erasure"]["catchingUp"] == [])
    assert data_of("query($i: ID!) { node(id: $i) { id } }", actor=ben, i=id_of(item)) == {
        "node": None
    }
    assert done(CONFIRM, ben, id=asked["id"])["__typename"] == "ConfirmErasurePayload"
    assert done(REFUSE, anna, id=asked["id"])["code"] == "ALREADY_DECIDED"


def test_the_same_key_asks_once_and_another_request_is_refused() -> None:
    anna, item = person("anna"), make_item()
    given = {"record": id_of(item), "reason": "Asked.", "idempotencyKey": "k"}
    first, second = (done(ASK, anna, **given)["erasure"]["id"] for _ in range(2))
    assert first == second
    assert Erasure.objects.count() == 1
    other = done(ASK, anna, **given | {"reason": "Another."})
    assert other["code"] == "IDEMPOTENCY_KEY_REUSED"
    again = done(ASK, person("ben"), record=id_of(item), reason="Me too.")
    assert (again["code"], again["path"]) == ("ALREADY_ASKED", ["input"])


def test_one_sound_of_an_item_is_named_by_its_position() -> None:
    anna, item = person("anna"), make_item()
    make_part(item, label="side B")
    asked = done(ASK, anna, record=id_of(item), reason="The wrong tape.", part=1)["erasure"]
    assert (asked["kind"], asked["called"]) == ("part", "1 side B")
    assert asked["record"] == {"id": id_of(item)}
    wrong = done(ASK, anna, record=id_of(item), reason="The wrong tape.", part=9)
    assert (wrong["__typename"], wrong["path"]) == ("NotFound", ["input", "part"])


def test_it_is_refused_with_a_reason() -> None:
    anna, ben, item = person("anna"), person("ben"), make_item()
    asked = done(ASK, anna, record=id_of(item), reason="Asked.")["erasure"]
    told = done(REFUSE, ben, id=asked["id"], reason="We hold their consent.")["erasure"]
    assert told == {"stage": "REFUSED", "refusal": "We hold their consent."}
    assert Item.objects.filter(pk=item.pk).exists()


def test_it_is_for_staff_and_for_keys_made_to_manage() -> None:
    anna, item = person("anna"), make_item()
    member = Actor(user_id=make_user("ana").pk, is_member=True)
    asked = done(ASK, anna, record=id_of(item), reason="Asked.")["erasure"]
    for actor in (PUBLIC, member):
        assert done(ASK, actor, record=id_of(item), reason="Asked.")["code"] == "FORBIDDEN"
        assert done(CONFIRM, actor, id=asked["id"])["code"] == "FORBIDDEN"
        assert data_of(LIST, actor=actor)["erasures"] == {"totalCount": 0, "nodes": []}
        one = "query($i: ID!) { erasure(id: $i) { reason } }"
        assert data_of(one, actor=actor, i=asked["id"]) == {"erasure": None}
    describes = person("ben", scopes=EVERY - {Scope.MANAGE})
    for query, given in (
        (ASK, {"record": id_of(item), "reason": "x"}),
        (CONFIRM, {"id": asked["id"]}),
    ):
        assert ask(query, actor=describes, i=given).codes == ["FORBIDDEN"]


def test_what_cannot_be_erased_is_no_id() -> None:
    anna = person("anna")
    for name in ("Place", "Part", "Selection", "User"):
        record = relay.to_base64(name, "0198c0de-0000-7000-8000-000000000000")
        assert ask(ASK, actor=anna, i={"record": record, "reason": "x"}).codes == ["BAD_ID"]


def test_a_list_of_erasures_asks_as_often_for_ten_as_for_one(
    django_assert_max_num_queries: Any,
) -> None:
    anna, ben = person("anna"), person("ben")
    text = """{ erasures { nodes { askedBy called record { id iri } takes { name } } } }"""
    for number in (1, 10):
        while Erasure.objects.count() < number:
            done(ASK, anna, record=id_of(make_item()), reason="Asked.")
        with django_assert_max_num_queries(8):
            nodes = data_of(text, actor=ben)["erasures"]["nodes"]
        assert len(nodes) == number
