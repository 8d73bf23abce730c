"""Nothing within a private network is reached by an address that somebody gives (R-24).

The server stands on 127.0.0.1, which the tests alone open: every other private address, 127.0.0.2
too, stays closed, so that a redirect there must be refused by the very rule that runs outside.
"""

import ipaddress
import socket
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any, ClassVar

import pytest

from archive import fetching
from archive.fetching import NotFetched, checked, fetched, is_public
from tests.archive.loopback import serving
from tests.pace import allowed

HOSTS = ["127.0.0.1", "127.0.0.2", "localhost", "sounds.test", "*.below.test"]


class Handler(BaseHTTPRequestHandler):
    """Answers by the path; counts what it is asked."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(f"{self.headers['Host']} {self.path}")
        port = int(self.headers["Host"].rpartition(":")[2])
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path[4:].replace("PORT", str(port)))
            self.end_headers()
        elif self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
            self.end_headers()
        elif self.path == "/large":  # says nothing of its length, and goes on
            self._begin()
            for _ in range(64):
                self._write(bytes(1 << 16))
        elif self.path == "/declared":
            self._begin(length=1 << 30)
        elif self.path == "/slow":
            self._begin(length=100)
            for _ in range(100):
                self._write(b"x")
                time.sleep(0.05)
        elif self.path == "/headers":  # one after the other, and never an end
            self._write(b"HTTP/1.0 200 OK\r\n")
            for number in range(200):
                self._write(f"X-{number}: 1\r\n".encode())
                time.sleep(0.05)
        elif self.path == "/short":
            self._begin(length=100)
            self._write(b"only these")
        elif self.path == "/missing":
            self.send_error(404)
        else:
            self._begin(length=4)
            self._write(b"fine")

    def _begin(self, length: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "audio/wav")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def _write(self, data: bytes) -> None:
        try:
            self.wfile.write(data)
            self.wfile.flush()
        except OSError:
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Serve on 127.0.0.1 and .2, and open the first of them for this test."""
    Handler.asked.clear()
    with serving(Handler, monkeypatch) as number:
        yield number


def got(url: str, *, most: int = 1 << 20, within: float = 5.0) -> bytes:
    with fetched(url, hosts=HOSTS, most_bytes=most, within_s=within) as answer:
        return b"".join(answer.blocks())


def test_what_is_named_is_fetched(port: int) -> None:
    assert got(f"http://127.0.0.1:{port}/x?y=1") == b"fine"
    assert got(f"http://127.0.0.1:{port}/to/http://127.0.0.1:PORT/x") == b"fine"
    assert got(f"http://127.0.0.1:{port}/to//other") == b"fine", "relative ones too"


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2:PORT/x",
        "http://10.0.0.1/x",
        "http://169.254.169.254/latest",
        "http://[::1]:PORT/x",
        "http://[::ffff:127.0.0.1]:PORT/x",
        "http://2130706434:PORT/x",
        "http://0x7f000002:PORT/x",
        "https://localhost:22/x",
        "file:///etc/passwd",
        "http://elsewhere.test/x",
        "gopher://127.0.0.1:PORT/x",
    ],
)
def test_a_redirect_to_what_may_not_be_reached_is_refused(target: str, port: int) -> None:
    with pytest.raises(NotFetched):
        got(f"http://127.0.0.1:{port}/to/{target}")
    assert len(Handler.asked) == 1, "the first was asked, and nothing else"
    with pytest.raises(NotFetched):
        got(target.replace("PORT", str(port)))
    assert len(Handler.asked) == 1


def test_the_control_a_second_loopback_address_would_answer(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the rule the redirect of the test above is followed: it is the rule that holds."""
    monkeypatch.setattr(fetching, "is_public", lambda _: True)
    assert got(f"http://127.0.0.1:{port}/to/http://127.0.0.2:PORT/x") == b"fine"


def test_a_name_that_answers_otherwise_the_second_time_changes_nothing(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the connection goes to the address that was looked at."""
    answers = iter(["127.0.0.1", "127.0.0.2", "127.0.0.2"])
    asked = []
    real = socket.getaddrinfo

    def resolve(host: str, *args: Any, **more: Any) -> Any:
        if host != "sounds.test":
            return real(host, *args, **more)
        asked.append(host)
        return real(next(answers), *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert got(f"http://sounds.test:{port}/x") == b"fine"
    assert asked == ["sounds.test"], "resolved once"
    assert Handler.asked == [f"sounds.test:{port} /x"]
    with pytest.raises(NotFetched, match="private network"):
        got(f"http://sounds.test:{port}/x")


def test_a_name_with_one_private_address_among_others_is_refused(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
        for address in ("93.184.216.34", "192.168.1.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(NotFetched, match="private network"):
        got(f"http://sounds.test:{port}/x")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("large", "is larger than 1 MB"),
        ("declared", "is larger than 1 MB"),
        ("slow", "took too long"),
        ("headers", "took too long"),
        ("short", "broke off after 10 bytes"),
        ("missing", "answers 404"),
        ("round", "leads on and on"),
    ],
)
def test_what_is_too_large_too_slow_or_broken_is_said(path: str, said: str, port: int) -> None:
    began = time.monotonic()
    with pytest.raises(NotFetched, match=said):
        got(f"http://127.0.0.1:{port}/{path}", within=1.0)
    assert time.monotonic() - began < allowed(4)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.1"),
        *("100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1"),
        *("::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "2002:7f00:1::"),
        *("64:ff9b::7f00:1", "64:ff9b::a00:1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"),
    ],
)
def test_private_addresses_of_every_kind_are_known(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


def test_public_addresses_are_public() -> None:
    for address in ("93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"):
        assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "http://user@sounds.test/x",
        "http://user:word@sounds.test/x",
        "http://sounds.test:8080/x",
        "http://sounds.test:99999/x",
        "http://sounds.test@evil.test/x",
        "ftp://sounds.test/x",
        "//sounds.test/x",
        "http:///x",
        "http://below.test/x",
        "http://evilbelow.test/x",
        "http://sounds.test.evil.test/x",
        "http://sounds.test\\@evil.test/",
        "",
    ],
)
def test_odd_addresses_are_not_gone_to(url: str) -> None:
    with pytest.raises(NotFetched):
        checked(url, HOSTS)


def test_names_are_compared_whole() -> None:
    for url in ("https://a.below.test/x", "http://SOUNDS.test./x", "https://sounds.test:443/x"):
        assert checked(url, HOSTS)
