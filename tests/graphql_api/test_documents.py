"""GraphQL in process, for the pages (D-16)."""

import pytest

from archive.access import PUBLIC
from graphql_api.documents import DocumentFailed, run
from tests.factories import hidden_item, make_item

pytestmark = pytest.mark.django_db

ITEM = "query($code: String!) { item(code: $code) { title } }"


def test_a_page_asks_the_same_schema_under_the_same_rights() -> None:
    shown, hidden = make_item(title="Shown"), hidden_item()
    assert run(ITEM, {"code": shown.code}, actor=PUBLIC) == {"item": {"title": "Shown"}}
    assert run(ITEM, {"code": hidden.code}, actor=PUBLIC) == {"item": None}


def test_a_document_that_fails_says_why() -> None:
    with pytest.raises(DocumentFailed) as failed:
        run("{ items(after: $x) { nodes { id } } }", actor=PUBLIC)
    assert failed.value.codes == ["INVALID"]
    with pytest.raises(DocumentFailed) as failed:
        run('mutation { updateItem(input: {code: "x"}) { __typename } }', actor=PUBLIC)
    assert failed.value.codes == ["NOT_ALLOWED"]
