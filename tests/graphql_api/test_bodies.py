"""How large a request may be is decided before its body is read: Django would write it all."""

import asyncio
import contextlib
import itertools
import json
import select
import socket
from collections.abc import Iterable
from itertools import chain, repeat
from typing import Any
from urllib.parse import SplitResult, urlsplit

import psutil
import pytest
from pytest_django import Settings

from archive.services.accounts import issue_token
from graphql_api.bodies import LARGEST, Bounded
from tests.factories import make_user
from tests.processes import House

FORM = b"multipart/form-data; boundary=x"


class Site:
    """Stands for Django: reads the whole body, as it does, and answers 200."""

    def __init__(self, trouble: Exception | None = None) -> None:
        self.read = 0
        self.trouble = trouble

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        more = True
        while more:
            message = await receive()
            self.read += len(message.get("body", b""))
            more = message.get("more_body", False)
        if self.trouble:
            raise self.trouble
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


def post(
    site: Site, blocks: Iterable[bytes], headers: dict[bytes, bytes], path: str = "/graphql"
) -> tuple[int, bytes]:
    """Return status and body of a POST whose body comes in blocks."""
    coming = iter(blocks)
    sent: list[Any] = []

    async def receive() -> Any:
        block = next(coming, None)
        return {"type": "http.request", "body": block or b"", "more_body": block is not None}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": path,
        "query_string": b"",
        "headers": list(headers.items()),
        "server": ("localhost", 80),
    }
    asyncio.run(Bounded(site)(scope, receive, send))
    return sent[0]["status"], sent[1]["body"]


def code_of(body: bytes) -> str:
    found: str = json.loads(body)["errors"][0]["extensions"]["code"]
    return found


def test_what_says_that_it_is_too_large_is_not_read() -> None:
    """Issue 3, bad input: a 4 GB text field."""
    site = Site()
    headers = {b"content-type": b"application/json", b"content-length": b"4294967296"}
    status, body = post(site, [b"x"], headers)
    assert (status, code_of(body), site.read) == (413, "TOO_LARGE", 0)
    status, body = post(site, [b"x"], headers, path="/login")
    assert (status, body) == (413, b"The request is larger than 4 MB.\n")


def test_what_grows_too_large_is_stopped() -> None:
    site = Site()
    endless = (bytes(1 << 16) for _ in range(10**6))
    status, body = post(site, endless, {b"content-type": b"application/json"})
    assert (status, code_of(body)) == (413, "TOO_LARGE")
    assert site.read <= LARGEST


def test_an_upload_says_its_length_and_whose_it_is(own_database: str, settings: Settings) -> None:
    settings.MAX_UPLOAD_BYTES = 50 << 20
    size = str(20 << 20).encode()
    for headers, expected in (
        ({}, (411, "INVALID")),
        ({b"content-length": size}, (403, "FORBIDDEN")),
        ({b"content-length": size, b"authorization": b"Bearer x"}, (401, "UNAUTHENTICATED")),
        ({b"content-length": size, b"cookie": b"sessionid=x"}, (403, "FORBIDDEN")),
    ):
        site = Site()
        status, body = post(site, [b"x"], {b"content-type": FORM, **headers})
        assert (status, code_of(body), site.read) == (*expected, 0)
    token = issue_token(user=make_user(is_staff=True), name="test")
    mine = {b"content-type": FORM, b"authorization": f"Bearer {token}".encode()}
    site = Site()
    assert post(site, [bytes(1 << 20)] * 20, mine | {b"content-length": size})[0] == 200
    assert site.read == 20 << 20
    much = str(60 << 20).encode()
    status, body = post(Site(), [b"x"], mine | {b"content-length": much})
    assert (status, code_of(body)) == (413, "TOO_LARGE")
    assert b"52428800 bytes" in body
    more = post(Site(), [bytes(1 << 20)] * 21, mine | {b"content-length": size})
    assert more[0] == 413


def test_a_disk_that_fills_while_it_is_written_is_said() -> None:
    import errno

    site = Site(OSError(errno.ENOSPC, "No space left on device"))
    status, body = post(site, [b"x"], {b"content-type": b"application/json"})
    assert (status, code_of(body)) == (507, "NO_ROOM")
    with pytest.raises(OSError, match="else"):
        post(Site(OSError(errno.EIO, "else")), [b"x"], {b"content-type": b"application/json"})


GIGABYTES = 4 << 30
BLOCK = 1 << 16


@pytest.mark.slow
def test_four_gigabytes_are_refused_early_and_take_no_memory(house: House) -> None:
    """Issue 3, bad input: really sent to the served site, announced and not announced."""
    web, base = house.web()
    address = urlsplit(base)
    server = psutil.Process(web.pid)
    assert stream_to(address, "/graphql", 1 << 10, is_announced=True)[0] == 200  # it is warm
    before = server.memory_info().rss
    for path, is_announced in itertools.product(("/graphql", "/login"), (True, False)):
        status, sent = stream_to(address, path, GIGABYTES, is_announced=is_announced)
        assert status == 413, path
        assert sent < 64 << 20, (path, is_announced, sent)
    grown = server.memory_info().rss - before
    print(f"the server grew by {grown >> 20} MB")
    assert grown < 48 << 20
    left = [each for each in house.var.rglob("*.upload*") if each.stat().st_size]
    assert left == []


def stream_to(
    address: SplitResult, path: str, length: int, *, is_announced: bool
) -> tuple[int, int]:
    """Send a text field of that length as it is made; return the status and how much was taken."""
    head, tail = b'{"query": "{ __typename }", "extensions": {"a": "', b'"}}'
    sizes = f"Content-Length: {length + len(head) + len(tail)}"
    size = sizes if is_announced else "Transfer-Encoding: chunked"
    lines = (f"POST {path} HTTP/1.1", f"Host: {address.netloc}", "Content-Type: application/json")
    sent = 0
    with socket.create_connection((address.hostname, address.port), 30) as connection:
        connection.sendall("\r\n".join((*lines, size, "Connection: close", "", "")).encode())
        middle = repeat(b"a" * min(length, BLOCK), max(1, length // BLOCK))
        with contextlib.suppress(ConnectionError):
            for block in chain((head,), middle, (tail,)):
                if select.select([connection], [], [], 0)[0]:
                    break  # it has answered already
                framed = block if is_announced else b"%x\r\n%s\r\n" % (len(block), block)
                connection.sendall(framed)
                sent += len(block)
            else:
                connection.sendall(b"" if is_announced else b"0\r\n\r\n")
        answer = connection.recv(1 << 12)
    return int(answer.split(b" ", 2)[1]), sent
