"""Who is not staff reads no signed document; and what would be read without the rule."""

import pytest
from django.db.models import QuerySet
from django.test import Client

from archive.access import Actor
from archive.models import Agreement
from archive.querysets import StaffQuerySet
from archive.services.agreements import Document, create_agreement
from archive.storage import STAGED, Arriving
from tests.factories import STAFF, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


def readers() -> list[str]:
    """Return who gets the bytes, of a visitor and a member."""
    arriving = Arriving(STAGED)
    arriving.write(b"signed")
    agreement = create_agreement(
        actor=STAFF,
        code="DEP-1",
        title="Deposit",
        kind="deposit",
        document=Document(arriving.end()),
    )
    arriving.close()
    member = Client()
    member.force_login(make_user())
    url = f"/media/agreements/{agreement.pk}/document"
    clients = {"visitor": Client(), "member": member}
    answers = {name: client.get(url) for name, client in clients.items()}
    for answer in answers.values():
        answer.close()
    return [name for name, answer in answers.items() if answer.status_code != 404]


@pytest.fixture(autouse=True)
def curator() -> None:
    make_user("curator", id=STAFF.user_id, is_staff=True)


def test_nobody_but_staff_reads_what_was_signed() -> None:
    assert readers() == []


def test_without_the_rule_everybody_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: a door that forgets to ask is seen."""

    def all_of(self: "QuerySet[Agreement]", _: Actor) -> "QuerySet[Agreement]":
        return self

    monkeypatch.setattr(StaffQuerySet, "visible_to", all_of)
    assert readers() == ["visitor", "member"]
