"""A query process: `python -m ontology.sparql.worker`, a child of the web process, killable.

It reads one request after another from its standard input and answers each whole or not at all:
a line of JSON (status, content type, length), then the body. It knows no Django, no database and
no secret, and reads the newest generation of the public store.
"""

import io
import json
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from ontology.errors import NoStore, NotAcceptable, QueryMalformed, QueryProblem, QueryStopped
from ontology.sparql import walls


@dataclass(frozen=True)
class Setting:
    """What a worker is started with."""

    directory: str
    graph: str
    parent: int
    memory: int
    """Bytes of address space."""
    largest: int
    """Bytes of an answer."""
    guarded: bool = True
    """False only in control tests: what happens without the guard."""
    walled: bool = True
    """False only in control tests: what happens without the empty network."""


@dataclass(frozen=True)
class Request:
    """One query, and the media types that the asker likes best for rows and for triples."""

    query: str
    rows: str | None
    triples: str | None


@dataclass(frozen=True)
class Head:
    """What comes before the body."""

    status: int
    content_type: str = ""
    length: int = 0
    generation: str = ""
    message: str = ""


class _TooLarge(Exception):
    """The answer outgrew its bound."""


class _Bounded(io.BytesIO):
    """Holds an answer up to its bound. What overflows it is noted, since Oxigraph hides why."""

    def __init__(self, largest: int) -> None:
        super().__init__()
        self._largest = largest
        self.is_full = False

    def write(self, data: object) -> int:
        written = super().write(data)  # type: ignore[arg-type]  # what Oxigraph gives is bytes
        if self.tell() > self._largest:
            self.is_full = True
            raise _TooLarge
        return written


class Worker:
    """Answers requests over the newest generation."""

    def __init__(self, setting: Setting) -> None:
        from ontology.generations import Reader

        self._setting = setting
        self._reader = Reader(Path(setting.directory))

    def let_go_of_the_old(self) -> None:
        self._reader.let_go_of_the_old()

    def answer(self, request: Request) -> tuple[Head, bytes]:
        try:
            return self._answer(request)
        except QueryProblem as problem:
            return Head(problem.status, message=str(problem)), b""
        except NoStore as error:
            return Head(503, message=str(error)), b""
        except MemoryError:
            return Head(503, message="The query needs more memory than it is given."), b""

    def _answer(self, request: Request) -> tuple[Head, bytes]:
        from ontology import generations
        from ontology.sparql.guard import check

        text = check(request.query).text if self._setting.guarded else request.query
        store, generation = self._reader.open()
        body = _Bounded(self._setting.largest)
        with self._stopping(body):
            try:
                found = generations.ask(store, text, self._setting.graph)
            except SyntaxError as error:
                raise QueryMalformed(f"The query cannot be read: {error}") from error
            content_type = _write(found, request, body)
        head = Head(200, content_type, len(body.getvalue()), generation)
        return head, body.getvalue()

    @contextmanager
    def _stopping(self, body: _Bounded) -> Iterator[None]:
        try:
            yield
        except (_TooLarge, OSError, RuntimeError, ValueError) as error:
            if body.is_full:
                raise QueryStopped(
                    f"The answer is larger than {self._setting.largest} bytes: add a LIMIT, "
                    "or ask for less."
                ) from error
            raise QueryStopped(f"The query failed: {error}") from error


def _write(found: object, request: Request, body: IO[bytes]) -> str:
    """Write the answer in the asker's format; return its content type."""
    from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat

    if isinstance(found, QueryTriples):
        graph_format = RdfFormat.from_media_type(request.triples) if request.triples else None
        if graph_format is None:
            raise NotAcceptable("The answer is triples: accept text/turtle, for example.")
        found.serialize(body, graph_format)
        return str(request.triples)
    if not isinstance(found, QuerySolutions | QueryBoolean):
        raise QueryStopped("The query gave what this endpoint does not know.")
    rows_format = QueryResultsFormat.from_media_type(request.rows) if request.rows else None
    if rows_format is None:
        raise NotAcceptable("Accept application/sparql-results+json, for example.")
    found.serialize(body, rows_format)
    return str(request.rows)


#: How often a process that nobody asks looks for a newer generation, in seconds.
LOOKS_EVERY_S = 5.0
#: Asked of the libraries before the first stranger's query, so that they are loaded and warm.
WARMING = (
    "SELECT (count(*) AS ?n) { ?s ?p ?o . OPTIONAL { ?s ?q ?r } FILTER(?o > 1 || regex(?o, 'x')) }",
    "PREFIX x: <x:> CONSTRUCT { ?s ?p ?o } WHERE { ?s x:a*/x:b ?o } LIMIT 1",
)


def serve(setting: Setting, asked: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until there is nobody to ask."""
    from ontology.sparql.guard import check

    walls.die_with(setting.parent)
    wall = walls.cut_network() if setting.walled else "none"
    for query in WARMING:
        check(query)
    walls.limit_memory(setting.memory)
    worker = Worker(setting)
    _say(answers, {"ready": True, "wall": wall})
    while line := _next(asked, worker):
        head, body = worker.answer(Request(**json.loads(line)))
        _say(answers, asdict(head), body)


def _next(asked: IO[bytes], worker: Worker) -> bytes:
    """Wait for a request; meanwhile let go of a generation that is not the newest any more.

    Who holds one keeps its files on the disk, and what was erased is in them.
    """
    while not select.select([asked], [], [], LOOKS_EVERY_S)[0]:
        worker.let_go_of_the_old()
    return asked.readline()


def _say(answers: IO[bytes], head: dict[str, object], body: bytes = b"") -> None:
    answers.write(json.dumps(head).encode() + b"\n" + body)
    answers.flush()


if __name__ == "__main__":
    serve(Setting(**json.loads(sys.argv[1])), sys.stdin.buffer, sys.stdout.buffer)
