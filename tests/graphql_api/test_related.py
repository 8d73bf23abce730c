"""Pictures and papers that go with a record: added, described, ordered, removed, and served."""

from typing import Any

import pytest
from django.test import Client
from strawberry import relay

from archive.history import Change
from archive.models import Collection, Item, RelatedMedia
from archive.services.related import MOST
from tests.factories import make_collection, make_corpus, make_fonds, make_item
from tests.graphql_api.uploading import ask, client_of, send, staff_client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)
FIELDS = "id position title url isKeptHere mimeType byteSize originalName audience licence credit"
ADD = f"""mutation($i: AddRelatedMediaInput!) {{ addRelatedMedia(input: $i) {{ __typename
  ... on RelatedMediaPayload {{ relatedMedia {{ {FIELDS} }} record {{ id }} }}
  ... on Error {{ code message path }} }} }}"""
UPDATE = ADD.replace("AddRelated", "UpdateRelated").replace("addRelated", "updateRelated")
REMOVE = """mutation($i: RemoveRelatedMediaInput!) { removeRelatedMedia(input: $i) { __typename
  ... on RelatedMediaRecordPayload { record { id } } ... on Error { code message path } } }"""
ORDER = """mutation($i: ReorderRelatedMediaInput!) { reorderRelatedMedia(input: $i) { __typename
  ... on RelatedMediaRecordPayload { record { ... on Item { relatedMedia { position title } } } }
  ... on Error { code message path } } }"""
LIST = "query($c: String!) { item(code: $c) { relatedMedia { title audience originalName url } } }"


def id_of(record: Item | Collection | Any) -> str:
    return relay.to_base64(type(record).__name__, record.pk)


def add(client: Client, record: Any, **given: Any) -> dict[str, Any]:
    body = ask(client, ADD, i={"record": id_of(record)} | given)
    assert "errors" not in body, body
    answer: dict[str, Any] = body["data"]["addRelatedMedia"]
    return answer


def upload(client: Client, record: Any, data: bytes, **given: Any) -> dict[str, Any]:
    variables = {"i": {"record": id_of(record), "file": None} | given}
    body = send(client, ADD, variables, {"variables.i.file": ("../a.jpg", data)}).json()
    assert "errors" not in body, body
    answer: dict[str, Any] = body["data"]["addRelatedMedia"]
    return answer


def do(client: Client, query: str, **given: Any) -> dict[str, Any]:
    body = ask(client, query, i=given)
    assert "errors" not in body, body
    (answer,) = body["data"].values()
    found: dict[str, Any] = answer
    return found


def served(client: Client, url: str) -> tuple[Any, bytes]:
    """Return an answer and its whole body; read to its end, it is closed."""
    response = client.get(url)
    body = b"".join(response)
    return response, body


def test_a_picture_goes_with_every_level() -> None:
    """T-: related media of fonds, corpora, collections and items."""
    client = staff_client()
    for record in (make_fonds(), make_corpus(), make_collection(), make_item()):
        media = upload(client, record, PNG, title="Notebook", licence="CC-BY-4.0")["relatedMedia"]
        assert media["mimeType"] == "image/png"
        assert media["isKeptHere"]
        assert (media["byteSize"], media["originalName"]) == (len(PNG), "a.jpg")
        response, body = served(Client(), media["url"])
        assert body == PNG
        assert response.headers["Content-Type"] == "image/png"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cache-Control"] == "public, no-cache"
    assert RelatedMedia.objects.values("storage_name").distinct().count() == 1


def test_an_address_elsewhere_is_kept_as_such() -> None:
    client, item = staff_client(), make_item(code="X_1")
    version = item.version
    media = add(client, item, url="https://example.org/film", title="Film")["relatedMedia"]
    assert (media["url"], media["isKeptHere"]) == ("https://example.org/film", False)
    assert Client().get(f"/media/related/{RelatedMedia.objects.get().pk}").status_code == 404
    change = Change.objects.filter(table="archive_relatedmedia").latest("pk")
    assert (change.subject_kind, change.subject_id) == ("item", item.pk)
    assert version == 1


def test_what_is_said_of_it_is_kept_in_several_languages() -> None:
    """T-32: title and description; what is not given stays, null takes a language away."""
    client, item = staff_client(), make_item(code="X_1")
    french = {"field": "title", "language": "fr", "text": "Carnet"}
    spanish = {"field": "description", "language": "es", "text": "Hojas"}
    media = add(
        client, item, url="https://example.org/1", title="Notebook", translations=[french, spanish]
    )["relatedMedia"]
    german = {"field": "title", "language": "de", "text": "Heft"}
    gone = {"field": "description", "language": "es", "text": None}
    do(client, UPDATE, id=media["id"], translations=[german, gone])
    asked = ask(
        Client(),
        """query($c: String!) { item(code: $c) { relatedMedia { title french: title(language: "fr")
          spanish: description(language: "es") translations { field language text } } } }""",
        c="X_1",
    )["data"]["item"]["relatedMedia"]
    assert asked == [
        {
            "title": "Notebook",
            "french": "Carnet",
            "spanish": None,
            "translations": [german, french],
        }
    ]
    refused = do(client, UPDATE, id=media["id"], translations=[german | {"field": "credit"}])
    assert refused["path"][:2] == ["input", "translations"]


@pytest.mark.parametrize(
    ("data", "disposition"),
    [
        (b"<!doctype html><script>alert(1)</script>", "attachment"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "inline"),
        (b"plain words", "inline"),
        (bytes(range(1, 60)), "attachment"),
    ],
    ids=["html", "svg", "text", "unknown"],
)
def test_nothing_that_came_runs_as_a_page_of_ours(data: bytes, disposition: str) -> None:
    media = upload(staff_client(), make_item(), data)["relatedMedia"]
    headers = served(Client(), media["url"])[0].headers
    assert headers["Content-Disposition"].startswith(disposition)
    assert "sandbox" in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_it_is_seen_by_its_audience_where_its_record_is() -> None:
    """D9: what one may not see answers as what is not there."""
    staff, member = staff_client(), client_of()
    open_item, closed = make_item(code="X_1"), make_item(code="X_2", access="none")
    rows = {
        "all": upload(staff, open_item, PNG, title="all"),
        "members": upload(staff, open_item, PNG, title="members", audience="MEMBER"),
        "staff": upload(staff, open_item, PNG, title="staff", audience="STAFF"),
        "closed": upload(staff, closed, PNG, title="closed"),
    }
    urls = {name: answer["relatedMedia"]["url"] for name, answer in rows.items()}
    seen = {
        who: {name for name, url in urls.items() if served(client, url)[0].status_code == 200}
        for who, client in (("public", Client()), ("member", member), ("staff", staff))
    }
    assert seen == {"public": {"all"}, "member": {"all", "members"}, "staff": set(urls)}
    absent = Client().get("/media/related/01a2065b-0000-7000-8000-000000000000")
    hidden = Client().get(urls["closed"])
    assert (absent.content, absent.headers) == (hidden.content, hidden.headers)
    response, _ = served(member, urls["members"])
    assert response.headers["Cache-Control"] == "private, no-store"
    listed = ask(Client(), LIST, c="X_1")["data"]["item"]["relatedMedia"]
    assert [(each["title"], each["audience"], each["originalName"]) for each in listed] == [
        ("all", None, None)
    ]
    assert len(ask(member, LIST, c="X_1")["data"]["item"]["relatedMedia"]) == 2
    assert ask(staff, LIST, c="X_1")["data"]["item"]["relatedMedia"][2]["audience"] == "STAFF"


def test_they_are_described_ordered_and_removed() -> None:
    client, item = staff_client(), make_item()
    ids = [
        add(client, item, url=f"https://example.org/{n}", title=str(n))["relatedMedia"]["id"]
        for n in range(3)
    ]
    first = add(client, item, url="https://example.org/9", title="9", position=1)
    ids.insert(0, first["relatedMedia"]["id"])
    changed = do(client, UPDATE, id=ids[1], title="Zero", credit=None, audience="MEMBER")
    assert changed["relatedMedia"]["title"] == "Zero"
    assert changed["record"]["id"] == id_of(item)
    ordered = do(client, ORDER, record=id_of(item), order=ids[::-1])
    titles = [each["title"] for each in ordered["record"]["relatedMedia"]]
    assert titles == ["2", "1", "Zero", "9"]
    assert do(client, REMOVE, id=ids[0])["record"]["id"] == id_of(item)
    again = do(client, REMOVE, id=ids[0])
    assert (again["__typename"], again["path"]) == ("NotFound", ["input", "id"])
    refused = do(client, ORDER, record=id_of(item), order=ids)
    assert (refused["__typename"], refused["path"]) == ("ValidationError", ["input", "order"])
    assert RelatedMedia.objects.count() == 3


def test_odd_requests_change_nothing() -> None:
    client, item = staff_client(), make_item()
    for given, path in (
        ({}, ["input", "file"]),
        ({"url": "javascript:alert(1)"}, ["input", "url"]),
        ({"url": "https://example.org/", "date": "the other day"}, ["input", "date"]),
        ({"url": "https://example.org/", "position": 0}, ["input", "position"]),
        ({"url": "https://example.org/", "title": "x" * 251}, ["input", "title"]),
    ):
        refused = add(client, item, **given)
        assert (refused["__typename"], refused["path"]) == ("ValidationError", path), given
    empty = upload(client, item, b"")
    assert empty["message"] == "The file is empty (0 bytes)."
    stale = add(client, item, url="https://example.org/", ifVersion=7)
    assert stale["__typename"] == "VersionConflict"
    for other in (Client(), client_of()):
        assert add(other, item, url="https://example.org/")["__typename"] == "Forbidden"
    assert not RelatedMedia.objects.exists()
    RelatedMedia.objects.bulk_create(
        RelatedMedia(item=item, url="https://example.org/", position=n) for n in range(MOST)
    )
    assert str(MOST) in add(client, item, url="https://example.org/")["message"]
    key = {"url": "https://example.org/k", "idempotencyKey": "k"}
    empty_one = make_item()
    first, second = (add(client, empty_one, **key)["relatedMedia"] for _ in range(2))
    assert first == second
