"""The WebSocket at `/graphql/ws`: graphql-transport-ws and nothing else.

The legacy protocol `graphql-ws` let who never said `connection_init` subscribe (CVE-2026-35523):
it is off. A browser's handshake from a foreign page is refused. Who asks is said by the session's
cookie, by an Authorization header, or by `connection_init` (`{"Authorization": "Bearer …"}`).
"""

from collections import Counter
from datetime import timedelta
from json import JSONDecodeError
from typing import Any

from django.conf import settings
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL

from archive.access import Actor
from archive.actors import actor_of_session, actor_of_token, bearer_token
from archive.errors import TokenRefused
from archive.standing import client_address
from graphql_api.context import Context
from graphql_api.errors import Code, Refused
from graphql_api.executor import in_thread
from graphql_api.schema import schema
from graphql_api.wire import read_object

SUBSCRIPTIONS_EACH = 20
SOCKETS_OF_AN_ACCOUNT = 10
SOCKETS_OF_AN_ADDRESS = 100
INIT_WITHIN = timedelta(seconds=10)
#: Close code for a client that wants more than its share.
TOO_MANY = 4429

#: Open sockets, by address and by account.
_open: Counter[str] = Counter()


class SocketDoor(GraphQL[Context, None]):
    """strawberry's ASGI application, for WebSockets alone."""

    def __init__(self) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=[GRAPHQL_TRANSPORT_WS_PROTOCOL],
            connection_init_wait_timeout=INIT_WITHIN,
            max_subscriptions_per_connection=SUBSCRIPTIONS_EACH,
            allowed_origins=settings.CSRF_TRUSTED_ORIGINS,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = scope["sonotheque.address"] = _address(scope)
        if _open[address] >= SOCKETS_OF_AN_ADDRESS:
            await WebSocket(scope, receive, send).close(TOO_MANY)
            return
        held = scope["graphql.held"] = [address]
        _open[address] += 1
        try:
            await super().__call__(scope, receive, send)
        finally:
            _open.subtract(held)

    async def get_context(
        self, request: Request | WebSocket, response: Response | WebSocket
    ) -> Context:
        token = bearer_token(request.headers.get("authorization", ""))
        key = request.cookies.get(settings.SESSION_COOKIE_NAME)
        address = request.scope["sonotheque.address"]
        return Context(
            ask_again=lambda: _actor(token, key, address),
            held=request.scope["graphql.held"],
            is_connection=True,
        )

    async def on_ws_connect(self, context: Context) -> Any:
        given = context.connection_params.get("Authorization")
        token = bearer_token(given) if isinstance(given, str) else None
        if token is not None:
            address = context.held[0]
            context.ask_again = lambda: _actor(token, None, address)
        try:
            if token is not None:
                await in_thread(lambda: actor_of_token(token, is_noted=True))
            context.actor = await in_thread(context.ask_again)
        except TokenRefused as refused:
            raise ConnectionRejectionError from refused
        account = str(context.actor.user_id or "")
        if account and _open[account] >= SOCKETS_OF_AN_ACCOUNT:
            raise ConnectionRejectionError
        if account:
            context.held.append(account)
            _open[account] += 1
        return await super().on_ws_connect(context)

    def decode_json(self, data: str | bytes) -> object:
        """Return one message; what is malformed closes the connection (4400)."""
        try:
            return _checked(read_object(data))
        except Refused as refused:
            raise JSONDecodeError(refused.message, "", 0) from refused


def _checked(message: dict[str, Any]) -> dict[str, Any]:
    """Hold a `subscribe` message against the protocol before strawberry trusts it."""
    if message.get("type") != "subscribe":
        return message
    payload = message.get("payload")
    fits = (
        isinstance(message.get("id"), str)
        and isinstance(payload, dict)
        and isinstance(payload.get("query"), str)
        and isinstance(payload.get("variables"), dict | None)
        and isinstance(payload.get("operationName"), str | None)
    )
    if not fits:
        raise Refused(Code.INVALID, "The subscribe message does not follow the protocol.")
    return message


def _actor(token: str | None, session_key: str | None, address: str) -> Actor:
    if token is None:
        return actor_of_session(session_key, address)
    return actor_of_token(token, address)


def _address(scope: Scope) -> str:
    said = [
        part
        for name, value in scope["headers"]
        if name == b"x-forwarded-for"
        for part in value.decode("latin-1").split(",")
    ]
    return client_address([*said, str((scope.get("client") or ("",))[0])])
