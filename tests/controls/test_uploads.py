"""Controls: with a guard of uploads and related media taken away, its test would be red."""

from pathlib import Path

import pytest
from django.db.models import Q
from django.test import Client

from archive.media_types import SHOWN
from archive.models import RelatedMedia, StagedUpload
from archive.services import related, staging
from archive.storage import RELATED, keep, staged
from archive.views import brought as door
from tests.factories import hidden_item, make_user
from tests.graphql_api.uploading import STAGE, send
from tests.sounds import write_wav

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


def kept(tmp_path: Path) -> RelatedMedia:
    page = tmp_path / "page"
    page.write_text("<!doctype html><script>alert(1)</script>")
    with staged(page, RELATED) as coming:
        name = keep(RELATED, coming, "html")
    return RelatedMedia.objects.create(
        item=hidden_item(), storage_name=name, mime_type="text/html", sha256="0" * 64
    )


def test_without_its_rule_a_hidden_record_s_picture_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/media/related/{kept(tmp_path).pk}"
    answers = [Client().get(path).status_code]
    monkeypatch.setattr(related, "_rule", lambda _: Q(pk__isnull=False))
    response = Client().get(path)
    answers.append(response.status_code)
    assert b"alert" in b"".join(response)
    print(f"{len(answers)} cases")
    assert answers == [404, 200]


def test_without_its_table_a_page_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"/media/related/{kept(tmp_path).pk}"
    monkeypatch.setattr(related, "_rule", lambda _: Q(pk__isnull=False))
    shown = []
    for types in (SHOWN, SHOWN | {"text/html"}):
        monkeypatch.setattr(door, "SHOWN", types)
        response = Client().get(path)
        b"".join(response)
        shown.append(response.headers["Content-Disposition"].split(";")[0])
    assert shown == ["attachment", "inline"]


def test_without_the_token_s_check_a_foreign_form_uploads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(make_user(is_staff=True))
    files = {"variables.i.file": ("x.wav", write_wav(tmp_path / "x.wav").read_bytes())}
    assert send(browser, STAGE, {"i": {"file": None}}, files).status_code == 403
    assert not StagedUpload.objects.exists()
    monkeypatch.setattr("graphql_api.admission._check_origin", lambda _: None)
    assert send(browser, STAGE, {"i": {"file": None}}, files).status_code == 200
    assert StagedUpload.objects.count() == 1
    assert staging.MOST_STAGED > 1
