"""Where the web server comes in: WebSockets, event streams, and Django for the rest.

Chosen here, before Django (D-18): a subscription asks for `/graphql` with
`Accept: text/event-stream` and is sent to the view that streams.
"""

import asyncio
import logging
import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from asgiref.sync import sync_to_async
from django.core.asgi import get_asgi_application  # after the settings are named

_django = get_asgi_application()

from django.db import Error, close_old_connections  # noqa: E402 (Django has loaded its apps)

from analysis.delivery import made  # noqa: E402 (as above)
from graphql_api.bodies import Bounded  # noqa: E402 (as above)
from graphql_api.requests import wants_stream  # noqa: E402 (as above)
from graphql_api.websocket import SocketDoor  # noqa: E402

GRAPHQL = "/graphql"
STREAM = "/graphql/stream"
WEBSOCKET = "/graphql/ws"

_log = logging.getLogger(__name__)
_sockets = SocketDoor()
#: Django would write a body of any size to disk before anything looks at it.
_bounded = Bounded(_django)


async def application(scope: Any, receive: Any, send: Any) -> None:
    kind, path = scope["type"], scope.get("path")
    if kind == "websocket":
        await (_sockets if path == WEBSOCKET else _closed)(scope, receive, send)
    elif kind == "lifespan":
        await _lifespan(receive, send)
    else:
        if path == GRAPHQL and wants_stream(_accept(scope)):
            scope = {**scope, "path": STREAM, "raw_path": STREAM.encode()}
        await _bounded(scope, receive, send)


def _accept(scope: Any) -> str:
    values = [value for name, value in scope["headers"] if name == b"accept"]
    return b",".join(values).decode("latin-1")


async def _closed(scope: Any, receive: Any, send: Any) -> None:
    """Refuse a WebSocket at any other address (the server answers 403)."""
    await receive()
    await send({"type": "websocket.close", "code": 1008})


async def _lifespan(receive: Any, send: Any) -> None:
    sweeping = asyncio.create_task(_sweep())
    while (message := await receive())["type"] != "lifespan.shutdown":
        await send({"type": f"{message['type']}.complete"})
    sweeping.cancel()
    await send({"type": "lifespan.shutdown.complete"})


async def _sweep() -> None:
    """Take from this machine, as long as it serves, what was made of sounds that are gone."""
    while True:
        try:
            await sync_to_async(_swept)()
        except (Error, OSError):  # the database is away: the next time
            _log.exception("files that were made of items were not swept")
        await asyncio.sleep(made.SWEEP_S)


def _swept() -> None:
    try:
        made.sweep()
    finally:
        close_old_connections()
