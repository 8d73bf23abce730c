"""Asking by a form without script: anybody, about anything; the answer is read by its address."""

from typing import Any
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.test import Client
from strawberry import relay

from archive.actors import actor_of_user
from archive.identifiers import new_id
from archive.models import Notice, Request
from archive.services import requests
from archive.services.requests import ask, decide
from graphql_api.mutations.request import ASKED_AN_HOUR
from tests.factories import STAFF, hidden_item, make_item, make_part, make_place, make_user
from tests.frontend.test_pages import HTML

pytestmark = pytest.mark.django_db


def browser(language: str = "en", **values: Any) -> Client:
    return Client(headers={"accept": HTML, "accept-language": language}, **values)


def form_of(record: Any, wish: str = "") -> str:
    about = quote(relay.to_base64(type(record).__name__, record.pk))
    return f"/ask?about={about}" + (f"&wish={wish}" if wish else "")


def page_at(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture(autouse=True)
def _nobody_has_asked() -> None:
    cache.clear()


def test_a_record_leads_to_the_form_and_the_form_to_an_address_for_the_answer() -> None:
    item, visitor = make_item(title="OLU BOY"), browser()
    path = form_of(item)
    assert f'href="{path}"' in page_at(visitor, item.get_absolute_url())
    assert "OLU BOY" in page_at(visitor, path)
    given = {"wish": "NAMING", "words": "My mother\r\nsings.", "email": "d@example.org"}
    answer = visitor.post(path, given)
    assert answer.status_code == 303
    row = Request.objects.get()
    assert (row.wish, row.words, row.email, row.subject_id, row.asked_by) == (
        "naming",
        "My mother\nsings.",
        "d@example.org",
        item.pk,
        None,
    )
    kept = answer["Location"]
    assert "Keep this address" in page_at(visitor, kept)
    decide(actor=STAFF, request_id=row.pk, is_approved=True, answer="She is named now.")
    assert "She is named now." in page_at(browser(), kept)
    shown = browser().get(kept)
    assert (shown["Cache-Control"], shown["X-Robots-Tag"]) == ("private, no-store", "noindex")
    assert browser().get(kept[:-1]).status_code == 404


def test_a_visitor_takes_it_back_at_that_address() -> None:
    path = browser().post(form_of(make_place()), {"wish": "CORRECTION", "words": "x"})["Location"]
    assert browser().post(path).status_code == 303
    assert Request.objects.get().stage == "taken_back"
    page = page_at(browser("fr"), path)
    assert "Retirée" in page
    assert "<form method" not in page.partition("<main")[2]


def test_what_one_may_not_find_is_asked_of_like_what_is_not_there() -> None:
    hidden = hidden_item(title="SECRET")
    missing = type(hidden)(pk=new_id())
    pages = [page_at(browser(), form_of(each)).partition("<main")[2] for each in (hidden, missing)]
    assert "SECRET" not in pages[0]
    key = [quote(relay.to_base64("Item", each.pk)) for each in (hidden, missing)]
    assert _plain(pages[0], key[0]) == _plain(pages[1], key[1])
    for each in (hidden, missing):
        assert browser().post(form_of(each), {"words": "Please."}).status_code == 303
    assert Request.objects.count() == 2


def _plain(page: str, key: str) -> list[str]:
    return [line for line in page.replace(key, "").splitlines() if "csrf" not in line]


def test_access_is_asked_for_by_an_account_and_an_account_by_a_visitor() -> None:
    item, user = make_item(access="metadata"), make_user()
    make_part(item)
    path = form_of(item, "access")
    assert path.replace("&", "&amp;") in page_at(browser(), item.get_absolute_url())
    page = page_at(browser(), path)
    assert "Access is given to an account." in page
    assert browser().post(path, {"words": "To hear it."}).status_code == 200
    assert not Request.objects.exists()
    account = browser()
    account.force_login(user)
    answer = account.post(path, {"gives": "DOWNLOAD", "words": "For an edition."})
    assert (answer.status_code, answer["Location"]) == (303, "/requests")
    row = Request.objects.get()
    assert (row.wish, row.gives, row.asked_by) == ("access", "download", user)
    answer = browser().post("/ask?wish=account", {"words": "I study.", "email": "b@example.org"})
    assert answer["Location"].startswith("/answers/")
    assert Request.objects.filter(wish="account", email="b@example.org").count() == 1


def test_what_cannot_be_sent_comes_back_with_what_was_written_in_the_readers_language() -> None:
    path = form_of(make_item())
    answer = browser("es").post(path, {"wish": "NAMING", "words": " ", "name": "Amadou"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Diga qué pide" in page
    assert 'value="Amadou"' in page
    assert '<option value="NAMING" selected>' in page
    answer = browser().post("/ask?wish=account", {"words": "x", "email": "none"})
    assert "This is no e-mail address." in answer.content.decode()
    for odd in ("/ask", "/ask?about=x", f"{path}&wish=account", f"{path}&wish=gold"):
        assert browser().get(odd).status_code == 404


def test_a_form_of_another_site_is_refused_and_so_is_too_much() -> None:
    path = form_of(make_item())
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(path, {"words": "x"}).status_code == 403
    assert not Request.objects.exists()
    client = browser(REMOTE_ADDR="198.51.100.9")
    sent = [client.post(path, {"words": "x"}).status_code for _ in range(ASKED_AN_HOUR + 1)]
    assert sent == [303] * ASKED_AN_HOUR + [429]


def test_ones_own_requests_are_taken_back_and_news_is_read_without_script() -> None:
    user, other, item = make_user(), make_user(), make_item()
    wish: dict[str, Any] = {"wish": "correction", "words": "A lute.", "subject": ("item", item.pk)}
    mine, decided = (ask(actor=actor_of_user(user), **wish)[0] for _ in range(2))
    theirs, _ = ask(actor=actor_of_user(other), **wish)
    decide(actor=STAFF, request_id=decided.pk, is_approved=False, answer="It is a horn.")
    client = browser()
    client.force_login(user)
    page = page_at(client, "/requests")
    assert page.count('name="take_back"') == 1
    assert "A request of yours was answered." in page
    for row in (mine, theirs):
        client.post("/requests", {"take_back": relay.to_base64("Request", row.pk)})
    stages = [Request.objects.get(pk=row.pk).stage for row in (mine, theirs)]
    assert stages == ["taken_back", "open"]
    assert client.post("/requests").status_code == 303
    assert not Notice.objects.filter(user=user, read_at__isnull=True).exists()
    assert "A request of yours was answered." not in page_at(client, "/requests")


def test_control_without_the_rule_others_requests_are_taken_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row, _ = ask(actor=actor_of_user(make_user()), wish="account", words="x")
    account = browser()
    account.force_login(make_user())
    given = {"take_back": relay.to_base64("Request", row.pk)}
    account.post("/requests", given)
    row.refresh_from_db()
    assert row.stage == "open"

    def anybodys(*, actor: object, request_id: Any, secret: str) -> Request:
        found = Request.objects.get(pk=request_id)
        found.stage = "taken_back"
        found.save()
        return found

    monkeypatch.setattr(requests, "take_back", anybodys)
    account.post("/requests", given)
    row.refresh_from_db()
    assert row.stage == "taken_back"
