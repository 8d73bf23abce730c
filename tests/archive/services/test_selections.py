"""Lists of people's own: whose they are, who sees them, and what of them each reader sees.

The controls stand in tests/controls/test_own_lists.py.
"""

from typing import Any

import pytest
from strawberry import relay

from archive.access import PUBLIC, Act, Actor, may
from archive.actors import actor_of_user
from archive.errors import NotAllowed, NotFound, OddValue, VersionConflict
from archive.history import Change
from archive.identifiers import new_id
from archive.models import Editor, EditorGroup, Item, Selection, SelectionEntry, User
from archive.services.grants import Of, To, give
from archive.services.selection_entries import (
    Line,
    add_entries,
    move_entries,
    remove_entries,
    update_entry,
)
from archive.services.selections import (
    Frozen,
    create_selection,
    delete_selection,
    duplicate_selection,
    freeze_selection,
    restore_selection,
    update_selection,
)
from tests.factories import hidden_item, make_collection, make_item, make_part, make_user
from tests.graphql_api.asking import ask, data_of

pytestmark = pytest.mark.django_db
ENTRIES = """query($i: ID!) { selection(id: $i) { title owner isMine version shared entries {
  totalCount nodes { id title start end item { code } selection { title } } } } }"""


def member(name: str = "ana") -> Actor:
    return Actor(user_id=make_user(name).pk, is_member=True)


def curator() -> Actor:
    return Actor(user_id=make_user("curator", is_staff=True).pk, is_member=True, is_staff=True)


def list_of(actor: Actor, *items: Item, **says: Any) -> Selection:
    row = create_selection(actor=actor, **{"title": "A list", **says})
    if items:
        add_entries(actor=actor, record_id=row.pk, lines=[Line(item_id=each.pk) for each in items])
        row.refresh_from_db()
    return row


def lines(row: Selection) -> list[Any]:
    return list(row.entries.order_by("position"))


def id_of(row: Selection) -> str:
    return relay.to_base64("Selection", row.pk)


def shown(row: Selection, actor: Actor = PUBLIC) -> Any:
    return data_of(ENTRIES, actor=actor, i=id_of(row))["selection"]


def codes(row: Selection, actor: Actor) -> list[str]:
    return [each["item"]["code"] for each in shown(row, actor)["entries"]["nodes"]]


def test_a_list_is_made_filled_ordered_and_emptied() -> None:
    ana = member()
    a, b, c = (make_item(code=code) for code in "abc")
    row = list_of(ana, a, b, title="For the class")
    add_entries(
        actor=ana,
        record_id=row.pk,
        lines=[Line(item_id=c.pk, start_s=1.0, end_s=2.5, title="The cry", text="Listen.")],
        before=lines(row)[1].pk,
    )
    assert codes(row, ana) == ["a", "c", "b"]
    move_entries(actor=ana, record_id=row.pk, entries=[lines(row)[2].pk], before=lines(row)[0].pk)
    assert codes(row, ana) == ["b", "a", "c"]
    move_entries(actor=ana, record_id=row.pk, entries=[each.pk for each in lines(row)[:2]])
    assert codes(row, ana) == ["c", "b", "a"]
    cry = shown(row, ana)["entries"]["nodes"][0]
    assert (cry["title"], cry["start"], cry["end"]) == ("The cry", 1.0, 2.5)
    update_entry(actor=ana, entry_id=lines(row)[0].pk, title="", end_s=None)
    cry = shown(row, ana)["entries"]["nodes"][0]
    assert (cry["title"], cry["start"], cry["end"]) == (None, 1.0, None)
    remove_entries(actor=ana, record_id=row.pk, entries=[lines(row)[1].pk])
    assert codes(row, ana) == ["c", "a"]
    assert set(Change.objects.filter(subject_id=row.pk).values_list("author_id", flat=True)) == {
        ana.user_id
    }


def test_a_line_finds_room_between_two_as_often_as_it_is_asked_for() -> None:
    ana, first, last = member(), make_item(code="first"), make_item(code="last")
    row = list_of(ana, first, last)
    for n in range(15):  # 1024 is halved ten times
        item = make_item(code=f"x{n:02}")
        add_entries(
            actor=ana, record_id=row.pk, lines=[Line(item_id=item.pk)], before=lines(row)[1].pk
        )
    assert codes(row, ana) == ["first", *(f"x{n:02}" for n in reversed(range(15))), "last"]


def test_a_private_list_is_not_there_for_others() -> None:
    """Staff included; and a change of it is refused as of one that never was."""
    ana = member()
    row = list_of(ana, make_item())
    assert shown(row, ana)["isMine"] is True
    for other in (PUBLIC, member("ben"), curator()):
        assert shown(row, other) is None
        node = data_of("query($i: ID!) { node(id: $i) { id } }", actor=other, i=id_of(row))
        assert node["node"] is None
        listed = data_of("{ selections { totalCount nodes { id } } }", actor=other)
        assert listed["selections"] == {"totalCount": 0, "nodes": []}
        found = data_of(
            "query($i: ID!) { items(filter: {selection: $i}) { totalCount } }",
            actor=other,
            i=id_of(row),
        )
        assert found["items"]["totalCount"] == 0
        for key in (row.pk, new_id()):
            with pytest.raises(NotFound) as refused:
                update_selection(actor=other, record_id=key, title="Mine")
            assert str(refused.value) == "There is no such list."


def test_a_list_is_shared_with_a_group_or_with_all_and_changed_by_its_owner_alone() -> None:
    ana, ben, eve = member(), member("ben"), member("eve")
    group = EditorGroup.objects.create(slug="mali", name="Mali")
    for actor in (ana, ben):
        Editor.objects.create(group=group, user=User.objects.get(pk=str(actor.user_id)))
    row = list_of(ana, make_item(code="a"))
    update_selection(actor=ana, record_id=row.pk, shared="group", group="mali")
    assert codes(row, ben) == ["a"]
    assert shown(row, eve) is None
    with pytest.raises(NotAllowed):
        update_selection(actor=ben, record_id=row.pk, title="Mine")
    update_selection(actor=ana, record_id=row.pk, shared="public")
    for reader in (PUBLIC, eve):
        told = shown(row, reader)
        assert (told["owner"], told["isMine"], told["version"]) == (None, False, None)
    with pytest.raises(OddValue) as odd:
        update_selection(actor=eve, record_id=list_of(eve).pk, shared="group", group="mali")
    assert odd.value.field == "group"
    with pytest.raises(OddValue):
        update_selection(actor=ana, record_id=row.pk, shared="group")


def test_of_a_list_each_sees_what_they_may_find_counts_and_pages_included() -> None:
    staff = curator()
    hidden = hidden_item(code="hidden")
    items = [make_item(code="a"), hidden, make_item(code="b")]
    row = list_of(staff, *items, shared="public")
    assert codes(row, staff) == ["a", "hidden", "b"]
    for reader in (PUBLIC, member()):
        told = shown(row, reader)["entries"]
        assert (told["totalCount"], codes(row, reader)) == (2, ["a", "b"])
        text = """query($i: ID!) { selection(id: $i) { entries(first: 1) { totalCount
          pageInfo { hasNextPage } } } items(filter: {selection: $i}) { totalCount
          nodes { code } } }"""
        answer = data_of(text, actor=reader, i=id_of(row))
        assert answer["selection"]["entries"]["pageInfo"] == {"hasNextPage": True}
        assert [each["code"] for each in answer["items"]["nodes"]] == ["a", "b"]
        copy = duplicate_selection(actor=reader, record_id=row.pk) if reader.user_id else None
        if copy is not None:
            assert copy.entries.count() == 2
            assert copy.shared == "private"


def test_what_one_may_not_find_is_not_listed_and_answers_as_what_is_not_there() -> None:
    ana, ben = member(), member("ben")
    row, private = list_of(ana), list_of(ben)
    told = set()
    for line in (
        Line(item_id=hidden_item().pk),
        Line(item_id=new_id()),
    ):
        with pytest.raises(NotFound) as refused:
            add_entries(actor=ana, record_id=row.pk, lines=[line])
        told.add((str(refused.value), refused.value.field))
    assert told == {("There is no such item.", "entries.0.item")}
    for inner in (private.pk, new_id()):
        with pytest.raises(NotFound):
            add_entries(actor=ana, record_id=row.pk, lines=[Line(inner_id=inner)])
    assert row.entries.count() == 0


def test_a_list_within_a_list_is_shown_to_who_may_see_both_and_never_in_a_ring() -> None:
    ana = member()
    outer, middle, inner = (
        list_of(ana, title=title, shared="public") for title in ("outer", "middle", "inner")
    )
    for row, within in ((outer, middle), (middle, inner)):
        add_entries(actor=ana, record_id=row.pk, lines=[Line(inner_id=within.pk)])
    assert [each["selection"]["title"] for each in shown(outer)["entries"]["nodes"]] == ["middle"]
    for row in (inner, middle):
        with pytest.raises(OddValue) as odd:
            add_entries(actor=ana, record_id=row.pk, lines=[Line(inner_id=outer.pk)])
        assert odd.value.field == "entries.0.selection"
    with pytest.raises(OddValue):
        add_entries(actor=ana, record_id=outer.pk, lines=[Line(inner_id=outer.pk)])
    update_selection(actor=ana, record_id=middle.pk, shared="private")
    assert shown(outer)["entries"] == {"totalCount": 0, "nodes": []}
    assert shown(outer, ana)["entries"]["totalCount"] == 1


@pytest.mark.parametrize(
    ("says", "field"),
    [
        ({"start_s": -1.0}, "start_s"),
        ({"start_s": float("nan")}, "start_s"),
        ({"start_s": 2.0, "end_s": 2.0}, "end_s"),
        ({"end_s": 0.0}, "end_s"),
        ({"start_s": 1e9}, "start_s"),
        ({"start_s": 1.0, "end_s": 900.0}, "end_s"),
        ({"title": "x" * 501}, "title"),
        ({"text": "x" * 20_001}, "text"),
    ],
    ids=["before", "no number", "empty", "ends at once", "never", "after", "a title", "a text"],
)
def test_a_line_that_cannot_be_is_refused_with_its_field(says: Any, field: str) -> None:
    ana, item = member(), make_item()
    make_part(item)
    row = list_of(ana)
    with pytest.raises(OddValue) as odd:
        add_entries(actor=ana, record_id=row.pk, lines=[Line(item_id=item.pk, **says)])
    assert odd.value.field == f"entries.0.{field}"


def test_a_whole_collection_is_listed_as_far_as_one_finds_it_and_what_is_there_is_told() -> None:
    ana, collection = member(), make_collection()
    made = [make_item(code=code, collection=collection) for code in ("k2", "k1")]
    hidden_item(code="k3", collection=collection)
    row = list_of(ana, made[0])
    whole = [Line(collection_id=collection.pk)]
    _, again = add_entries(actor=ana, record_id=row.pk, lines=whole, skips_listed=True)
    assert (again, codes(row, ana)) == (1, ["k2", "k1"])
    _, again = add_entries(actor=ana, record_id=row.pk, lines=whole)
    assert (again, codes(row, ana)) == (2, ["k2", "k1", "k1", "k2"])


def test_the_second_of_two_who_read_the_same_version_is_told() -> None:
    ana = member()
    row = list_of(ana, make_item())
    Selection.objects.filter(pk=row.pk).update(title="Meanwhile")
    with pytest.raises(VersionConflict):
        update_selection(actor=ana, record_id=row.pk, if_version=1, title="Late")
    text = """mutation($i: RemoveFromSelectionInput!) { removeFromSelection(input: $i) {
      __typename ... on VersionConflict { currentVersion record { id } } } }"""
    entry = relay.to_base64("SelectionEntry", lines(row)[0].pk)
    given = {"id": id_of(row), "entries": [entry], "ifVersion": 1}
    told = data_of(text, actor=ana, i=given)["removeFromSelection"]
    assert told == {
        "__typename": "VersionConflict",
        "currentVersion": 2,
        "record": {"id": id_of(row)},
    }
    assert row.entries.count() == 1


def test_a_deleted_list_lies_in_its_owners_bin_and_comes_back_private() -> None:
    ana, ben = member(), member("ben")
    row = list_of(ana, make_item(), shared="public")
    delete_selection(actor=ana, record_id=row.pk)
    binned = "{ selections(which: BIN) { nodes { title } } selections(which: MINE) { totalCount } }"
    binned = binned.replace("selections(which: MINE)", "mine: selections(which: MINE)")
    assert data_of(binned, actor=ana) == {
        "selections": {"nodes": [{"title": "A list"}]},
        "mine": {"totalCount": 0},
    }
    for other in (PUBLIC, ben, ana):
        assert shown(row, other) is None
    assert data_of(binned, actor=ben)["selections"]["nodes"] == []
    with pytest.raises(NotFound):
        restore_selection(actor=ben, record_id=row.pk)
    back = restore_selection(actor=ana, record_id=row.pk)
    assert (back.shared, back.entries.count()) == ("private", 1)


def test_a_frozen_list_changes_no_more_and_its_copy_does() -> None:
    ana, ben = member(), member("ben")
    inner = list_of(ana)
    row = list_of(ana, make_item())
    add_entries(actor=ana, record_id=row.pk, lines=[Line(inner_id=inner.pk)])
    with pytest.raises(OddValue):
        freeze_selection(actor=ana, record_id=row.pk)
    freeze_selection(actor=ana, record_id=inner.pk)
    freeze_selection(actor=ana, record_id=row.pk)
    key = lines(row)[0].pk
    for change in (
        lambda: add_entries(actor=ana, record_id=row.pk, lines=[Line(inner_id=inner.pk)]),
        lambda: remove_entries(actor=ana, record_id=row.pk, entries=[key]),
        lambda: move_entries(actor=ana, record_id=row.pk, entries=[key]),
        lambda: update_entry(actor=ana, entry_id=key, title="Else"),
        lambda: freeze_selection(actor=ana, record_id=row.pk),
    ):
        with pytest.raises(Frozen):
            change()
    assert update_selection(actor=ana, record_id=row.pk, shared="public").shared == "public"
    copy = duplicate_selection(actor=ana, record_id=row.pk)
    assert remove_entries(actor=ana, record_id=copy.pk, entries=[lines(copy)[0].pk]).pk == copy.pk
    with pytest.raises(NotAllowed):
        freeze_selection(actor=ben, record_id=row.pk)


CREATE = """mutation($i: CreateSelectionInput!) { createSelection(input: $i) { __typename
  ... on SelectionPayload { selection { id liveFilter } } ... on Error { code path } } }"""
FREEZE = """mutation($i: SelectionChangeInput!) { freezeSelection(input: $i) { __typename
  ... on SelectionPayload { selection { liveFilter entries { nodes { item { code } } } } }
  ... on Error { code } } }"""
FOUND = "query($i: ID!) { items(filter: {selection: $i}) { nodes { code } } }"


def test_a_live_list_follows_its_filter_until_it_is_frozen() -> None:
    ana = member()
    make_item(code="s1", title="Song one")
    wanted = {
        "anyOf": [{"text": "song"}, {"recordedFrom": "2999-01-01"}],
        "not": {"text": "nothing of that kind"},
        "access": "FULL",
    }
    given = {"title": "Songs", "shared": "PUBLIC", "liveFilter": wanted}
    made = data_of(CREATE, actor=ana, i=given)["createSelection"]["selection"]
    make_item(code="s2", title="Song two")
    hidden_item(code="s3", title="Song three")
    found = data_of(FOUND, i=made["id"])["items"]["nodes"]
    assert [each["code"] for each in found] == ["s1", "s2"]
    key = Selection.objects.get(title="Songs").pk
    with pytest.raises(OddValue):
        add_entries(actor=ana, record_id=key, lines=[Line(item_id=new_id())])
    frozen = data_of(FREEZE, actor=ana, i={"id": made["id"]})["freezeSelection"]["selection"]
    make_item(code="s4", title="Song four")
    assert frozen["liveFilter"] is None
    assert [each["item"]["code"] for each in frozen["entries"]["nodes"]] == ["s1", "s2"]
    found = data_of(FOUND, i=made["id"])["items"]["nodes"]
    assert [each["code"] for each in found] == ["s1", "s2"]


def test_a_live_list_follows_no_list_and_no_filter_that_cannot_be_read() -> None:
    ana = member()
    row = list_of(ana)
    for odd in (
        {"selection": id_of(row)},
        {"anyOf": [{"selection": id_of(row)}]},
        {"ids": ["no id"]},
        {"access": "MIXED"},
    ):
        answer = ask(CREATE, actor=ana, i={"title": "Odd", "liveFilter": odd})
        assert answer.codes in (["BAD_INPUT"], ["BAD_ID"])
    Selection.objects.filter(pk=row.pk).update(live_filter={"colour": "red"})
    answer = ask(FOUND, actor=ana, i=id_of(row))
    assert answer.codes == ["BAD_INPUT"]


def test_what_a_grant_opens_by_a_list_staff_decide_alone() -> None:
    """Else who owns the list would open to others, or to themselves, whatever they find."""
    staff, ana = curator(), member()
    ben = make_user("ben")
    opened, silent = make_item(access="metadata"), make_item(code="silent", access="metadata")
    row = list_of(ana, opened)
    with pytest.raises(NotFound):  # nobody opens what they cannot look at
        _opened(staff, row, ben)
    update_selection(actor=ana, record_id=row.pk, shared="public")
    _opened(staff, row, ben)
    update_selection(actor=ana, record_id=row.pk, shared="private")
    reader = actor_of_user(ben)
    assert may(reader, Act.LISTEN, opened.pk)
    assert codes(row, reader) == [opened.code]  # who was given it finds the list, and so do staff
    assert shown(row, staff) is not None
    assert shown(row, member("eve")) is None
    key = lines(row)[0].pk
    for change in (
        lambda who: add_entries(actor=who, record_id=row.pk, lines=[Line(item_id=silent.pk)]),
        lambda who: update_entry(actor=who, entry_id=key, start_s=0.0, end_s=1.0),
        lambda who: remove_entries(actor=who, record_id=row.pk, entries=[key]),
    ):
        with pytest.raises(NotAllowed):
            change(ana)
    with pytest.raises(OddValue):
        delete_selection(actor=ana, record_id=row.pk)
    assert update_selection(actor=ana, record_id=row.pk, title="Still mine").title == "Still mine"
    add_entries(actor=staff, record_id=row.pk, lines=[Line(item_id=silent.pk)])
    assert may(reader, Act.LISTEN, silent.pk)
    remove_entries(actor=staff, record_id=row.pk, entries=[lines(row)[1].pk])
    assert not may(reader, Act.LISTEN, silent.pk)


def _opened(staff: Actor, row: Selection, user: User) -> None:
    give(
        actor=staff,
        to=To(user_id=user.pk),
        of=Of(selection_id=row.pk),
        gives="listen",
        reason="a class",
    )


def test_a_visitor_keeps_no_list() -> None:
    with pytest.raises(NotAllowed):
        create_selection(actor=PUBLIC, title="Mine")
    assert data_of("{ viewer { selections { id } } }")["viewer"]["selections"] == []
    assert not Selection.objects.exists()
    assert not SelectionEntry.objects.exists()


def test_lists_and_groups_stand_by_name_whatever_case_and_accents() -> None:
    ana, staff = member(), curator()
    for title in ("zulu", "Étude", "Abidji", "eland"):
        list_of(ana, title=title)
        EditorGroup.objects.create(slug=title.lower().replace("é", "e"), name=title)
    asked = (
        "selections(which: MINE, order: TITLE, first: 3) { nodes { title } pageInfo { endCursor } }"
    )
    first = data_of(f"{{ {asked} }}", actor=ana)["selections"]
    assert [each["title"] for each in first["nodes"]] == ["Abidji", "eland", "Étude"]
    rest = asked.replace("first: 3", f'first: 3, after: "{first["pageInfo"]["endCursor"]}"')
    assert data_of(f"{{ {rest} }}", actor=ana)["selections"]["nodes"] == [{"title": "zulu"}]
    groups = data_of("{ editorGroups { nodes { name } } }", actor=staff)["editorGroups"]["nodes"]
    assert [each["name"] for each in groups] == ["Abidji", "eland", "Étude", "zulu"]
    newest = data_of("{ selections(which: MINE) { nodes { title } } }", actor=ana)["selections"]
    assert newest["nodes"][0] == {"title": "eland"}
