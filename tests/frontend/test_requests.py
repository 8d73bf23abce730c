"""The page of requests: one's own, everybody's for staff, for nobody else (issue 4, point 4)."""

import pytest
from django.test import Client

from archive.actors import actor_of_user
from archive.models import User
from archive.permits import RequestQuerySet
from archive.services.requests import ask
from tests.factories import make_item, make_user
from tests.frontend.test_pages import HTML

pytestmark = pytest.mark.django_db


def asked_by(user: User, words: str) -> None:
    item = make_item(title="OLU BOY")
    subject = ("item", item.pk)
    ask(actor=actor_of_user(user), wish="correction", words=words, subject=subject)


def page_of(user: User, language: str = "en") -> str:
    client = Client(headers={"accept": HTML, "accept-language": language})
    client.force_login(user)
    answer = client.get("/requests")
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_reads_their_own_and_staff_all() -> None:
    one, other, staff = make_user(), make_user(), make_user(is_staff=True)
    asked_by(one, "It is a flute.")
    asked_by(other, "It is a horn.")
    assert ["flute" in page_of(each) for each in (one, other, staff)] == [True, False, True]
    assert ["horn" in page_of(each) for each in (one, other, staff)] == [False, True, True]
    assert "OLU BOY" in page_of(one)
    assert "Une correction" in page_of(one, "fr")
    assert "Una corrección" in page_of(one, "es")


def test_a_letter_leads_who_is_not_signed_in_to_the_log_in() -> None:
    answer = Client(headers={"accept": HTML}).get("/requests")
    assert (answer.status_code, answer["Location"]) == (302, "/login?next=/requests")


def test_control_without_the_rule_others_requests_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, other = make_user(), make_user()
    asked_by(one, "It is a flute.")
    monkeypatch.setattr(RequestQuerySet, "visible_to", lambda self, actor: self.all())
    assert "flute" in page_of(other)
