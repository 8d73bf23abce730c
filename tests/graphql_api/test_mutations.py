"""Changing records and asking for runs: success or a typed error (G-08, G-11, G-12, G-13)."""

from typing import Any

import pytest

from archive.access import PUBLIC, Actor
from archive.models import Item
from tests.factories import MEMBER, STAFF, hidden_item, make_item, make_part, make_user
from tests.graphql_api.asking import ask, data_of

pytestmark = pytest.mark.django_db

UPDATE = """mutation($i: UpdateItemInput!) { updateItem(input: $i) { __typename
  ... on UpdateItemPayload { item { title version recorded { edtf } access { level } } }
  ... on Error { code message path }
  ... on VersionConflict { currentVersion item { title } } } }"""
START = """mutation($i: StartRunInput!) { startRun(input: $i) { __typename
  ... on StartRunPayload { run { id status preset items { totalCount nodes { item { code } } } } }
  ... on Error { code message path } } }"""
CANCEL = """mutation($i: CancelRunInput!) { cancelRun(input: $i) { __typename
  ... on CancelRunPayload { run { status } } ... on Error { code path } } }"""


def update(actor: Actor = STAFF, **given: Any) -> dict[str, Any]:
    found: dict[str, Any] = data_of(UPDATE, actor=actor, i=given)["updateItem"]
    return found


def id_of(item: Item) -> str:
    text = "query($c: String!) { item(code: $c) { id } }"
    found: str = data_of(text, actor=STAFF, c=item.code)["item"]["id"]
    return found


def test_a_record_is_changed_by_code_or_by_id() -> None:
    item = make_item(code="X_1", title="Before")
    assert update(code="X_1", title="After")["item"] == {
        "title": "After",
        "version": 2,
        "recorded": None,
        "access": {"level": "FULL"},
    }
    changed = update(id=id_of(item), recorded="196X", access="METADATA")["item"]
    assert changed["recorded"] == {"edtf": "196X"}
    assert changed["access"] == {"level": "METADATA"}
    assert update(code="X_1", access=None, recorded=None)["item"]["access"] == {"level": "FULL"}
    item.refresh_from_db()
    assert (item.title, item.recorded, item.recorded_from) == ("After", "", None)


def test_an_edit_of_an_old_version_is_refused_with_the_current_one() -> None:
    make_item(code="X_1", title="Before")
    update(code="X_1", title="Somebody else", ifVersion=1)
    conflict = update(code="X_1", title="Mine", ifVersion=1)
    assert conflict["__typename"] == "VersionConflict"
    assert conflict["code"] == "VERSION_CONFLICT"
    assert conflict["currentVersion"] == 2
    assert conflict["item"] == {"title": "Somebody else"}
    assert conflict["path"] == ["input", "ifVersion"]


def test_odd_values_say_which_field_and_change_nothing() -> None:
    make_item(code="X_1", title="Before")
    for given, path in (
        ({"title": ""}, ["input", "title"]),
        ({"recorded": "the other day"}, ["input", "recorded"]),
        ({"place": "nowhere"}, ["input", "place"]),
        ({"populations": ["nobody"]}, ["input", "populations"]),
    ):
        refused = update(code="X_1", **given)
        assert (refused["__typename"], refused["path"]) == ("ValidationError", path)
        assert refused["message"]
    assert Item.objects.get(code="X_1").version == 1


def test_who_may_not_edit_is_told_so_and_a_hidden_record_is_not_found() -> None:
    make_item(code="X_1")
    hidden = hidden_item(code="X_2")
    for actor in (PUBLIC, MEMBER):
        assert update(actor, code="X_1", title="Mine")["__typename"] == "Forbidden"
        secret = update(actor, code="X_2", title="Mine")
        nothing = update(actor, code="X_3", title="Mine")
        assert secret == nothing
        assert secret["__typename"] == "NotFound"
    hidden.refresh_from_db()
    assert hidden.title == "An item"


def test_a_record_is_named_once() -> None:
    for given in ({"title": "x"}, {"code": "a", "id": "SXRlbTox", "title": "x"}):
        assert ask(UPDATE, actor=STAFF, i=given).codes[0] in {"BAD_INPUT", "BAD_ID"}


@pytest.fixture
def curator() -> Actor:
    return Actor(user_id=make_user(is_staff=True).pk, is_member=True, is_staff=True)


def start(actor: Actor, **given: Any) -> dict[str, Any]:
    found: dict[str, Any] = data_of(START, actor=actor, i=given)["startRun"]
    return found


def test_a_run_is_asked_for_once_under_its_key(curator: Actor) -> None:
    item = make_item()
    make_part(item)
    items = [id_of(item)]
    first = start(curator, items=items, preset="default", idempotencyKey="k")
    assert first["__typename"] == "StartRunPayload", first
    assert first["run"]["items"]["nodes"] == [{"item": {"code": item.code}}]
    again = start(curator, items=items, idempotencyKey="k")
    assert again["run"]["id"] == first["run"]["id"]
    other = start(curator, items=[id_of(make_item())], idempotencyKey="k")
    assert other["path"] == ["input", "idempotencyKey"]
    text = "query($i: ID!) { run(id: $i) { status } runs { totalCount } }"
    assert data_of(text, actor=curator, i=first["run"]["id"])["runs"]["totalCount"] == 1
    assert data_of(text, actor=PUBLIC, i=first["run"]["id"]) == {
        "run": None,
        "runs": {"totalCount": 0},
    }


def test_runs_that_cannot_be_are_refused_as_data(curator: Actor) -> None:
    item = make_item()
    hidden = hidden_item()
    assert start(curator, items=[])["__typename"] == "ValidationError"
    unknown = start(curator, items=[id_of(item)], preset="nonsense")
    assert unknown["path"] == ["input", "preset"]
    assert start(MEMBER, items=[id_of(item)])["__typename"] == "Forbidden"
    missing = start(MEMBER, items=[id_of(hidden)])
    assert missing["__typename"] == "NotFound"
    assert str(hidden.pk) not in missing["message"]
    assert ask(START, actor=curator, i={"items": ["nonsense"]}).codes == ["BAD_ID"]


def test_a_run_is_stopped_by_who_asked_and_no_other(curator: Actor) -> None:
    item = make_item()
    make_part(item)
    run = start(curator, items=[id_of(item)])["run"]["id"]
    for actor in (PUBLIC, MEMBER):
        refused = data_of(CANCEL, actor=actor, i={"run": run})["cancelRun"]
        assert refused["__typename"] == "NotFound"
    stopped = data_of(CANCEL, actor=curator, i={"run": run})["cancelRun"]
    assert stopped["run"] == {"status": "CANCELLED"}
