"""Bytes of a stored file by RFC 9110: whole, one range, several, unsatisfiable, conditional.

    return ranged_response(request, blob, content_type="audio/wav", etag='"…"', headers={…})

`blob` is what `archive.storage.open_blob` returns: a size, `chunks(start, stop)`, `close()`; the
response closes it. The caller has already asked the access rule, and names what may be cached.

- Ranges are defined for GET alone; HEAD answers as a GET without one (RFC 9110, 14.2).
- What is no byte range, or no valid one, is ignored: the whole is sent (200).
- Ranges of which none lies in the file: 416, with `Content-Range: bytes */size`.
- Several are sent as multipart/byteranges, joined where they touch; beyond `MOST_RANGES`, or
  where they overlap in more than two places, the header is ignored (CVE-2011-3192).
- `If-Range` compares strongly, against the entity tag only: we send no Last-Modified.

The view that calls this is synchronous: the access rule is a database question, and Django runs
such a view in a thread. The body is not: under ASGI, Django 5.2 would collect a synchronous
iterator into one list before the first byte leaves, so there the chunks are drawn one at a time
in short-lived threads of the loop's own pool, and a slow listener holds none between them.
"""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import parse_etags

MOST_RANGES = 16
_LONGEST_HEADER = 1000
_RANGE = re.compile(r"(\d*)-(\d*)", re.ASCII)


class Blob(Protocol):
    """Stored bytes that can be read from anywhere in the middle."""

    @property
    def size(self) -> int: ...

    def chunks(self, start: int, stop: int) -> Iterator[bytes]: ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class Stretch:
    """The bytes from `start` up to, and without, `stop`."""

    start: int
    stop: int

    @property
    def length(self) -> int:
        return self.stop - self.start

    def content_range(self, size: int) -> str:
        return f"bytes {self.start}-{self.stop - 1}/{size}"


class Unsatisfiable(Exception):
    """No range that was asked for lies in the file."""


def parse_ranges(header: str, size: int) -> list[Stretch] | None:
    """Return the stretches that a Range header asks of a file of `size` bytes.

    Returns
    -------
    None where the header is to be ignored; else at least one stretch, none empty, none touching.

    Raises
    ------
    Unsatisfiable : valid ranges, all of them outside the file.
    """
    unit, equals, rest = header.partition("=")
    if len(header) > _LONGEST_HEADER or not equals or unit.lower() != "bytes" or size == 0:
        return None
    specs = [spec.strip(" \t") for spec in rest.split(",")]
    specs = [spec for spec in specs if spec]  # a recipient accepts empty list elements
    if not 1 <= len(specs) <= MOST_RANGES:
        return None
    asked = [_stretch(spec, size) for spec in specs]
    if None in asked:
        return None
    inside = [stretch for stretch in asked if stretch and stretch.length > 0]
    if not inside:
        raise Unsatisfiable
    return _joined(inside)


def _stretch(spec: str, size: int) -> Stretch | None:
    """Return one range, empty where it lies outside the file; None where it is no range."""
    match = _RANGE.fullmatch(spec)
    if not match or match.group() == "-":
        return None
    first, last = match.groups()
    if not first:
        return Stretch(max(0, size - int(last)), size)
    if last and int(last) < int(first):
        return None
    start = min(int(first), size)
    return Stretch(start, min(int(last) + 1, size) if last else size)


def _joined(stretches: list[Stretch]) -> list[Stretch] | None:
    """Join what overlaps or touches; the order asked for stays where nothing does."""
    joined: list[Stretch] = []
    overlaps = 0
    for stretch in sorted(stretches, key=lambda each: each.start):
        if joined and stretch.start <= joined[-1].stop:
            overlaps += stretch.start < joined[-1].stop
            joined[-1] = Stretch(joined[-1].start, max(joined[-1].stop, stretch.stop))
        else:
            joined.append(stretch)
    if overlaps > 2:
        return None
    return stretches if len(joined) == len(stretches) else joined


def ranged_response(
    request: HttpRequest,
    blob: Blob,
    *,
    content_type: str,
    etag: str,
    headers: Mapping[str, str] | None = None,
) -> HttpResponseBase:
    """Return the answer to a GET or HEAD of stored bytes; `etag` is strong and quoted."""
    common = {
        "Accept-Ranges": "bytes",
        "ETag": etag,
        "X-Content-Type-Options": "nosniff",
        **(headers or {}),
    }
    status = _precondition(request, etag)
    if status:
        blob.close()
        return HttpResponse(status=status, headers=common)
    common["Content-Type"] = content_type
    if request.method == "HEAD":
        blob.close()
        return HttpResponse(headers=common | {"Content-Length": str(blob.size)})
    try:
        stretches = _asked_of(request, blob.size, etag)
    except Unsatisfiable:
        blob.close()
        del common["Content-Type"]
        return HttpResponse(status=416, headers=common | {"Content-Range": f"bytes */{blob.size}"})
    if not stretches:
        return _streamed(request, blob, [Stretch(0, blob.size)], common)
    if len(stretches) == 1:
        common["Content-Range"] = stretches[0].content_range(blob.size)
        return _streamed(request, blob, [stretches[0]], common, status=206)
    return _multipart(request, blob, stretches, common)


def _precondition(request: HttpRequest, etag: str) -> int | None:
    """Return 412 or 304 where If-Match or If-None-Match end the matter (RFC 9110, 13.2.2)."""
    if_match = parse_etags(request.headers.get("If-Match", ""))
    if if_match and if_match != ["*"] and etag not in if_match:
        return 412
    if_none_match = [
        each.removeprefix("W/") for each in parse_etags(request.headers.get("If-None-Match", ""))
    ]
    return 304 if if_none_match == ["*"] or etag in if_none_match else None


def _asked_of(request: HttpRequest, size: int, etag: str) -> list[Stretch] | None:
    header = request.headers.get("Range")
    if header is None or request.headers.get("If-Range", etag).strip() != etag:
        return None
    return parse_ranges(header, size)


def _multipart(
    request: HttpRequest, blob: Blob, stretches: list[Stretch], common: dict[str, str]
) -> HttpResponseBase:
    boundary = secrets.token_hex(16)
    content_type = common["Content-Type"]
    pieces: list[Stretch | bytes] = []
    for stretch in stretches:
        head = (
            f"\r\n--{boundary}\r\nContent-Type: {content_type}\r\n"
            f"Content-Range: {stretch.content_range(blob.size)}\r\n\r\n"
        )
        pieces += [head.encode(), stretch]
    pieces.append(f"\r\n--{boundary}--\r\n".encode())
    common["Content-Type"] = f"multipart/byteranges; boundary={boundary}"
    return _streamed(request, blob, pieces, common, status=206)


def _streamed(
    request: HttpRequest,
    blob: Blob,
    pieces: Sequence[Stretch | bytes],
    headers: dict[str, str],
    *,
    status: int = 200,
) -> StreamingHttpResponse:
    length = sum(len(piece) if isinstance(piece, bytes) else piece.length for piece in pieces)
    body = AsyncBody if isinstance(request, ASGIRequest) else Body
    return StreamingHttpResponse(
        body(blob, pieces), status=status, headers=headers | {"Content-Length": str(length)}
    )


class Body:
    """What is sent, drawn from the blob while it is sent. Django calls `close` in any case."""

    def __init__(self, blob: Blob, pieces: Sequence[Stretch | bytes]) -> None:
        self._blob = blob
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                yield from self._blob.chunks(piece.start, piece.stop)

    def close(self) -> None:
        self._blob.close()


class AsyncBody:
    """The same for an event loop."""

    def __init__(self, blob: Blob, pieces: Sequence[Stretch | bytes]) -> None:
        self._body = Body(blob, pieces)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        chunks = iter(self._body)
        try:
            while chunk := await asyncio.to_thread(next, chunks, b""):
                yield chunk
        finally:
            self.close()

    def close(self) -> None:
        self._body.close()
