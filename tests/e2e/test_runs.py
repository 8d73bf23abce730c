"""Runs in the browser: asked with other parameters, followed without polling, stopped, tried again.

S-36, S-47, W-42. What is seen is seen at two widths and in two colour schemes.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import WIDTHS, axe, taken_over, visit
from tests.e2e.test_browser import SONG

pytestmark = pytest.mark.slow


def signed_in(page: Page, staff: tuple[str, str]) -> None:
    page.get_by_label("Name").fill(staff[0])
    page.get_by_label("Password").fill(staff[1])
    page.locator("main").get_by_role("button", name="Log in").click()
    taken_over(page)


def test_a_run_is_asked_for_with_other_parameters_and_followed_on_its_page(
    browser: Browser, site: str, staff: tuple[str, str], tmp_path: Path
) -> None:
    with visit(browser, site) as visitor:
        page = visitor.open(f"/login?next={SONG}")
        signed_in(page, staff)
        panel = page.locator("section", has=page.get_by_role("heading", name="Analyses"))
        panel.get_by_label("Recipe").select_option("timbre")
        expect(panel.get_by_role("status")).to_contain_text("1 items:")
        panel.get_by_text("Set some of it otherwise").click()
        bands = panel.get_by_label(re.compile("Mel.*bands"))
        bands.first.fill("23")
        expect(panel.get_by_role("status")).to_contain_text(re.compile(r"[1-9]\d* results to make"))
        panel.get_by_role("button", name="Start").click()
        first = panel.get_by_role("listitem").first
        expect(first).to_contain_text("timbre")
        first.get_by_role("link").first.click()
        expect(page).to_have_url(re.compile("/runs/[0-9a-f-]{36}"))
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.post_data or ""))
        expect(page.locator("main")).to_contain_text("Done", timeout=120_000)
        assert sum("RunPage" in body for body in asked) <= 3, "it is told, and does not ask again"
        expect(page.locator(".run-nodes")).to_contain_text('"bands":23')
        assert axe(page) == []
        page.goto(f"{site}/runs")
        taken_over(page)
        expect(page.get_by_role("heading", name="Analyses")).to_be_visible()
        expect(page.locator(".run-list > li").first).to_contain_text("timbre")
        assert axe(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", sorted(WIDTHS))
def test_the_pages_of_runs_are_whole_at_every_width(
    width: str, scheme: str, browser: Browser, site: str, staff: tuple[str, str]
) -> None:
    across, down = WIDTHS[width]
    with visit(
        browser, site, viewport={"width": across, "height": down}, color_scheme=scheme
    ) as visitor:
        page = visitor.open("/login?next=/runs")
        signed_in(page, staff)
        expect(page.locator(".run-list > li").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert axe(page) == []
        page.locator(".run-list a").first.click()
        expect(page.get_by_role("heading", name="Items")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert axe(page) == []
