"""`/sparql`: the reading half of the SPARQL 1.1 protocol, guarded and killable (L-06, R-25)."""

import csv
import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode
from wsgiref.simple_server import WSGIRequestHandler, make_server

import psutil
import pytest
from django.core.wsgi import get_wsgi_application
from django.test import Client
from pytest_django import Settings
from rdflib import Graph

from ontology import iris
from ontology.errors import QueryMalformed, QueryProblem, QueryRefused
from ontology.sparql import backend, guard
from ontology.sparql.backend import RdflibInMemory, RemoteEndpoint, SupervisedOxigraph
from ontology.sparql.pool import Bounds
from ontology.sparql.worker import Request
from tests.ontology.sparql_store import SECRET, TITLES, publish_store

JSON = "application/sparql-results+json"
ONE = "SELECT ?t { <http://localhost:8000/items/I7> <http://purl.org/dc/terms/title> ?t }"
ALL = "SELECT * { ?s ?p ?o }"


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SupervisedOxigraph]:
    """The default backend over a small store, with the bounds of the public."""
    directory = tmp_path_factory.mktemp("rdf")
    publish_store(directory)
    made = SupervisedOxigraph(directory, "http://localhost:8000/graphs/public")
    yield made
    made.pool.close()


@pytest.fixture
def door(endpoint: SupervisedOxigraph, client: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr("ontology.sparql.views.backend", lambda: endpoint)
    return client


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


def test_no_query_sees_another_graph(door: Client) -> None:
    """D-11: default_graph and named_graphs are both fixed, or GRAPH ?g leaks."""
    examined = 0
    for query in (
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH <urn:sonotheque:state> { ?s ?p ?o } }",
        ALL,
        "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
        "DESCRIBE <urn:sonotheque:state>",
        f"SELECT * {{ ?s ?p '{SECRET}' }}",
    ):
        answer = door.get("/sparql", {"query": query})
        assert answer.status_code == 200
        said = answer.content.decode().replace(query, "")
        assert SECRET not in said
        assert "urn:sonotheque:state" not in said
        examined += 1
    assert examined >= 6


REFUSED = [
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "SELECT * { ?s ?p ?o FILTER NOT EXISTS { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } } }",
    "SELECT (EXISTS { SERVICE <%s> { } } AS ?x) { }",
    "SELECT * { BIND(<%s> AS ?u) SERVICE ?u { ?s ?p ?o } }",
    "SELECT * { GRAPH ?g { SERVICE <%s> { ?s ?p ?o } } }",
    "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <%s> { } })",
    "CONSTRUCT { ?s ?p ?o } { OPTIONAL { SERVICE <%s> { ?s ?p ?o } } }",
    "DESCRIBE ?s { { } UNION { SERVICE <%s> { ?s ?p ?o } } }",
    "\\u0053ERVICE",
    "SELECT * { \\u0053ERVICE <%s> { ?s ?p ?o } }",
    'SELECT * { ?s ?p "a\\u0022 # " . SERVICE <%s> { ?a ?b ?c }\n}',
    "SELECT * { ?s ?p ?o # comment\rSERVICE <%s> { ?a ?b ?c }\n}",
    "SELECT * FROM <%s> { ?s ?p ?o }",
    "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
    "ASK FROM <%s> { ?s ?p ?o }",
    "LOAD <%s>",
    "LOAD SILENT <%s> INTO GRAPH <x:y>",
    "INSERT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
]


class Canary:
    """A server that nobody should call."""

    def __init__(self) -> None:

        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        self.calls: list[str] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(1)
                self.calls.append(connection.recv(200).decode(errors="replace").split("\r\n")[0])
                connection.sendall(b"HTTP/1.1 500 no\r\nContent-Length: 0\r\n\r\n")

    def close(self) -> None:

        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(2)


@pytest.fixture
def canary() -> Iterator[Canary]:
    made = Canary()
    yield made
    made.close()


def test_no_query_makes_the_house_call_another(door: Client, canary: Canary) -> None:
    examined = 0
    for query in REFUSED:
        text = query % canary.url if "%s" in query else query
        answer = door.post("/sparql", text, content_type="application/sparql-query")
        if answer.status_code == 200:  # what hid SERVICE in a string is a plain string to all
            assert "\\u0022" in query
        else:
            assert answer.status_code in {400, 403}, (query, answer.content)
        examined += 1
    time.sleep(0.2)
    assert canary.calls == []
    assert examined >= 20


def test_the_word_service_may_be_said(door: Client) -> None:
    for query in (
        "SELECT * { ?s ?p 'SERVICE <http://127.0.0.1/> { }' }",
        "SELECT * { ?s ?p ?o } # SERVICE <http://127.0.0.1/> { ?s ?p ?o }",
        "SELECT ?service { ?service <http://x/SERVICE> <http://x/FROM#LOAD> }",
        'SELECT * { ?s ?p """FROM <x>\nLOAD <y>""" }',
    ):
        assert door.get("/sparql", {"query": query}).status_code == 200


def test_guard_and_oxigraph_read_one_text() -> None:
    assert guard.check("\\u0053ELECT * { }").text == "SELECT * { }"
    for odd in ("SELECT * { ?s ?p '\\u005Cu0022' }", "SELECT * { }\x0b", "SELECT '\\uD800' { }"):
        with pytest.raises(QueryMalformed):
            guard.check(odd)
    with pytest.raises(QueryMalformed, match="nested"):
        guard.check("SELECT * " + "{" * 3000 + "}" * 3000)
    with pytest.raises(QueryRefused):
        guard.check("SELECT * { ?s ?p ?o #x\rSERVICE <http://x/> { } }")


RUNAWAYS = {
    "cross join": "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "path": "SELECT (count(*) AS ?n) { ?a (!<x:p>)* ?b . ?c (!<x:p>)* ?d . ?e (!<x:p>)* ?f }",
    "sort": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f DESC(?i)",
    "regex": "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i "
    "FILTER regex(concat(?c, ?f, ?i), '^(([a-z])+.)+[A-Z]([a-z])+$') }",
}


@pytest.fixture(scope="module")
def hurried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SupervisedOxigraph]:
    directory = tmp_path_factory.mktemp("rdf")
    publish_store(directory)
    bounds = Bounds(seconds=2.0, memory=1 << 30, largest=1 << 20, workers=2, patience=20.0)
    made = SupervisedOxigraph(directory, "http://localhost:8000/graphs/public", bounds)
    yield made
    made.pool.close()


def _wait_for(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.05)


def _request(query: str) -> Request:
    return Request(query, JSON, "text/turtle")


@pytest.mark.parametrize("runaway", RUNAWAYS.values(), ids=RUNAWAYS)
def test_a_runaway_is_killed_at_its_limit_and_others_are_answered(
    hurried: SupervisedOxigraph, runaway: str
) -> None:
    """P-7, X-22: an honest refusal before the first byte; nobody else waits for it."""
    _wait_for(lambda: hurried.pool.idle == 2)
    problem: list[tuple[float, QueryProblem]] = []

    def run() -> None:
        began = time.monotonic()
        try:
            hurried.answer(_request(runaway))
        except QueryProblem as error:
            problem.append((time.monotonic() - began, error))

    thread = threading.Thread(target=run)
    thread.start()
    time.sleep(0.3)
    answered, longest = 0, 0.0
    while thread.is_alive():
        began = time.monotonic()
        assert b"Title 7" in hurried.answer(_request(ONE)).body
        longest = max(longest, time.monotonic() - began)
        answered += 1
        time.sleep(0.05)
    thread.join()
    ((seconds, error),) = problem
    assert error.status == 503
    assert "stopped" in str(error) or "memory" in str(error)
    assert seconds < 2.0 + 1.5
    assert answered >= 5, f"others waited: {answered} answers, the longest {longest:.2f} s"


def test_an_answer_too_large_is_refused_whole(hurried: SupervisedOxigraph) -> None:
    with pytest.raises(QueryProblem, match="larger than") as caught:
        hurried.answer(_request("SELECT * { ?a ?b ?c . ?d ?e ?f }"))
    assert caught.value.status == 503


def test_query_processes_stand_behind_a_wall(endpoint: SupervisedOxigraph) -> None:
    endpoint.answer(_request(ONE))
    walls = {process.wall for process in endpoint.pool._all}
    assert walls <= {"namespace", "landlock"}
    for pid in endpoint.pool.pids():
        environment = psutil.Process(pid).environ()
        assert not [name for name in environment if "SECRET" in name or "DATABASE" in name]


def test_a_process_that_was_killed_is_replaced(endpoint: SupervisedOxigraph) -> None:
    endpoint.answer(_request(ONE))
    for pid in endpoint.pool.pids():
        os.kill(pid, signal.SIGKILL)
    time.sleep(0.1)
    assert b"Title 7" in endpoint.answer(_request(ONE)).body


def test_query_processes_die_with_the_web_process(tmp_path: Path) -> None:
    publish_store(tmp_path)
    program = (
        "import sys, time; from pathlib import Path; from ontology.sparql.pool import *\n"
        "p = Pool(Path(sys.argv[1]), 'http://localhost:8000/graphs/public', Bounds(workers=2))\n"
        "p.ask(Request('ASK {}', 'application/sparql-results+json', None))\n"
        "while len(p.pids()) < 2: time.sleep(0.05)\n"
        "print(*p.pids(), flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as web:
        assert web.stdout is not None
        children = [int(pid) for pid in web.stdout.readline().split()]
        assert len(children) == 2
        assert all(psutil.pid_exists(pid) for pid in children)
        web.kill()
    _wait_for(lambda: not any(_lives(pid) for pid in children), seconds=5)


def _lives(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


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
        ours, theirs = endpoint.answer(_request(query)), memory.answer(_request(query))
        assert _rows(ours.body) == _rows(theirs.body)
    with pytest.raises(QueryRefused):
        memory.answer(_request("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"))


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
    assert _rows(remote.answer(_request(ONE)).body) == _rows(endpoint.answer(_request(ONE)).body)
    with pytest.raises(QueryRefused):
        remote.answer(_request("SELECT * { SERVICE <http://127.0.0.1/> { } }"))
    gone = RemoteEndpoint("http://127.0.0.1:9/sparql", iris.public_graph())
    with pytest.raises(QueryProblem) as caught:
        gone.answer(_request(ONE))
    assert caught.value.status == 502


def _rows(body: bytes) -> object:
    said = json.loads(body)
    return said.get("boolean", said.get("results"))
