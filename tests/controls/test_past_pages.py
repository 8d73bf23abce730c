"""Controls of the pages of the past: without a check, the tests that find them closed are red."""

import pytest
from django.test import Client

from archive.access import Actor
from frontend.pages import staff
from graphql_api.types.kind import global_id
from tests.frontend.test_pages import HTML
from tests.frontend.test_past import CANARY, changed_item, pages_of

pytestmark = pytest.mark.usefixtures("own_database")


def test_without_the_pages_check_a_visitor_gets_them_and_still_reads_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages open; what they would tell is kept by the archive's own rule."""
    monkeypatch.setattr(staff, "refusal", lambda request: None)
    opened = 0
    for path, says in pages_of(changed_item()).items():
        page = client.get(path, HTTP_ACCEPT=HTML)
        opened += page.status_code == 200
        assert CANARY not in page.content.decode(), says
    print(f"{opened} pages opened")
    assert opened >= 4


def test_without_the_archives_rule_as_well_the_canary_is_read(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks counts as staff: the canary is where the tests look for it."""
    monkeypatch.setattr(staff, "refusal", lambda request: None)
    item = changed_item()
    paths = [path for path, says in pages_of(item).items() if says == CANARY]
    always = property(lambda self: True, lambda self, value: None)
    monkeypatch.setattr(Actor, "is_staff", always)
    read = [path for path in paths if CANARY in client.get(path).content.decode()]
    asked = {
        "query": "query($r:ID!){history(record:$r){nodes{reason}}}",
        "variables": {"r": global_id("item", item.pk)},
    }
    answer = client.post("/graphql", asked, content_type="application/json")
    print(f"{len(read)} pages and GraphQL told it")
    assert len(read) == len(paths) >= 3
    assert CANARY in answer.content.decode()
