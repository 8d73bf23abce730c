"""Who answers queries: our own supervised Oxigraph, a remote endpoint, or a graph in memory."""

import threading
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from django.conf import settings
from rdflib import Graph

from ontology import iris
from ontology.errors import NotAcceptable, QueryProblem, QueryStopped
from ontology.sparql import guard
from ontology.sparql.pool import Bounds, Pool
from ontology.sparql.worker import Request


@dataclass(frozen=True)
class Answer:
    """A whole answer, and the generation of the store that gave it."""

    content_type: str
    body: bytes
    generation: str = ""


class SparqlBackend(Protocol):
    """Answers one checked, bounded, read-only query."""

    def answer(self, request: Request) -> Answer:
        """Return the answer, or raise the QueryProblem that says why there is none."""
        ...


class SupervisedOxigraph:
    """The default: killable processes over the newest generation of our own store."""

    def __init__(self, directory: Path, graph: str, bounds: Bounds | None = None) -> None:
        self.pool = Pool(directory, graph, bounds or Bounds())

    def answer(self, request: Request) -> Answer:
        head, body = self.pool.ask(request)
        if head.status != 200:
            raise QueryProblem(head.message, status=head.status)
        return Answer(head.content_type, body, head.generation)


class RemoteEndpoint:
    """A SPARQL 1.1 endpoint that holds our triples in the public graph, asked by its URL."""

    def __init__(self, url: str, graph: str, bounds: Bounds | None = None) -> None:
        self._url, self._graph, self._bounds = url, graph, bounds or Bounds()

    def answer(self, request: Request) -> Answer:
        checked = guard.check(request.query)
        accept = request.triples if checked.gives_triples else request.rows
        if accept is None:
            raise NotAcceptable("The answer exists in no format that you accept.")
        fixed = {"default-graph-uri": self._graph, "named-graph-uri": self._graph}
        asked = urllib.request.Request(  # noqa: S310 - http or https: env_url looked
            f"{self._url}?{urllib.parse.urlencode(fixed)}",
            data=checked.text.encode(),
            headers={"Content-Type": "application/sparql-query", "Accept": accept},
        )
        try:
            with urllib.request.urlopen(asked, timeout=self._bounds.seconds) as response:  # noqa: S310 - as asked
                body = response.read(self._bounds.largest + 1)
                content_type = response.headers.get_content_type()
        except urllib.error.HTTPError as error:
            with error:
                said = error.read(2000).decode(errors="replace").strip()
            status = error.code if error.code in {400, 403, 406, 413, 503} else 502
            raise QueryProblem(f"The SPARQL store refused: {said}", status=status) from error
        except OSError as error:
            raise QueryProblem(
                "The SPARQL store does not answer: try again later.", status=502
            ) from error
        if len(body) > self._bounds.largest:
            raise QueryStopped(
                f"The answer is larger than {self._bounds.largest} bytes: add a LIMIT."
            )
        return Answer(content_type, body)


class RdflibInMemory:
    """A graph in memory: for tests and notebooks, never for strangers (its regexes backtrack)."""

    _ROWS = {
        "application/sparql-results+json": "json",
        "application/sparql-results+xml": "xml",
        "text/csv": "csv",
    }
    _TRIPLES = {
        "text/turtle": "turtle",
        "application/n-triples": "nt",
        "application/rdf+xml": "xml",
        "application/ld+json": "json-ld",
    }

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def answer(self, request: Request) -> Answer:
        checked = guard.check(request.query)
        wanted = request.triples if checked.gives_triples else request.rows
        format_ = (self._TRIPLES if checked.gives_triples else self._ROWS).get(wanted or "")
        if wanted is None or format_ is None:
            raise NotAcceptable("The answer exists in no format that you accept.")
        found = self._graph.query(checked.text)
        if checked.gives_triples and found.graph is not None:
            body = found.graph.serialize(format=format_, encoding="utf-8")
        else:
            body = found.serialize(format=format_, encoding="utf-8") or b""
        return Answer(wanted, body)


_lock = threading.Lock()
_made: dict[tuple[str, str, str], SparqlBackend] = {}


def backend() -> SparqlBackend:
    """Return who answers here, made at the first query."""
    url, graph = str(settings.SPARQL_ENDPOINT_URL), iris.public_graph()
    directory = Path(settings.RDF_DIR)
    key = (url, graph, str(directory))
    with _lock:
        if key not in _made:
            _made[key] = RemoteEndpoint(url, graph) if url else SupervisedOxigraph(directory, graph)
        return _made[key]


def close_all() -> None:
    """End every query process of this process."""
    with _lock:
        for one in _made.values():
            if isinstance(one, SupervisedOxigraph):
                one.pool.close()
        _made.clear()
