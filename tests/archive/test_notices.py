"""Notices are read before sound is heard: by accounts and by visitors, in the words of now."""

from pathlib import Path

import pytest
from django.test import Client

from archive.access import Actor
from archive.models import Acknowledgement, Item, Label, Part
from archive.notices import COOKIE, MOST, notices_of, with_notice
from archive.services.labels import acknowledge, create_label, put_labels, update_label
from tests.archive.views.test_stream import body, sound_of, url
from tests.factories import STAFF, make_item, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


def labelled(item: Item, *, kind: str = "item", asks: bool = True) -> Label:
    slug = "tk-women"
    label = create_label(
        actor=STAFF, slug=slug, name="TK Women", text="For women.", asks_acknowledgement=asks
    )
    record = item if kind == "item" else item.collection
    put_labels(actor=STAFF, kind=kind, record_id=record.pk, labels=[slug])
    return label


def read(client: Client, slug: str = "tk-women") -> int:
    return client.post(f"/media/notices/{slug}").status_code


def status(client: Client, part: Part) -> int:
    answer = client.get(url(part))
    body(answer)
    return answer.status_code


@pytest.mark.parametrize("kind", ["item", "collection"])
def test_a_visitor_hears_nothing_before_the_notice_was_read(tmp_path: Path, kind: str) -> None:
    part = sound_of(make_item(), tmp_path)
    labelled(part.item, kind=kind)
    visitor, other = Client(), Client()
    refused = visitor.get(url(part))
    assert refused.status_code == 403
    assert body(refused).decode() == (
        "Read the notice “TK Women” on the page of this recording first.\n"
    )
    assert refused["Cache-Control"] == "private, no-store"
    assert read(visitor) == 204
    heard = visitor.get(url(part))
    assert (heard.status_code, body(heard)) == (200, (tmp_path / "a.wav").read_bytes())
    assert heard["Cache-Control"] == "private, no-store", (
        "what one has read, no cache gives another"
    )
    assert status(other, part) == 403


def test_words_that_change_are_read_again(tmp_path: Path) -> None:
    part = sound_of(make_item(), tmp_path)
    labelled(part.item)
    user, visitor = make_user(), Client()
    acknowledge(actor=Actor(user_id=user.pk, is_member=True), label="tk-women")
    member = Client()
    member.force_login(user)
    read(visitor)
    assert [status(each, part) for each in (member, visitor)] == [200, 200]
    update_label(actor=STAFF, cited="tk-women", text="For women alone.")
    assert [status(each, part) for each in (member, visitor)] == [403, 403]


def test_a_label_that_asks_nothing_keeps_nobody_out(tmp_path: Path) -> None:
    part = sound_of(make_item(), tmp_path)
    labelled(part.item, asks=False)
    answer = Client().get(url(part))
    assert (answer.status_code, answer["Cache-Control"]) == (200, "public, no-cache")
    assert body(answer)


def test_staff_who_keep_the_recording_are_kept_from_nothing(tmp_path: Path) -> None:
    part = sound_of(make_item(), tmp_path)
    labelled(part.item)
    client = Client()
    client.force_login(make_user(is_staff=True))
    assert status(client, part) == 200


def test_a_notice_that_one_may_not_see_is_none_to_be_read(tmp_path: Path) -> None:
    part = sound_of(make_item(access="none"), tmp_path)
    labelled(part.item)
    visitor = Client()
    assert status(visitor, part) == 404
    assert (read(visitor), read(visitor, "never")) == (404, 404)
    assert visitor.get("/media/notices/tk-women").status_code == 405


def test_a_cookie_that_we_did_not_write_says_nothing(tmp_path: Path) -> None:
    part = sound_of(make_item(), tmp_path)
    label = labelled(part.item)
    forged = Client()
    forged.cookies[COOKIE] = f"{label.pk}:{label.version}"
    assert status(forged, part) == 403
    assert notices_of("") == notices_of("x:y:z") == frozenset()


def test_a_browser_remembers_so_many_and_forgets_the_oldest() -> None:
    labels = [Label(slug=f"l{n}", name="L", text="T", version=1) for n in range(MOST + 1)]
    cookie = ""
    for label in labels:
        cookie = with_notice(cookie, label)
    assert notices_of(cookie) == {f"{label.pk}:1" for label in labels[1:]}
    assert len(cookie) < 4_000


def test_a_page_without_script_leads_back_to_where_it_was_read_and_nowhere_else(
    tmp_path: Path,
) -> None:
    part = sound_of(make_item(), tmp_path)
    labelled(part.item)
    visitor, path = Client(), part.item.get_absolute_url()
    page = visitor.get(path, headers={"accept": "text/html"}).content.decode()
    assert f'<input type="hidden" name="next" value="{path}">' in page
    assert "<audio" not in page
    answer = visitor.post("/media/notices/tk-women", {"next": path})
    assert (answer.status_code, answer["Location"]) == (303, path)
    assert "<audio" in visitor.get(path, headers={"accept": "text/html"}).content.decode()
    for elsewhere in ("https://example.org/", "//example.org/", "javascript:alert(1)"):
        answer = visitor.post("/media/notices/tk-women", {"next": elsewhere})
        assert (answer.status_code, answer.get("Location")) == (204, None)


def test_who_has_signed_in_reads_it_without_script_and_hears_the_sound(tmp_path: Path) -> None:
    part = sound_of(make_item(), tmp_path)
    labelled(part.item)
    user, path = make_user(), part.item.get_absolute_url()
    member = Client(enforce_csrf_checks=True)
    member.force_login(user)
    page = member.get(path, headers={"accept": "text/html"}).content.decode()
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    forged = member.post("/media/notices/tk-women", {"next": path})
    assert (forged.status_code, Acknowledgement.objects.count()) == (403, 0)
    assert status(member, part) == 403
    said = {"next": path, "csrfmiddlewaretoken": token}
    answer = member.post("/media/notices/tk-women", said)
    assert (answer.status_code, answer["Location"]) == (303, path)
    assert COOKIE not in answer.cookies, "it is noted of the account"
    noted = Acknowledgement.objects.values_list("user", "label__slug")
    assert list(noted) == [(user.pk, "tk-women")]
    assert "<audio" in member.get(path, headers={"accept": "text/html"}).content.decode()
    assert status(member, part) == 200
    elsewhere = Client()
    elsewhere.force_login(user)
    assert status(elsewhere, part) == 200, "whatever browser they use"
    assert member.post("/media/notices/never", said).status_code == 404
