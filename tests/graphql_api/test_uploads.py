"""Deposit by GraphQL: a file comes by multipart, is seen for what it is, and joins a record."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.functions import Now
from django.test import Client
from pytest_django import Settings

from analysis.runs.services import ensure_presets
from archive.models import File, Item, Part, StagedUpload
from archive.services.staging import sweep_uploads
from archive.vaults import Folder
from tests.factories import hidden_item, make_collection, make_item, make_user
from tests.graphql_api.uploading import (
    ATTACH,
    DISCARD,
    STAGE,
    ask,
    client_of,
    send,
    staff_client,
    stage,
)
from tests.sounds import write_wav

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


@pytest.fixture
def wav(tmp_path: Path) -> Path:
    """Two seconds of mono at 8 kHz."""
    return write_wav(tmp_path / "take.wav", frames=16_000, rate=8_000)


def attach(client: Client, **given: Any) -> dict[str, Any]:
    body = ask(client, ATTACH, i=given)
    assert "errors" not in body, body
    answer: dict[str, Any] = body["data"]["attachUpload"]
    return answer


def id_of(item: Item) -> str:
    from strawberry import relay

    return relay.to_base64("Item", item.pk)


def files_in(store: Path, alias: str) -> list[Path]:
    folder = store / alias
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


def test_a_file_is_seen_for_what_it_is(wav: Path, store: Path) -> None:
    """T-: deposit in the browser and by API; the name says nothing, the bytes do."""
    answer = stage(staff_client(), wav, "../../etc/Ünïcode take.mp3")
    upload = answer["upload"]
    assert upload["name"] == "Ünïcode take.mp3"
    assert (upload["format"], upload["codec"], upload["mimeType"]) == (
        "wav",
        "pcm_s16",
        "audio/wav",
    )
    assert (upload["sampleRate"], upload["channels"], upload["bitDepth"]) == (8_000, 1, 16)
    assert upload["duration"] == pytest.approx(2.0)
    assert upload["byteSize"] == wav.stat().st_size
    assert upload["sha256"] == hashlib.sha256(wav.read_bytes()).hexdigest()
    assert upload["heldBy"] == []
    assert [path.read_bytes() for path in files_in(store, "staged")] == [wav.read_bytes()]


def test_it_becomes_the_sound_of_a_record_and_waits_no_more(wav: Path, store: Path) -> None:
    ensure_presets()
    client, item = staff_client(), make_item(code="X_1")
    upload = stage(client, wav)["upload"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("analysis.workers.waking.wake_workers", lambda **_: None)
        answer = attach(client, upload=upload["id"], item=id_of(item), label="side A")
    assert answer["item"]["code"] == "X_1"
    assert answer["run"]["status"] == "QUEUED"
    (part,) = answer["item"]["parts"]
    assert part["file"]["sha256"] == upload["sha256"]
    row = Part.objects.get()
    assert (row.start_frame, row.end_frame, row.original_name) == (0, None, "take 1.wav")
    assert row.label == "side A"
    assert len(files_in(store, "masters")) == 1
    assert not StagedUpload.objects.exists()
    again = attach(client, upload=upload["id"], item=id_of(item))
    assert (again["__typename"], again["path"]) == ("NotFound", ["input", "upload"])


def test_the_same_bytes_are_known_again(wav: Path) -> None:
    client = staff_client()
    item = make_item(code="X_1")
    hidden = hidden_item(code="X_2")
    for each in (item, hidden):
        upload = stage(client, wav)["upload"]
        attach(client, upload=upload["id"], item=id_of(each), analyse=False)
    assert stage(client, wav)["upload"]["heldBy"] == [{"code": "X_1"}, {"code": "X_2"}]
    assert File.objects.count() == 1


def test_a_new_record_is_made_for_it(wav: Path) -> None:
    client = staff_client()
    make_collection(code="C_1")
    upload = stage(client, wav)["upload"]
    new = {"collection": "C_1", "title": "Song of the well", "code": "C_1_001"}
    key = {"upload": upload["id"], "analyse": False, "idempotencyKey": "k1", "newItem": new}
    answer = attach(client, **key)
    assert answer["item"]["title"] == "Song of the well"
    assert attach(client, **key)["item"]["id"] == answer["item"]["id"]
    assert Item.objects.count() == 1
    for wrong, path in (
        ({"collection": "NOWHERE"}, ["input", "newItem", "collection"]),
        ({"title": ""}, ["input", "newItem", "title"]),
        ({"code": "C_1_001"}, ["input", "newItem", "code"]),
        ({"code": "no spaces"}, ["input", "newItem", "code"]),
    ):
        waiting = stage(client, wav)["upload"]
        given = {"upload": waiting["id"], "newItem": new | {"code": "C_1_002"} | wrong}
        refused = attach(client, **given)
        assert (refused["__typename"], refused["path"]) == ("ValidationError", path)
        assert Item.objects.count() == 1


def test_one_file_serves_two_records_and_parts_stand_where_asked(wav: Path) -> None:
    client, first, second = staff_client(), make_item(), make_item()
    upload = stage(client, wav)["upload"]["id"]
    common = {"upload": upload, "analyse": False}
    attach(client, **common, item=id_of(first), start=0, end=0.5, keepWaiting=True)
    attach(client, **common, item=id_of(first), start=0.5, end=1, keepWaiting=True)
    answer = attach(
        client, **common, item=id_of(first), start=1, end=1.5, position=1, keepWaiting=True, stem=1
    )
    parts = [(part["position"], part["start"], part["end"]) for part in answer["item"]["parts"]]
    assert parts == [(1, 1.0, 1.5), (2, 0.0, 0.5), (3, 0.5, 1.0)]
    assert [part.stem for part in first.parts.all()] == [1, 0, 0]
    for odd in ({"start": 5}, {"start": 1, "end": 0.5}, {"start": -1}, {"position": 0}):
        refused = attach(client, **common, item=id_of(second), **odd)
        assert refused["__typename"] == "ValidationError", odd
    attach(client, **common, item=id_of(second), start=1.5)
    assert second.parts.get().end_frame is None
    assert not StagedUpload.objects.exists()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"these are words\n" * 20, "text"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "list that names other files"),
        (b"#EXTM3U\nhttp://example.org/a.ts\n", "list that names other files"),
        (b"", "empty"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "cannot be read"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "no sound format"),
    ],
    ids=["text", "ffconcat", "playlist", "empty", "header alone", "picture"],
)
def test_what_is_no_sound_is_refused_and_not_kept(data: bytes, reason: str, store: Path) -> None:
    """R-22, A-: text called .wav, a list that names files, nothing at all."""
    refused = stage(staff_client(), data, "sound.wav")
    assert (refused["__typename"], refused["code"], refused["path"]) == (
        "ValidationError",
        "NOT_SOUND",
        ["input", "file"],
    )
    assert reason in refused["message"] or reason == "cannot be read", refused["message"]
    assert not StagedUpload.objects.exists()
    assert files_in(store, "staged") == []


def test_too_large_a_file_is_refused_with_the_limit(settings: Settings, store: Path) -> None:
    settings.MAX_UPLOAD_BYTES = 300_000
    client = staff_client()
    files = {"variables.i.file": ("x.wav", bytes(300_001))}
    response = send(client, STAGE, {"i": {"file": None}}, files)
    assert response.status_code == 413
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "TOO_LARGE"
    assert "300000 bytes" in error["message"]
    much = {"variables.i.file": ("x.wav", bytes(900_000))}
    assert send(client, STAGE, {"i": {"file": None}}, much).status_code == 413
    assert files_in(store, "staged") == []


def test_only_so_many_wait_at_once(wav: Path) -> None:
    """200 of one person's; another's do not count, and to discard one makes room for one."""
    client = staff_client()
    first = stage(client, wav)["upload"]["id"]
    facts = StagedUpload.objects.values(
        "user_id", "sha256", "byte_size", "storage_name", "mime_type", "format"
    ).get()
    StagedUpload.objects.bulk_create(StagedUpload(**facts) for _ in range(199))
    refused = stage(client, wav)
    assert refused["__typename"] == "ValidationError"
    assert refused["path"] == ["input", "file"]
    assert "200 of your uploads wait" in refused["message"]
    assert StagedUpload.objects.count() == 200
    assert "upload" in stage(staff_client(), wav)
    ask(client, DISCARD, i={"upload": first})
    assert "upload" in stage(client, wav)


def test_a_full_disk_is_said(wav: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.vaults.KEPT_FREE", 1 << 60)
    files = {"variables.i.file": ("x.wav", wav.read_bytes())}
    response = send(staff_client(), STAGE, {"i": {"file": None}}, files)
    assert response.status_code == 507
    assert response.json()["errors"][0]["extensions"]["code"] == "NO_ROOM"


def test_a_disk_that_fills_at_the_end_is_data(wav: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        from archive.errors import NoRoom

        raise NoRoom("The disk is full.")

    monkeypatch.setattr(Folder, "put", full)
    refused = stage(staff_client(), wav)
    assert (refused["code"], refused["path"]) == ("NO_ROOM", ["input", "file"])
    assert not StagedUpload.objects.exists()


def test_only_staff_may(wav: Path, store: Path) -> None:
    for client in (Client(), client_of()):
        answer = stage(client, wav)
        assert (answer["__typename"], answer["code"]) == ("Forbidden", "FORBIDDEN")
        large = send(
            client, STAGE, {"i": {"file": None}}, {"variables.i.file": ("x.wav", bytes(400_000))}
        )
        assert large.status_code == 403
    assert files_in(store, "staged") == []


def test_a_browser_must_show_what_a_foreign_page_cannot_send(wav: Path) -> None:
    """R-27: a form of another site sends multipart, and the cookie with it."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(make_user(is_staff=True))
    files = {"variables.i.file": ("x.wav", wav.read_bytes())}
    variables = {"i": {"file": None}}
    assert send(browser, STAGE, variables, files).status_code == 403
    assert send(browser, STAGE, variables, files, **{"X-CSRFToken": "guess"}).status_code == 403
    assert not StagedUpload.objects.exists()
    headers = {"GraphQL-Require-Preflight": "1"}
    assert "data" in send(browser, STAGE, variables, files, **headers).json()
    browser.cookies["csrftoken"] = "a" * 32
    assert "data" in send(browser, STAGE, variables, files, **{"X-CSRFToken": "a" * 32}).json()
    assert StagedUpload.objects.count() == 2


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"map": "{}"}, "no part `operations`"),
        ({"operations": "{}"}, "no part `map`"),
        ({"operations": "[]", "map": "{}"}, "list of operations"),
        ({"operations": "{", "map": "{}"}, "cannot be read as JSON"),
        ({"operations": "{}", "map": '{"0": ["variables.i.file"]}'}, "must name a variable"),
        ({"operations": "{}", "map": '{"0": []}'}, "names no variable"),
        ({"operations": "{}", "map": '{"0": ["query"]}'}, "must name a variable"),
        ({"operations": '{"variables": {"a": 1}}', "map": '{"0": ["variables.a"]}'}, "is null"),
        ({"operations": '{"variables": {"a": [1]}}', "map": '{"0": ["variables.a.9"]}'}, "is null"),
        ({"operations": '{"variables": {"a": null}}', "map": '{"1": ["variables.a"]}'}, "agree"),
    ],
    ids=range(10),
)
def test_requests_of_another_form_are_refused(fields: dict[str, str], says: str) -> None:
    client = staff_client()
    given = fields | {"0": SimpleUploadedFile("x.wav", b"x")}
    response = client.post("/graphql", given)
    assert response.status_code in {200, 400}
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "INVALID"
    assert says in error["message"]


def test_a_file_is_no_json(wav: Path) -> None:
    answer = ask(staff_client(), STAGE, i={"file": "take.wav"})
    assert "a part of its own" in answer["errors"][0]["message"]


def test_two_files_come_in_one_request(wav: Path, tmp_path: Path) -> None:
    other = write_wav(tmp_path / "other.wav")
    query = """mutation($a: StageUploadInput!, $b: StageUploadInput!) {
      a: stageUpload(input: $a) { ... on StageUploadPayload { upload { sha256 } } }
      b: stageUpload(input: $b) { ... on StageUploadPayload { upload { sha256 } } } }"""
    files = {
        "variables.a.file": ("a.wav", wav.read_bytes()),
        "variables.b.file": ("b.wav", other.read_bytes()),
    }
    variables = {"a": {"file": None}, "b": {"file": None}}
    data = send(staff_client(), query, variables, files).json()["data"]
    for key, path in (("a", wav), ("b", other)):
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        assert data[key]["upload"]["sha256"] == sha256
    many = {f"variables.f.{n}": (f"{n}.wav", b"x") for n in range(6)}
    refused = send(staff_client(), query, {"f": [None] * 6}, many)
    assert refused.status_code == 413


def test_uploads_are_one_s_own_and_go_after_their_day(wav: Path, store: Path) -> None:
    mine, other = staff_client(), staff_client()
    listed = "{ stagedUploads { totalCount nodes { id sha256 heldBy { code } } } }"
    first, second = (stage(mine, wav)["upload"]["id"] for _ in range(2))
    assert ask(mine, listed)["data"]["stagedUploads"]["totalCount"] == 2
    assert ask(other, listed)["data"]["stagedUploads"]["totalCount"] == 0
    assert ask(Client(), listed)["data"]["stagedUploads"]["nodes"] == []
    item = make_item()
    for client, upload in ((other, first), (mine, id_of(item))):
        answer = ask(client, DISCARD, i={"upload": upload})
        refused = answer.get("errors") or [{"extensions": answer["data"]["discardUpload"]}]
        assert refused[0]["extensions"]["code"] in {"NOT_FOUND", "BAD_ID"}
    assert attach(other, upload=first, item=id_of(item))["__typename"] == "NotFound"
    assert "upload" in ask(mine, DISCARD, i={"upload": first})["data"]["discardUpload"]
    assert len(files_in(store, "staged")) == 1  # the other names the same bytes
    StagedUpload.objects.update(expires_at=Now())
    assert attach(mine, upload=second, item=id_of(item))["__typename"] == "NotFound"
    assert sweep_uploads() == 1
    assert files_in(store, "staged") == []
