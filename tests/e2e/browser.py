"""A visitor's browser: Debian's Chromium, driven by Playwright, that tells where it went."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    Response,
    Route,
    sync_playwright,
)

#: No sandbox: tests run as root. No GPU: software raster is the faster one here (spec/frontend.md).
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]
WIDTHS = {"desk": (1360, 900), "phone": (390, 844)}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser; skip, with the reason, on a machine that has none."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        pytest.skip("needs Chromium (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visit:
    """A visitor's window, and all that it asked for and complained of."""

    context: BrowserContext
    site: str
    requests: list[Request] = field(default_factory=list)
    #: What was answered, as soon as its head came: a sound may be cut off before it ends.
    answers: list[Response] = field(default_factory=list)
    #: Addresses of other hosts: each was refused.
    strayed: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        page = self.context.new_page()
        page.on("requestfinished", lambda request: self.requests.append(request))
        page.on("response", lambda answer: self.answers.append(answer))
        page.on("pageerror", lambda error: self.complaints.append(f"{path}: {error}"))
        page.on(
            "console",
            lambda said: (
                self.complaints.append(f"{path}: {said.text}") if said.type == "error" else None
            ),
        )
        page.goto(f"{self.site}{path}")
        return page

    def watch(self, route: Route) -> None:
        """Let through what is the site's own; refuse and remember the rest."""
        url = route.request.url
        if url.startswith((f"{self.site}/", "data:", "blob:")):
            route.continue_()
        else:
            self.strayed.append(url)
            route.abort()

    def asked(self, what: str) -> list[Request]:
        """Return the requests for an address, without the site's own files of such a name."""
        return [
            request
            for request in self.requests
            if what in request.url and "/static/" not in request.url
        ]


@contextmanager
def visit(browser: Browser, site: str, **how: Any) -> Iterator[Visit]:
    """Open a window of its own, in which every request to another host is refused."""
    given = {"viewport": {"width": 1360, "height": 900}, "locale": "en-GB"} | how
    context = browser.new_context(**given)
    visit = Visit(context, site.rstrip("/"))
    context.route("**/*", visit.watch)
    try:
        yield visit
    finally:
        context.close()


def taken_over(page: Page) -> Page:
    """Wait until the application has drawn the page."""
    page.wait_for_selector("html[data-ready]", state="attached")
    return page


def axe(page: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """Return what axe finds wrong, one line each; by some of its rules alone if they are named."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe_source())
    found = page.evaluate(
        "async (only) => (await axe.run(only.length ? { runOnly: only } : {})).violations.flatMap("
        "(rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.flat().join(' ')}`))",
        list(rules),
    )
    return [str(line) for line in found]


@cache
def _axe_source() -> str:
    # Set-up installed it beside the site that it built.
    path = Path(settings.SITE_DIR).resolve().parent / "node" / "node_modules" / "axe-core"
    return (path / "axe.min.js").read_text(encoding="utf-8")


def tried_site() -> str:
    """Return the address of a site that is to be tried in place of a demo of our own, if any."""
    return os.environ.get("TRIED_SITE", "").rstrip("/")
