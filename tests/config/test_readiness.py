"""Readiness is asked at the machine's own door, under the name that the public uses."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from config.readiness import NotReady, Site

KNOWN = "http://archive.example.org/items/A"


class _Answers(BaseHTTPRequestHandler):
    """A site that is not there at the first request."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.headers["Host"])
        query = parse_qs(urlsplit(self.path).query).get("query", [""])[0]
        rows: list[dict[str, str]] = [{}] if KNOWN in query else []
        body = json.dumps({"results": {"bindings": rows}}).encode()
        self.send_response(503 if len(self.asked) == 1 else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    _Answers.asked = []
    server = HTTPServer(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Site("0.0.0.0", server.server_port, "https://archive.example.org")  # noqa: S104
    server.shutdown()
    thread.join()
    server.server_close()


def test_it_waits_for_the_site(site: Site) -> None:
    site.wait(patience_s=10)
    assert _Answers.asked == ["archive.example.org"] * 2


def test_it_waits_for_the_newest_public_thing_in_sparql(site: Site) -> None:
    site.wait_for_store([KNOWN], patience_s=10)
    with pytest.raises(NotReady, match="asked for http://archive"):
        site.wait_for_store(["http://archive.example.org/items/B"], patience_s=0.5)


def test_it_says_what_it_was_told_instead() -> None:
    with pytest.raises(NotReady, match="Connection refused"):
        Site("127.0.0.1", 1, "http://localhost:1").wait(patience_s=0.3)
