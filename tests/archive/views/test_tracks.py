"""Tracks as files: each format, by the track's own rule, on each request."""

import pytest
from django.test import Client

from archive.annotations.formats import FORMATS
from archive.models import Collection, Item, Track
from archive.services.annotating import AnnotationPart
from archive.services.tracks import create_track, update_track
from tests.factories import STAFF, make_collection, make_item, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def track() -> Track:
    make_user("curator", id=STAFF.user_id, is_staff=True)
    item = make_item(code="X_1", collection=make_collection(code="X"))
    return create_track(
        actor=STAFF,
        item=item.code,
        kind="lyrics",
        annotations=[AnnotationPart(1.0, 2.0, "Dodo", "Ana")],
    )


def path(track: Track, extension: str, code: str = "X_1") -> str:
    return f"/items/{code}/tracks/{track.pk}.{extension}"


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_track_is_fetched_in_each_format(track: Track, client: Client, name: str) -> None:
    of = FORMATS[name]
    answer = client.get(path(track, of.extension))
    assert answer.status_code == 200
    assert answer["Content-Type"] == f"{of.mime_type}; charset=utf-8"
    assert answer["Cache-Control"] == "public, no-cache"
    assert f"X_1_lyrics_1.{of.extension}" in answer["Content-Disposition"]
    assert [cue.text for cue in of.read(answer.content).cues] == ["Dodo"]
    assert b"Ana" not in answer.content


def test_staff_are_told_who_speaks_and_nothing_of_that_is_kept(
    track: Track, client: Client
) -> None:
    update_track(actor=STAFF, record_id=track.pk, audience="staff")
    assert client.get(path(track, "vtt")).status_code == 404
    assert track.author is not None
    client.force_login(track.author)
    answer = client.get(path(track, "vtt"))
    assert b"<v Ana>" in answer.content
    assert answer["Cache-Control"] == "private, no-store"


def test_a_track_of_words_is_gone_with_the_sound(track: Track, client: Client) -> None:
    missing = client.get(path(Track(), "vtt"))
    Collection.objects.update(access="metadata")
    withheld = client.get(path(track, "vtt"))
    assert (withheld.status_code, withheld.content) == (404, missing.content)
    Collection.objects.update(access="full")
    Item.objects.update(state="withdrawn")
    assert client.get(path(track, "vtt")).content == missing.content


def test_an_old_code_leads_to_the_new_one_and_odd_extensions_nowhere(
    track: Track, client: Client
) -> None:
    answer = client.get(path(track, "vtt", code="OLD_1"))
    assert (answer.status_code, answer["Location"]) == (302, path(track, "vtt"))
    for extension in ("xml", "dfxp", "exe", "webvtt"):
        assert client.get(path(track, extension)).status_code == 404
    assert client.post(path(track, "vtt")).status_code == 405
