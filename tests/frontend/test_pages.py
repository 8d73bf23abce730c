"""The documents as a reader without JavaScript, a search engine and the application find them."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    make_collection,
    make_instrument,
    make_item,
    make_part,
    make_place,
    make_population,
    make_user,
)

pytestmark = pytest.mark.django_db

HTML = "text/html,application/xhtml+xml"


class Document(HTMLParser):
    """What a test asks of a document: its text, its links, its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.scripts: dict[str, Any] = {}
        self._script = ""
        self._body = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        self._body = self._body or tag == "body"
        if tag == "script":
            self._script = given.get("id") or given.get("type") or "inline"

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = ""

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.scripts[self._script] = json.loads(data)
        elif self._body:
            self.text += f" {data.strip()}"

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        return [
            given
            for name, given in self.tags
            if name == tag and all(given.get(key) == value for key, value in wanted.items())
        ]


def get(client: Client, path: str, *, language: str = "") -> Document:
    response = client.get(path, HTTP_ACCEPT=HTML, HTTP_ACCEPT_LANGUAGE=language)
    assert response.status_code == 200, (path, response.status_code)
    return Document(response.content.decode())


@pytest.fixture
def olu_boy() -> Any:
    mali = make_place(name="Mali", slug="mali", kind="country")
    sanga = make_place(name="Sanga", slug="sanga", parents=[mali])
    item = make_item(
        code="CNRSMH_I_1970_012_041_15",
        title="TROMPE ET TAMBOUR",
        original_title="OLU BOY",
        recorded="1960-11-01/1960-11-30",
        place=sanga,
        populations=[make_population(name="Dogon")],
        instruments=[make_instrument(name="trompe")],
        collection=make_collection(code="CNRSMH_I_1970_012", title="Mission Dogon"),
    )
    make_part(item)
    return item


def test_a_recording_is_readable_without_javascript(client: Client, olu_boy: Any) -> None:
    """W-46, G-11, W-01: title, place, people, instruments and collection stand in the document."""
    page = get(client, olu_boy.get_absolute_url())
    for said in ("TROMPE ET TAMBOUR", "OLU BOY", "Sanga", "Mali", "Dogon", "trompe", "1960-11"):
        assert said in page.text
    assert page.all("a", href="/collections/CNRSMH_I_1970_012")
    assert len(page.all("h1")) == 1
    assert page.all("dl")


def test_the_head_says_what_the_page_is_and_where_its_data_stand(
    client: Client, olu_boy: Any
) -> None:
    """W-17: every negotiated format is linked; schema.org knows the recording."""
    path = olu_boy.get_absolute_url()
    page = get(client, path)
    alternates = {link["type"]: link["href"] for link in page.all("link", rel="alternate")}
    assert alternates["text/turtle"] == f"{path}.ttl"
    assert {"application/ld+json", "application/n-triples"} <= alternates.keys()
    assert page.all("meta", property="og:title", content="TROMPE ET TAMBOUR")
    known = page.scripts["application/ld+json"]
    assert known["@type"] == ["AudioObject", "ArchiveComponent"]
    assert known["contentLocation"]["name"] == "Sanga"


def test_the_first_answer_stands_in_the_document(client: Client, olu_boy: Any) -> None:
    """The application begins with it: name, variables and data of the page's own question."""
    (answer,) = get(client, olu_boy.get_absolute_url()).scripts["answers"]
    assert (answer["query"], answer["variables"]) == ("ItemPage", {"code": olu_boy.code})
    assert answer["data"]["item"]["title"] == olu_boy.title


def test_an_item_without_a_code_is_asked_for_by_its_id(client: Client) -> None:
    item = make_item(code=None, title="A nameless call")
    page = get(client, item.get_absolute_url())
    assert page.scripts["answers"][0]["query"] == "ItemPageById"
    assert "A nameless call" in page.text


def test_no_text_of_a_record_can_leave_its_place(client: Client) -> None:
    """Text is text: it ends no script element and opens no other."""
    hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)> "&\u2028'
    item = make_item(title=hostile, description=hostile)
    page = get(client, item.get_absolute_url())
    assert page.scripts["answers"][0]["data"]["item"]["title"] == hostile
    assert "inline" not in page.scripts
    assert not page.all("img")


def test_documents_ask_for_nothing_outside_and_run_no_inline_script(
    client: Client, olu_boy: Any
) -> None:
    """The content security policy holds: what is inline is data."""
    for path in ("/", "/items", "/collections", "/places", "/login", olu_boy.get_absolute_url()):
        page = get(client, path)
        for given in page.all("script"):
            assert given.get("src") or "json" in str(given.get("type")), (path, given)
        fetched = [given.get("src") for _, given in page.tags if given.get("src")]
        fetched += [given["href"] for given in page.all("link") if given.get("rel") != "canonical"]
        assert all(str(address).startswith("/") for address in fetched), (path, fetched)
        assert not [given for _, given in page.tags if "style" in given or "onclick" in given]


@pytest.mark.parametrize(
    ("path", "query"),
    [("/", "Home"), ("/items", "ItemList"), ("/collections", "CollectionList"),
     ("/places", "PlaceList"), ("/places/mali", "PlacePage"),
     ("/collections/CNRSMH_I_1970_012", "CollectionPage"), ("/fonds", "ArchiveTree"),
     ("/corpora", "CorpusList"), ("/vocabularies", "Vocabularies"),
     ("/instruments", "InstrumentList"), ("/groups", "PopulationList"),
     ("/languages", "LanguageList"), ("/agents", "AgentList")],
)  # fmt: skip
def test_each_page_carries_its_own_answer(
    client: Client, olu_boy: Any, path: str, query: str
) -> None:
    page = get(client, path)
    assert [answer["query"] for answer in page.scripts["answers"]] == [query]
    assert page.all("title")
    assert page.all("main", id="content")


@pytest.mark.parametrize("path", ["/instruments/trompe", "/groups/dogon"])
def test_a_term_has_a_page_with_the_recordings_that_use_it(
    client: Client, olu_boy: Any, path: str
) -> None:
    page = get(client, path)
    assert "TROMPE ET TAMBOUR" in page.text
    assert len(page.scripts["answers"]) == 1


def test_the_list_reads_its_filters_from_the_address(client: Client, olu_boy: Any) -> None:
    """W-03: every filter is a link; what is not known is left out."""
    make_item(title="Another song")
    assert "Another song" not in get(client, "/items?place=mali").text
    assert "Place: Mali" in get(client, "/items?place=mali").text
    assert "Another song" in get(client, "/items?q=song").text
    odd = get(client, "/items?access=SECRET&order=sideways&sound=maybe")
    assert odd.scripts["answers"][0]["variables"] == {
        "filter": {}, "order": "CODE", "first": 25, "after": None, "place": "", "inPlace": False,
        "holder": "", "atHolder": False,
    }  # fmt: skip


def test_a_list_is_paged_by_links(client: Client) -> None:
    collection = make_collection()
    for number in range(30):
        make_item(title=f"Song {number}", code=f"S_{number:03}", collection=collection)
    first = get(client, "/items")
    link = next(a for a in first.all("a") if "after=" in str(a.get("href")))
    second = get(client, f"/items{link['href']}")
    assert "Song 29" in second.text
    assert "Song 0 " not in second.text


def test_a_cursor_that_is_none_leads_to_the_beginning(client: Client) -> None:
    """Whichever list: of records, of terms, and of what a record's own page holds."""
    collection = make_collection()
    make_item(collection=collection)
    lists = [
        *("items", "collections", "corpora", "fonds", "holders", "carriers"),
        *("instruments", "groups", "languages", "agents"),
        f"collections/{collection.code}",
    ]
    for each in lists:
        response = client.get(f"/{each}?q=x&after=nonsense", HTTP_ACCEPT=HTML)
        assert (response.status_code, response.get("Location")) == (302, f"/{each}?q=x"), each


def test_what_is_hidden_answers_as_what_never_was(client: Client) -> None:
    """D-13: the same status and the same bytes."""
    hidden = make_item(access="none")
    answers = [
        client.get(path, HTTP_ACCEPT=HTML)
        for path in (hidden.get_absolute_url(), "/items/NEVER_WAS", "/nowhere/at/all")
    ]
    assert {response.status_code for response in answers} == {404}
    assert answers[0].content == answers[1].content == answers[2].content
    assert hidden.title.encode() not in answers[0].content


def test_staff_see_what_is_hidden_and_nobody_keeps_it(client: Client) -> None:
    hidden = make_item(access="none", title="A closed rite")
    user = make_user(is_staff=True)
    client.force_login(user)
    response = client.get(hidden.get_absolute_url(), HTTP_ACCEPT=HTML)
    page = Document(response.content.decode())
    assert "A closed rite" in page.text
    assert page.scripts["viewer"] == {"name": user.get_username(), "isStaff": True}
    assert "no-store" in response["Cache-Control"]


def test_a_visitor_gets_no_cookie(client: Client, olu_boy: Any) -> None:
    response = client.get(olu_boy.get_absolute_url(), HTTP_ACCEPT=HTML)
    assert not response.cookies


@pytest.mark.parametrize(
    ("asked", "language", "word"),
    [("fr", "fr", "Géographie et culture"), ("es-MX", "es", "Geografía y cultura"),
     ("de", "en", "Geography and culture")],
)  # fmt: skip
def test_a_document_speaks_the_readers_language(
    client: Client, olu_boy: Any, asked: str, language: str, word: str
) -> None:
    """W-44: English, French and Spanish; another language is answered in English."""
    page = get(client, olu_boy.get_absolute_url(), language=asked)
    assert page.all("html", lang=language)
    assert word in page.text


def test_the_chosen_language_goes_before_the_browsers(client: Client) -> None:
    client.cookies["django_language"] = "fr"
    assert get(client, "/", language="es").all("html", lang="fr")


def test_logging_in_and_out(client: Client) -> None:
    make_user(username="ogo", password="a long enough word")
    wrong = client.post("/login", {"username": "ogo", "password": "x", "next": "/items"})
    assert b'role="alert"' in wrong.content
    right = client.post(
        "/login", {"username": "ogo", "password": "a long enough word", "next": "/items"}
    )
    assert (right.status_code, right["Location"]) == (302, "/items")
    assert get(client, "/").scripts["viewer"] == {"name": "ogo", "isStaff": False}
    assert client.post("/logout")["Location"] == "/"
    assert get(client, "/").scripts["viewer"] is None


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_a_log_in_leads_nowhere_else(client: Client, away: str) -> None:
    make_user(username="ogo", password="a long enough word")
    answer = client.post(
        "/login", {"username": "ogo", "password": "a long enough word", "next": away}
    )
    assert answer["Location"] == "/"


def test_a_forged_log_out_is_refused(olu_boy: Any) -> None:
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(make_user())
    assert careful.post("/logout").status_code == 403


def test_a_document_asks_as_often_for_twenty_items_as_for_two(client: Client, olu_boy: Any) -> None:
    """Equal statement counts at 2 and 20 rows (issue 2, point 5)."""
    get(client, "/items")  # what is read once a process

    def statements() -> int:
        with CaptureQueriesContext(connection) as queries:
            get(client, "/items")
        return len(queries)

    make_item(place=olu_boy.place)
    at_two = statements()
    for _ in range(18):
        make_item(place=olu_boy.place, populations=[make_population()])
    assert statements() == at_two


def test_the_page_of_an_error_needs_no_database(client: Client) -> None:
    from django.test import RequestFactory

    from frontend.pages.views import broken

    request = RequestFactory().get("/", HTTP_ACCEPT_LANGUAGE="fr")
    with CaptureQueriesContext(connection) as queries:
        response = broken(request)
    assert response.status_code == 500
    assert "mal passé" in response.content.decode()
    assert len(queries) == 0


def test_titles_are_one_a_page(client: Client, olu_boy: Any) -> None:
    paths = ("/", "/items", "/collections", "/places", "/login", "/items/x", "/places/mali")
    documents = {path: client.get(path, HTTP_ACCEPT=HTML).content.decode() for path in paths}
    titles = {path: re.search(r"<title>(.*?)</title>", html) for path, html in documents.items()}
    assert len({match.group(1) for match in titles.values() if match}) == len(titles)
