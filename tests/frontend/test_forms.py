"""Forms: for whom their pages are, and what they know of the archive (W-43)."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from archive.vocabularies import USES
from frontend.pages.blocks import FOLDER
from frontend.pages.editing import SECTIONS
from ontology.iris import PATHS
from tests.factories import make_collection, make_item, make_user

SOURCES = FOLDER.parent / "forms"
PERMITS = {"communities", "protocols", "labels", "reading-rooms", "publication-rules"}
PERMITS |= {"editor-groups"}
STAFF_KINDS = {"agreements", "accessions", "code-policies", *PERMITS}
HTML = "text/html"


def test_a_concept_is_picked_from_the_vocabulary_of_its_use() -> None:
    """The application's table of uses is the archive's."""
    text = (SOURCES / "uses.ts").read_text(encoding="utf-8")
    told = {
        name: (scheme, json.loads(levels))
        for name, scheme, levels in re.findall(
            r'^  (\w+): \{ scheme: "([\w-]+)", levels: (\[.*?\]) \},', text, re.MULTILINE
        )
    }
    assert told == {name: (use.scheme, list(use.levels)) for name, use in USES.items()}
    assert len(told) >= 20


def test_every_section_with_a_form_is_one_kinds_address_in_both_rooms() -> None:
    text = (SOURCES / "kinds.ts").read_text(encoding="utf-8")
    table = text.partition("export const FORMS")[2]
    named = re.findall(r'^  (?:(\w+)|"([\w-]+)")(?:: \w+)?,', table, re.MULTILINE)
    assert tuple(word or quoted for word, quoted in named) == SECTIONS
    # A term stands under its vocabulary; what is for staff alone has no document in RDF.
    assert set(SECTIONS) - set(PATHS.values()) == {"concepts", *STAFF_KINDS}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/items/X_1/edit",
        "/new/items",
        "/vocabularies/keywords/edit",
        "/vocabularies/keywords/rain/edit",
        "/new/agreements",
        "/extra-fields",
    ],
)
def test_forms_are_for_staff(client: Client, path: str) -> None:
    """A visitor is asked to log in; whoever is signed in without the right finds nothing."""
    make_item(code="X_1", collection=make_collection())
    asked = client.get(path, HTTP_ACCEPT=HTML)
    assert (asked.status_code, asked["Location"]) == (302, f"/login?next={path}")
    client.force_login(make_user())
    assert client.get(path, HTTP_ACCEPT=HTML).status_code == 404
    client.force_login(make_user(is_staff=True))
    shown = client.get(path, HTTP_ACCEPT=HTML)
    assert shown.status_code == 200
    assert shown["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/runs/X/edit", "/new/runs", "/new/nothing"])
def test_what_has_no_form_is_not_found(client: Client, path: str) -> None:
    for user in (None, make_user(is_staff=True)):
        if user:
            client.force_login(user)
        assert client.get(path, HTTP_ACCEPT=HTML).status_code == 404


def test_forms_ask_for_reasons_in_every_language() -> None:
    """W-44: whatever a form can say, it says in three languages."""
    catalogues: list[dict[str, Any]] = [
        json.loads((FOLDER.parent / "i18n" / f"{language}.json").read_text(encoding="utf-8"))
        for language in ("en", "fr", "es")
    ]
    keys = [key for key in catalogues[0] if key.startswith(("form.", "conflict.", "audience."))]
    assert len(keys) >= 50
    for key in keys:
        assert all(catalogue[key].strip() for catalogue in catalogues), key
