"""Runs in the browser: asked with other parameters, followed without polling, seen at both widths.

S-36, S-47, W-42. On the demo's site (TRIED_SITE and TRIED_LOGIN: on another).
"""

import re
import secrets
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import WIDTHS, Visit, axe, taken_over, visit
from tests.e2e.test_browser import SONG
from tests.e2e.test_satellites import log_in, opened
from tests.e2e.walking import look, walk

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

RUN = re.compile("/runs/[0-9a-f-]{36}$")


def started(page: Page, bands: int) -> None:
    """Ask for the timbre of the page's item with so many bands, and open the run's own page."""
    panel = page.locator("section", has=page.get_by_role("heading", name="Analyses", exact=True))
    cost = panel.get_by_role("status")
    panel.get_by_label("Recipe").select_option("timbre")
    expect(cost).to_contain_text("1 recording.")
    panel.get_by_text("Set some of it otherwise").click()
    panel.get_by_label(re.compile("Mel.*bands")).first.fill(str(bands))
    expect(cost).to_contain_text(re.compile(r"Results to make: [1-9]"))
    with page.expect_response(lambda answer: "AskRun" in (answer.request.post_data or "")) as made:
        panel.get_by_role("button", name="Start").click()
    path = urlsplit(made.value.json()["data"]["done"]["run"]["iri"]).path
    first = panel.locator(".run-list > li").first
    expect(first.get_by_role("link")).to_have_attribute("href", path)
    expect(first).to_contain_text("timbre")
    first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"{path}$"))


def test_a_run_is_asked_for_with_other_parameters_and_followed_on_its_page(
    browser: Browser, site: str, staff: tuple[str, str]
) -> None:
    # Another number each time: on a site that is tried again it would be there already.
    bands = 20 + secrets.randbelow(80)
    with visit(browser, site) as visitor:
        log_in(visitor, staff)
        page = opened(visitor, SONG)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.post_data or ""))
        started(page, bands)
        state = page.get_by_role("region", name="Progress").locator("strong")
        expect(state).to_have_text("Done", timeout=120_000)
        assert any("runProgress" in body for body in asked), "it is followed from its start"
        assert sum("query RunPage" in body for body in asked) <= 3, "it is told, and does not ask"
        expect(page.locator(".run-nodes")).to_contain_text(f'"bands":{bands}')
        assert axe(page) == []
        page = opened(visitor, "/runs")
        expect(page.get_by_role("heading", name="Analyses", level=1, exact=True)).to_be_visible()
        expect(page.locator(".card.run-list > li").first).to_contain_text("timbre")
        assert visitor.complaints == []


@pytest.mark.parametrize("width", list(WIDTHS))
def test_the_pages_of_runs_are_not_hard_to_use(
    browser: Browser, site: str, staff: tuple[str, str], width: str
) -> None:
    """No rule of axe is broken in either light, and nothing is wider than the window."""

    def seen(visitor: Visit, path: str) -> Page:
        page = opened(visitor, path)
        expect(page.locator(".run-list > li").first).to_be_visible()
        return page

    across, down = WIDTHS[width]
    with visit(browser, site, viewport={"width": across, "height": down}) as visitor:
        log_in(visitor, staff)
        page = seen(visitor, "/runs")
        look(page, "/runs", across)
        page.locator(".card.run-list a").first.click()
        expect(page.get_by_role("heading", name="Recordings", exact=True)).to_be_visible()
        run = page.url.removeprefix(visitor.site)
    walk(
        browser, site, width, [run, f"{run}?status=done", SONG], seen,
        begin=lambda visitor: log_in(visitor, staff),
    )  # fmt: skip


def test_a_run_is_whole_in_its_document(
    browser: Browser, site: str, staff: tuple[str, str]
) -> None:
    """Vue takes the pages over without a second round trip."""
    with visit(browser, site) as visitor:
        log_in(visitor, staff)
        page = opened(visitor, "/runs")
        page.wait_for_load_state("networkidle")
        run = page.locator(".card.run-list a").first.get_attribute("href")
        assert run
        assert RUN.search(run)
        taken_over(visitor.open(run)).wait_for_load_state("networkidle")
        assert visitor.asked("/graphql") == []
        assert visitor.complaints == []
