"""Two persons erase what cannot be brought back; tests/doors/test_erasure.py looks for the rest."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.mail import EmailMessage
from django.db.models.functions import Now

from archive import erasing
from archive.access import HOUSE, PUBLIC, Act, Actor
from archive.erasing import Finisher
from archive.errors import ArchiveError, CodeTaken, NotAllowed, NotFound, OddValue
from archive.models import (
    AccessEntry,
    ApiToken,
    Change,
    Comment,
    DoomedFile,
    ErasedCode,
    Erasure,
    Event,
    File,
    Item,
    Notice,
    Part,
    RelatedMedia,
    Request,
    RequestKey,
    StagedUpload,
    Tombstone,
    Track,
    User,
)
from archive.services import erasure
from archive.services.access_log import note
from archive.services.comments import write_comment
from archive.services.deposit import deposit_sound
from archive.services.describe import update_item
from archive.services.letters import send_letters
from archive.services.numbering import next_item_code
from archive.services.related import add_related_media
from archive.services.requests import answer_for
from archive.services.requests import ask as ask_archive
from archive.storage import MASTERS, RELATED, is_kept, staged
from archive.tombstones import announced
from tests.factories import make_agent, make_collection, make_item, make_part, make_user
from tests.sounds import write_wav

pytestmark = pytest.mark.django_db


def person(name: str) -> Actor:
    return Actor(user_id=make_user(name, is_staff=True).pk, is_member=True, is_staff=True)


@pytest.fixture
def anna() -> Actor:
    return person("anna")


@pytest.fixture
def ben() -> Actor:
    return person("ben")


def ask(item: Item, actor: Actor, *, is_announced: bool = False) -> Erasure:
    return erasure.ask(
        "item", item.pk, actor=actor, reason="Her family asked.", is_announced=is_announced
    )


def erased(item: Item, anna: Actor, ben: Actor, *, is_announced: bool = False) -> Erasure:
    return erasure.confirm(ask(item, anna, is_announced=is_announced).pk, actor=ben)


def test_one_asks_another_confirms_and_the_reason_is_kept(anna: Actor, ben: Actor) -> None:
    item = make_item(title="OLU BOY")
    done = erased(item, anna, ben)
    assert (done.stage, done.reason) == ("done", "Her family asked.")
    assert (done.asked_by, done.decided_by) == (anna.user_id, ben.user_id)
    assert not Item._base_manager.filter(pk=item.pk).exists()
    assert not Change.objects.filter(subject_id=item.pk).exists()
    assert {"rows", "history", "files", "results"} <= set(done.report["erased"])
    assert Event.objects.filter(kind="erasure.done", subject_id=done.pk).exists()


def test_nobody_confirms_what_they_asked_for_themselves(anna: Actor) -> None:
    item = make_item()
    asked = ask(item, anna)
    with pytest.raises(erasure.SamePerson):
        erasure.confirm(asked.pk, actor=anna)
    assert Item.objects.filter(pk=item.pk).exists()


@pytest.mark.parametrize(
    "actor", [PUBLIC, Actor(is_member=True), HOUSE], ids=["public", "member", "house"]
)
def test_who_is_no_person_of_the_staff_neither_asks_nor_confirms(actor: Actor, anna: Actor) -> None:
    item = make_item()
    with pytest.raises(NotAllowed):
        ask(item, actor)
    asked = ask(item, anna)
    for act in (erasure.confirm, erasure.refuse):
        with pytest.raises(NotAllowed):
            act(asked.pk, actor=actor)


def test_what_waits_longer_than_two_weeks_is_asked_anew(anna: Actor, ben: Actor) -> None:
    item = make_item()
    asked = ask(item, anna)
    Erasure.objects.filter(pk=asked.pk).update(expires_at=Now() - timedelta(seconds=1))
    with pytest.raises(erasure.ErasureExpired):
        erasure.confirm(asked.pk, actor=ben)
    again = ask(item, anna)
    asked.refresh_from_db()
    assert asked.stage == "expired"
    assert erasure.confirm(again.pk, actor=ben).stage == "done"


def test_it_is_asked_once_and_decided_once(anna: Actor, ben: Actor) -> None:
    item = make_item()
    asked = ask(item, anna)
    with pytest.raises(erasure.AlreadyAsked):
        ask(item, ben)
    refused = erasure.refuse(asked.pk, actor=ben, reason="We hold their consent.")
    assert (refused.stage, refused.refusal) == ("refused", "We hold their consent.")
    assert Item.objects.filter(pk=item.pk).exists()
    for act in (erasure.confirm, erasure.refuse):
        with pytest.raises(erasure.AlreadyDecided):
            act(asked.pk, actor=anna)
    assert erasure.refuse(asked.pk, actor=ben).pk == asked.pk, "an answer that was lost"


def test_who_asked_may_take_it_back(anna: Actor) -> None:
    asked = ask(make_item(), anna)
    assert erasure.refuse(asked.pk, actor=anna).stage == "refused"


def test_confirmed_twice_it_is_erased_once(anna: Actor, ben: Actor) -> None:
    done = erased(make_item(), anna, ben)
    assert erasure.confirm(done.pk, actor=ben).decided_at == done.decided_at
    with pytest.raises(erasure.AlreadyDecided):
        erasure.confirm(done.pk, actor=person("cleo"))


def test_what_has_grown_since_is_looked_at_again(anna: Actor, ben: Actor) -> None:
    collection = make_collection()
    make_item(collection=collection)
    asked = erasure.ask("collection", collection.pk, actor=anna, reason="A court's order.")
    assert asked.scope == {"items": 1, "sounds": 0}
    make_item(collection=collection)
    with pytest.raises(erasure.HoldsMore, match="2 items"):
        erasure.confirm(asked.pk, actor=ben)
    assert collection.items.count() == 2


@pytest.mark.parametrize(
    ("kind", "says", "error"),
    [
        ("place", {}, OddValue),
        ("item", {"reason": " "}, OddValue),
        ("item", {"reason": "x" * 501}, OddValue),
        ("agent", {"is_announced": True}, OddValue),
        ("item", {"part": 7}, NotFound),
        ("collection", {}, NotFound),
    ],
    ids=["place", "no reason", "long reason", "announced name", "no such sound", "other kind"],
)
def test_what_cannot_be_erased_so_is_refused_plainly(
    kind: str, says: dict[str, object], error: type[ArchiveError], anna: Actor
) -> None:
    with pytest.raises(error):
        erasure.ask(
            kind, make_item().pk, actor=anna, **{"reason": "Asked.", **says}  # type: ignore[arg-type]  # odd on purpose
        )  # fmt: skip
    assert not Erasure.objects.exists()


def test_an_announced_one_leaves_date_and_code_and_a_silent_one_nothing(
    anna: Actor, ben: Actor
) -> None:
    loud, silent = make_item(code="LOUD", title="A name"), make_item(code="SILENT")
    Tombstone.objects.create(kind="item", code="LOUD", subject_id=loud.pk, title="A name")
    erased(loud, anna, ben, is_announced=True)
    done = erased(silent, anna, ben)
    stone = announced("item", "LOUD")
    assert stone is not None
    assert (stone.is_erased, stone.title, stone.reason) == (True, "", "")
    assert announced("item", "SILENT") is None
    assert done.code == ""
    assert not Tombstone.objects.filter(code="SILENT").exists()


def test_the_code_of_what_was_erased_is_given_to_nothing_else(anna: Actor, ben: Actor) -> None:
    collection = make_collection(code="WELL")
    items = [make_item(collection=collection, code=f"WELL_00{n}") for n in (1, 2)]
    Item.objects.filter(pk=items[1].pk).update(code="WELL_003")
    assert next_item_code(collection.pk) == "WELL_004"
    erased(items[1], anna, ben)
    assert next_item_code(collection.pk) == "WELL_004", "its codes were 2 and then 3"
    with pytest.raises(CodeTaken, match="erased"):
        update_item(actor=anna, code="WELL_001", new_code="WELL_003")
    kept = ErasedCode.objects.values_list("digest", flat=True)
    assert set(kept) == {ErasedCode.digest_of("item", f"WELL_00{n}") for n in (2, 3)}


def test_an_item_that_lies_in_the_bin_and_one_that_only_history_knows(
    anna: Actor, ben: Actor
) -> None:
    binned = make_item(state="deleted")
    assert erased(binned, anna, ben).stage == "done"
    agent = make_agent("Nobody's")
    key = agent.pk
    agent.delete()
    asked = erasure.ask("agent", key, actor=anna, reason="She asked.")
    erasure.confirm(asked.pk, actor=ben)
    assert not Change.objects.filter(subject_id=key).exists()


def test_bytes_that_another_record_uses_stay_until_it_goes_too(
    anna: Actor, ben: Actor, store: Path, tmp_path: Path
) -> None:
    one, other = make_item(), make_item()
    path = write_wav(tmp_path / "side.wav")
    for item in (one, other):
        file = deposit_sound(path, actor=HOUSE, item=item).file
    done = erased(one, anna, ben)
    assert done.report["kept"] == [["item", str(other.pk)]]
    assert is_kept(MASTERS, file.storage_name)
    assert File.objects.filter(pk=file.pk).exists()
    erased(other, anna, ben)
    assert not is_kept(MASTERS, file.storage_name)
    assert not File.objects.filter(pk=file.pk).exists()
    assert not DoomedFile.objects.exists()


def test_a_picture_that_another_record_uses_stays(
    anna: Actor, ben: Actor, store: Path, tmp_path: Path
) -> None:
    one, other = make_item(), make_item()
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    for item in (one, other):
        with staged(picture, RELATED) as coming:
            kept = add_related_media(
                kind="item", actor=anna, record_id=item.pk, content=coming, original_name="a.png"
            )
    erased(one, anna, ben)
    assert is_kept(RELATED, kept.storage_name)
    erased(other, anna, ben)
    assert not is_kept(RELATED, kept.storage_name)


def test_one_sound_goes_and_the_item_and_its_history_stay(
    anna: Actor, ben: Actor, store: Path, tmp_path: Path
) -> None:
    item = make_item(title="Before")
    update_item(actor=anna, code=item.code, title="After")
    first, second = (
        deposit_sound(write_wav(tmp_path / f"{n}.wav"), actor=HOUSE, item=item) for n in (1, 2)
    )
    asked = erasure.ask("item", item.pk, actor=anna, reason="The wrong tape.", part=1)
    assert (asked.subject_kind, asked.subject_id) == ("part", first.pk)
    erasure.confirm(asked.pk, actor=ben)
    assert list(Part.objects.filter(item=item)) == [second]
    assert not is_kept(MASTERS, first.file.storage_name)
    assert is_kept(MASTERS, second.file.storage_name)
    said = Change.objects.filter(subject_id=item.pk, table="archive_item", operation="UPDATE")
    assert said.filter(before__title="Before").exists()
    assert not Change.objects.filter(row_id=str(first.pk)).exists()


def test_a_track_a_picture_and_a_comment_go_alone(anna: Actor, ben: Actor, store: Path) -> None:
    item = make_item()
    track = Track.objects.create(item=item, kind="lyrics", title="Hers")
    track.annotations.create(item=item, start_s=0, text="Her words")
    media = RelatedMedia.objects.create(item=item, url="https://example.org/her")
    said = write_comment(actor=anna, subject=("item", item.pk), text="Her name is")
    answer = write_comment(actor=ben, subject=("item", item.pk), text="I see.", answers=said.pk)
    for kind, key in (
        ("annotation", track.annotations.get().pk),
        ("track", track.pk),
        ("related_media", media.pk),
        ("comment", said.pk),
    ):
        erasure.confirm(erasure.ask(kind, key, actor=anna, reason="She asked.").pk, actor=ben)
        assert not Change.objects.filter(row_id=str(key)).exists()
    assert not Track.objects.exists()
    answer.refresh_from_db()
    assert answer.answers_id is None
    assert "Her" not in str(list(Change.objects.values_list("before", "after")))
    assert Item.objects.filter(pk=item.pk).exists()


def test_an_erased_person_leaves_songs_and_what_else_names_them_is_listed(
    anna: Actor, ben: Actor
) -> None:
    agent = make_agent("Oumou of the Well")
    sung = make_item(agents=[agent])
    prose = make_item(summary="Sung by Oumou of the well, at dusk.")
    make_item(summary="By nobody.")
    asked = erasure.ask("agent", agent.pk, actor=anna, reason="She asked.")
    done = erasure.confirm(asked.pk, actor=ben)
    assert Item.objects.filter(pk=sung.pk).exists()
    assert sung.agent_links.count() == 0
    assert done.report["mentions"] == [["item", str(prose.pk)]]
    assert "Oumou" not in str(list(Change.objects.values_list("before", "after", "table")
                                   .exclude(subject_id=prose.pk)))  # fmt: skip


def test_requests_about_it_are_answered_and_say_nothing_more(anna: Actor, ben: Actor) -> None:
    item = make_item()
    about = ("item", item.pk)
    row, secret = ask_archive(
        actor=PUBLIC, wish="withdrawal", subject=about, words="My aunt sings.",
        name="Ana", email="ana@example.org",
    )  # fmt: skip
    _, second = ask_archive(actor=PUBLIC, wish="correction", subject=about, words="Her name is")
    done = erased(item, anna, ben)
    told = answer_for(secret)
    assert told is not None
    assert (told.stage, told.answer) == ("approved", "What this was about has been erased.")
    assert (told.words, told.name, told.email) == ("", "", "")
    other = answer_for(second)
    assert other is not None
    assert other.stage == "refused"
    assert "aunt" not in str(list(Change.objects.values_list("before", "after")))
    assert done.report["erased"]["requests"] == 2
    assert Request.objects.filter(pk=row.pk).exists()


def test_what_had_left_the_house_is_listed_without_its_content(anna: Actor, ben: Actor) -> None:
    member = make_user("ana")
    listener = Actor(user_id=member.pk, is_member=True)
    ApiToken.objects.create(user=member, name="A key", digest="d" * 64, last_used_at=Now())
    item = make_item(title="Secret title")
    make_part(item)
    for _ in range(2):
        note(listener, item.pk, act=Act.LISTEN, door="sound")
    note(listener, item.pk, act=Act.DOWNLOAD, door="sound")
    ApiToken.objects.update(last_used_at=Now() + timedelta(seconds=1))
    row, _ = ask_archive(
        actor=listener, wish="correction", subject=("item", item.pk), words="It is a horn."
    )
    Request.objects.filter(pk=row.pk).update(told_at=Now())
    done = erased(item, anna, ben)
    left = done.report["left"]
    by = {(each["what"], each["act"]): each for each in left}
    assert {what for what, _ in by} == {"given", "open", "letter", "token", "rdf"}
    assert by["given", "listen"]["times"] == 1
    assert by["given", "download"]["user"] == str(member.pk)
    assert by["token", ""]["user"] == str(member.pk)
    assert by["letter", ""]["subject"] == str(row.pk)
    assert by["rdf", ""]["door"] == "item"
    assert "Secret" not in str(done.report)
    assert AccessEntry.objects.filter(item_id=item.pk).count() == 2, (
        "the log is kept as long as ever"
    )


def test_other_staff_are_told_and_a_key_that_was_used_makes_nothing_anew(
    anna: Actor, ben: Actor
) -> None:
    item = make_item()
    RequestKey.objects.create(
        user_id=str(anna.user_id), key="k", mutation="createItem", digest="d", subject_id=item.pk
    )
    ask(item, anna)
    told = Notice.objects.filter(about="erasure.asked").values_list("user_id", flat=True)
    assert set(told) == {ben.user_id}
    waiting = Erasure.objects.get()
    erasure.confirm(waiting.pk, actor=ben)
    assert RequestKey.objects.get().digest == "erased"
    assert not Notice.objects.filter(read_at__isnull=True).exists()


def test_the_letter_to_other_staff_names_no_record_and_leads_to_the_list(
    anna: Actor, mailoutbox: list[EmailMessage]
) -> None:
    make_user("cleo", is_staff=True, email="cleo@example.org")
    ask(make_item(title="A name"), anna)
    assert send_letters() == 1
    (letter,) = mailoutbox
    assert letter.to == ["cleo@example.org"]
    assert letter.subject == "An erasure waits for a second person"
    assert str(letter.body).endswith("/erasures")
    assert "A name" not in str(letter.message())


def test_uploads_of_the_same_bytes_that_wait_go_too(
    anna: Actor, ben: Actor, store: Path, tmp_path: Path
) -> None:
    item = make_item()
    file = deposit_sound(write_wav(tmp_path / "a.wav"), actor=HOUSE, item=item).file
    StagedUpload.objects.create(
        user=User.objects.get(pk=str(anna.user_id)),
        sha256=file.sha256,
        byte_size=1,
        storage_name="aa/aa/a",
        original_name="her name.wav",
        mime_type="audio/wav",
        format="wav",
    )
    StagedUpload.objects.create(
        user=User.objects.get(pk=str(anna.user_id)),
        sha256=hashlib.sha256(b"b").hexdigest(),
        byte_size=1,
        storage_name="bb/bb/b",
        mime_type="audio/wav",
        format="wav",
    )
    erased(item, anna, ben)
    assert [each.storage_name for each in StagedUpload.objects.all()] == ["bb/bb/b"]
    assert not Comment.objects.exists()


def test_what_fails_outside_the_database_is_tried_again_and_holds_up_nothing(
    anna: Actor,
    ben: Actor,
    store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    item = make_item()
    name = deposit_sound(write_wav(tmp_path / "a.wav"), actor=HOUSE, item=item).file.storage_name

    def away(erasure: Erasure, seconds: float) -> bool:
        raise OSError("The bucket is away.")

    mirrors = {"bucket": Finisher("bucket", away), **erasing.finishers()}
    monkeypatch.setattr(erasure, "finishers", lambda: mirrors)
    done = erased(item, anna, ben)
    assert "bucket" in done.catching_up
    assert not is_kept(MASTERS, name), "the others did their work"
    assert "The bucket is away." in caplog.text
    mirrors["bucket"] = Finisher("bucket", lambda row, seconds: True)
    erasure.finish()
    done.refresh_from_db()
    assert "bucket" not in done.catching_up
