"""Runs by GraphQL: over what a filter finds, with an estimate, tried again: T-26, S-36."""

from typing import Any

import pytest
from pytest_django.fixtures import Settings

from analysis.models import Run, RunItem, Status
from archive.access import PUBLIC, Actor
from archive.models import Item, Selection, SelectionEntry
from tests.factories import MEMBER, hidden_item, make_collection, make_item, make_part, make_user
from tests.graphql_api.asking import ask, data_of
from tests.graphql_api.worked_examples import id_of

pytestmark = pytest.mark.django_db

START = """mutation($i: StartRunInput!) { startRun(input: $i) { __typename
  ... on StartRunPayload { run { id status priority standing { status items }
    items { nodes { status item { code } } } } }
  ... on Error { code message path } } }"""
ESTIMATE = """query($i: RunEstimateInput!) { runEstimate(input: $i) { __typename
  ... on RunEstimate { items itemsWithoutSound itemsReused computed reused awaited passes
    soundSeconds cpuSeconds readBytes storedBytes
    processors { processor version computed cpuSeconds storedBytes }
    quota { limitSeconds usedSeconds leftSeconds hasRoom roomAt } }
  ... on Error { code message path } } }"""
RETRY = """mutation($i: RetryRunInput!) { retryRun(input: $i) { __typename
  ... on RetryRunPayload { run { status items { nodes { tries
    earlier { status error reason at } } } } }
  ... on Error { code message path } } }"""


@pytest.fixture
def curator() -> Actor:
    return Actor(user_id=make_user(is_staff=True).pk, is_member=True, is_staff=True)


def sounding(**fields: Any) -> Item:
    item = make_item(**fields)
    make_part(item)
    return item


def test_a_run_is_over_what_a_filter_finds(curator: Actor) -> None:
    collection = make_collection(code="RUNNING")
    inside = [sounding(collection=collection) for _ in range(3)]
    outside = sounding()
    run = data_of(START, actor=curator, i={"over": {"collection": "RUNNING"}, "priority": "BULK"})
    found = run["startRun"]["run"]
    assert {node["item"]["code"] for node in found["items"]["nodes"]} == {i.code for i in inside}
    assert (found["priority"], found["standing"]) == ("BULK", [{"status": "QUEUED", "items": 3}])
    assert curator.user_id
    listed = Selection.objects.create(owner_id=curator.user_id, title="Mine")
    for n, item in enumerate((inside[0], outside)):
        SelectionEntry.objects.create(selection=listed, item=item, position=n)
    over = {"selection": id_of("Selection", listed.pk)}
    found = data_of(START, actor=curator, i={"over": over})["startRun"]["run"]
    codes = {node["item"]["code"] for node in found["items"]["nodes"]}
    assert codes == {inside[0].code, outside.code}


def test_a_run_says_which_items_once(curator: Actor) -> None:
    item = id_of("Item", sounding().pk)
    for given in ({}, {"items": [item], "over": {"text": "x"}}):
        assert ask(START, actor=curator, i=given).codes == ["BAD_INPUT"]
        assert ask(ESTIMATE, actor=curator, i=given).codes == ["BAD_INPUT"]


def test_a_filter_that_finds_nothing_to_work_on_starts_nothing(curator: Actor) -> None:
    sounding(collection=make_collection(code="OTHERS"))
    for actor, over in ((MEMBER, {"collection": "OTHERS"}), (curator, {"collection": "NONE"})):
        refused = data_of(START, actor=actor, i={"over": over})["startRun"]
        assert (refused["code"], refused["path"]) == ("NOTHING_TO_RUN", ["input", "items"])
    assert not Run.objects.exists()


def test_an_estimate_is_asked_before_the_run(curator: Actor) -> None:
    item = sounding()
    told = data_of(ESTIMATE, actor=curator, i={"items": [id_of("Item", item.pk)]})["runEstimate"]
    assert (told["items"], told["passes"], told["reused"]) == (1, 1, 0)
    assert told["computed"] == len(told["processors"]) > 5
    assert told["cpuSeconds"] > 0
    assert told["storedBytes"] > 0
    assert told["quota"] == {
        "limitSeconds": None,
        "usedSeconds": 0,
        "leftSeconds": None,
        "hasRoom": True,
        "roomAt": None,
    }
    assert not Run.objects.exists()
    hidden = id_of("Item", hidden_item().pk)
    for actor, given, kind in (
        (MEMBER, [id_of("Item", item.pk)], "Forbidden"),
        (MEMBER, [hidden], "NotFound"),
        (PUBLIC, [hidden], "NotFound"),
        (curator, [], "ValidationError"),
    ):
        refused = data_of(ESTIMATE, actor=actor, i={"items": given})["runEstimate"]
        assert refused["__typename"] == kind


def test_who_has_spent_the_quota_is_told_in_the_estimate_and_by_the_run(
    curator: Actor, settings: Settings
) -> None:
    settings.ANALYSIS_HOURS_A_DAY = {"staff": 1, "editor": 1}
    Run.objects.create(requested_by_id=curator.user_id, preset="x", nodes=[], charged_s=3600)
    given = {"items": [id_of("Item", sounding().pk)]}
    told = data_of(ESTIMATE, actor=curator, i=given)["runEstimate"]["quota"]
    assert (told["hasRoom"], told["leftSeconds"], told["limitSeconds"]) == (False, 0, 3600)
    assert told["roomAt"]
    refused = data_of(START, actor=curator, i=given)["startRun"]
    assert refused["code"] == "QUOTA_SPENT"
    assert "There is room for it at " in refused["message"]
    assert Run.objects.count() == 1


def test_what_failed_is_tried_again_with_a_reason(curator: Actor) -> None:
    item = sounding()
    run = data_of(START, actor=curator, i={"items": [id_of("Item", item.pk)]})["startRun"]["run"]
    given = {"run": run["id"], "reason": "Again."}
    nothing = data_of(RETRY, actor=curator, i=given)["retryRun"]
    assert nothing["code"] == "NOTHING_TO_RUN"
    data_of(
        "mutation($i: CancelRunInput!) { cancelRun(input: $i) { __typename } }",
        actor=curator,
        i={"run": run["id"]},
    )
    for actor in (PUBLIC, MEMBER):
        assert data_of(RETRY, actor=actor, i=given)["retryRun"]["__typename"] == "NotFound"
    again = data_of(RETRY, actor=curator, i=given)["retryRun"]["run"]
    assert again["status"] == "QUEUED"
    (node,) = again["items"]["nodes"]
    assert node["tries"] == 2
    (earlier,) = node["earlier"]
    assert (earlier["status"], earlier["reason"]) == ("CANCELLED", "Again.")


def test_items_of_a_run_are_read_by_where_they_stand(curator: Actor) -> None:
    run = Run.objects.create(requested_by_id=curator.user_id, preset="x", nodes=[])
    for status in (Status.DONE, Status.FAILED, Status.FAILED, Status.REUSED):
        RunItem.objects.create(run=run, item=sounding(), status=status)
    text = """query($i: ID!) { run(id: $i) { standing { status items }
      failed: items(status: [FAILED]) { totalCount }
      well: items(status: [DONE, REUSED]) { totalCount } all: items { totalCount } } }"""
    found = data_of(text, actor=curator, i=id_of("Run", run.pk))["run"]
    counts = {each["status"]: each["items"] for each in found["standing"]}
    assert counts == {"DONE": 1, "FAILED": 2, "REUSED": 1}
    told = [found[name]["totalCount"] for name in ("failed", "well", "all")]
    assert told == [2, 2, 4]
