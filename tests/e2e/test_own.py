"""Lists, comments, the desk and the profile, worked on in a browser (issue 4, point 6).

On the demo's site (TRIED_SITE and TRIED_LOGIN: on another).
"""

import re
import secrets

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.browser import WIDTHS, visit
from tests.e2e.test_satellites import SOUND, log_in, opened
from tests.e2e.walking import walk

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]


def test_an_item_goes_on_a_list_is_played_from_there_and_talked_about(
    browser: Browser, site: str, staff: tuple[str, str]
) -> None:
    title, words = f"For the class {secrets.token_hex(3)}", f"Whose voice? {secrets.token_hex(3)}"
    with visit(browser, site) as visitor:
        log_in(visitor, staff)
        page = opened(visitor, "/selections")
        page.get_by_label("Title of a new list").fill(title)
        page.get_by_role("button", name="Make a list").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        path = re.sub(r"^https?://[^/]+", "", page.url)

        page = opened(visitor, SOUND)
        page.get_by_label("My lists").select_option(label=title)
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.get_by_role("link", name=title)).to_be_visible()
        page.get_by_label("Say something").fill(words)
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_text(words)).to_be_visible()

        page = opened(visitor, path)
        expect(page.get_by_text("1 entry")).to_be_visible()
        page.get_by_role("link", name=re.compile("Listen")).click()
        expect(page).to_have_url(re.compile(SOUND))
        with visit(browser, site) as stranger:
            expect(stranger.open(path).get_by_text(title)).to_have_count(0)
            expect(stranger.open(SOUND).get_by_text(words)).to_have_count(0)
        page = opened(visitor, path)
        page.get_by_label("Seen by").select_option(label="Everybody")
        with visit(browser, site) as stranger:
            expect(stranger.open(path).get_by_role("heading", name=title)).to_be_visible()

        page = opened(visitor, "/desk")
        expect(page.get_by_role("link", name=title)).to_be_visible()
        expect(page.get_by_role("link", name=words)).to_be_visible()
        page = opened(visitor, "/profile")
        page.get_by_role("textbox", name="Display name").fill("Curator of the walk")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved.")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_of_ones_own_are_used_by_everybody(
    browser: Browser, site: str, staff: tuple[str, str], width: str
) -> None:
    """No rule of axe is broken in either light, and nothing is wider than the window."""
    paths = ("/desk", "/profile", "/selections", "/selections?which=mine", SOUND)
    walk(browser, site, width, paths, opened, begin=lambda visitor: log_in(visitor, staff))
