"""Several sounds on one timeline, in a browser: deposited beside one another, named, put in order.

On the demo's site (TRIED_SITE and TRIED_LOGIN: on another).
"""

import os
import secrets
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.browser import WIDTHS, Visit, axe, taken_over, visit
from tests.e2e.test_deposit import COLLECTION, asked, signed_in
from tests.e2e.walking import look
from tests.sounds import write_wav

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

PARTS = """query($code: String!) { item(code: $code) {
  parts { position stem label startsAt duration } } }"""


def deposited(page: Page, folder: Path, title: str) -> None:
    """Make a record of one sound of three seconds, and put another of two beside it."""
    mix = write_wav(folder / f"{title}.wav", frames=24_000)
    voice = write_wav(folder / f"voice {title}.wav", frames=16_000)
    page.locator("#files").set_input_files([mix, voice])
    expect(page.locator("li.deposit[data-kind=staged]")).to_have_count(2, timeout=30_000)
    first = page.locator("li.deposit", has=page.get_by_role("heading", name=mix.name, exact=True))
    first.get_by_label("A new record").check()
    picked(first.get_by_role("combobox", name="Collection"), COLLECTION, first)
    first.get_by_role("button", name="Attach").click()
    expect(page.locator("li.deposit[data-kind=attached]")).to_have_count(1, timeout=60_000)
    second = page.locator("li.deposit[data-kind=staged]")
    picked(second.get_by_role("combobox", name="Recording, by code or title"), title, second)
    second.get_by_label("How it sounds there").select_option("beside")
    second.get_by_label("What it is").fill("voice")
    second.get_by_role("button", name="Attach").click()
    expect(page.locator("li.deposit[data-kind=attached]")).to_have_count(2, timeout=60_000)


def picked(picker: Locator, typed: str, card: Locator) -> None:
    picker.press_sequentially(typed)
    expect(card.get_by_role("option").first).to_be_visible()
    picker.press("Enter")


def card_of(page: Page) -> Locator:
    return page.locator("section.card", has=page.get_by_role("heading", name="Parts and stems"))


def parts_of(visitor: Visit, code: str) -> list[tuple[int, str | None, float]]:
    found = asked(visitor, PARTS, code=code)["item"]["parts"]
    return [(each["stem"], each["label"], each["startsAt"]) for each in found]


def test_stems_are_deposited_named_moved_and_put_in_order(
    browser: Browser, site: str, staff: tuple[str, str], tmp_path: Path
) -> None:
    """By keys: what one moves keeps the focus, and the timeline shows where each lies."""
    title = f"session {secrets.token_hex(4)}"
    with visit(browser, site) as visitor:
        page = signed_in(visitor, staff)
        deposited(page, tmp_path, title)
        page.get_by_role("link", name=title).first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        code = page.url.rpartition("/")[2]
        assert parts_of(visitor, code) == [(0, None, 0.0), (1, "voice", 0.0)]

        page.reload()
        card = card_of(taken_over(page))
        rows = card.locator(".part")
        expect(rows).to_have_count(2)
        expect(rows.nth(1)).to_contain_text("beside the mix: 1")
        expect(card.locator(".lane")).to_have_count(2)
        rows.nth(1).get_by_role("button", name="Describe voice").press("Enter")
        name = card.get_by_label("Name")
        expect(name).to_be_focused()
        name.fill("the singer")
        card.get_by_label("Begins at").fill("soon")
        card.get_by_role("button", name="Save").click()
        expect(card.get_by_role("alert")).to_be_visible()
        card.get_by_label("Begins at").fill("1.5")
        assert axe(page) == []
        page.keyboard.press("Enter")
        described = card.get_by_role("button", name="Describe the singer")
        expect(described).to_be_focused()
        expect(card.get_by_role("alert")).to_have_count(0)
        assert parts_of(visitor, code) == [(0, None, 0.0), (1, "the singer", 1.5)]
        expect(rows.nth(1)).to_contain_text("0:01.5")
        singer, mix = (
            box["x"]
            for row in (1, 0)
            if (box := card.locator(".lane").nth(row).locator(".bar").bounding_box())
        )
        assert singer > mix + 50

        card.get_by_role("button", name="Move the singer up").press("Enter")
        expect(rows.nth(0).get_by_role("heading")).to_contain_text("the singer")
        expect(card.get_by_role("button", name="Move the singer down")).to_be_focused()
        expect(card.get_by_role("status")).to_contain_text("the singer")
        assert parts_of(visitor, code) == [(1, "the singer", 1.5), (0, None, 0.0)]
        page.reload()
        expect(card_of(taken_over(page)).locator(".part").first).to_contain_text("the singer")
        assert visitor.complaints == []
        assert visitor.strayed == []

        for width, height in WIDTHS.values():
            page.set_viewport_size({"width": width, "height": height})
            look(page, f"parts of {code}", width)
            if os.environ.get("PICTURES"):
                card_of(page).screenshot(path=Path(os.environ["PICTURES"]) / f"parts-{width}.png")
