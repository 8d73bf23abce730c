"""The pages of what was changed: for whom they are, and that others learn nothing of it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.history import changing, tracked
from archive.kinds import KINDS
from archive.models import Concept, Item, Place, Scheme
from archive.services.lifecycle import delete
from archive.services.readable import SILENT
from frontend.pages.blocks import FOLDER
from frontend.pages.past import journal_variables
from graphql_api.types.kind import global_id
from tests.factories import STAFF, make_collection, make_item, make_place, make_user
from tests.frontend.test_pages import HTML, get

#: Each change is a transaction of its own, as it is where people work.
pytestmark = pytest.mark.usefixtures("own_database")

#: Why something was changed: no visitor's page may hold it.
CANARY = "the family asked for it in confidence"


def curator(client: Client) -> Client:
    client.force_login(make_user(is_staff=True, username="ogotemmeli"))
    return client


def changed_item(**values: Any) -> Item:
    """Return a public record that was changed, for a reason that is nobody's business."""
    item = make_item(code="X_1", title="A song", collection=make_collection(code="X"))
    with changing(STAFF, reason=CANARY):
        Item.objects.filter(pk=item.pk).update(**(values or {"title": "Another song"}))
    return item


def pages_of(item: Item) -> dict[str, str]:
    record = global_id("item", item.pk)
    place = global_id("place", make_place(name="Sanga", slug="sanga").pk)
    return {
        "/journal": CANARY,
        "/journal?kind=ITEM": CANARY,
        "/bin": "",
        f"/history?record={record}": CANARY,
        f"/merge?source={place}": "Sanga",
    }


def test_the_pages_of_the_past_are_for_staff(client: Client) -> None:
    """A visitor is asked to log in, a member finds nothing, a curator reads."""
    told = pages_of(changed_item())
    for path in told:
        asked = client.get(path, HTTP_ACCEPT=HTML)
        assert asked.status_code == 302, path
        assert asked["Location"].startswith("/login?next=")
    client.force_login(make_user())
    for path in told:
        hidden = client.get(path, HTTP_ACCEPT=HTML)
        assert hidden.status_code == 404, path
        assert CANARY not in hidden.content.decode()
    curator(client)
    for path, says in told.items():
        shown = client.get(path, HTTP_ACCEPT=HTML)
        assert shown.status_code == 200, path
        assert says in shown.content.decode(), path
        assert shown["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("who", ["visitor", "member"])
def test_no_page_of_a_record_tells_others_of_its_history(client: Client, who: str) -> None:
    item = changed_item()
    if who == "member":
        client.force_login(make_user())
    for path in ("/items/X_1", "/collections/X", "/", "/items"):
        page = client.get(path, HTTP_ACCEPT=HTML)
        assert page.status_code == 200
        assert CANARY not in page.content.decode()
    record = {"query": "query($r:ID!){history(record:$r){totalCount nodes{reason}}}"}
    asked = {**record, "variables": {"r": global_id("item", item.pk)}}
    answer = client.post("/graphql", asked, content_type="application/json").json()
    assert answer["data"]["history"] == {"totalCount": 0, "nodes": []}


def test_the_journal_says_who_what_and_why_in_the_readers_language(client: Client) -> None:
    changed_item()
    page = get(curator(client), "/journal", language="fr")
    assert CANARY in page.text
    assert "Enregistrement" in page.text
    assert page.all("a", href="/items/X_1")
    assert len(page.scripts["answers"]) == 1


def test_the_journals_conditions_stand_in_its_address(client: Client) -> None:
    changed_item()
    with changing(STAFF, reason="a place of its own"):
        make_place(name="Bandiagara", slug="bandiagara")
    curator(client)
    places = get(client, "/journal?kind=PLACE")
    assert "a place of its own" in places.text
    assert CANARY not in places.text
    assert CANARY not in get(client, "/journal?author=nobody-of-that-name").text
    assert CANARY not in get(client, "/journal?since=2999-01-01").text
    odd = get(client, "/journal?kind=STARS&since=2026-02-30")
    assert CANARY in odd.text
    assert odd.scripts["answers"][0]["variables"] == {
        "kind": None, "author": None, "since": None, "after": None, "first": 20,
    }  # fmt: skip
    since = journal_variables({"since": "2026-02-28"})["since"]
    assert datetime.fromisoformat(since) == datetime(2026, 2, 28, tzinfo=UTC)
    lost = client.get("/journal?kind=ITEM&after=nonsense", HTTP_ACCEPT=HTML)
    assert (lost.status_code, lost["Location"]) == (302, "/journal?kind=ITEM")


def test_what_is_gone_has_its_history_still(client: Client) -> None:
    place = make_place(name="Sangha", slug="sangha")
    key = place.pk
    delete("place", actor=STAFF, record_id=key, reason="twice there")
    page = get(curator(client), f"/history?record={global_id('place', key)}")
    assert "twice there" in page.text
    assert "not there any more" in page.text
    assert not Place.objects.filter(pk=key).exists()


def test_the_bin_says_what_lies_in_it(client: Client) -> None:
    item = changed_item()
    delete("item", actor=STAFF, record_id=item.pk)
    page = get(curator(client), "/bin")
    assert "Another song" in page.text
    assert "X_1" in page.text


@pytest.mark.parametrize(
    "path",
    ["/history", "/history?record=nonsense", "/merge", "/merge?source=x", "/merge?source={item}"],
)
def test_what_cannot_be_shown_is_not_found(client: Client, path: str) -> None:
    """An item cannot be merged; an address without its record leads nowhere."""
    item = make_item(collection=make_collection())
    where = path.replace("{item}", global_id("item", item.pk))
    assert curator(client).get(where, HTTP_ACCEPT=HTML).status_code == 404


def test_the_journal_takes_as_many_statements_for_twenty_as_for_two(client: Client) -> None:
    """P-4: of concepts, whose address is that of their vocabulary."""
    curator(client)
    keywords = Scheme.objects.get(slug="keywords")

    def grow(size: int) -> None:
        for n in range(Concept.objects.filter(scheme=keywords).count(), size):
            with changing(STAFF):
                Concept.objects.create(scheme=keywords, slug=f"k{n}", name=f"Keyword {n}")

    def statements() -> int:
        with CaptureQueriesContext(connection) as queries:
            page = get(client, "/journal?kind=CONCEPT")
        assert page.all("a", href="/vocabularies/keywords/k0")
        return len(queries)

    grow(2)
    statements()  # what is read once a process
    at_two = statements()
    grow(20)
    print(f"{at_two} statements")
    assert statements() == at_two
    assert 3 <= at_two <= 12


def test_every_column_part_and_word_has_a_phrase_in_every_language() -> None:
    """W-44: what the history can tell of, it tells in the reader's words."""
    told = json.loads((FOLDER.parent / "history" / "words.json").read_text(encoding="utf-8"))
    catalogues = [
        json.loads((FOLDER.parent / "i18n" / f"{language}.json").read_text(encoding="utf-8"))
        for language in ("en", "fr", "es")
    ]
    keys: list[str] = []
    for of in tracked().values():
        part = str(of.model._meta.verbose_name)
        keys.append(told["parts"][part])
        for field in of.model._meta.concrete_fields:
            if field.column in SILENT or field.name == "translations":
                continue  # these are told as the texts that they translate
            keys.append(told["fields"][field.name])
            assert isinstance(field, models.BooleanField) == (field.name in told["flags"])
            words = told["values"].get(f"{part}|{field.name}", told["values"].get(field.name))
            for choice, _ in field.choices or ():
                assert words, f"{part} {field.name}"
                keys.append(words[choice] if isinstance(words, dict) else f"{words}{choice}")
    keys += [told["kinds"][kind] for kind in (*KINDS, "file")]
    print(f"{len(keys)} phrases in {len(catalogues)} languages")
    assert len(keys) > 400
    for catalogue in catalogues:
        assert [key for key in keys if not catalogue.get(key)] == []
