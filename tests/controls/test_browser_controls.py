"""What the browser's tests find absent, they find when it is there."""

from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.browser import Visit, axe, chromium, visit
from tests.e2e.walking import settled, walk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

#: Each of these must be told; a page without fault must not.
FAULTS = {
    "no name": "<button></button>",
    "no alternative": '<img src="/x.png">',
    "no label": '<input type="text">',
    "too pale": '<p style="color:#ccc;background:#fff">pale</p>',
    "a role that needs more": '<div role="slider" tabindex="0" aria-label="x"></div>',
}
#: Each of these stops a walk over pages at 390 px.
HARD = {
    "pale in the dark": "<style>@media (prefers-color-scheme:dark){p{color:#ccc}}</style><p>pale",
    "too wide": '<p style="width: 500px">wide</p>',
    "breaks": "<script>throw new Error('broken')</script>",
    **FAULTS,
}
STRAYS = {
    "script": '<script src="http://other.invalid/x.js"></script>',
    "picture": '<img alt="" src="http://other.invalid/x.png">',
    "font": "<style>@font-face{font-family:x;src:url(http://other.invalid/x.woff2)}p{font-family:x}</style>",
    "fetch": "<script>fetch('http://other.invalid/x').catch(() => 0)</script>",
}

PAGE = '<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><p>x</p>'


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def pages() -> Iterator[str]:
    """Serve a page that holds what its address says."""
    bodies = {**HARD, **STRAYS, "": ""}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = bodies.get(self.path[1:].replace("%20", " "), "")
            text = f"{PAGE}{body}</main>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_axe_tells_each_fault_and_is_silent_without_one(browser: Browser, pages: str) -> None:
    with visit(browser, pages) as visitor:
        assert axe(visitor.open("/")) == []
        told = {fault: axe(visitor.open(f"/{fault}")) for fault in FAULTS}
    print(f"{len(told)} faults, all told")
    assert len(told) >= 5
    assert all(told.values()), told


def opened(visitor: Visit, path: str) -> Page:
    return settled(visitor.open(path))


def test_a_walk_ends_at_each_fault_and_passes_without_one(browser: Browser, pages: str) -> None:
    walk(browser, pages, "phone", ["/"], opened)
    for fault in HARD | STRAYS:
        with suppress(AssertionError):
            walk(browser, pages, "phone", [f"/{fault}"], opened)
            pytest.fail(f"The walk passed over: {fault}.")
    print(f"{len(HARD | STRAYS)} faults, the walk ended at each")
    assert len(HARD | STRAYS) >= 10


def test_a_request_to_another_host_is_caught_and_refused(browser: Browser, pages: str) -> None:
    for stray in STRAYS:
        with visit(browser, pages) as visitor:
            visitor.open(f"/{stray}").wait_for_timeout(300)
            assert visitor.strayed, stray
            assert all("other.invalid" in url for url in visitor.strayed)
    print(f"{len(STRAYS)} ways out, all caught")
    assert len(STRAYS) >= 4
