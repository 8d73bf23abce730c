"""`/sparql`: the reading half of the SPARQL 1.1 protocol, by each of its backends (L-06)."""

import csv
import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import Client
from pytest_django import Settings
from rdflib import Graph

from ontology import iris
from ontology.errors import QueryProblem, QueryRefused
from ontology.sparql import backend
from ontology.sparql.backend import RdflibInMemory, RemoteEndpoint, SupervisedOxigraph
from ontology.sparql.worker import Request
from tests.ontology.sparql_store import ALL, JSON, ONE, TITLES, asking


def test_get_form_and_direct_post_give_the_same(door: Client) -> None:
    headers = {"Accept": JSON}
    form = "application/x-www-form-urlencoded"
    answers = [
        door.get("/sparql", {"query": ONE}, headers=headers),
        door.post("/sparql", urlencode({"query": ONE}), content_type=form, headers=headers),
        door.post("/sparql", ONE, content_type="application/sparql-query", headers=headers),
    ]
    for answer in answers:
        assert answer.status_code == 200, answer.content
        assert answer["Content-Type"] == JSON
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["X-Graph-Version"] == "1"
        (row,) = json.loads(answer.content)["results"]["bindings"]
        assert row["t"]["value"] == "Title 7 aaaaaaaa!"


@pytest.mark.parametrize(
    ("accept", "given", "found"),
    [
        (JSON, JSON, b'"bindings"'),
        ("application/json", JSON, b'"bindings"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<sparql"),
        ("text/csv", "text/csv; charset=utf-8", b"t\r\nTitle 7"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", b"?t\n"),
        ("text/html, */*;q=0.1", JSON, b'"bindings"'),
    ],
)
def test_rows_come_in_the_format_asked_for(
    door: Client, accept: str, given: str, found: bytes
) -> None:
    answer = door.get("/sparql", {"query": ONE}, headers={"Accept": accept})
    assert (answer.status_code, answer["Content-Type"]) == (200, given)
    assert found in answer.content


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_triples_come_in_the_format_asked_for(door: Client, accept: str, format_: str) -> None:
    query = "CONSTRUCT WHERE { <http://localhost:8000/items/I7> ?p ?o }"
    answer = door.get("/sparql", {"query": query}, headers={"Accept": accept})
    assert answer["Content-Type"].split(";")[0] == accept
    assert len(Graph().parse(data=answer.content, format=format_)) == 1
    described = door.get(
        "/sparql",
        {"query": "DESCRIBE <http://localhost:8000/items/I7>"},
        headers={"Accept": accept},
    )
    assert len(Graph().parse(data=described.content, format=format_)) == 1


def test_an_ask_is_true_or_false(door: Client) -> None:
    answer = door.get("/sparql", {"query": "ASK { ?s ?p 'nothing' }"}, headers={"Accept": JSON})
    assert json.loads(answer.content)["boolean"] is False


def test_csv_is_read_back_whole(door: Client) -> None:
    answer = door.get("/sparql", {"query": ALL}, headers={"Accept": "text/csv"})
    rows = list(csv.reader(io.StringIO(answer.content.decode())))
    assert len(rows) == TITLES + 1


@pytest.mark.parametrize(
    ("status", "method", "body", "content_type"),
    [
        (400, "GET", "query=nonsense", ""),
        (400, "GET", urlencode({"query": "SELECT ?x { a:b ?p ?o }"}), ""),
        (400, "GET", urlencode([("query", ONE), ("query", ONE)]), ""),
        (400, "GET", "query=%ff%fe", ""),
        (400, "POST", "other=1", "application/x-www-form-urlencoded"),
        (415, "POST", "", ""),
        (400, "POST", b"SELECT * { ?s ?p '\xff' }", "application/sparql-query"),
        (403, "POST", "INSERT DATA { <a:a> <a:a> 1 }", "application/sparql-update"),
        (403, "POST", urlencode({"update": "CLEAR ALL"}), "application/x-www-form-urlencoded"),
        (403, "GET", urlencode({"query": ONE, "default-graph-uri": "http://x/"}), ""),
        (403, "GET", urlencode({"query": "LOAD <http://127.0.0.1/>"}), ""),
        (415, "POST", ONE, "text/plain"),
        (413, "POST", "#" * 70_000, "application/sparql-query"),
        (405, "PUT", ONE, "application/sparql-query"),
        (405, "DELETE", "", ""),
    ],
)
def test_what_is_no_query_is_refused_in_a_plain_sentence(
    door: Client, status: int, method: str, body: str | bytes, content_type: str
) -> None:
    if method == "GET":
        answer = door.get(f"/sparql?{body!s}")
    else:
        answer = door.generic(method, "/sparql", body, content_type=content_type)
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"].startswith("text/plain")
    assert 10 < len(answer.content) < 300


def test_no_common_format_is_406(door: Client) -> None:
    answer = door.get("/sparql", {"query": ONE}, headers={"Accept": "image/png"})
    assert answer.status_code == 406


def test_without_a_query_it_describes_itself(door: Client) -> None:
    answer = door.get("/sparql", headers={"Accept": "text/html"})
    assert answer["Content-Type"].startswith("text/turtle")
    described = Graph().parse(data=answer.content, format="turtle")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    found = described.query(f"SELECT ?g {{ ?s <{sd}name> ?g }}")
    assert [str(row[0]) for row in found] == [iris.public_graph()]  # type: ignore[index]


def test_without_a_store_the_answer_is_an_honest_503(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.RDF_DIR = tmp_path / "none"
    try:
        answer = client.get("/sparql", {"query": ONE})
        assert answer.status_code == 503
        assert b"rdf_writer" in answer.content
    finally:
        backend.close_all()


def test_a_graph_in_memory_answers_like_the_store(endpoint: SupervisedOxigraph) -> None:
    graph = Graph()
    found = endpoint.answer(Request("CONSTRUCT WHERE { ?s ?p ?o }", None, "application/n-triples"))
    graph.parse(data=found.body, format="nt")
    memory = RdflibInMemory(graph)
    for query in (ONE, f"{ALL} ORDER BY ?o LIMIT 5", "ASK { ?s ?p 'nothing' }"):
        ours, theirs = endpoint.answer(asking(query)), memory.answer(asking(query))
        assert _rows(ours.body) == _rows(theirs.body)
    with pytest.raises(QueryRefused):
        memory.answer(asking("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"))


@pytest.fixture
def served() -> Iterator[str]:
    """Serve the site by HTTP from a thread; pytest-django's way would flush the database."""
    quiet = type("Quiet", (WSGIRequestHandler,), {"log_message": lambda *_arguments: None})
    with make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=quiet) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_remote_endpoint_is_asked_by_its_url(
    endpoint: SupervisedOxigraph, served: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Our own endpoint stands for the remote one: same protocol, another process's data."""
    monkeypatch.setattr("ontology.sparql.views.backend", lambda: endpoint)
    remote = RemoteEndpoint(f"{served}/sparql", iris.public_graph())
    assert _rows(remote.answer(asking(ONE)).body) == _rows(endpoint.answer(asking(ONE)).body)
    with pytest.raises(QueryRefused):
        remote.answer(asking("SELECT * { SERVICE <http://127.0.0.1/> { } }"))
    gone = RemoteEndpoint("http://127.0.0.1:9/sparql", iris.public_graph())
    with pytest.raises(QueryProblem) as caught:
        gone.answer(asking(ONE))
    assert caught.value.status == 502


def _rows(body: bytes) -> object:
    said = json.loads(body)
    return said.get("boolean", said.get("results"))
