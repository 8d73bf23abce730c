"""A published store without a database, for what concerns queries alone, and who asks it."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from ontology import generations, iris
from ontology.sparql.backend import SupervisedOxigraph
from ontology.sparql.worker import Request

TITLES = 400
SECRET = "what the state graph holds"
JSON = "application/sparql-results+json"
ONE = "SELECT ?t { <http://localhost:8000/items/I7> <http://purl.org/dc/terms/title> ?t }"
ALL = "SELECT * { ?s ?p ?o }"


def publish_store(directory: Path) -> Store:
    """Titles of some items in the public graph, and something in another that nobody may see."""
    directory.mkdir(parents=True, exist_ok=True)
    store = Store()
    graph = NamedNode(iris.public_graph())
    title = NamedNode("http://purl.org/dc/terms/title")
    store.extend(
        Quad(NamedNode(iris.mint("item", f"I{n}")), title, Literal(f"Title {n} aaaaaaaa!"), graph)
        for n in range(TITLES)
    )
    state = NamedNode("urn:sonotheque:state")
    store.add(Quad(state, title, Literal(SECRET), state))
    on_disk = Store(str(directory / "store"))
    data = store.dump(format=RdfFormat.N_QUADS)
    on_disk.load(input=data, format=RdfFormat.N_QUADS)
    generations.publish(on_disk, directory)
    return on_disk


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


def asking(query: str) -> Request:
    return Request(query, JSON, "text/turtle")


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
