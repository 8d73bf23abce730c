"""GraphQL over HTTP: media types, statuses, refusals (G-09, G-24, G-25, G-29, G-35, R-29).

The bodies are those of spec/graphql.md section 3 and of the issue's "bad input".
"""

import json
from typing import Any

import pytest
from django.test import Client

from archive.services.accounts import issue_token
from graphql_api import limits
from graphql_api.cursors import seal
from tests.factories import make_user

pytestmark = pytest.mark.django_db

GRAPHQL = "/graphql"
NEW = "application/graphql-response+json"
OLD = "application/json"


def post(body: object, *, accept: str = NEW, client: Client | None = None, **headers: str) -> Any:
    data = body if isinstance(body, str | bytes) else json.dumps(body)
    return (client or Client()).post(
        GRAPHQL, data, content_type=OLD, headers={"Accept": accept, **headers}
    )


def code_of(response: Any) -> str:
    return str(json.loads(response.content)["errors"][0]["extensions"]["code"])


def query(text: str, **variables: Any) -> Any:
    return post({"query": text, "variables": variables})


def test_a_query_is_answered_in_the_media_type_that_is_accepted() -> None:
    exact = [(NEW, NEW), (OLD, OLD), (f"{OLD}, {NEW}", NEW), (f"{NEW};q=0.1, {OLD}", OLD)]
    for accept, given in [*exact, ("*/*", OLD), ("application/*", OLD), (f"{NEW}, */*", NEW)]:
        response = post({"query": "{ __typename }"}, accept=accept)
        assert response.status_code == 200
        assert response["Content-Type"].startswith(given), accept
        assert response.json()["data"] == {"__typename": "Query"}
    assert post({"query": "{ __typename }"}, accept="image/png").status_code == 406


def test_what_is_no_request_is_refused_by_status_in_either_media_type() -> None:
    """A document that is wrong is another thing: clients of application/json read its errors."""
    for accept, status in ((NEW, 400), (OLD, 200)):
        assert post('{ "not a JSON', accept=accept).status_code == 400
        assert post({"query": "{ nothing }"}, accept=accept).status_code == status


def test_the_cost_stands_in_every_reply() -> None:
    assert query("{ items(first: 10) { nodes { code collection { code } } } }").json()[
        "extensions"
    ]["cost"] == {"requested": 20, "limit": limits.OBJECTS}
    assert query("{ viewer { username } }").json()["extensions"]["cost"]["requested"] == 1


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("{ items(first: 100) { nodes { results(first: 100) { name } } } }", 10_100),
        ("{ items(first: 100) { nodes { results(first: 49) { name } } } }", 5000),
        ("{ items(first: 2000000000) { nodes { id } } }", 2_000_000_000),
        (
            "{ places(first: 100) { nodes " + "{ parents(first: 100) " * 9 + "{ id }" + " }" * 9
            + " } }",
            2**53 - 1,
        ),
    ],
    ids=["refused", "just allowed", "huge page", "more than JSON can say"],
)  # fmt: skip
def test_a_refusal_says_what_was_asked(text: str, cost: int) -> None:
    """G-24: who is refused for the cost learns how far to go down."""
    answer = query(text).json()
    assert answer["extensions"]["cost"] == {"requested": cost, "limit": limits.OBJECTS}
    sentences = [error["message"] for error in answer.get("errors", [])]
    assert all(f"{cost} objects" in sentence for sentence in sentences)
    assert bool(sentences) is (cost > limits.OBJECTS)


def deep(levels: int) -> str:
    return "{ places { nodes " + "{ parents " * levels + "{ id }" + " }" * levels + " } }"


BRACKETS = '{"query": "{ __typename }", "variables": {"a": ' + "[" * 100_000 + "]" * 100_000 + "}}"
REFUSED: dict[str, tuple[object, int, str]] = {
    "thirty deep": ({"query": deep(30)}, 400, "TOO_COSTLY"),
    "tokens": ({"query": "{ " + "__typename " * 2100 + "}"}, 400, "SYNTAX"),
    "aliases": (
        {"query": "{ " + " ".join(f"a{n}: __typename" for n in range(16)) + " }"},
        400,
        "TOO_COSTLY",
    ),
    "directives": (
        {"query": "{ __typename " + "@skip(if: false) " * 11 + "}"},
        400,
        "INVALID",
    ),
    "root fields": (
        {"query": "{ " + " ".join(f"a{n}: viewer {{ username }}" for n in range(6)) + " }"},
        400,
        "TOO_COSTLY",
    ),
    "cost": (
        {"query": "{ items(first: 100) { nodes { results(first: 100) { name } } } }"},
        400,
        "TOO_COSTLY",
    ),
    "body": ({"query": "{ __typename }", "x": "y" * 300_000}, 413, "TOO_LARGE"),
    "nesting": (BRACKETS, 400, "INVALID"),
    "nesting that can be read": (
        {"query": "{ __typename }", "variables": {"a": json.loads("[" * 40 + "]" * 40)}},
        413,
        "TOO_LARGE",
    ),
    "NaN": ('{"query": "{ __typename }", "variables": {"a": NaN}}', 400, "INVALID"),
    "operations": ("operations=[]", 400, "INVALID"),
    "batch": ([{"query": "{ __typename }"}], 400, "INVALID"),
    "no query": ({"variables": {}}, 400, "INVALID"),
    "variables of another kind": ({"query": "{ __typename }", "variables": []}, 400, "INVALID"),
    "syntax": ({"query": "{ items("}, 400, "SYNTAX"),
    "unknown field": ({"query": "{ nonsense }"}, 400, "INVALID"),
    "long list": (
        {
            "query": "query($i: [ID!]!) { nodes(ids: $i) { id } }",
            "variables": {"i": ["x"] * 200_000},
        },
        413,
        "TOO_LARGE",
    ),
    "long text": (
        {
            "query": "query($t: String!) { search(query: $t) { totalCount } }",
            "variables": {"t": "x" * 300},
        },
        413,
        "TOO_LARGE",
    ),
    "NUL": (
        {
            "query": "query($t: String!) { item(code: $t) { id } }",
            "variables": {"t": "a\x00b"},
        },
        400,
        "BAD_INPUT",
    ),
    "id": ({"query": '{ node(id: "Item:abc") { id } }'}, 400, "BAD_ID"),
    "id of nothing": ({"query": '{ run(id: "SXRlbTphYmM=") { id } }'}, 400, "BAD_ID"),
    "cursor": ({"query": '{ items(after: "abc") { nodes { id } } }'}, 400, "BAD_CURSOR"),
    "cursor of another list": (
        {
            "query": "query($a: String) { items(after: $a) { nodes { id } } }",
            "variables": {"a": seal("terms by name", ["x", "y"])},
        },
        400,
        "BAD_CURSOR",
    ),
    "huge page": ({"query": "{ items(first: 2000000000) { nodes { id } } }"}, 400, "TOO_COSTLY"),
    "page below nothing": ({"query": "{ items(first: -1) { nodes { id } } }"}, 400, "BAD_INPUT"),
    "variable of another type": (
        {"query": "query($n: Int!) { items(first: $n) { nodes { id } } }", "variables": {"n": "x"}},
        400,
        "INVALID",
    ),
    "unknown operation": (
        {"query": "query A { __typename }", "operationName": "B"},
        400,
        "INVALID",
    ),
    "subscription without a stream": (
        {"query": 'subscription { runProgress(runId: "x") { cursor } }'},
        406,
        "NOT_ACCEPTABLE",
    ),
    "circular fragments": (
        {"query": "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }"},
        400,
        "INVALID",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_odd_requests_are_refused_with_a_code_and_a_sentence(name: str) -> None:
    body, status, code = REFUSED[name]
    body = body if name not in {"long list"} else {**body, "variables": {"i": ["x"] * 600}}  # type: ignore[dict-item]

    response = post(body)

    assert (response.status_code, code_of(response)) == (status, code), response.content
    error = response.json()["errors"][0]
    assert error["message"]
    assert error["extensions"]["requestId"]
    assert "data" not in response.json() or response.json()["data"] is None
    for leak in (b"psycopg", b"Traceback", b"SELECT", b"archive_", b"django"):
        assert leak not in response.content


def test_fragments_that_multiply_are_refused_quickly() -> None:
    levels = [
        f"fragment f{n} on Place {{ parents {{ ...f{n + 1} }} ancestors {{ ...f{n + 1} }} }}"
        for n in range(11)
    ]
    text = "{ places { nodes { ...f0 } } } " + " ".join(levels) + " fragment f11 on Place { id }"
    assert code_of(query(text)) == "TOO_COSTLY"


def test_the_standard_introspection_is_answered() -> None:
    from graphql import get_introspection_query

    response = query(get_introspection_query())
    assert response.status_code == 200
    assert not response.json().get("errors")


def test_mutations_do_not_come_by_get() -> None:
    text = 'mutation { updateItem(input: {code: "x"}) { __typename } }'
    response = Client().get(GRAPHQL, {"query": text}, headers={"Accept": NEW})
    assert (response.status_code, code_of(response)) == (405, "NOT_ALLOWED")
    assert response["Allow"] == "GET, POST"
    assert Client().get(GRAPHQL, {"query": "{ __typename }"}).json()["data"]


def test_other_content_types_are_refused() -> None:
    for kind in (
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/mixed; boundary=x",
    ):
        response = Client().post(GRAPHQL, '{"query": "{ __typename }"}', content_type=kind)
        assert (response.status_code, code_of(response)) == (415, "UNSUPPORTED")


@pytest.fixture
def signed_in() -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user(is_staff=True))
    return client


def test_a_cookie_alone_may_not_post(signed_in: Client) -> None:
    refused = post({"query": "{ viewer { isStaff } }"}, client=signed_in)
    assert (refused.status_code, code_of(refused)) == (403, "FORBIDDEN")

    own = {"GraphQL-Require-Preflight": "1"}
    allowed = post({"query": "{ viewer { isStaff } }"}, client=signed_in, **own)
    assert allowed.json()["data"] == {"viewer": {"isStaff": True}}

    signed_in.cookies["csrftoken"] = "a" * 32
    by_token = post(
        {"query": "{ viewer { isStaff } }"}, client=signed_in, **{"X-CSRFToken": "a" * 32}
    )
    assert by_token.json()["data"] == {"viewer": {"isStaff": True}}


def test_a_bearer_token_needs_nothing_more_and_must_be_known(signed_in: Client) -> None:
    token = issue_token(user=make_user(is_staff=True), name="test")
    answer = post({"query": "{ viewer { isStaff } }"}, Authorization=f"Bearer {token}")
    assert answer.json()["data"] == {"viewer": {"isStaff": True}}
    unknown = post({"query": "{ viewer { isStaff } }"}, Authorization="Bearer sono_nonsense")
    assert (unknown.status_code, code_of(unknown)) == (401, "UNAUTHENTICATED")


def test_a_failure_of_ours_is_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail of the database")

    monkeypatch.setattr("graphql_api.types.viewer.Viewer.of", broken)
    response = query("{ viewer { username } }")
    assert code_of(response) == "INTERNAL"
    assert b"secret" not in response.content


def test_a_statement_that_takes_too_long_is_stopped_and_said_plainly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from django.db import connection

    def slow(*_: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(5)")

    monkeypatch.setattr("graphql_api.executor.STATEMENT_TIMEOUT_MS", 50)
    monkeypatch.setattr("graphql_api.types.viewer.Viewer.of", slow)
    assert code_of(query("{ viewer { username } }")) == "TIMEOUT"


def test_somebody_who_looks_in_with_a_browser_is_told_what_this_is() -> None:
    response = Client().get(GRAPHQL, headers={"Accept": "text/html"})
    assert response.status_code == 200
    assert b"GraphQL" in response.content
    assert b"<script" not in response.content
