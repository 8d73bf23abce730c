"""Old codes lead to where a record is now, for those who may find it, at every door (T-05)."""

from typing import Any

import pytest
from django.test import Client

from archive.access import PUBLIC, Actor
from archive.kinds import KINDS
from archive.models import Concept, OldCode, Scheme
from archive.services.editing import edited
from archive.services.finding import find, moved, old_codes_of
from archive.services.merge import merge
from tests.factories import (
    ROLES,
    STAFF,
    hidden_item,
    make_agent,
    make_collection,
    make_corpus,
    make_fonds,
    make_instrument,
    make_item,
    make_place,
    make_population,
)

pytestmark = pytest.mark.django_db

#: How one of each kind is made, for everybody to see, and its path.
MAKERS: dict[str, Any] = {
    "item": (lambda: make_item(code="old"), "/items/"),
    "collection": (lambda: make_collection(code="old"), "/collections/"),
    "corpus": (lambda: make_corpus(code="old"), "/corpora/"),
    "fonds": (lambda: make_fonds(code="old"), "/fonds/"),
    "place": (lambda: make_place("Old", is_authoritative=True), "/places/"),
    "instrument": (lambda: make_instrument("Old", is_authoritative=True), "/instruments/"),
    "population": (lambda: make_population("Old", is_authoritative=True), "/groups/"),
    "agent": (lambda: make_agent("Old", is_authoritative=True), "/agents/"),
}


def renamed(kind: str, record: Any, to: str) -> None:
    column = KINDS[kind].cited_by
    edited(KINDS[kind], actor=STAFF, record_id=record.pk, columns={column: to})


@pytest.mark.parametrize("kind", MAKERS)
def test_each_kinds_old_address_leads_to_the_new(kind: str, client: Client) -> None:
    make, path = MAKERS[kind]
    record = make()
    renamed(kind, record, "new")
    renamed(kind, record, "newer")
    assert old_codes_of(kind, record.pk) == ["new", "old"]
    for old in ("old", "new"):
        for actor in ROLES.values():
            found = find(kind, old, actor)
            assert found is not None
            assert (found.record.pk, found.key, found.by_old_code) == (record.pk, "newer", True)
        for accept, suffix in (("text/html", ""), ("text/turtle", ""), ("*/*", ".jsonld")):
            answer = client.get(f"{path}{old}{suffix}", headers={"accept": accept})
            assert answer.status_code == 301, (path, accept)
            assert answer["Location"] == f"{path}newer{suffix}"
            assert answer["Cache-Control"] == "no-cache", "a merge may be taken back tomorrow"
        assert client.get(answer["Location"]).status_code == 200
    by_uuid = find(kind, str(record.pk), PUBLIC)
    assert by_uuid is not None
    assert (by_uuid.key, by_uuid.by_old_code) == ("newer", False)
    answer = client.get(f"{path}{record.pk}", headers={"accept": "text/turtle"})
    assert (answer.status_code, answer["Location"]) == (301, f"{path}newer")


def test_what_is_hidden_is_not_betrayed_by_its_old_code(client: Client) -> None:
    item = hidden_item(code="old")
    renamed("item", item, "new")
    for key in ("old", "new", str(item.pk)):
        for actor in (PUBLIC, Actor(is_member=True)):
            assert find("item", key, actor) is None
    never = client.get("/items/never-was", headers={"accept": "text/turtle"})
    for key in ("old", "new", str(item.pk)):
        answer = client.get(f"/items/{key}", headers={"accept": "text/turtle"})
        assert answer.status_code == never.status_code == 404
        assert answer.content == never.content
        assert dict(answer.items()) == dict(never.items())
    found = find("item", "old", STAFF)
    assert found is not None
    assert found.key == "new"


def test_a_record_in_the_bin_is_found_by_nobody() -> None:
    item = make_item(code="old")
    renamed("item", item, "new")
    type(item).objects.filter(pk=item.pk).update(state="deleted")
    assert find("item", "old", STAFF) is None


def test_an_item_without_a_code_is_named_by_its_uuid(client: Client) -> None:
    item = make_item(code=None)
    answer = client.get(f"/items/{item.pk}", headers={"accept": "text/turtle"})
    assert answer.status_code == 200
    renamed("item", item, "now-coded")
    answer = client.get(f"/items/{item.pk}", headers={"accept": "text/turtle"})
    assert (answer.status_code, answer["Location"]) == (301, "/items/now-coded")


def test_a_current_code_goes_before_an_old_one() -> None:
    """Raw SQL may give a code that leads elsewhere: the record that bears it is meant."""
    first = make_item(code="a")
    renamed("item", first, "b")
    second = make_item(code="a")
    found = find("item", "a", PUBLIC)
    assert found is not None
    assert (found.record.pk, found.by_old_code) == (second.pk, False)


def test_concepts_are_found_in_their_own_vocabulary(client: Client) -> None:
    """Two vocabularies may have a concept of one slug, and both may be renamed."""
    songs, tales = (Scheme.objects.create(slug=slug, title=slug) for slug in ("songs-x", "tales-x"))
    one, two = (
        Concept.objects.create(slug="epic", name="Epic", scheme=scheme, is_authoritative=True)
        for scheme in (songs, tales)
    )
    renamed("concept", one, "epic-song")
    renamed("concept", two, "epic-tale")
    assert OldCode.objects.filter(kind="concept").count() == 2
    for scheme, concept in (("songs-x", one), ("tales-x", two)):
        found = find("concept", f"{scheme}/epic", PUBLIC)
        assert found is not None
        assert found.record.pk == concept.pk
    answer = client.get("/vocabularies/songs-x/epic", headers={"accept": "text/turtle"})
    assert (answer.status_code, answer["Location"]) == (301, "/vocabularies/songs-x/epic-song")
    renamed("scheme", songs, "songs-y")
    for old in ("songs-x/epic", "songs-x/epic-song", "songs-y/epic"):
        found = find("concept", old, PUBLIC)
        assert found is not None, old
        assert found.key == "songs-y/epic-song"
    answer = client.get("/vocabularies/songs-x.ttl")
    assert (answer.status_code, answer["Location"]) == (301, "/vocabularies/songs-y.ttl")


def test_a_merged_term_is_found_as_what_it_was_merged_into(client: Client) -> None:
    source = make_place("Sangha", is_authoritative=True)
    target = make_place("Sanga", is_authoritative=True)
    merge("place", source.pk, target.pk, actor=STAFF)
    answer = client.get("/places/sangha", headers={"accept": "text/html"})
    assert (answer.status_code, answer["Location"]) == (301, "/places/sanga")


@pytest.mark.parametrize("key", ["", "\x00", "a/b", "../x", "x" * 5000, "%", "00000000-0000-"])
def test_odd_keys_are_not_found(key: str) -> None:
    for kind in (*KINDS, "run", "nothing"):
        assert find(kind, key, STAFF) is None
        assert moved(kind, key, STAFF) is None
