"""The signed document of an agreement: put there, read, replaced, taken away; by staff alone."""

from typing import Any

import pytest
from django.test import Client

from archive.events import Event
from archive.history import Change
from archive.models import Agreement
from archive.storage import RELATED, is_kept
from tests.factories import make_collection, make_item
from tests.graphql_api.uploading import ask, client_of, send, staff_client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]

PDF = b"%PDF-1.7\nsigned at Sanga\n%%EOF\n"
SAID = """__typename ... on AgreementPayload { agreement { id code version documentName documentUrl
  documentMimeType documentSha256 } } ... on Error { code message path }"""
CREATE = f"mutation($i: CreateAgreementInput!) {{ saved: createAgreement(input: $i) {{ {SAID} }} }}"
UPDATE = f"mutation($i: UpdateAgreementInput!) {{ saved: updateAgreement(input: $i) {{ {SAID} }} }}"
NEW = {"code": "DEP-1", "title": "Deposit", "kind": "DEPOSIT"}


def sent(client: Client, query: str, data: bytes, name: str = "a.pdf", **says: Any) -> Any:
    """Send a change with its document."""
    variables = {"i": {**says, "document": None}}
    body = send(client, query, variables, {"variables.i.document": (name, data)}).json()
    assert "errors" not in body, body
    return body["data"]["saved"]


def test_a_document_comes_with_its_agreement_and_staff_read_it() -> None:
    client = staff_client()
    made = sent(client, CREATE, PDF, "../deed of 1960.pdf", **NEW)["agreement"]
    assert made["documentName"] == "deed of 1960.pdf"
    assert made["documentMimeType"] == "application/pdf"
    read = client.get(made["documentUrl"])
    assert b"".join(read.streaming_content) == PDF  # type: ignore[attr-defined]
    assert read["Cache-Control"] == "private, no-store"
    assert read["Content-Type"] == "application/pdf"
    assert read["Content-Disposition"] == 'inline; filename="deed of 1960.pdf"'
    part = client.get(made["documentUrl"], headers={"Range": "bytes=0-3"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, b"%PDF")  # type: ignore[attr-defined]


def test_another_document_takes_its_place_and_history_keeps_the_first() -> None:
    client = staff_client()
    first = sent(client, CREATE, PDF, **NEW)["agreement"]
    before = Event.objects.filter(kind__startswith="agreement").count()
    changed = sent(client, UPDATE, b"with a rider", code="DEP-1", ifVersion=1)["agreement"]
    assert changed["documentSha256"] != first["documentSha256"]
    assert changed["version"] == first["version"] + 1
    assert Event.objects.filter(kind__startswith="agreement").count() == before + 1
    told = [each.before for each in Change.objects.filter(table="archive_agreement") if each.before]
    (kept,) = {each["document_storage_name"] for each in told if each.get("document_storage_name")}
    assert is_kept(RELATED, kept)
    body = ask(client, UPDATE, i={"code": "DEP-1", "document": None})
    gone = body["data"]["saved"]["agreement"]
    assert (gone["documentName"], gone["documentUrl"]) == (None, None)
    assert client.get(changed["documentUrl"]).status_code == 404


def test_what_cannot_be_a_document_is_said_beside_it_and_changes_nothing() -> None:
    client = staff_client()
    sent(client, CREATE, PDF, **NEW)
    refused = sent(client, UPDATE, b"", code="DEP-1", title="Another")
    assert (refused["code"], refused["path"]) == ("ODD_VALUE", ["input", "document"])
    conflict = sent(client, UPDATE, b"x", code="DEP-1", ifVersion=7)
    assert conflict["code"] == "VERSION_CONFLICT"
    assert Agreement.objects.get().title == "Deposit"
    assert Agreement.objects.get().document_mime_type == "application/pdf"


def test_the_same_request_with_the_same_bytes_makes_one_agreement() -> None:
    client = staff_client()
    says = NEW | {"idempotencyKey": "once"}
    assert sent(client, CREATE, PDF, **says)["agreement"]["code"] == "DEP-1"
    assert sent(client, CREATE, PDF, **says)["agreement"]["code"] == "DEP-1"
    assert Agreement.objects.count() == 1
    other = sent(client, CREATE, PDF + b" ", **says)
    assert other["code"] == "IDEMPOTENCY_KEY_REUSED"


def test_whoever_is_not_staff_neither_puts_nor_reads_one() -> None:
    staff = staff_client()
    url = sent(staff, CREATE, PDF, **NEW)["agreement"]["documentUrl"]
    item = make_item(code="X_1", collection=make_collection(agreement=Agreement.objects.get()))
    item.agreement = Agreement.objects.get()
    item.save()
    cited = '{ item(code: "X_1") { agreement { id documentUrl documentName documentSha256 } } }'
    absent = url.replace(url.split("/")[3], "00000000-0000-7000-8000-000000000000")
    for client in (Client(), client_of()):
        assert sent(client, CREATE, PDF, **NEW | {"code": "DEP-2"})["code"] == "FORBIDDEN"
        assert ask(client, cited)["data"]["item"]["agreement"]["documentUrl"] is None
        hidden, none = client.get(url), client.get(absent)
        assert (hidden.status_code, hidden.content) == (none.status_code, none.content)
        assert hidden.status_code == 404
    assert ask(staff, cited)["data"]["item"]["agreement"]["documentUrl"] == url
