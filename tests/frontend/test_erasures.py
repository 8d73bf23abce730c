"""The list of erasures, its report as a table, and what an address says afterwards."""

import csv
import io

import pytest
from django.test import Client

from archive.access import Act, Actor
from archive.models import Erasure, Item, User
from archive.services import erasure
from archive.services.access_log import note
from tests.factories import make_item, make_user

pytestmark = pytest.mark.django_db

SUFFIXES = ("", ".html", ".jsonld", ".ttl", ".nt", ".rdf")


@pytest.fixture
def anna() -> User:
    return make_user("anna", is_staff=True)


def actor_of(user: User) -> Actor:
    return Actor(user_id=user.pk, is_member=True, is_staff=user.is_staff)


def erased(item: Item, anna: User, *, is_announced: bool = False) -> Erasure:
    asked = erasure.ask(
        "item", item.pk, actor=actor_of(anna), reason="Her family asked.", is_announced=is_announced
    )
    return erasure.confirm(asked.pk, actor=actor_of(make_user("ben", is_staff=True)))


def test_the_list_and_the_report_are_for_staff_alone(client: Client, anna: User) -> None:
    done = erased(make_item(), anna)
    report = f"/media/erasures/{done.pk}.csv"
    assert client.get("/erasures").status_code == 302
    client.force_login(make_user())
    never = f"/media/erasures/{make_item().pk}.csv"
    assert client.get("/erasures").status_code == 404
    assert client.get(report).status_code == client.get(never).status_code == 404
    assert client.get(report).content == client.get(never).content
    client.force_login(anna)
    shown = client.get("/erasures")
    assert (shown.status_code, shown["Cache-Control"]) == (200, "private, no-store")
    assert "Her family asked." in shown.content.decode()
    assert f'href="{report}"' in shown.content.decode()


def test_the_report_tells_who_had_it_and_nothing_of_what_it_was(client: Client, anna: User) -> None:
    item, listener = make_item(title="A secret title", access="metadata"), make_user("=1+1")
    note(actor_of(listener), item.pk, act=Act.LISTEN, door="sound")
    done = erased(item, anna)
    client.force_login(anna)
    answer = client.get(f"/media/erasures/{done.pk}.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    lines = list(csv.DictReader(io.StringIO(answer.content.decode())))
    (given,) = [line for line in lines if line["what"] == "given"]
    assert (given["act"], given["door"], given["times"]) == ("listen", "sound", "1")
    assert given["person"] == "'=1+1", "no spreadsheet takes a name for a formula"
    assert "secret" not in answer.content.decode()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_announced_erasure_says_date_and_code_in_every_format(
    client: Client, anna: User, suffix: str
) -> None:
    item = make_item(code="LOUD", title="A secret title", summary="A secret summary")
    done = erased(item, anna, is_announced=True)
    assert done.decided_at is not None
    answer = client.get(f"/items/LOUD{suffix}", HTTP_ACCEPT="text/html")
    said = answer.content.decode()
    assert answer.status_code == 410
    assert f"was erased on {done.decided_at.date().isoformat()}" in said
    assert "LOUD" in said
    assert "secret" not in said
    assert "family" not in said, "the reason is staff's"
    assert client.get(f"/items/{item.pk}{suffix}", HTTP_ACCEPT="text/html").status_code == 410


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_silent_erasure_answers_as_what_never_was(
    client: Client, anna: User, suffix: str
) -> None:
    erased(make_item(code="HUSHED"), anna)
    answer, never = (
        client.get(f"/items/{code}{suffix}", HTTP_ACCEPT="text/html")
        for code in ("HUSHED", "NEVER7")
    )
    assert answer.status_code == never.status_code == 404
    assert answer.content.replace(b"HUSHED", b"NEVER7") == never.content
