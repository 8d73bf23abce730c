"""News reaches who asked for it, signed, and nobody within a private network (S-52, R-24)."""

import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import nullcontext
from http.server import BaseHTTPRequestHandler
from typing import Any, ClassVar

import pytest

from archive import fetching, posting
from archive.fetching import NotFetched
from archive.identifiers import new_id
from archive.posting import EVENT, SIGNATURE, Answer, is_signed, may_be_told, posted, signature
from tests.archive.loopback import serving

BODY = b'{"status": "done"}'
SECRET = "known to two"


class Handler(BaseHTTPRequestHandler):
    """Keeps what it is told; answers by the path."""

    told: ClassVar[list[tuple[str, Any, bytes]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.told.append((self.path, self.headers, body))
        if self.path == "/drip":
            for _ in range(40):
                try:
                    self.wfile.write(b"x")
                    self.wfile.flush()
                except OSError:
                    return
                time.sleep(0.05)
        elif self.path == "/elsewhere":
            self.send_response(307)
            self.send_header("Location", "/hook")
            self.end_headers()
        elif self.path == "/full":
            self.send_error(503)
        else:
            self.send_response(204)
            self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Serve on both loopback addresses, and open the first of them for this test."""
    Handler.told.clear()
    with serving(Handler, monkeypatch) as number:
        yield number


def post(url: str, within_s: float = 5.0) -> Answer:
    return posted(
        url,
        BODY,
        secret=SECRET,
        event=new_id(),
        plain_hosts=["127.0.0.1", "127.0.0.2"],
        within_s=within_s,
    )


def test_the_receiver_knows_who_wrote_and_when(port: int) -> None:
    event = new_id()
    for _ in range(2):
        answer = posted(
            f"http://127.0.0.1:{port}/hook?of=us",
            BODY,
            secret=SECRET,
            event=event,
            plain_hosts=["127.0.0.1"],
            within_s=5,
        )
        assert answer.is_taken
    for path, headers, body in Handler.told:
        assert (path, body, headers[EVENT]) == ("/hook?of=us", BODY, str(event))
        assert is_signed(headers[SIGNATURE], SECRET, body, time.time())
    assert len(Handler.told) == 2


@pytest.mark.parametrize(
    ("secret", "body", "later"),
    [("another", BODY, 0), (SECRET, BODY + b" ", 0), (SECRET, BODY, 301), (SECRET, BODY, -301)],
)
def test_what_is_not_as_it_was_signed_is_known(secret: str, body: bytes, later: int) -> None:
    header = signature(SECRET, BODY, 1000)
    assert is_signed(header, SECRET, BODY, 1000), "the control"
    assert not is_signed(header, secret, body, 1000 + later)
    assert not is_signed(header.replace("t=1000", "t=1001"), secret, body, 1000 + later)
    assert not is_signed("", secret, body, 1000)


def test_the_signature_is_what_any_other_program_makes_of_it() -> None:
    text = b"1000." + BODY
    argv = ["openssl", "dgst", "-sha256", "-hmac", SECRET]
    theirs = subprocess.run(argv, input=text, capture_output=True, check=True).stdout.decode()
    assert signature(SECRET, BODY, 1000) == f"t=1000,v1={theirs.split()[-1]}"


def test_a_redirect_is_an_answer_and_not_followed(port: int) -> None:
    answer = post(f"http://127.0.0.1:{port}/elsewhere")
    assert (answer.status, answer.is_taken) == (307, False)
    assert [path for path, _, _ in Handler.told] == ["/elsewhere"]


def test_who_has_no_room_says_so(port: int) -> None:
    answer = post(f"http://127.0.0.1:{port}/full")
    assert (answer.status, answer.is_taken) == (503, False)


def test_a_private_address_is_told_nothing(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotFetched, match="private network"):
        post(f"http://127.0.0.2:{port}/hook")
    assert not Handler.told
    monkeypatch.setattr(fetching, "is_public", lambda _: True)
    assert post(f"http://127.0.0.2:{port}/hook").is_taken, "the control: it is the rule that holds"


@pytest.mark.parametrize(
    "url",
    [
        "http://elsewhere.test/hook",
        "ftp://127.0.0.1/hook",
        "https://who:what@elsewhere.test/",
        "https://elsewhere.test:22/",
        "https://[",
        "",
    ],
)
def test_an_address_that_is_not_told_is_refused_before(url: str) -> None:
    assert may_be_told("https://elsewhere.test/hook", []).hostname == "elsewhere.test"
    with pytest.raises(NotFetched):
        may_be_told(url, ["127.0.0.1"])


def test_an_answer_that_comes_byte_by_byte_is_cut(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotFetched, match="longer than"):
        post(f"http://127.0.0.1:{port}/drip", within_s=0.4)
    monkeypatch.setattr(posting, "ended_at", lambda *_: nullcontext(threading.Event()))
    begun = time.monotonic()
    with pytest.raises(NotFetched, match="as a web server"):
        post(f"http://127.0.0.1:{port}/drip", within_s=1.5)
    assert time.monotonic() - begun > 1.9, "the control: no single wait was too long"
