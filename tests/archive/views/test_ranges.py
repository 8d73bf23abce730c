"""Byte ranges by RFC 9110 (P-14, R-26): each case against the same slice of the same bytes."""

import email.parser
import email.policy
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from archive.views.ranges import Stretch, Unsatisfiable, parse_ranges, ranged_response

#: Closing a response tells Django that a request is over, which looks after its connections.
pytestmark = pytest.mark.django_db

DATA = bytes(range(256)) * 40
SIZE = len(DATA)
ETAG = '"5ea1"'


class Bytes:
    """Stored bytes that remember whether they were closed."""

    def __init__(self) -> None:
        self.size = SIZE
        self.is_closed = False

    def chunks(self, start: int, stop: int) -> Iterator[bytes]:
        for at in range(start, stop, 1000):
            yield DATA[at : min(at + 1000, stop)]

    def close(self) -> None:
        self.is_closed = True


def ask(method: str = "GET", **headers: str) -> HttpResponseBase:
    request: HttpRequest = RequestFactory().generic(
        method, "/sound", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    blob = Bytes()
    response = ranged_response(request, blob, content_type="audio/wav", etag=ETAG)
    response.body = body(response)  # type: ignore[attr-defined]
    response.close()
    assert blob.is_closed, "the stored file was left open"
    return response


def body(response: HttpResponseBase) -> bytes:
    if isinstance(response, StreamingHttpResponse):
        return response.getvalue()
    assert isinstance(response, HttpResponse)
    return response.content


def content(response: HttpResponseBase) -> bytes:
    return response.body  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize(
    ("header", "start", "stop"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-499", 0, 500),
        ("bytes=500-999", 500, 1000),
        ("bytes=9500-", 9500, SIZE),
        ("bytes=-500", SIZE - 500, SIZE),
        ("bytes=-1", SIZE - 1, SIZE),
        ("bytes=0-", 0, SIZE),
        (f"bytes=0-{SIZE - 1}", 0, SIZE),
        (f"bytes=0-{SIZE}", 0, SIZE),
        ("bytes=9999-99999999999999999999999999", 9999, SIZE),
        (f"bytes=-{SIZE * 2}", 0, SIZE),
        ("BYTES=0-4", 0, 5),
        ("bytes= 0-4", 0, 5),
        ("bytes=,0-4,", 0, 5),
        ("bytes=0-4, 5-9", 0, 10),
        ("bytes=5-9,0-4", 0, 10),
        (f"bytes=0-4,{SIZE}-", 0, 5),
        ("bytes=007-009", 7, 10),
    ],
)
def test_one_stretch_is_sent_as_206(header: str, start: int, stop: int) -> None:
    response = ask(range=header)
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {start}-{stop - 1}/{SIZE}"
    assert response["Content-Length"] == str(stop - start)
    assert response["Content-Type"] == "audio/wav"
    assert content(response) == DATA[start:stop]


@pytest.mark.parametrize(
    "header",
    [
        "bytes=5-2",
        "bytes=a-b",
        "bytes=--5",
        "bytes=-",
        "bytes=",
        "bytes",
        "bytes =0-4",
        "bytes=0-4;5-9",
        "bytes=0-4,x",
        "bytes=+1-4",
        "bytes=1_0-20",
        "bytes=٣-٤",
        "seconds=0-4",
        "bytes=0x1-0x2",
        "bytes=" + ",".join(f"{n * 20}-{n * 20 + 9}" for n in range(17)),
        "bytes=0-,0-,0-,0-,0-",
        "bytes=0-" + "9" * 2000,
    ],
)
def test_what_is_no_range_is_ignored(header: str) -> None:
    if not header.isascii():
        header = header.encode().decode("latin-1")
    response = ask(range=header)
    assert response.status_code == 200
    assert response["Content-Length"] == str(SIZE)
    assert "Content-Range" not in response
    assert content(response) == DATA


@pytest.mark.parametrize(
    "header", [f"bytes={SIZE}-", f"bytes={SIZE}-{SIZE + 9}", "bytes=-0", "bytes=99999-,-0"]
)
def test_a_range_outside_the_file_is_416_with_its_size(header: str) -> None:
    response = ask(range=header)
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{SIZE}"
    assert content(response) == b""


def test_several_ranges_are_sent_as_a_multipart_in_the_order_asked() -> None:
    response = ask(range="bytes=9000-9009,0-4,-10")
    assert response.status_code == 206
    assert "Content-Range" not in response
    assert response["Content-Length"] == str(len(content(response)))
    head = f"Content-Type: {response['Content-Type']}\r\n".encode()
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(
        head + content(response)
    )
    parts = list(message.iter_parts())
    assert [part["Content-Range"] for part in parts] == [
        f"bytes 9000-9009/{SIZE}",
        f"bytes 0-4/{SIZE}",
        f"bytes {SIZE - 10}-{SIZE - 1}/{SIZE}",
    ]
    assert {part.get_content_type() for part in parts} == {"audio/wav"}
    for stretch in (DATA[9000:9010], DATA[:5], DATA[-10:]):
        assert b"\r\n\r\n" + stretch + b"\r\n--" in content(response)


@pytest.mark.parametrize(
    ("if_range", "status"),
    [
        (ETAG, 206),
        ('"other"', 200),
        (f"W/{ETAG}", 200),
        ("Sun, 22 Nov 2026 10:00:00 GMT", 200),
        ("", 200),
    ],
)
def test_if_range_compares_strongly(if_range: str, status: int) -> None:
    assert ask(range="bytes=0-4", if_range=if_range).status_code == status


def test_an_if_range_that_fails_also_silences_a_416() -> None:
    assert ask(range=f"bytes={SIZE}-", if_range='"other"').status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"if_none_match": ETAG}, 304),
        ({"if_none_match": f"W/{ETAG}"}, 304),
        ({"if_none_match": "*"}, 304),
        ({"if_none_match": f'"a", {ETAG}'}, 304),
        ({"if_none_match": '"a"'}, 200),
        ({"if_none_match": ETAG, "range": "bytes=0-4"}, 304),
        ({"if_match": '"a"'}, 412),
        ({"if_match": ETAG}, 200),
        ({"if_match": "*"}, 200),
        ({"if_match": '"a"', "range": "bytes=99999-"}, 412),
        ({"if_unmodified_since": "Sun, 22 Nov 1998 10:00:00 GMT"}, 200),
    ],
    ids=str,
)
def test_preconditions_go_before_ranges(headers: dict[str, str], status: int) -> None:
    response = ask(**headers)
    assert response.status_code == status
    assert response["ETag"] == ETAG
    if status in {304, 412}:
        assert content(response) == b""


@pytest.mark.parametrize("header", [None, "bytes=0-4", "bytes=99999-"])
def test_head_answers_as_a_get_without_range(header: str | None) -> None:
    response = ask("HEAD", **({"range": header} if header else {}))
    assert response.status_code == 200
    assert response["Content-Length"] == str(SIZE)
    assert response["Accept-Ranges"] == "bytes"
    assert content(response) == b""


_NUMBER = st.integers(0, 60).map(str)
_SPEC = st.one_of(
    st.tuples(_NUMBER, _NUMBER).map("-".join),
    _NUMBER.map("{}-".format),
    _NUMBER.map("-{}".format),
)


@given(specs=st.lists(_SPEC, min_size=1, max_size=8), size=st.integers(1, 50))
def test_whatever_is_asked_what_is_sent_lies_in_the_file_once(specs: list[str], size: int) -> None:
    wanted: set[int] = set()
    is_valid = True
    for spec in specs:
        first, _, last = spec.partition("-")
        if not first:
            wanted |= set(range(max(0, size - int(last)), size))
        elif last and int(last) < int(first):
            is_valid = False
        else:
            wanted |= set(range(int(first), min(int(last) + 1 if last else size, size)))
    try:
        stretches = parse_ranges("bytes=" + ",".join(specs), size)
    except Unsatisfiable:
        assert is_valid
        assert not wanted
        return
    if stretches is None:
        return
    assert is_valid
    sent = [at for stretch in stretches for at in range(stretch.start, stretch.stop)]
    assert len(sent) == len(set(sent)), "no byte is sent twice"
    assert set(sent) == wanted
    assert Stretch(0, 0) not in stretches


@given(header=st.text(max_size=60))
def test_no_header_breaks_it(header: str) -> None:
    for text in (header, f"bytes={header}"):
        try:
            stretches = parse_ranges(text, 100)
        except Unsatisfiable:
            continue
        assert stretches is None or all(0 <= s.start < s.stop <= 100 for s in stretches)
