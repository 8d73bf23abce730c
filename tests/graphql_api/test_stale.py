"""Stale results by GraphQL: counted, listed, made anew, and what has changed."""

from typing import Any

import pytest

from analysis.models import Computation, Output, Result, RunItemComputation
from analysis.processors.level import Level
from analysis.results.comparing import note_changes
from archive.access import PUBLIC, Actor
from archive.models import Item
from tests.factories import MEMBER, make_item, make_part, make_user
from tests.graphql_api.asking import data_of
from tests.graphql_api.worked_examples import id_of

pytestmark = pytest.mark.django_db

STALE = """query($p: String) { staleProcessors { processor installedVersion results items }
  staleResults(processor: $p) { totalCount nodes {
    processor version installedVersion item { code } } } }"""
RECOMPUTE = """mutation($i: RecomputeInput!) { recompute(input: $i) { __typename
  ... on RecomputePayload { run { id preset items { nodes { item { code } } } } }
  ... on Error { code message path } } }"""
CHANGES = """query($r: ID!) { runChanges(run: $r) { totalCount nodes {
  processor oldVersion newVersion item { code }
  outputs { name kind unit isEqual oldValue newValue difference said } } } }"""


@pytest.fixture
def curator() -> Actor:
    return Actor(user_id=make_user(is_staff=True).pk, is_member=True, is_staff=True)


def measured(version: str, peak: float) -> Item:
    item = make_item()
    part = make_part(item)
    _measure(item, version, peak)
    assert part
    return item


def _measure(item: Item, version: str, peak: float) -> Result:
    part = item.parts.select_related("file").get()
    computation = Computation.objects.create(
        key=f"{item.pk.hex}{version:>32}"[:64],
        file=part.file,
        processor="level",
        processor_version=version,
        status="done",
    )
    Output.objects.create(
        computation=computation, name="peak", kind="value", value=peak, unit="dBFS"
    )
    return Result.objects.create(item=item, part=part, computation=computation)


def test_what_is_stale_is_counted_and_made_anew(curator: Actor) -> None:
    old = measured("0.0.1", -3.0)
    measured(Level.version, -3.0)
    told = data_of(STALE, actor=curator, p="level")
    level = {"processor": "level", "installedVersion": Level.version, "results": 1, "items": 1}
    assert told["staleProcessors"] == [level]
    assert told["staleResults"]["nodes"] == [
        {
            "processor": "level",
            "version": "0.0.1",
            "installedVersion": Level.version,
            "item": {"code": old.code},
        }
    ]
    assert data_of(STALE, actor=curator, p="mel")["staleResults"]["totalCount"] == 0
    for actor in (PUBLIC, MEMBER):
        hidden = data_of(STALE, actor=actor, p=None)
        assert (hidden["staleProcessors"], hidden["staleResults"]["totalCount"]) == ([], 0)
        refused = data_of(RECOMPUTE, actor=actor, i={})["recompute"]
        assert refused["code"] == "NOTHING_TO_RUN"
    given: dict[str, Any] = {"processors": ["level"], "idempotencyKey": "k"}
    run = data_of(RECOMPUTE, actor=curator, i=given)["recompute"]["run"]
    assert run["preset"] == "recompute"
    assert [node["item"]["code"] for node in run["items"]["nodes"]] == [old.code]
    again = data_of(RECOMPUTE, actor=curator, i=given)["recompute"]["run"]
    assert again["id"] == run["id"]


def test_what_has_changed_is_told_to_who_may_see_the_run(curator: Actor) -> None:
    item = measured("0.0.1", -3.0)
    run = data_of(RECOMPUTE, actor=curator, i={})["recompute"]["run"]["id"]
    assert data_of(CHANGES, actor=curator, r=run)["runChanges"]["totalCount"] == 0
    need = RunItemComputation.objects.get()
    old = item.results.get()
    new = Result.objects.create(item=item, part=need.part, computation=need.computation)
    Output.objects.create(
        computation=need.computation, name="peak", kind="value", value=-4.5, unit="dBFS"
    )
    Result.objects.filter(pk=old.pk).update(superseded_by=new)
    (change,) = data_of(CHANGES, actor=curator, r=run)["runChanges"]["nodes"]
    assert change["outputs"] is None, "not compared yet"
    assert note_changes() == 1
    (change,) = data_of(CHANGES, actor=curator, r=run)["runChanges"]["nodes"]
    assert (change["oldVersion"], change["newVersion"]) == ("0.0.1", Level.version)
    assert change["outputs"] == [
        {
            "name": "peak",
            "kind": "VALUE",
            "unit": "dBFS",
            "isEqual": False,
            "oldValue": -3.0,
            "newValue": -4.5,
            "difference": 1.5,
            "said": None,
        }
    ]
    for actor in (PUBLIC, MEMBER):
        assert data_of(CHANGES, actor=actor, r=run)["runChanges"]["totalCount"] == 0
    assert data_of(CHANGES, actor=curator, r=id_of("Run", new.pk))["runChanges"]["totalCount"] == 0
