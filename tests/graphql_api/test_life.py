"""A record's life by GraphQL: history, journal, publish, withdraw, delete, restore, undo."""

from typing import Any

import pytest
from strawberry import relay

from archive.access import PUBLIC, Actor
from archive.events import Event
from archive.history import Change, changing
from archive.models import Item, Place, PlaceName
from tests.factories import MEMBER, STAFF, make_item, make_place, make_user
from tests.graphql_api.asking import ask, data_of

pytestmark = pytest.mark.usefixtures("own_database")

HISTORY = """query($r: ID!, $n: Int! = 25, $a: String) { history(record: $r, first: $n, after: $a) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { moment author reason undoes undoneBy rowCount differences {
    part operation field before { text record isHidden } after { text record } } } } }"""
JOURNAL = """query($k: RecordKind, $u: String) { journal(kind: $k, author: $u) { totalCount
  nodes { moment author reason recordCount rowCount undoneBy kinds records { id kind name } } } }"""


A_RUN = relay.to_base64("Run", "019abcde-0000-7000-8000-000000000000")


def id_of(row: Any) -> str:
    return relay.to_base64(type(row).__name__, str(row.pk))


def do(mutation: str, input: dict[str, Any], actor: Actor = STAFF) -> dict[str, Any]:
    """Do it, and return the payload or the error, with the fields that the tests look at."""
    name = mutation[0].upper() + mutation[1:]
    fields = {
        "deleteRecord": "id isGoneEverywhere",
        "withdrawRecord": "record { id iri } isGoneEverywhere",
        "undoChange": "rowCount",
    }.get(mutation, "record { id iri }")
    conflict = "... on VersionConflict { currentVersion record { id } }"
    in_use = "... on InUse { useCount }" if mutation == "deleteRecord" else ""
    since = "... on ChangedSince { obstacles { record name field } }"
    takes_back = mutation in {"undoChange", "restoreVersion", "restoreRecord"}
    versioned = mutation not in {"undoChange", "restoreRecord"}
    question = (
        f"mutation($i: {name}Input!) {{ done: {mutation}(input: $i) {{ __typename "
        f"... on {name}Payload {{ {fields} }} ... on Error {{ code message path }} "
        f"{conflict if versioned else ''} {in_use} {since if takes_back else ''} }} }}"
    )
    found: dict[str, Any] = data_of(question, actor=actor, i=input)["done"]
    return found


def test_a_life_leaves_a_row_an_event_and_an_entry_for_each_step() -> None:
    item = make_item(state="draft")
    key = id_of(item)
    steps: list[tuple[str, dict[str, Any], str]] = [
        ("publishRecord", {}, "published"),
        ("withdrawRecord", {"isAnnounced": True}, "withdrawn"),
        ("publishRecord", {}, "published"),
        ("deleteRecord", {}, "deleted"),
        ("restoreRecord", {}, "withdrawn"),
    ]
    for number, (mutation, more, state) in enumerate(steps):
        events, changes = Event.objects.count(), Change.objects.count()
        done = do(mutation, {"id": key, "reason": f"step {number}"} | more)
        assert done["__typename"].endswith("Payload"), done
        assert Item.objects.get().state == state
        assert Event.objects.count() > events
        assert Change.objects.filter(reason=f"step {number}").count() >= 1
        assert Change.objects.count() > changes
        assert done.get("isGoneEverywhere", True)
    (entry,) = data_of(HISTORY, actor=STAFF, r=key, n=1)["history"]["nodes"]
    assert entry["reason"] == "step 4"
    assert {d["field"]: d["after"]["text"] for d in entry["differences"]} == {"state": "withdrawn"}


@pytest.mark.parametrize(
    "mutation", ["publishRecord", "withdrawRecord", "deleteRecord", "restoreRecord", "undoChange"]
)
def test_others_than_staff_do_nothing(mutation: str) -> None:
    item = make_item()
    hidden = make_item(access="none")
    number = data_of(HISTORY, actor=STAFF, r=id_of(item))["history"]["nodes"][0]["moment"]
    before = Change.objects.count()
    for actor in (PUBLIC, MEMBER):
        given = {"moment": number} if mutation == "undoChange" else {"id": id_of(item)}
        assert do(mutation, given, actor)["__typename"] == "Forbidden"
        if mutation in {"publishRecord", "withdrawRecord", "deleteRecord"}:
            assert do(mutation, {"id": id_of(hidden)}, actor)["__typename"] == "NotFound"
    assert Change.objects.count() == before


def test_visitors_see_no_history_journal_diff_or_bin() -> None:
    item = make_item()
    number = data_of(HISTORY, actor=STAFF, r=id_of(item))["history"]["nodes"][0]["moment"]
    do("deleteRecord", {"id": id_of(make_item(title="gone"))})
    for actor in (PUBLIC, MEMBER):
        for question, variables in (
            (HISTORY, {"r": id_of(item)}),
            (JOURNAL, {}),
            ("{ bin { totalCount nodes { title } } }", {}),
        ):
            (found,) = data_of(question, actor=actor, **variables).values()
            assert (found["totalCount"], found["nodes"]) == (0, [])
        differing = "query($r: ID!, $s: String!) { diff(record: $r, since: $s) { field } }"
        assert data_of(differing, actor=actor, r=id_of(item), s=number) == {"diff": []}
    (gone,) = data_of("{ bin { nodes { id kind title deletedAt } } }", actor=STAFF)["bin"]["nodes"]
    assert (gone["kind"], gone["title"]) == ("ITEM", "gone")


def test_a_conflict_shows_the_record_as_it_stands() -> None:
    item = make_item()
    Item.objects.update(title="changed")
    for mutation in ("publishRecord", "withdrawRecord", "deleteRecord"):
        done = do(mutation, {"id": id_of(item), "ifVersion": 1})
        assert done["__typename"] == "VersionConflict", done
        assert (done["currentVersion"], done["record"]["id"]) == (2, id_of(item))


def test_a_version_is_restored_and_the_difference_told() -> None:
    curator = make_user("curator", is_staff=True)
    signed = Actor(user_id=curator.pk, is_member=True, is_staff=True)
    place = make_place("Sanga")
    item = make_item(title="one")
    with changing(signed, reason="so"):
        Item.objects.update(title="two", place=place)
    Item.objects.update(title="three")
    found = data_of(HISTORY, actor=STAFF, r=id_of(item), n=2)["history"]
    assert (found["totalCount"], found["pageInfo"]["hasNextPage"]) == (3, True)
    last, middle = found["nodes"]
    assert (middle["author"], middle["reason"], last["author"]) == ("curator", "so", None)
    told = {d["field"]: d for d in middle["differences"]}
    assert told["place"]["after"] == {"text": "Sanga", "record": id_of(place)}
    following = data_of(HISTORY, actor=STAFF, r=id_of(item), a=found["pageInfo"]["endCursor"])[
        "history"
    ]
    assert len(following["nodes"]) == 1
    assert ask(HISTORY, actor=STAFF, r=id_of(place), a=found["pageInfo"]["endCursor"]).codes == [
        "BAD_CURSOR"
    ]

    differing = """query($r: ID!, $s: String!, $u: String) {
        diff(record: $r, since: $s, until: $u) { field before { text } after { text } } }"""
    (only,) = data_of(differing, actor=STAFF, r=id_of(item), s=middle["moment"])["diff"]
    assert only == {"field": "title", "before": {"text": "two"}, "after": {"text": "three"}}
    assert data_of(differing, actor=STAFF, r=id_of(item), s=last["moment"], u=last["moment"]) == {
        "diff": []
    }

    done = do("restoreVersion", {"id": id_of(item), "to": middle["moment"], "reason": "better"})
    assert done["__typename"] == "RestoreVersionPayload", done
    assert Item.objects.get().title == "two"
    other = make_item()
    unknown = do("restoreVersion", {"id": id_of(other), "to": middle["moment"]})
    assert unknown["__typename"] == "NotFound"


def test_a_change_is_taken_back_unless_something_stands_on_it() -> None:
    place = make_place("Sanga")
    Place.objects.update(name="Sangha")
    (renamed, _) = data_of(JOURNAL, actor=STAFF, k="PLACE")["journal"]["nodes"]
    assert renamed["records"] == [{"id": id_of(place), "kind": "place", "name": "Sangha"}]
    Place.objects.update(name="Songo")
    refused = do("undoChange", {"moment": renamed["moment"]})
    assert (refused["__typename"], refused["code"]) == ("ChangedSince", "CHANGED_SINCE")
    assert refused["obstacles"] == [
        {"record": id_of(place), "name": "place Songo", "field": "name"}
    ]
    Place.objects.update(name="Sangha")
    assert do("undoChange", {"moment": renamed["moment"]}) == {
        "__typename": "UndoChangePayload",
        "rowCount": 1,
    }
    assert Place.objects.get().name == "Sanga"
    journal = data_of(JOURNAL, actor=STAFF)["journal"]["nodes"]
    assert (
        next(e for e in journal if e["moment"] == renamed["moment"])["undoneBy"]
        == journal[0]["moment"]
    )
    assert ask(
        'mutation { undoChange(input: {moment: "x"}) { __typename } }', actor=STAFF
    ).codes == ["BAD_CURSOR"]


def test_a_used_term_is_not_deleted_and_an_unused_one_comes_back() -> None:
    place = make_place("Sanga")
    PlaceName.objects.create(place=place, name="Sangha", language="fr")
    item = make_item(place=place)
    used = do("deleteRecord", {"id": id_of(place)})
    assert (used["__typename"], used["useCount"]) == ("InUse", 1)
    item.delete()
    gone = do("deleteRecord", {"id": id_of(place)})
    assert gone["id"] == id_of(place)
    assert not Place.objects.exists()
    back = do("restoreRecord", {"id": gone["id"]})
    assert back["record"]["id"] == id_of(place)
    assert PlaceName.objects.get().name == "Sangha"
    assert do("restoreRecord", {"id": gone["id"]})["__typename"] == "NotFound"


def test_odd_ids_are_refused_as_such() -> None:
    for question in (
        'mutation { publishRecord(input: {id: "x"}) { __typename } }',
        f'{{ history(record: "{A_RUN}") {{ totalCount }} }}',
    ):
        assert ask(question, actor=STAFF).codes == ["BAD_ID"]
    assert ask("{ journal(first: 101) { nodes { moment } } }", actor=STAFF).codes == ["BAD_INPUT"]
