"""Tracks and timed text: made, changed, taken in, given out; by the item's rule and their own."""

from collections.abc import Callable

import pytest

from archive.access import PUBLIC
from archive.annotations.cues import MOST_CUES, NotTimedText
from archive.errors import NotAllowed, NotFound, OddValue, VersionConflict
from archive.models import Annotation, Item, Track, User
from archive.services.annotating import (
    AnnotationPart,
    create_annotation,
    delete_annotation,
    update_annotation,
)
from archive.services.timed_text import BadCues, export_track, import_track
from archive.services.tracks import create_track, delete_track, update_track
from tests.factories import (
    MEMBER,
    STAFF,
    make_collection,
    make_file,
    make_item,
    make_part,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("curator")]

LRC = "[ti:Berceuse]\n[la:fr]\n[00:12.00]Dodo\n[00:15.00]l'enfant\n"


@pytest.fixture
def curator() -> User:
    """Give STAFF an account: a track names its author."""
    return make_user("curator", id=STAFF.user_id, is_staff=True)


def said(track: Track) -> list[tuple[float, float | None, str]]:
    return list(track.annotations.values_list("start_s", "end_s", "text"))


def test_a_track_says_what_it_is_given_in_the_order_of_time() -> None:
    make_item(code="X_1")
    track = create_track(
        actor=STAFF,
        item="X_1",
        kind="markers",
        language="FR",
        annotations=[AnnotationPart(9.5, text="end"), AnnotationPart(1.0, 2.0, "strophe", "Ana")],
    )
    assert said(track) == [(1.0, 2.0, "strophe"), (9.5, None, "end")]
    assert (track.language, track.author_id) == ("fr", STAFF.user_id)
    assert {row.item_id for row in track.annotations.all()} == {track.item_id}


def test_what_stays_the_same_is_not_touched() -> None:
    make_item(code="X_1")
    parts = [AnnotationPart(float(n), text=str(n)) for n in range(5)]
    track = create_track(actor=STAFF, item="X_1", kind="markers", annotations=parts)
    keys = set(track.annotations.values_list("pk", flat=True))
    version = track.version
    same = update_track(actor=STAFF, record_id=track.pk, annotations=list(reversed(parts)))
    assert same.version == version
    changed = update_track(
        actor=STAFF,
        record_id=track.pk,
        if_version=version,
        annotations=[*parts[:4], AnnotationPart(4.5, text="4")],
    )
    assert changed.version > version
    now = set(changed.annotations.values_list("pk", flat=True))
    assert len(now & keys) == 4
    with pytest.raises(VersionConflict):
        update_track(actor=STAFF, record_id=track.pk, if_version=version, annotations=[])


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (AnnotationPart(-1.0), "start_s"),
        (AnnotationPart(float("nan")), "start_s"),
        (AnnotationPart(2.0, 1.0), "end_s"),
        (AnnotationPart(2.0, float("inf")), "end_s"),
        (AnnotationPart(1.0, text="x" * 10_001), "text"),
        (AnnotationPart(1.0, text="a\x00"), "text"),
        (AnnotationPart(1.0, speaker="x" * 121), "speaker"),
        (AnnotationPart(1.0, confidence=1.5), "confidence"),
        (AnnotationPart(1.0, concept="keywords/none"), "concept"),
    ],
)
def test_an_odd_annotation_is_refused_by_its_place(part: AnnotationPart, field: str) -> None:
    make_item(code="X_1")
    with pytest.raises(OddValue) as refused:
        create_track(
            actor=STAFF, item="X_1", kind="labels", annotations=[AnnotationPart(0.0), part]
        )
    assert refused.value.field == f"annotations.1.{field}"
    assert not Track.objects.exists()


def test_lyrics_are_taken_in_and_given_out_again() -> None:
    make_item(code="X_1")
    taken = import_track(
        actor=STAFF, item="X_1", kind="lyrics", content=LRC.encode(), file_name="a/X_1.lrc"
    )
    assert (taken.cue_count, taken.problem_count) == (2, 0)
    track = taken.track
    assert (track.title, track.language, track.format) == ("Berceuse", "fr", "lrc")
    assert said(track) == [(12.0, 15.0, "Dodo"), (15.0, None, "l'enfant")]
    for to in ("lrc", "webvtt", "ttml"):
        text = export_track(actor=PUBLIC, record_id=track.pk, to=to)
        again = import_track(
            actor=STAFF, item="X_1", kind="lyrics", content=text.encode(), format=to
        )
        assert said(again.track) == said(track)
        assert (again.track.title, again.track.language) == ("Berceuse", "fr")


def test_bad_cues_are_told_and_good_ones_taken_when_asked() -> None:
    make_item(code="X_1")
    content = (LRC + "no time\n[00:99.99]odd\n").encode()
    with pytest.raises(BadCues) as refused:
        import_track(actor=STAFF, item="X_1", kind="lyrics", content=content)
    assert (refused.value.good_count, refused.value.problem_count) == (2, 2)
    assert [problem.line for problem in refused.value.problems] == [5, 6]
    assert not Track.objects.exists()
    taken = import_track(
        actor=STAFF, item="X_1", kind="lyrics", content=content, leave_out_bad=True
    )
    assert (taken.cue_count, taken.problem_count) == (2, 2)


@pytest.mark.parametrize(
    "content",
    [b"", b"just words", b"[ti:no cue]\n", b"WEBVTT\n", b"[00:01.00]\xff", b"<tt/>", b"[" * 10**7],
    ids=["empty", "prose", "no cue", "no cue in VTT", "no UTF-8", "no TTML", "huge"],
)
def test_what_is_no_timed_text_leaves_nothing_behind(content: bytes) -> None:
    make_item(code="X_1")
    with pytest.raises(NotTimedText):
        import_track(actor=STAFF, item="X_1", kind="lyrics", content=content, leave_out_bad=True)
    assert not Track.objects.exists()


def test_an_import_replaces_what_a_track_said() -> None:
    make_item(code="X_1")
    first = import_track(actor=STAFF, item="X_1", kind="lyrics", content=LRC.encode()).track
    again = import_track(
        actor=STAFF,
        track_id=first.pk,
        if_version=first.version,
        content=LRC.replace("Dodo", "Fais dodo").encode(),
    ).track
    assert again.pk == first.pk
    assert [text for *_, text in said(again)] == ["Fais dodo", "l'enfant"]
    with pytest.raises(VersionConflict):
        import_track(actor=STAFF, track_id=first.pk, if_version=first.version, content=LRC.encode())


def test_a_language_that_is_none_is_told_and_the_words_are_kept() -> None:
    make_item(code="X_1")
    content = LRC.replace("la:fr", "la:the langue d'oïl").encode()
    with_problem = import_track(
        actor=STAFF, item="X_1", kind="lyrics", content=content, leave_out_bad=True
    )
    assert with_problem.track.language == ""
    assert "no language tag" in with_problem.problems[0].message


def test_too_many_annotations_are_refused() -> None:
    make_item(code="X_1")
    with pytest.raises(OddValue) as refused:
        create_track(
            actor=STAFF,
            item="X_1",
            kind="markers",
            annotations=[AnnotationPart(0.0)] * (MOST_CUES + 1),
        )
    assert refused.value.field == "annotations"


def test_single_annotations_are_added_moved_and_taken_away() -> None:
    """T-20: markers, with an end, a text and a speaker."""
    make_item(code="X_1")
    track = create_track(actor=STAFF, item="X_1", kind="markers")
    made = create_annotation(actor=STAFF, track_id=track.pk, start_s=3.0, text="here")
    moved = update_annotation(
        actor=STAFF, annotation_id=made.pk, start_s=4.0, end_s=5.0, speaker="  Ana  B "
    )
    assert (moved.start_s, moved.end_s, moved.text, moved.speaker) == (4.0, 5.0, "here", "Ana B")
    with pytest.raises(OddValue) as refused:
        update_annotation(actor=STAFF, annotation_id=made.pk, end_s=1.0)
    assert refused.value.field == "end_s"
    version = Track.objects.get().version
    assert version > track.version
    assert delete_annotation(actor=STAFF, annotation_id=made.pk) == made.pk
    assert not Annotation.objects.exists()


def test_who_may_not_hear_may_not_read_the_words() -> None:
    """Design section 5: what is withheld is silent in the transcript as well."""
    closed = make_item(code="X_1", collection=make_collection(access="metadata"))
    opened = make_item(code="X_2")
    for item in (closed, opened):
        for kind in ("lyrics", "transcript", "translation", "markers", "labels"):
            create_track(actor=STAFF, item=item.code, kind=kind)
    for actor in (PUBLIC, MEMBER):
        seen = Track.objects.visible_to(actor)
        assert {row.kind for row in seen.filter(item=closed)} == {"markers", "labels"}
        assert seen.filter(item=opened).count() == 5
    assert Track.objects.visible_to(STAFF).count() == 10


def test_a_track_for_staff_is_read_by_staff_alone() -> None:
    item = make_item(code="X_1")
    track = create_track(
        actor=STAFF,
        item="X_1",
        kind="markers",
        audience="staff",
        annotations=[AnnotationPart(1.0, text="?")],
    )
    assert not Track.objects.visible_to(MEMBER).exists()
    assert not Annotation.objects.visible_to(MEMBER).exists()
    with pytest.raises(NotFound):
        export_track(actor=MEMBER, record_id=track.pk, to="lrc")
    Item.objects.filter(pk=item.pk).update(access="none")
    assert Track.objects.visible_to(STAFF).exists()


def test_speakers_are_named_to_staff_alone() -> None:
    make_item(code="X_1")
    track = create_track(
        actor=STAFF,
        item="X_1",
        kind="transcript",
        annotations=[AnnotationPart(1.0, 2.0, "Yes", "Ana")],
    )
    assert "<v Ana>" in export_track(actor=STAFF, record_id=track.pk, to="webvtt")
    for to in ("webvtt", "ttml"):
        assert "Ana" not in export_track(actor=MEMBER, record_id=track.pk, to=to)


def test_only_staff_write_tracks() -> None:
    make_item(code="X_1")
    track = create_track(actor=STAFF, item="X_1", kind="markers")
    note = create_annotation(actor=STAFF, track_id=track.pk, start_s=1.0)
    attempts: list[Callable[[], object]] = [
        lambda: create_track(actor=MEMBER, item="X_1", kind="markers"),
        lambda: update_track(actor=MEMBER, record_id=track.pk, title="Mine"),
        lambda: delete_track(actor=MEMBER, record_id=track.pk),
        lambda: import_track(actor=MEMBER, item="X_1", kind="lyrics", content=LRC.encode()),
        lambda: create_annotation(actor=MEMBER, track_id=track.pk, start_s=2.0),
        lambda: update_annotation(actor=MEMBER, annotation_id=note.pk, text="Mine"),
        lambda: delete_annotation(actor=MEMBER, annotation_id=note.pk),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
    assert Track.objects.get().title == ""


def test_deleting_a_track_takes_what_it_says_along() -> None:
    make_item(code="X_1")
    track = create_track(actor=STAFF, item="X_1", kind="markers", annotations=[AnnotationPart(1.0)])
    with pytest.raises(VersionConflict):
        delete_track(actor=STAFF, record_id=track.pk, if_version=99)
    delete_track(actor=STAFF, record_id=track.pk)
    assert not Annotation.objects.exists()


def test_nothing_is_said_of_what_lies_after_the_sound() -> None:
    """An end that players round by less than a second is no mistake; without a sound all goes."""
    item = make_item(code="X_1")
    early = create_track(
        actor=STAFF, item="X_1", kind="markers", annotations=[AnnotationPart(900.0, text="kept")]
    )
    make_part(item, file=make_file(duration_s=10.0, frame_count=441_000, sample_rate=44_100))
    track = create_track(
        actor=STAFF, item="X_1", kind="markers", annotations=[AnnotationPart(9.0, 10.9)]
    )
    (note,) = track.annotations.all()
    attempts: list[tuple[Callable[[], object], str]] = [
        (lambda: create_annotation(actor=STAFF, track_id=track.pk, start_s=70.0), "start_s"),
        (
            lambda: create_annotation(actor=STAFF, track_id=track.pk, start_s=9.0, end_s=12.0),
            "end_s",
        ),
        (
            lambda: update_annotation(actor=STAFF, annotation_id=note.pk, start_s=12.0, end_s=13.0),
            "start_s",
        ),
        (
            lambda: update_track(
                actor=STAFF,
                record_id=track.pk,
                annotations=[AnnotationPart(9.0, 10.9), AnnotationPart(3.0, 12.0)],
            ),
            "annotations.1.end_s",
        ),
    ]
    for attempt, field in attempts:
        with pytest.raises(OddValue, match="nothing to hear there") as refused:
            attempt()
        assert refused.value.field == field
    assert said(track) == [(9.0, 10.9, "")]
    # What was said before there was a sound can still be reworded.
    (kept,) = early.annotations.all()
    assert update_annotation(actor=STAFF, annotation_id=kept.pk, text="still").text == "still"


def test_cues_after_the_sound_are_told_by_their_lines() -> None:
    item = make_item(code="X_1")
    make_part(item)  # of ten seconds
    content = LRC.replace("00:12", "00:02").replace("00:15", "00:05").encode()
    late = content + b"[00:09.00]\n[00:40.00]late\n"
    with pytest.raises(BadCues) as refused:
        import_track(actor=STAFF, item="X_1", kind="lyrics", content=late)
    assert [problem.line for problem in refused.value.problems] == [6]
    assert "the sound has ended at 10 s" in refused.value.problems[0].message
    taken = import_track(
        actor=STAFF, item_id=item.pk, kind="lyrics", content=late, leave_out_bad=True
    )
    assert said(taken.track) == [(2.0, 5.0, "Dodo"), (5.0, 9.0, "l'enfant")]
    assert taken.problem_count == 1
