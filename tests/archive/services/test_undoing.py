"""Taking changes back: one transaction, one record, a deleted term (R-09, T-21).

Each step is a transaction of its own, so each test has its own database.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.access import PUBLIC
from archive.errors import NotAllowed, NotFound, VersionConflict
from archive.history import Change, changing
from archive.models import (
    Item,
    ItemAgent,
    Performance,
    Place,
    PlaceClosure,
    PlaceEdge,
    PlaceName,
)
from archive.services.history import diff, history_of, journal, state_at
from archive.services.lifecycle import delete, withdraw
from archive.services.obstacles import ChangedSince
from archive.services.stretches import Stretch
from archive.services.undoing import bring_back, restore, undo
from archive.tombstones import announced
from tests.factories import (
    MEMBER,
    STAFF,
    make_agent,
    make_collection,
    make_instrument,
    make_item,
    make_place,
    make_user,
)

pytestmark = pytest.mark.usefixtures("own_database")


def done(work: Callable[[], Any], reason: str = "") -> int:
    """Do something in a transaction of its own; return its number."""
    with changing(STAFF, reason=reason):
        work()
    newest = Change.objects.order_by("-pk").first()
    assert newest is not None
    return newest.transaction_id


def images() -> dict[str, list[Any]]:
    """Return what the whole catalogue says, but for versions."""
    found: dict[str, list[Any]] = {}
    with connection.cursor() as cursor:
        for table in (
            "archive_item",
            "archive_itemagent",
            "archive_performance",
            "archive_place",
            "archive_placeclosure",
            "archive_placeedge",
            "archive_placename",
            "archive_vernacularname",
        ):
            columns = "to_jsonb(t) - 'version' - 'modified_at'"
            if table.endswith("closure"):
                columns = "to_jsonb(t) - 'id'"
            cursor.execute(f"SELECT ({columns})::text FROM {table} AS t ORDER BY 1")  # noqa: S608
            found[table] = [row[0] for row in cursor.fetchall()]
    return found


def test_a_transaction_over_many_tables_is_taken_back_as_a_whole() -> None:
    agent, place = make_agent(), make_place("Sanga")
    item = make_item(title="one", place=place, agents=[agent], instruments=[make_instrument()])
    before = images()

    def work() -> None:
        Item.objects.update(title="two", credit="c")
        ItemAgent.objects.all().delete()
        Performance.objects.update(musicians="many")
        below = make_place("Ogol", parents=[place])
        PlaceName.objects.create(place=below, name="Ogol du Haut", language="fr")
        make_item(collection=item.collection, title="new", place=below)
        Item.objects.filter(pk=item.pk).update(title="three", place=below)

    number = done(work)
    assert images() != before
    rows = undo(actor=STAFF, transaction_id=number, reason="a mistake")

    assert images() == before
    assert rows == Change.objects.filter(transaction_id=number).count() >= 8
    taken_back = Change.objects.filter(undoes=number)
    assert {(each.author_id, each.reason) for each in taken_back} == {(STAFF.user_id, "a mistake")}
    again = taken_back.values_list("transaction_id", flat=True)[0]
    after = undo(actor=STAFF, transaction_id=again)
    assert after == rows, "taking back is a change like any other"
    assert images() != before


def test_hundreds_of_rows_are_a_handful_of_statements() -> None:
    collection, place = make_collection(), make_place()
    Item.objects.bulk_create(
        Item(code=f"c{n}", title="t", collection=collection, place=place) for n in range(400)
    )
    other = make_place()
    number = done(lambda: Item.objects.update(place=other))
    with CaptureQueriesContext(connection) as captured:
        assert undo(actor=STAFF, transaction_id=number) == 400
    print(f"{len(captured)} statements for 400 rows")
    assert Item.objects.filter(place=place).count() == 400
    assert len(captured) <= 20


def test_what_was_changed_since_stands_in_the_way() -> None:
    place = make_place("Sanga")
    number = done(lambda: Place.objects.update(name="Sangha", note="n"))
    later = done(lambda: Place.objects.update(name="Songo"))
    before = images()
    with pytest.raises(ChangedSince, match=r"name of place Songo") as refused:
        undo(actor=STAFF, transaction_id=number)
    (obstacle,) = refused.value.obstacles
    assert (obstacle.subject_kind, obstacle.subject_id, obstacle.column) == (
        "place",
        place.pk,
        "name",
    )
    assert images() == before
    undo(actor=STAFF, transaction_id=later)
    undo(actor=STAFF, transaction_id=number)
    assert Place.objects.get().name == "Sanga"


def test_a_later_change_of_another_field_does_not_stand_in_the_way() -> None:
    make_place("Sanga")
    number = done(lambda: Place.objects.update(name="Sangha"))
    done(lambda: Place.objects.update(note="kept"))
    undo(actor=STAFF, transaction_id=number)
    assert Place.objects.values_list("name", "note").get() == ("Sanga", "kept")


@pytest.mark.parametrize("what", ["the code", "the target", "the row", "the user"])
def test_what_cannot_be_taken_back_is_refused_in_words_and_nothing_is_done(what: str) -> None:
    item = make_item(code="A", place=make_place("Sanga"))
    collection = item.collection
    if what == "the code":
        number = done(lambda: Item.objects.filter(pk=item.pk).update(code="B"))
        make_item(code="A", collection=collection)
        said = "code 'A' is another's now"
    elif what == "the target":
        number = done(lambda: Item.objects.update(place=None))
        Place.objects.get().delete()
        said = "place would point to a place that is not there"
    elif what == "the row":
        number = done(lambda: Item.objects.update(title="changed"))
        Item.objects.all().delete()
        said = "removed afterwards"
    else:
        number = done(lambda: make_place("Ogol"))
        make_item(collection=collection, place=Place.objects.get(name="Ogol"))
        said = "would point to a place that is not there"
    before = images()
    with pytest.raises(ChangedSince, match=said):
        undo(actor=STAFF, transaction_id=number)
    assert images() == before
    assert not Change.objects.filter(undoes=number).exists()


def test_rows_that_changed_places_find_back() -> None:
    item = make_item(instruments=[make_instrument(), make_instrument(), make_instrument()])
    first, second, third = Performance.objects.order_by("position")

    def swap() -> None:
        Performance.objects.filter(pk=first.pk).update(position=9)
        Performance.objects.filter(pk=second.pk).update(position=1)
        Performance.objects.filter(pk=third.pk).update(position=2)
        Performance.objects.filter(pk=first.pk).update(position=3)

    number = done(swap)
    undo(actor=STAFF, transaction_id=number)
    assert list(item.performances.order_by("position")) == [first, second, third]


def test_only_staff_takes_back_and_only_what_there_is() -> None:
    number = done(make_place)
    for actor in (PUBLIC, MEMBER):
        with pytest.raises(NotAllowed):
            undo(actor=actor, transaction_id=number)
    with pytest.raises(NotFound):
        undo(actor=STAFF, transaction_id=1)


def test_a_record_and_its_parts_go_back_to_a_moment() -> None:
    agent = make_agent("Diola Dolo")
    made = done(lambda: make_item(title="one", code="X"))
    item = Item.objects.get()
    done(lambda: ItemAgent.objects.create(item=item, agent=agent, role="performer"))
    moment = done(lambda: Item.objects.update(title="two"))
    then = state_at("item", item.pk, actor=STAFF)
    done(lambda: Item.objects.update(title="three", description="d"))
    done(lambda: ItemAgent.objects.all().delete())
    done(lambda: make_item(title="another", collection=item.collection))
    assert state_at("item", item.pk, actor=STAFF, after=moment) == then

    version = Item.objects.get(pk=item.pk).version
    with pytest.raises(VersionConflict):
        restore("item", item.pk, actor=STAFF, to=moment, if_version=version - 1)
    record = restore("item", item.pk, actor=STAFF, to=moment, if_version=version, reason="so")
    assert (record.title, record.description, record.version > version) == ("two", "", True)
    assert state_at("item", item.pk, actor=STAFF) == then
    assert item.agent_links.get().agent == agent
    assert Item.objects.filter(title="another").exists(), "others stay as they are"

    restore("item", item.pk, actor=STAFF, to=made)
    assert not item.agent_links.exists()
    with pytest.raises(NotFound, match="no such moment"):
        restore("item", item.pk, actor=STAFF, to=1)
    with pytest.raises(NotAllowed):
        restore("item", item.pk, actor=MEMBER, to=made)


def test_an_older_text_does_not_open_what_was_closed_since() -> None:
    moment = done(lambda: make_item(title="one", access="full"))
    item = Item.objects.get()
    ItemAgent.objects.create(item=item, agent=make_agent(), role="performer", audience="public")
    shown = done(lambda: Item.objects.update(title="two"))
    done(lambda: Item.objects.update(access="none", state="withdrawn", title="three"))
    done(lambda: ItemAgent.objects.update(audience="staff"))
    record = restore("item", item.pk, actor=STAFF, to=shown)
    assert (record.title, record.access, record.state) == ("two", "none", "withdrawn")
    assert item.agent_links.get().audience == "staff"
    restore("item", item.pk, actor=STAFF, to=moment)
    assert not item.agent_links.exists()


def test_a_deleted_term_comes_back_with_its_names_and_its_place() -> None:
    above = make_place("Mali")
    place = make_place("Sanga", parents=[above])
    PlaceName.objects.create(place=place, name="Sangha", language="fr")
    before = images()
    delete("place", cited="sanga", actor=STAFF, reason="a mistake")
    assert not Place.objects.filter(slug="sanga").exists()
    assert not PlaceClosure.objects.filter(descendant=place.pk).exists()

    back = bring_back("place", place.pk, actor=STAFF)
    assert back.names.get().name == "Sangha"
    assert images() == before
    assert PlaceEdge.objects.get().parent == above
    with pytest.raises(NotFound):
        bring_back("place", place.pk, actor=STAFF)


def test_history_tells_in_words_who_changed_what_and_why() -> None:
    curator = make_user("curator", is_staff=True)
    signed = type(STAFF)(user_id=curator.pk, is_member=True, is_staff=True)
    place, gone = make_place("Sanga"), make_place("Ogol")
    with changing(signed, reason="first words"):
        item = make_item(title="one", place=gone)
    with changing(signed, reason="the place"):
        Item.objects.update(place=place, title="two")
        ItemAgent.objects.create(item=item, agent=make_agent("Dolo"), role="performer")
    gone.delete()

    newest, oldest = history_of("item", item.pk, actor=STAFF)
    assert (newest.signature.author, newest.signature.reason) == ("curator", "the place")
    told = {(each.part, each.field): each for each in newest.differences}
    title = told["item", "title"]
    assert title.operation == "changed"
    assert (title.before and title.before.text, title.after and title.after.text) == ("one", "two")
    moved = told["item", "place"]
    assert moved.after is not None
    assert moved.before is not None
    assert (moved.after.text, moved.after.kind, moved.after.record_id) == (
        "Sanga",
        "place",
        place.pk,
    )
    assert (moved.before.text, moved.before.is_hidden) == ("", True)
    assert told["item agent", "agent"].operation == "added"
    assert told["item agent", "agent"].after.text == "Dolo"  # type: ignore[union-attr]
    assert ("item agent", "item") not in told
    assert {each.operation for each in oldest.differences} == {"added"}
    assert oldest.signature.reason == "first words"

    since = oldest.signature.transaction_id
    assert {
        (each.part, each.field) for each in diff("item", item.pk, actor=STAFF, since=since)
    } == set(told)
    (first,) = history_of("item", item.pk, actor=STAFF, stretch=Stretch(number=1))
    assert first == newest
    assert history_of(
        "item", item.pk, actor=STAFF, stretch=Stretch(number=1, older_than=first.place)
    ) == [oldest]
    upwards = Stretch(from_oldest=True)
    assert history_of("item", item.pk, actor=STAFF, stretch=upwards) == [oldest, newest]
    for actor in (PUBLIC, MEMBER):
        assert history_of("item", item.pk, actor=actor) == []
        assert diff("item", item.pk, actor=actor, since=since) == []
        assert state_at("item", item.pk, actor=actor) == {}
        assert journal(actor=actor) == []


def test_the_journal_is_one_statement_over_all_kinds() -> None:
    curator = make_user("curator", is_staff=True)
    signed = type(STAFF)(user_id=curator.pk, is_member=True, is_staff=True)
    with changing(signed, reason="many"):
        for _ in range(7):
            make_place()
    done(make_item, "an item")
    number = done(lambda: Place.objects.update(note="n"))
    undo(actor=STAFF, transaction_id=number)

    entries = journal(actor=STAFF)
    taken_back, noted, of_item, many = entries[:4]
    assert many.signature.reason == "many"
    assert (many.record_count, many.row_count, list(many.kinds)) == (7, 7, ["place"])
    assert len(many.records) == 5
    assert all(each.name.startswith("Place") for each in many.records)
    assert set(of_item.kinds) == {"collection", "item"}
    assert noted.signature.undone_by == taken_back.signature.transaction_id
    assert taken_back.signature.undoes == number

    assert [each.place for each in journal(actor=STAFF, stretch=Stretch(number=2))] == [
        taken_back.place,
        noted.place,
    ]
    assert journal(actor=STAFF, stretch=Stretch(number=1, older_than=noted.place)) == [of_item]
    upwards = journal(actor=STAFF, stretch=Stretch(number=100, from_oldest=True))
    assert upwards == journal(actor=STAFF, stretch=Stretch(number=100))[::-1]
    newer = Stretch(number=1, newer_than=of_item.place, from_oldest=True)
    assert [each.place for each in journal(actor=STAFF, stretch=newer)] == [noted.place]
    assert journal(actor=STAFF, author="curator") == [many]
    assert journal(actor=STAFF, author="nobody") == []
    assert journal(actor=STAFF, kind="item") == [of_item]
    assert many not in journal(actor=STAFF, since=of_item.signature.at)

    counts = []
    for size in (1, 4):
        with CaptureQueriesContext(connection) as captured:
            journal(actor=STAFF, stretch=Stretch(number=size), kind="place")
        counts.append(len(captured))
    assert counts == [2, 2], "one for the entries, one for the names of a kind"


def test_a_withdrawal_taken_back_leaves_no_tombstone() -> None:
    item = make_item()
    withdraw("item", record_id=item.pk, actor=STAFF, is_announced=True, reason="asked")
    found = Change.objects.filter(subject_id=item.pk, reason="asked")
    assert {each.table for each in found} == {"archive_item", "archive_tombstone"}
    assert announced("item", str(item.code)) is not None
    undo(actor=STAFF, transaction_id=found[0].transaction_id)
    assert Item.objects.get().state == "published"
    assert announced("item", str(item.code)) is None
