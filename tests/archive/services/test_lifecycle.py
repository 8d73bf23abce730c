"""Drafts, publishing, withdrawal, the bin, and back (issue 3, row 4; R-26)."""

from collections.abc import Callable
from typing import Any

import pytest

from archive.access import PUBLIC, Act, Actor, may
from archive.errors import NotAllowed, NotFound, VersionConflict
from archive.kinds import KINDS
from archive.mirrors import register, wait_for_mirrors
from archive.models import Item, Place, State, Tombstone
from archive.services.lifecycle import (
    InUse,
    NotInThatState,
    bin_length,
    delete,
    in_bin,
    publish,
    take_out_of_bin,
    withdraw,
)
from archive.services.stretches import Stretch
from archive.tombstones import announced
from tests.factories import (
    MEMBER,
    STAFF,
    make_collection,
    make_corpus,
    make_fonds,
    make_instrument,
    make_item,
    make_place,
)

pytestmark = pytest.mark.django_db
MAKERS: dict[str, Callable[..., Any]] = {
    "fonds": make_fonds,
    "corpus": make_corpus,
    "collection": make_collection,
    "item": make_item,
}


def seen(kind: str, record: Any, actor: Actor = PUBLIC) -> bool:
    return bool(KINDS[kind].rows.visible_to(actor).filter(pk=record.pk).exists())


@pytest.mark.parametrize("kind", MAKERS)
def test_a_level_is_drafted_published_withdrawn_published_again(kind: str) -> None:
    record = MAKERS[kind](state=State.DRAFT, access="full")
    assert not seen(kind, record)
    assert seen(kind, record, STAFF)

    record = publish(kind, cited=record.code, actor=STAFF, if_version=record.version)
    first = record.published_at
    assert first is not None
    assert seen(kind, record)
    with pytest.raises(NotInThatState):
        publish(kind, record_id=record.pk, actor=STAFF)

    record = withdraw(kind, record_id=record.pk, actor=STAFF, is_announced=True, reason="asked")
    assert not seen(kind, record)
    assert not seen(kind, record, MEMBER)
    assert seen(kind, record, STAFF)
    tombstone = announced(kind, record.code)
    assert tombstone is not None
    assert (tombstone.title, tombstone.reason) == (record.title, "asked")
    assert announced(kind, str(record.pk)) == tombstone
    with pytest.raises(NotInThatState):
        withdraw(kind, record_id=record.pk, actor=STAFF, is_announced=False)

    record = publish(kind, record_id=record.pk, actor=STAFF)
    assert record.published_at == first
    assert seen(kind, record)
    assert not Tombstone.objects.exists()


def test_silence_says_nothing() -> None:
    item = make_item()
    withdraw("item", record_id=item.pk, actor=STAFF, is_announced=False, reason="private")
    assert announced("item", str(item.code)) is None
    assert Tombstone.objects.get().reason == "private"


@pytest.mark.parametrize("actor", [PUBLIC, MEMBER], ids=["public", "member"])
def test_only_staff_decides(actor: Actor) -> None:
    item, hidden = make_item(), make_item(state=State.DRAFT)
    for act in (publish, delete):
        with pytest.raises(NotAllowed):
            act("item", record_id=item.pk, actor=actor)
        with pytest.raises(NotFound):
            act("item", record_id=hidden.pk, actor=actor)
    with pytest.raises(NotAllowed):
        withdraw("item", record_id=item.pk, actor=actor, is_announced=True)
    with pytest.raises(NotAllowed):
        take_out_of_bin("item", record_id=item.pk, actor=actor)
    assert in_bin(actor=actor) == []
    assert bin_length(actor=actor) == 0


def test_a_decision_about_an_older_version_is_refused() -> None:
    item = make_item()
    Item.objects.update(title="changed")
    with pytest.raises(VersionConflict):
        withdraw("item", record_id=item.pk, actor=STAFF, is_announced=True, if_version=1)
    with pytest.raises(VersionConflict):
        delete("item", record_id=item.pk, actor=STAFF, if_version=1)
    assert Item.objects.get().state == State.PUBLISHED


def test_a_deleted_level_lies_in_the_bin_for_nobody_else_to_see() -> None:
    item = make_item(title="one")
    key = delete("item", record_id=item.pk, actor=STAFF)
    for actor in (PUBLIC, MEMBER, STAFF):
        assert not seen("item", item, actor)
        assert not any(may(actor, act, key) for act in Act)
    (row,) = in_bin(actor=STAFF)
    assert (row.kind, row.record_id, row.title) == ("item", item.pk, "one")
    assert bin_length(actor=STAFF) == 1
    assert in_bin(actor=STAFF, stretch=Stretch(older_than=row.place)) == []

    back = take_out_of_bin("item", record_id=key, actor=STAFF)
    assert back.state == State.WITHDRAWN, "nothing is public again by coming back"
    assert not seen("item", back)
    with pytest.raises(NotFound):
        take_out_of_bin("item", record_id=key, actor=STAFF)


def test_a_draft_comes_back_as_a_draft() -> None:
    item = make_item(state=State.DRAFT)
    delete("item", record_id=item.pk, actor=STAFF)
    assert take_out_of_bin("item", record_id=item.pk, actor=STAFF).state == State.DRAFT


def test_a_collection_is_not_deleted_over_its_items() -> None:
    collection = make_collection()
    items = [make_item(collection=collection) for _ in range(3)]
    with pytest.raises(InUse, match="still holds items: 3") as refused:
        delete("collection", cited=collection.code, actor=STAFF)
    assert refused.value.uses == {"items": 3}
    for item in items:
        delete("item", record_id=item.pk, actor=STAFF)
    delete("collection", cited=collection.code, actor=STAFF)
    assert not seen("collection", collection, STAFF)
    with pytest.raises(NotInThatState, match="collection lies in the bin"):
        take_out_of_bin("item", record_id=items[0].pk, actor=STAFF)
    take_out_of_bin("collection", record_id=collection.pk, actor=STAFF)
    take_out_of_bin("item", record_id=items[0].pk, actor=STAFF)


def test_a_fonds_and_a_corpus_are_not_deleted_over_what_they_hold() -> None:
    fonds = make_fonds()
    corpus = make_corpus(fonds=[fonds])
    make_collection(corpora=[corpus])
    with pytest.raises(InUse, match="holds corpora: 1"):
        delete("fonds", record_id=fonds.pk, actor=STAFF)
    with pytest.raises(InUse, match="holds collections: 1"):
        delete("corpus", record_id=corpus.pk, actor=STAFF)


def test_a_term_in_use_is_not_deleted_and_its_uses_are_counted() -> None:
    above = make_place("Mali")
    place = make_place("Sanga", parents=[above])
    items = [make_item(place=place) for _ in range(2)]
    binned = make_item(place=place)
    delete("item", record_id=binned.pk, actor=STAFF)
    with pytest.raises(InUse, match=r"item: 2, others that you do not see") as refused:
        delete("place", cited="sanga", actor=STAFF)
    assert refused.value.uses == {"item": 2}
    with pytest.raises(InUse, match="entries below it: 1"):
        delete("place", cited="mali", actor=STAFF)
    Item.objects.filter(pk__in=[binned.pk, *(item.pk for item in items)]).update(place=None)
    delete("place", cited="sanga", actor=STAFF)
    assert list(Place.objects.all()) == [above]


def test_a_term_has_no_state() -> None:
    place = make_place()
    acts: list[Callable[[], object]] = [
        lambda: publish("place", record_id=place.pk, actor=STAFF),
        lambda: withdraw("place", record_id=place.pk, actor=STAFF, is_announced=True),
        lambda: take_out_of_bin("place", record_id=place.pk, actor=STAFF),
    ]
    for act in acts:
        with pytest.raises(NotInThatState, match="has no state of its own"):
            act()
    instrument = make_instrument()
    delete("instrument", record_id=instrument.pk, actor=STAFF)


def test_who_withdraws_waits_for_the_mirrors() -> None:
    asked: list[int] = []

    def slow(position: int, timeout_s: float) -> bool:
        asked.append(position)
        return timeout_s < 0

    make_item()
    kept = dict(mirrors_of_the_house())
    try:
        register("slow", slow)
        assert "slow" in wait_for_mirrors(timeout_s=0.01)
        assert asked[0] > 0
    finally:
        mirrors_of_the_house().clear()
        mirrors_of_the_house().update(kept)


def mirrors_of_the_house() -> dict[str, Any]:
    from archive import mirrors

    return mirrors._mirrors
