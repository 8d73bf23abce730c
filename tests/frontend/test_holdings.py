"""The registers of holdings as pages: for staff, and what others are told of them (W-43)."""

import pytest
from django.test import Client

from archive.models import CodePolicy
from archive.services.agreements import create_accession, create_agreement
from archive.services.carriers import ContentPart, create_carrier
from archive.services.holders import create_holder
from tests.factories import STAFF, hidden_item, make_item, make_user

pytestmark = pytest.mark.django_db

HTML = "text/html"
FOR_STAFF = (
    "/holdings",
    "/accessions",
    "/agreements",
    "/code-policies",
    "/accessions/ACC-1",
    "/agreements/DEP-1",
    "/code-policies/crem",
)


@pytest.fixture(autouse=True)
def holdings() -> None:
    make_item(code="X_1")
    create_holder(actor=STAFF, slug="crem", name="CREM")
    create_agreement(
        actor=STAFF, code="DEP-1", title="Deposit of Sanga", kind="deposit", scope="all of it"
    )
    create_accession(actor=STAFF, code="ACC-1", title="Sanga 1960", agreement="DEP-1", boxes=3)
    create_carrier(
        actor=STAFF,
        code="T-1",
        title="Sanga, reel 1",
        shelf="B 12",
        accession="ACC-1",
        contents=[ContentPart(item="X_1")],
    )
    hidden = hidden_item(code="H_1")
    assert hidden.code
    create_carrier(actor=STAFF, code="T-2", contents=[ContentPart(item=hidden.code)])
    CodePolicy.objects.create(
        slug="crem", title="CREM", level="item", template="{collection}_{number:3}"
    )


def page(client: Client, path: str) -> tuple[int, str]:
    answer = client.get(path, HTTP_ACCEPT=HTML)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("path", FOR_STAFF)
def test_registers_are_for_staff_and_nothing_to_others(client: Client, path: str) -> None:
    asked = client.get(path, HTTP_ACCEPT=HTML)
    assert (asked.status_code, asked["Location"]) == (302, f"/login?next={path}")
    client.force_login(make_user())
    hidden, absent = page(client, path), page(client, "/agreements/never")
    assert hidden[0] == absent[0] == 404
    assert "Sanga" not in hidden[1]
    client.force_login(make_user(is_staff=True))
    shown = client.get(path, HTTP_ACCEPT=HTML)
    assert shown.status_code == 200
    assert shown["Cache-Control"] == "private, no-store"


def test_staff_read_each_register_and_entry_before_any_script_runs(client: Client) -> None:
    client.force_login(make_user(is_staff=True))
    said = {path: page(client, path)[1] for path in (*FOR_STAFF, "/carriers", "/carriers/T-1")}
    assert 'href="/carriers"' in said["/holdings"]
    assert "Deposit of Sanga" in said["/agreements"]
    assert "all of it" in said["/agreements/DEP-1"]
    assert "Deposit of Sanga" in said["/accessions/ACC-1"]
    assert "the collection&#x27;s code" in said["/code-policies/crem"]
    assert "T-2" in said["/carriers"]
    assert "B 12" in said["/carriers/T-1"]
    assert 'href="/carriers?state=WAITING"' in said["/carriers"]
    found = page(client, "/carriers?state=DONE")[1]
    assert "T-1" not in found.partition("<main")[2].partition("</main>")[0]
    agreement = create_agreement(actor=STAFF, code="DEP-9", title="Another", kind="consent")
    assert page(client, f"/agreements/{agreement.pk}")[0] == 200


def test_a_carrier_is_shown_to_whoever_may_find_what_it_holds(client: Client) -> None:
    listed = page(client, "/carriers")
    assert listed[0] == 200
    assert "T-1" in listed[1]
    assert "T-2" not in listed[1]
    shown = page(client, "/carriers/T-1")[1]
    assert "Sanga, reel 1" in shown
    assert "B 12" not in shown
    assert "Sanga 1960" not in shown
    assert page(client, "/carriers/T-2")[0] == 404
