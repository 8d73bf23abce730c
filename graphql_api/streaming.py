"""Subscriptions over SSE: the protocol graphql-sse, distinct connections mode.

One request, one operation, one stream: `next` events with results, then `complete`. A comment
every fifteen seconds keeps proxies from closing a stream on which nothing happens. When the
client goes, Django cancels the stream, and with it everything that it holds.
"""

from collections import Counter
from collections.abc import AsyncGenerator

import orjson
from asgiref.sync import sync_to_async
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from strawberry.http.streaming import SSETransport, merge_stream_with_heartbeat
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from archive.standing import address_of
from graphql_api.admission import admit
from graphql_api.context import Context
from graphql_api.errors import Code, Refused
from graphql_api.requests import GRAPHQL_JSON, Asked, read_request
from graphql_api.schema import schema
from graphql_api.views import body_of, refusal

KEEP_ALIVE_S = 15.0
#: Streams that one account, or one address of visitors, may hold open.
STREAMS_EACH = 20

_transport = SSETransport(KEEP_ALIVE_S)
_open: Counter[str] = Counter()


@csrf_exempt  # `admission` checks what comes by cookie, with an answer in JSON
async def stream(request: HttpRequest) -> HttpResponseBase:
    """Answer one operation as a stream of events."""
    context = Context()
    try:
        await sync_to_async(admit)(request, context)
        asked = read_request(request)
        holder = _place_for(request, context)
    except Refused as refused:
        return refusal(refused, context, GRAPHQL_JSON)
    events = merge_stream_with_heartbeat(
        lambda: _events(request, context, asked, holder),
        lambda: _transport.heartbeat_message(_encode),
        KEEP_ALIVE_S,
        send_initial_heartbeat=True,
    )
    return StreamingHttpResponse(events(), headers=dict(_transport.headers))


async def _events(
    request: HttpRequest, context: Context, asked: Asked, holder: str
) -> AsyncGenerator[str, None]:
    kinds = {OperationType.QUERY, OperationType.SUBSCRIPTION}
    if request.method == "POST":
        kinds.add(OperationType.MUTATION)
    _open[holder] += 1
    try:
        results = await schema.stream(
            asked.query,
            variable_values=asked.variables,
            context_value=context,
            operation_name=asked.operation_name,
            allowed_operation_types=kinds,
        )
        async for result in results:
            assert isinstance(result, ExecutionResult)  # noqa: S101 (@defer and @stream are off)
            yield _transport.encode_next(body_of(result), _encode)
        yield _transport.encode_complete()
    finally:
        _open[holder] -= 1


def _place_for(request: HttpRequest, context: Context) -> str:
    """Return whose share the stream is counted to; Refused when that is used up."""
    user = context.actor.user_id
    holder = str(user) if user else f"visitor {address_of(request)}"
    if _open[holder] >= STREAMS_EACH:
        raise Refused(
            Code.TOO_MANY, f"You hold {STREAMS_EACH} streams open: close one before another."
        )
    return holder


def _encode(body: object) -> str:
    return orjson.dumps(body, default=str).decode()
