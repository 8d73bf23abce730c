"""The SPARQL 1.1 protocol, its reading half: GET, POST of a form, POST of the query itself."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from ontology import iris
from ontology.errors import QueryProblem, QueryRefused
from ontology.negotiate import NTRIPLES, RDFXML, TURTLE, preferred
from ontology.sparql.backend import backend
from ontology.sparql.description import describe
from ontology.sparql.guard import LONGEST
from ontology.sparql.worker import Request

ROWS = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
#: Names under which the same formats are asked for.
ALIASES = {"application/json": ROWS[0], "application/xml": ROWS[1]}
TRIPLES = (TURTLE.media_type, NTRIPLES.media_type, RDFXML.media_type, "application/ld+json")
_LONGEST_BODY = 4 * LONGEST


@csrf_exempt
def sparql(request: HttpRequest) -> HttpResponse:
    """Answer a query; without one, describe the service."""
    try:
        response = _answer(request)
    except QueryProblem as problem:
        response = HttpResponse(
            f"{problem}\n", status=problem.status, content_type="text/plain; charset=utf-8"
        )
        if problem.status == 503:
            response["Retry-After"] = "5"
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "X-Graph-Version"
    response["Vary"] = "Accept"
    response["Cache-Control"] = "no-cache"
    return response


def _answer(request: HttpRequest) -> HttpResponse:
    if request.method == "OPTIONS":
        response = HttpResponse(status=204)
        response["Access-Control-Allow-Methods"] = "GET, HEAD, POST, OPTIONS"
        response["Access-Control-Allow-Headers"] = "Accept, Content-Type"
        return response
    if request.method not in {"GET", "HEAD", "POST"}:
        response = HttpResponse(
            "Queries are sent by GET or POST.\n", status=405, content_type="text/plain"
        )
        response["Allow"] = "GET, HEAD, POST, OPTIONS"
        return response
    asked = _asked(request)
    accept = request.META.get("HTTP_ACCEPT", "")
    if not asked.queries and request.method != "POST":
        return HttpResponse(describe(), content_type=TURTLE.content_type)
    query = asked.only_query()
    rows = preferred(accept, (*ROWS, *ALIASES))
    answer = backend().answer(
        Request(
            query=query,
            rows=ALIASES.get(rows, rows) if rows else None,
            triples=preferred(accept, TRIPLES),
        )
    )
    textual = answer.content_type.startswith("text/")
    response = HttpResponse(
        answer.body,
        content_type=f"{answer.content_type}; charset=utf-8" if textual else answer.content_type,
    )
    response["X-Graph-Version"] = answer.generation
    return response


@dataclass(frozen=True)
class _Asked:
    """What a request holds that the protocol knows."""

    queries: tuple[str, ...]
    others: tuple[tuple[str, str], ...] = ()

    def only_query(self) -> str:
        """Return the one query.

        Raises
        ------
        QueryProblem : none, several, an update, or another dataset than the fixed one.
        """
        for name, value in self.others:
            if name in {"update", "using-graph-uri", "using-named-graph-uri"}:
                raise QueryRefused("This endpoint is read-only: updates are made through GraphQL.")
            if name in {"default-graph-uri", "named-graph-uri"} and value != iris.public_graph():
                raise QueryRefused(
                    f"The dataset is fixed: leave {name} out. It is <{iris.public_graph()}>."
                )
        if len(self.queries) != 1:
            raise QueryProblem(
                f"Send exactly one query: this request holds {len(self.queries)}.", status=400
            )
        return self.queries[0]


def _asked(request: HttpRequest) -> _Asked:
    in_url = _pairs(request.META.get("QUERY_STRING", ""))
    if request.method != "POST":
        return _sorted(in_url)
    if int(request.META.get("CONTENT_LENGTH") or 0) > _LONGEST_BODY:
        raise QueryProblem(f"At most {_LONGEST_BODY} bytes are read.", status=413)
    body = _text(request.body)
    if request.content_type == "application/x-www-form-urlencoded":
        return _sorted(_pairs(body))
    if request.content_type == "application/sparql-query":
        others = [pair for pair in in_url if pair[0] != "query"]
        return _Asked((body, *(value for name, value in in_url if name == "query")), tuple(others))
    if request.content_type == "application/sparql-update":
        raise QueryRefused("This endpoint is read-only: updates are made through GraphQL.")
    raise QueryProblem(
        "Send the query as application/sparql-query, or in a form as its field `query`.",
        status=415,
    )


def _sorted(pairs: list[tuple[str, str]]) -> _Asked:
    return _Asked(
        tuple(value for name, value in pairs if name == "query"),
        tuple(pair for pair in pairs if pair[0] != "query"),
    )


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=50, errors="strict")
    except ValueError as error:  # UnicodeDecodeError is one
        raise QueryProblem("The request is not UTF-8, or holds too many fields.") from error


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise QueryProblem(f"The query is not UTF-8 at byte {error.start}.") from error
