"""The pages of levels and terms in a visitor's browser, on the demo's own records."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import WIDTHS, Visit, axe, taken_over, visit
from tests.e2e.walking import settled, walk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.timeout(900),
]

SLIDE = "/items/CNRSMH_I_1970_012_041_15"
PAGES = (
    "/fonds",
    "/corpora",
    "/collections/CNRSMH_I_1970_012",
    SLIDE,
    "/vocabularies",
    "/vocabularies/keywords",
    "/instruments",
    "/instruments/trompe",
    "/groups",
    "/languages",
    "/agents",
    "/places/mali",
    "/holders",
)


@pytest.fixture
def desk(browser: Browser, site: str) -> Iterator[Visit]:
    with visit(browser, site) as visitor:
        yield visitor


def opened(visitor: Visit, path: str) -> Page:
    return taken_over(visitor.open(path))


@pytest.mark.parametrize("width", list(WIDTHS))
def test_no_page_is_hard_to_use_and_none_asks_elsewhere(
    browser: Browser, site: str, width: str
) -> None:
    """G-9, G-12: axe finds nothing, nothing is wider than the window, no other host is asked."""
    visitor = walk(
        browser, site, width, PAGES, lambda visitor, path: settled(opened(visitor, path))
    )
    print(f"{len(PAGES)} pages, {len(visitor.requests)} requests, {width}")
    assert len(visitor.requests) > 5 * len(PAGES)


def test_each_page_begins_with_the_answer_in_its_document(desk: Visit) -> None:
    """Vue takes every document over without a second round trip."""
    for path in PAGES:
        opened(desk, path).wait_for_load_state("networkidle")
    assert desk.asked("/graphql") == []


@pytest.mark.parametrize("path", PAGES)
def test_the_application_says_what_the_document_says(
    browser: Browser, site: str, path: str
) -> None:
    """W-46: the heads of blocks and lists are the same with JavaScript and without."""
    with visit(browser, site, java_script_enabled=False) as plain:
        without = plain.open(path).locator("main h1, main .card > h2").all_inner_texts()
    with visit(browser, site) as visitor:
        drawn = opened(visitor, path).locator("main h1, main .card > h2").all_inner_texts()
    assert without
    # Maps, runs and files are the application's own; what the document says is all there.
    assert set(without) <= set(drawn)


def test_from_the_archive_down_to_a_recording(desk: Visit) -> None:
    """T-03, W-02: fonds, corpus, collection, item by links; the trail leads back up."""
    page = opened(desk, "/collections/CNRSMH_I_1970_012")
    page.get_by_role("link", name="TROMPE ET TAMBOUR").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("TROMPE ET TAMBOUR")
    trail = page.get_by_role("navigation", name="You are here")
    expect(trail.get_by_role("link").last).to_be_visible()
    trail.get_by_role("link").last.click()
    expect(page).to_have_url(re.compile("/collections/CNRSMH_I_1970_012$"))
    page.get_by_role("link", name="Archives", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Archives")


def test_a_name_is_found_in_a_list_of_terms(desk: Visit) -> None:
    """W-12: the address holds what is looked for; a French name finds what is shown in English."""
    page = opened(desk, "/instruments")
    box = page.get_by_role("searchbox", name="Find a name")
    box.fill("trompe")
    box.press("Enter")
    expect(page).to_have_url(re.compile("q=trompe"))
    page.get_by_role("link", name="natural trumpet", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("natural trumpet")
    expect(page.get_by_role("link", name="TROMPE ET TAMBOUR")).to_be_visible()


def test_the_classification_is_opened_by_keys(desk: Visit) -> None:
    """T-45: ARIA's tree: read when it is opened, walked by arrows, found by a letter."""
    page = opened(desk, "/instruments")
    tree = page.get_by_role("tree")
    lines = tree.get_by_role("treeitem")
    expect(lines.first).to_contain_text("idiophone")
    closed = lines.count()
    lines.first.focus()
    page.keyboard.press("a")
    expect(lines.last).to_be_focused()
    page.keyboard.press("ArrowRight")
    trumpet = tree.get_by_role("treeitem", name=re.compile("natural trumpet"))
    expect(trumpet).to_have_attribute("aria-level", "2")
    assert lines.count() > closed
    assert axe(page) == []
    page.keyboard.press("ArrowRight")
    page.keyboard.press("n")
    expect(trumpet).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(lines).to_have_count(closed)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("natural trumpet")
    page.go_back()
    expect(trumpet).to_be_visible()  # what was open is open


def test_a_recording_is_cited(desk: Visit) -> None:
    """W-07: the sentence names it, its code and its address."""
    page = opened(desk, SLIDE)
    cited = page.locator(".cited")
    expect(cited).to_contain_text("TROMPE ET TAMBOUR")
    expect(cited).to_contain_text(SLIDE)
    level = opened(desk, "/collections/CNRSMH_I_1970_012").locator(".cited")
    expect(level).to_contain_text("/collections/CNRSMH_I_1970_012")


def test_pages_speak_french_and_spanish(desk: Visit) -> None:
    """W-44: heads of blocks and lists too."""
    page = opened(desk, SLIDE)
    page.get_by_role("button", name="Français").click()
    expect(page.get_by_role("heading", name="Géographie et culture")).to_be_visible()
    page.get_by_role("button", name="Español").click()
    expect(page.get_by_role("heading", name="Geografía y cultura")).to_be_visible()
    assert axe(page) == []
