"""Merging by GraphQL: previewed, done, refused as data, taken back; for staff."""

from typing import Any

import pytest
from strawberry import relay

from archive.access import PUBLIC
from archive.models import Merge, Place
from tests.factories import MEMBER, STAFF, hidden_item, make_agent, make_item, make_place
from tests.graphql_api.asking import ask, data_of

PREVIEW = """
    query ($input: MergeTermsInput!) {
      mergePreview(input: $input) {
        __typename
        ... on MergePreview {
          source { ... on Place { name } } target { ... on Place { name } }
          sourceVersion targetVersion parentCount childCount
          records { kind count } links { name moved dropped }
          names { name language isKnown isAdded }
          fields { field source target result isConflict }
          parents { term { ... on Place { name } } isKnown }
          children { term { ... on Place { name } } isKnown }
        }
        ... on Error { code message path }
      }
    }
"""
MERGE = """
    mutation ($input: MergeTermsInput!) {
      mergeTerms(input: $input) {
        __typename
        ... on MergeTermsPayload {
          target { ... on Place { name names { name } itemCount } }
          merge { id kind sourceName source target undoneAt }
        }
        ... on Error { code message path }
        ... on VersionConflict { currentVersion record { id } }
      }
    }
"""
UNDO = """
    mutation ($input: UndoMergeInput!) {
      undoMerge(input: $input) {
        __typename
        ... on UndoMergePayload {
          source { ... on Place { name itemCount } } target { ... on Place { name itemCount } }
          merge { undoneAt }
        }
        ... on Error { code message path }
        ... on ChangedSince { obstacles { name field } }
      }
    }
"""
MERGES = "{ merges { totalCount nodes { id sourceName kind undoneAt } } }"


def id_of(row: Any) -> str:
    return relay.to_base64(type(row).__name__, str(row.pk))


def test_a_merge_is_previewed_done_and_taken_back(own_database: str) -> None:
    mali = make_place("Mali")
    source = make_place("Sangha", parents=[mali], latitude=14.4, longitude=-3.3, kind="settlement")
    target = make_place("Sanga", parents=[mali], kind="site")
    make_place("The well", parents=[source])
    item = make_item(place=source)
    hidden_item(place=source)
    given = {"source": id_of(source), "target": id_of(target)}

    seen = data_of(PREVIEW, actor=STAFF, input=given)["mergePreview"]
    assert seen["source"] == {"name": "Sangha"}
    assert seen["records"] == [{"kind": "ITEM", "count": 2}]
    assert seen["links"] == [{"name": "item.place", "moved": 2, "dropped": 0}]
    assert seen["names"] == [
        {"name": "Sangha", "language": None, "isKnown": False, "isAdded": True}
    ]
    assert seen["parents"] == [{"term": {"name": "Mali"}, "isKnown": True}]
    assert seen["children"] == [{"term": {"name": "The well"}, "isKnown": False}]
    assert {each["field"]: (each["result"], each["isConflict"]) for each in seen["fields"]} == {
        "kind": ("site", True),
        "latitude": ("14.4", False),
        "longitude": ("-3.3", False),
    }
    wanted = given | {
        "ifVersion": seen["sourceVersion"],
        "ifTargetVersion": seen["targetVersion"],
        "reason": "one village",
    }
    done = data_of(MERGE, actor=STAFF, input=wanted)["mergeTerms"]
    assert done["__typename"] == "MergeTermsPayload"
    assert done["target"] == {"name": "Sanga", "names": [{"name": "Sangha"}], "itemCount": 2}
    assert done["merge"]["source"] == id_of(source)

    listed = data_of(MERGES, actor=STAFF)["merges"]
    assert listed["totalCount"] == 1
    assert listed["nodes"][0]["id"] == done["merge"]["id"]
    asked = data_of('{ place(slug: "sangha") { name askedByOldCode } }')["place"]
    assert asked == {"name": "Sanga", "askedByOldCode": "sangha"}

    undone = data_of(UNDO, actor=STAFF, input={"merge": done["merge"]["id"]})["undoMerge"]
    assert undone["source"] == {"name": "Sangha", "itemCount": 2}
    assert undone["target"] == {"name": "Sanga", "itemCount": 0}
    assert undone["merge"]["undoneAt"] is not None
    again = data_of(UNDO, actor=STAFF, input={"merge": done["merge"]["id"]})["undoMerge"]
    assert (again["__typename"], again["code"], again["path"]) == (
        "ValidationError",
        "ODD_MERGE",
        ["input", "merge"],
    )

    redone = data_of(MERGE, actor=STAFF, input=given)["mergeTerms"]["merge"]
    type(item).objects.filter(pk=item.pk).update(place=mali)
    stuck = data_of(UNDO, actor=STAFF, input={"merge": redone["id"]})["undoMerge"]
    assert stuck["__typename"] == "ChangedSince"
    assert stuck["obstacles"]
    assert Place.objects.filter(name="Sangha").count() == 0


def test_taking_the_transaction_back_takes_the_merge_back(own_database: str) -> None:
    """By `undoChange` from the journal too, and once more it is done again."""
    source, target = make_place("Sangha"), make_place("Sanga")
    make_item(place=source)
    given = {"source": id_of(source), "target": id_of(target)}
    assert data_of(MERGE, actor=STAFF, input=given)["mergeTerms"]["merge"]["id"]
    undo = """
        mutation ($id: String!) { undoChange(input: {moment: $id}) {
          __typename ... on UndoChangePayload { rowCount } ... on Error { message } } }
    """
    for expected, slug_leads_to in (("sangha", "Sangha"), ("sanga", "Sanga")):
        newest = data_of("{ journal(first: 1) { nodes { moment } } }", actor=STAFF)
        told = data_of(undo, actor=STAFF, id=newest["journal"]["nodes"][0]["moment"])["undoChange"]
        assert told["__typename"] == "UndoChangePayload", told
        place = data_of('{ place(slug: "sangha") { slug name } }', actor=STAFF)["place"]
        assert place == {"slug": expected, "name": slug_leads_to}
        assert Merge.objects.filter(undone_at=None).exists() is (expected == "sanga")


def test_what_cannot_be_merged_is_told_as_data(own_database: str) -> None:
    top = make_place("Mali")
    low = make_place("Sanga", parents=[top])
    agent = make_agent()
    before = Place.objects.count()
    cases: dict[str, tuple[Any, Any, str, str]] = {
        "into its own child": (top, low, "ValidationError", "ODD_MERGE"),
        "into itself": (top, top, "ValidationError", "ODD_MERGE"),
        "into another kind": (top, agent, "ValidationError", "ODD_MERGE"),
        "an item": (make_item(), make_item(), "ValidationError", "ODD_MERGE"),
    }
    for case, (source, target, type_name, code) in cases.items():
        given: dict[str, object] = {"source": id_of(source), "target": id_of(target)}
        for query, field in ((PREVIEW, "mergePreview"), (MERGE, "mergeTerms")):
            told = data_of(query, actor=STAFF, input=given)[field]
            assert (told["__typename"], told["code"]) == (type_name, code), case
            assert told["path"][0] == "input"
    assert Place.objects.count() == before

    given = {"source": id_of(low), "target": id_of(top), "ifVersion": 99}
    told = data_of(MERGE, actor=STAFF, input=given)["mergeTerms"]
    assert told["__typename"] == "VersionConflict"
    assert (told["path"], told["record"]) == (["input", "ifVersion"], {"id": id_of(low)})
    given = {"source": id_of(low), "target": id_of(top), "ifTargetVersion": 99}
    told = data_of(MERGE, actor=STAFF, input=given)["mergeTerms"]
    assert (told["path"], told["record"]) == (["input", "ifTargetVersion"], {"id": id_of(top)})
    for bad in ("x", id_of(top)[:-4]):
        refused = ask(MERGE, actor=STAFF, input={"source": bad, "target": id_of(top)})
        assert refused.codes == ["BAD_ID"]


@pytest.mark.django_db
@pytest.mark.parametrize("actor", [PUBLIC, MEMBER], ids=["public", "member"])
def test_only_staff_merge_and_see_merges(actor: Any) -> None:
    source, target = make_place(is_authoritative=True), make_place(is_authoritative=True)
    Merge.objects.create(
        kind="place",
        source_id=source.pk,
        target_id=target.pk,
        source_name="secret",
        transaction_id=1,
    )
    given = {"source": id_of(source), "target": id_of(target)}
    for query, field in ((PREVIEW, "mergePreview"), (MERGE, "mergeTerms")):
        told = data_of(query, actor=actor, input=given)[field]
        assert (told["__typename"], told["code"]) == ("Forbidden", "FORBIDDEN")
    assert data_of(MERGES, actor=actor)["merges"] == {"totalCount": 0, "nodes": []}
    name = data_of(MERGES, actor=STAFF)["merges"]["nodes"][0]["id"]
    told = data_of(UNDO, actor=actor, input={"merge": name})["undoMerge"]
    assert told["__typename"] == "Forbidden"
