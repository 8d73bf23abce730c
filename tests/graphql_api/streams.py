"""A client of graphql-sse, by the standard library: one request, events as they come."""

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Event:
    """One event of a stream; a comment has the name ``:``."""

    name: str
    data: dict[str, Any]


class Stream:
    """An open stream; `close` cuts it as a lost connection would."""

    def __init__(self, connection: http.client.HTTPConnection, reply: http.client.HTTPResponse):
        self._connection, self.reply = connection, reply

    def events(self, *, comments: bool = False) -> Iterator[Event]:
        name, data = "", ""
        while line := self.reply.readline():
            text = line.decode().rstrip("\r\n")
            if text.startswith(":") and comments:
                yield Event(":", {})
            elif text.startswith("event:"):
                name = text.removeprefix("event:").strip()
            elif text.startswith("data:"):
                data = text.removeprefix("data:").strip()
            elif not text and name:
                yield Event(name, json.loads(data) if data else {})
                name, data = "", ""

    def next(self) -> Event:
        return next(self.events())

    def close(self) -> None:
        if self._connection.sock:
            self._connection.sock.close()
        self.reply.close()
        self._connection.close()


def post(
    base: str, body: dict[str, Any], headers: dict[str, str], *, timeout_s: float = 60
) -> tuple[int, Any]:
    """Return status and JSON of an ordinary request."""
    connection = _connection(base, timeout_s)
    connection.request("POST", "/graphql", json.dumps(body), _json(headers))
    reply = connection.getresponse()
    answer = json.loads(reply.read())
    connection.close()
    return reply.status, answer


@contextmanager
def streaming(
    base: str, query: str, *, timeout_s: float = 60, token: str = "", **variables: Any
) -> Iterator[Stream]:
    """Open a stream of events for an operation."""
    connection = _connection(base, timeout_s)
    headers = _json({"Accept": "text/event-stream"} | bearer(token))
    body = json.dumps({"query": query, "variables": variables})
    connection.request("POST", "/graphql", body, headers)
    stream = Stream(connection, connection.getresponse())
    try:
        yield stream
    finally:
        stream.close()


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"} if token else {}


def _json(headers: dict[str, str]) -> dict[str, str]:
    return {"Content-Type": "application/json"} | headers


def _connection(base: str, timeout_s: float) -> http.client.HTTPConnection:
    parts = urlsplit(base)
    return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout_s)
