"""How large a request may be, decided before its body is read.

Django's ASGI handler writes a whole body to disk before any view or middleware sees it. So whoever
sends more than a form or an operation needs must say how much it is, be staff, and keep to what
they said.
"""

import errno
import io
from typing import Any

import orjson
from django.conf import settings
from django.core.handlers.asgi import ASGIRequest

from archive.access import Actor
from archive.actors import actor_of_session, actor_of_token, bearer_token
from archive.errors import NoRoom, TokenRefused
from archive.vaults import ensure_room
from graphql_api.context import Context
from graphql_api.errors import Code, Refused, shown
from graphql_api.executor import in_thread
from graphql_api.requests import PLAIN_JSON
from graphql_api.uploads import MULTIPART, file_too_large, largest_body
from graphql_api.wire import too_large

GRAPHQL = "/graphql"
#: For all but uploads: forms, operations, queries.
LARGEST = 4 << 20
STATUS = {
    Code.TOO_LARGE: 413,
    Code.FORBIDDEN: 403,
    Code.UNAUTHENTICATED: 401,
    Code.NO_ROOM: 507,
    Code.INVALID: 411,
}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class _TooLong(Exception):
    """More came than was said, or than may come."""


class Bounded:
    """Refuses what is too large; passes the rest on, and stops it where it grows too large."""

    def __init__(self, application: Any) -> None:
        self._application = application

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "OPTIONS"}:
            await self._application(scope, receive, send)
            return
        try:
            limit = await _limit(scope)
        except Refused as refused:
            await _refuse(scope, send, refused)
            return
        flow = _Flow(receive, send, limit)
        try:
            await self._application(scope, flow.receive, flow.send)
        except _TooLong:
            if not flow.answered:
                await _refuse(scope, send, too_large(limit))
        except OSError as error:
            if error.errno not in _FULL or flow.answered:
                raise
            full = "The disk is full: nothing was kept. Make room and try again."
            await _refuse(scope, send, Refused(Code.NO_ROOM, full))


class _Flow:
    """Counts what comes in, and knows whether an answer has begun."""

    def __init__(self, receive: Any, send: Any, limit: int) -> None:
        self._receive, self._send, self._left = receive, send, limit
        self.answered = False

    async def receive(self) -> Any:
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                raise _TooLong
        return message

    async def send(self, message: Any) -> None:
        self.answered = True
        await self._send(message)


async def _limit(scope: Any) -> int:
    """Return how many bytes may come; Refused if what is announced is more."""
    headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
    told = headers.get(b"content-length", "")
    length = int(told) if told.isascii() and told.isdigit() else None
    if scope["path"] == GRAPHQL and headers.get(b"content-type", "").lower().startswith(MULTIPART):
        return await _limit_of_upload(scope, length)
    if length is not None and length > LARGEST:
        raise too_large(LARGEST)
    return LARGEST


async def _limit_of_upload(scope: Any, length: int | None) -> int:
    if length is None:
        raise Refused(Code.INVALID, "Say how large the upload is: send a Content-Length.")
    if length <= LARGEST:
        return length
    if not await in_thread(_is_staff, scope):
        raise Refused(Code.FORBIDDEN, "Only staff may upload files.")
    if length > largest_body():
        raise file_too_large()
    try:
        ensure_room(settings.FILE_UPLOAD_TEMP_DIR, length)
    except NoRoom as error:
        raise Refused(Code.NO_ROOM, str(error)) from error
    return length


def _is_staff(scope: Any) -> bool:
    request = ASGIRequest(scope, io.BytesIO())
    token = bearer_token(request.headers.get("Authorization", ""))
    if token is None:
        return _may_upload(actor_of_session(request.COOKIES.get(settings.SESSION_COOKIE_NAME)))
    try:
        return _may_upload(actor_of_token(token))
    except TokenRefused as error:
        raise Refused(Code.UNAUTHENTICATED, str(error)) from error


def _may_upload(actor: Actor) -> bool:
    return actor.is_staff or actor.is_editor


async def _refuse(scope: Any, send: Any, refused: Refused) -> None:
    code = Code(str((refused.extensions or {})["code"]))
    if scope["path"] == GRAPHQL:
        error = shown(refused, Context().request_id)
        body, kind = orjson.dumps({"errors": [error.formatted]}), PLAIN_JSON
    else:
        body, kind = f"{refused.message}\n".encode(), "text/plain; charset=utf-8"
    headers = {
        "content-type": kind,
        "content-length": str(len(body)),
        "cache-control": "private, no-store",
        # The rest of the body is not read: another request could not follow it.
        "connection": "close",
    }
    start = {"type": "http.response.start", "status": STATUS[code]}
    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({**start, "headers": pairs})
    await send({"type": "http.response.body", "body": body})
