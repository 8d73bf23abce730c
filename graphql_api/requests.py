"""What a GraphQL request over HTTP says, and in which media type its answer is wanted."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, UnreadablePostError

from graphql_api.errors import Code, Refused
from graphql_api.uploads import MULTIPART, read_multipart
from graphql_api.wire import read_object, too_large

GRAPHQL_JSON = "application/graphql-response+json"
PLAIN_JSON = "application/json"
EVENT_STREAM = "text/event-stream"
LONGEST_NAME = 256


@dataclass(frozen=True)
class Asked:
    """One operation as it was sent."""

    query: str
    variables: dict[str, Any] | None
    operation_name: str | None


def read_request(request: HttpRequest) -> Asked:
    """Return the operation that a request asks for; Refused if it asks for none."""
    return _asked(_of_address(request) if request.method == "GET" else _of_body(request))


def _of_address(request: HttpRequest) -> dict[str, object]:
    given: dict[str, object] = dict(request.GET.items())
    for name in ("variables", "extensions"):
        text = given.get(name)
        if isinstance(text, str):
            given[name] = read_object(text) if text not in {"", "null"} else None
    return given


def _of_body(request: HttpRequest) -> dict[str, object]:
    kind = (request.content_type or "").lower()
    if kind == MULTIPART:
        return read_multipart(request)
    charset = (request.content_params or {}).get("charset", "utf-8").lower()
    if kind not in {PLAIN_JSON, GRAPHQL_JSON} or charset not in {"utf-8", "utf8"}:
        raise Refused(
            Code.UNSUPPORTED, f"Send the operation as {PLAIN_JSON} in UTF-8, not as {kind[:60]!r}."
        )
    try:
        return read_object(request.body)
    except RequestDataTooBig:
        raise too_large() from None
    except UnreadablePostError:
        raise Refused(Code.INVALID, "The request's body did not arrive whole.") from None


def _asked(given: dict[str, object]) -> Asked:
    query, variables = given.get("query"), given.get("variables")
    name, extensions = given.get("operationName"), given.get("extensions")
    if not isinstance(query, str) or not query.strip():
        raise Refused(Code.INVALID, "The request holds no `query`: send the operation as a text.")
    if not isinstance(variables, dict | None):
        raise Refused(Code.INVALID, "`variables` must be a JSON object.")
    if not isinstance(extensions, dict | None):
        raise Refused(Code.INVALID, "`extensions` must be a JSON object.")
    if not isinstance(name, str | None) or len(name or "") > LONGEST_NAME:
        raise Refused(Code.INVALID, "`operationName` must be the name of an operation.")
    return Asked(query, variables, name or None)


def wanted_type(accept: str) -> str | None:
    """Return the media type of the answer; None where nothing that we speak is accepted.

    The more exact of two ranges counts, then the quality, then our own preference. Who names no
    type of ours gets the one that clients knew before there was a specification (audit 80D8).
    """
    ranges = dict(_ranges(accept)) or {"*/*": 1.0}
    best: tuple[float, str] | None = None
    for ours in (
        (GRAPHQL_JSON, PLAIN_JSON) if GRAPHQL_JSON in ranges else (PLAIN_JSON, GRAPHQL_JSON)
    ):
        family = ours.partition("/")[0] + "/*"
        quality = ranges.get(ours, ranges.get(family, ranges.get("*/*", 0.0)))
        if quality > 0 and (best is None or quality > best[0]):
            best = (quality, ours)
    return best[1] if best else None


def wants_stream(accept: str) -> bool:
    """Return whether the client listens for events (graphql-sse, distinct connections)."""
    return dict(_ranges(accept)).get(EVENT_STREAM, 0.0) > 0


def _ranges(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if kind:
            found.append((kind, _quality(parameters)))
    return found


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(1.0, max(0.0, float(value)))
            except ValueError:
                return 0.0
    return 1.0
