"""The page of what was withdrawn, where that was announced: a page of the site (R-26)."""

import pytest
from django.test import Client

from archive.services.lifecycle import withdraw
from tests.factories import STAFF, make_item

pytestmark = pytest.mark.django_db

SAID = {
    "en": "This record was withdrawn on",
    "fr": "Cette fiche a été retirée le",
    "es": "Esta ficha se retiró el",
}


@pytest.mark.parametrize("language", SAID)
def test_a_withdrawn_record_says_so_in_the_readers_language(client: Client, language: str) -> None:
    """It has the site's head, a way on, and nothing else of the record than was announced."""
    item = make_item(code="GONE", title="Song of <the> well", summary="A secret summary")
    withdraw("item", record_id=item.pk, actor=STAFF, is_announced=True, reason="The family asked.")
    answer = client.get("/items/GONE", headers={"Accept": "text/html", "Accept-Language": language})
    said = answer.content.decode()
    assert answer.status_code == 410
    assert answer["Cache-Control"] == "private, no-store"
    assert f'<html lang="{language}">' in said
    assert "<h1>Song of &lt;the&gt; well</h1>" in said
    assert SAID[language] in said
    assert "The family asked." in said
    assert '<header class="masthead">' in said
    assert "secret" not in said
