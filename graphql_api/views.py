"""GraphQL over HTTP: `POST` and `GET /graphql`, and its answers as the specification has them.

Answers are `application/graphql-response+json` where that is asked for, else `application/json`. A
request that was refused before it ran bears no `data` and tells the reason by its status; an
operation that ran has 200, whatever errors its fields had. Subscriptions come by the same address
with `Accept: text/event-stream`; `config/asgi.py` sends them to `graphql_api.streaming`.
"""

from collections.abc import Mapping
from typing import Any

import orjson
from django import db
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from strawberry.http import GraphQLHTTPResponse
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from graphql_api.admission import admit
from graphql_api.context import Context
from graphql_api.errors import CLIENTS_FAULT, UNAVAILABLE, Code, Refused, shown
from graphql_api.requests import GRAPHQL_JSON, PLAIN_JSON, read_request, wanted_type
from graphql_api.schema import schema

STATUS = {
    Code.TOO_LARGE: 413,
    Code.UNSUPPORTED: 415,
    Code.UNAUTHENTICATED: 401,
    Code.FORBIDDEN: 403,
    Code.NOT_ALLOWED: 405,
    Code.NOT_ACCEPTABLE: 406,
    Code.TOO_MANY: 429,
    Code.UNAVAILABLE: 503,
    Code.NO_ROOM: 507,
}
#: Of a document, not of a request: clients of `application/json` expect 200, and read `errors`.
TOLD_IN_BODY = frozenset({Code.SYNTAX, Code.INVALID})

NOT_FOR_READING = """\
This address speaks GraphQL: POST {"query": "{ items(first: 3) { nodes { code title } } }"} to it
as application/json, or put ?query= behind it. The schema answers introspection;
/explorer is a page to ask from.
"""


@csrf_exempt  # `admission` checks what comes by cookie, with an answer in JSON
def graphql(request: HttpRequest) -> HttpResponseBase:
    """Answer one query or mutation, in the request's own thread."""
    if _is_somebody_looking(request):
        return HttpResponse(NOT_FOR_READING, content_type="text/plain; charset=utf-8")
    context = Context()
    media_type = wanted_type(request.headers.get("Accept", ""))
    if media_type is None:
        spoken = Refused(Code.NOT_ACCEPTABLE, f"The answer is {GRAPHQL_JSON} or {PLAIN_JSON}.")
        return refusal(spoken, context, PLAIN_JSON)
    try:
        admit(request, context)
        result = _execute(request, context)
    except Refused as refused:
        return refusal(refused, context, media_type)
    except (db.OperationalError, db.InterfaceError):
        return refusal(Refused(Code.UNAVAILABLE, UNAVAILABLE), context, media_type)
    body = body_of(result)
    return _answer(body, media_type, _status_of(body, media_type))


def _execute(request: HttpRequest, context: Context) -> ExecutionResult:
    asked = read_request(request)
    kinds = {OperationType.QUERY}
    if request.method == "POST":
        kinds.add(OperationType.MUTATION)
    try:
        return schema.execute_sync(
            asked.query,
            variable_values=asked.variables,
            context_value=context,
            operation_name=asked.operation_name,
            allowed_operation_types=kinds,
        )
    except CannotGetOperationTypeError as error:
        raise Refused(Code.INVALID, error.as_http_error_reason()) from error
    except InvalidOperationTypeError as error:
        if error.operation_type is OperationType.MUTATION:
            raise Refused(Code.NOT_ALLOWED, "A mutation must be sent by POST.") from error
        raise Refused(
            Code.NOT_ACCEPTABLE,
            "Subscriptions come as a stream of events: send Accept: text/event-stream, or use "
            "the WebSocket at /graphql/ws.",
        ) from error


def refusal(refused: Refused, context: Context, media_type: str) -> HttpResponse:
    """Return the answer to what was refused before there was an operation (audit BCF8)."""
    body = {"errors": [shown(refused, context.request_id).formatted]}
    return _answer(body, media_type, _status_of(body, GRAPHQL_JSON))


def body_of(result: ExecutionResult) -> GraphQLHTTPResponse:
    body = GraphQLHTTPResponse()
    errors = result.errors or []
    if result.data is not None or any(error.path for error in errors):
        body["data"] = result.data
    if errors:
        body["errors"] = [error.formatted for error in errors]
    if result.extensions:
        body["extensions"] = result.extensions
    return body


def _answer(body: Mapping[str, Any], media_type: str, status: int) -> HttpResponse:
    response = HttpResponse(
        orjson.dumps(body, default=str),
        status=status,
        content_type=f"{media_type}; charset=utf-8",
        headers={"Cache-Control": "private, no-store", "Vary": "Accept, Authorization, Cookie"},
    )
    if response.status_code == STATUS[Code.NOT_ALLOWED]:
        response["Allow"] = "GET, POST"
    return response


def _status_of(body: Mapping[str, Any], media_type: str) -> int:
    if body.get("data") is not None or not body.get("errors"):
        return 200
    code = body["errors"][0]["extensions"]["code"]
    if code in STATUS:
        return STATUS[code]
    if code in TOLD_IN_BODY and media_type == PLAIN_JSON and "data" not in body:
        return 200
    return 400 if code in CLIENTS_FAULT or "data" not in body else 200


def _is_somebody_looking(request: HttpRequest) -> bool:
    accept = request.headers.get("Accept", "")
    return request.method == "GET" and "query" not in request.GET and "text/html" in accept
