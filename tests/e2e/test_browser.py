"""The whole site in a visitor's browser, on the demo's real recordings (TRIED_SITE: on another)."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.e2e.browser import WIDTHS, Visit, axe, taken_over, visit
from tests.e2e.walking import settled, walk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.timeout(900),
]

SONG = "/items/DEMO_BIRDS_001"
MUSIC = "/items/DEMO_MUSIC_001"
MOUSE = "/items/DEMO_ULTRASOUND_001"
SLIDE = "/items/CNRSMH_I_1970_012_041_15"
WITHHELD = "/items/DEMO_MUSIC_002"
PAGES = (
    "/",
    "/items",
    "/items?q=finch",
    SONG,
    MOUSE,
    SLIDE,
    WITHHELD,
    "/collections",
    "/places",
    "/explorer",
    "/login",
    "/items/NEVER_WAS",
)
#: Pages that Django alone draws; nothing takes them over.
DJANGOS = ("/login", "/items/NEVER_WAS")


@pytest.fixture
def desk(browser: Browser, site: str) -> Iterator[Visit]:
    with visit(browser, site) as visitor:
        yield visitor


def opened(visitor: Visit, path: str) -> Page:
    page = visitor.open(path)
    return page if path in DJANGOS else taken_over(page)


def sounds(visitor: Visit, page: Page) -> list[Response]:
    """Return the answers that bear sound; the browser tells of them later than it plays them."""
    for _ in range(100):
        told = [each for each in visitor.answers if re.search("/parts/[0-9]+/sound", each.url)]
        if told:
            return told
        page.wait_for_timeout(50)
    pytest.fail("No sound was answered.")


def plays_past(page: Page, seconds: float) -> None:
    """Wait until the player is beyond a time; asked from outside, for the page forbids eval."""
    for _ in range(100):
        if page.evaluate("document.querySelector('sound-player').currentTime") > seconds:
            return
        page.wait_for_timeout(50)
    pytest.fail(f"The sound did not play past {seconds} s.")


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


def test_a_page_begins_with_the_answer_in_its_document(desk: Visit) -> None:
    """Vue takes the document over without a second round trip."""
    for path in ("/", "/items", SLIDE, "/collections", "/places", "/places/mali"):
        opened(desk, path).wait_for_load_state("networkidle")
    assert desk.asked("/graphql") == []


def test_the_recording_of_the_slides(desk: Visit) -> None:
    """W-06: everything that its record says stands on its page."""
    page = opened(desk, SLIDE)
    expect(page.get_by_role("heading", level=1)).to_have_text("TROMPE ET TAMBOUR")
    for said in ("OLU BOY", "Sanga", "Mali", "Dogon", "KAKELE", "BOYDUNULE", "BM.1970.012.001"):
        expect(page.get_by_role("main")).to_contain_text(said)
    expect(page.locator("sound-player")).to_have_count(0)


def test_a_song_is_seen_measured_and_heard_from_any_moment(desk: Visit) -> None:
    """W-22: tiles are drawn, a seek is answered by a byte range, values have units."""
    page = opened(desk, f"{SONG}?t=2.5,3.5")
    stage = page.get_by_role("slider", name="Position in the sound")
    expect(stage).to_have_attribute("aria-valuenow", "2.5")
    expect(page.get_by_text(re.compile("Picture of a sound of 5.8 seconds"))).to_be_attached()
    expect(page.get_by_role("row", name=re.compile("Peak level.*dBFS"))).to_be_visible()
    page.get_by_role("button", name="Play").click()
    plays_past(page, 2.7)
    assert {answer.status for answer in sounds(desk, page)} == {206}
    assert len(desk.asked("/tiles/")) >= 2
    assert desk.complaints == []


def test_curves_come_for_what_is_seen(desk: Visit) -> None:
    """W-30: pitch, onsets and loudness under the sound, asked for as the view needs them."""
    page = opened(desk, MUSIC)
    for curve in ("Pitch", "Onset strength", "Momentary loudness"):
        expect(page.locator(".lane-label", has_text=re.compile(f"^{curve} .*\\d"))).to_be_visible()
    page.get_by_role("slider", name="Position in the sound").focus()
    with page.expect_request("**/graphql") as asked:
        for _ in range(4):
            page.keyboard.press("+")
    question = asked.value.post_data_json or {}
    assert 0 < question["variables"]["maxPoints"] <= 4000


def test_lanes_are_chosen_and_kept(desk: Visit) -> None:
    """S-48, S-73: marks and rows of values under the sound, as each reader wants them."""
    page = opened(desk, MUSIC)
    picker = page.locator("details.lanes")
    picker.locator("summary").click()
    lanes = page.locator(".lane-label")
    for name, heading in (
        ("Silence and sound", "Silence and sound: \\d+"),
        ("Pitch classes", "Pitch classes 0 . 1"),
        ("Onsets", "Onsets: \\d+"),
    ):
        expect(lanes.filter(has_text=re.compile(f"^{heading}"))).to_have_count(0)
        picker.get_by_role("checkbox", name=name, exact=True).check()
        expect(lanes.filter(has_text=re.compile(f"^{heading}"))).to_be_visible()
    picker.get_by_role("checkbox", name="Onsets", exact=True).uncheck()
    page.reload()
    expect(lanes.filter(has_text=re.compile("^Pitch classes 0 . 1"))).to_be_visible()
    expect(lanes.filter(has_text=re.compile("^Onsets:"))).to_have_count(0)
    page.get_by_text(re.compile("Histograms and means")).click()
    expect(page.get_by_role("img", name=re.compile("^Mean MFCC"))).to_be_visible()
    assert desk.complaints == []


def test_ultrasound_is_heard_slower_in_its_own_time(desk: Visit) -> None:
    page = opened(desk, MOUSE)
    expect(page.get_by_text(re.compile(r"Played \d+ times slower"))).to_be_visible()
    page.get_by_role("button", name="Play").click()
    plays_past(page, 0.02)
    assert page.evaluate("document.querySelector('sound-player').currentTime") < 0.4


def test_a_withheld_sound_says_why(desk: Visit) -> None:
    """W-08: no player, no address of the sound, one sentence."""
    page = opened(desk, WITHHELD)
    expect(page.locator(".withheld")).to_contain_text(re.compile("embargo|not open"))
    assert desk.asked("/media/") == []
    assert "/media/" not in page.content()


def test_the_linked_data_drawer(desk: Visit) -> None:
    """W-17: table, Turtle and JSON-LD of the same address; keys reach all of it."""
    page = opened(desk, SLIDE)
    button = page.get_by_role("button", name="Show RDF")
    button.click()
    drawer = page.get_by_role("dialog", name="Linked data of this record")
    expect(drawer.get_by_role("row").nth(3)).to_be_visible()
    page.get_by_role("tab", name="Table").focus()
    page.keyboard.press("ArrowRight")
    expect(drawer.locator("pre")).to_contain_text("@prefix")
    expect(drawer.locator("pre")).to_contain_text("TROMPE ET TAMBOUR")
    page.keyboard.press("ArrowRight")
    expect(drawer.locator("pre")).to_contain_text('"@context"')
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    expect(button).to_be_focused()


def test_the_address_holds_the_list(desk: Visit) -> None:
    """Filters, order and page come back with a reload and with the back button."""
    page = opened(desk, "/items")
    page.get_by_label("With sound").check()
    expect(page).to_have_url(re.compile(r"sound=1"))
    page.get_by_label("Order").select_option(label="Title")
    expect(page).to_have_url(re.compile(r"order=TITLE"))
    # The slide's record comes first by code, of those with sound the finch does.
    expect(page.locator(".row h2 a").first).not_to_have_text("TROMPE ET TAMBOUR")
    expect(page.locator(".row h2 a").first).not_to_have_text("Song of a Bengalese finch")
    first = page.locator(".row h2 a").first.inner_text()
    page.reload()
    taken_over(page)
    expect(page.locator(".row h2 a").first).to_have_text(first)
    page.locator(".row h2 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(first)
    expect(page.get_by_role("main")).to_be_focused()
    page.go_back()
    expect(page.get_by_label("With sound")).to_be_checked()
    expect(page.locator(".row h2 a").first).to_have_text(first)


def test_a_long_list_is_turned_page_by_page(desk: Visit) -> None:
    page = opened(desk, "/items")
    first = page.locator(".row h2 a").first.inner_text()
    page.get_by_role("button", name="Next page").click()
    expect(page).to_have_url(re.compile(r"after="))
    expect(page.locator(".row h2 a").first).not_to_have_text(first)
    page.get_by_role("button", name="To the beginning").click()
    expect(page.locator(".row h2 a").first).to_have_text(first)


def test_the_search_in_the_header(desk: Visit) -> None:
    page = opened(desk, "/places")
    page.get_by_role("searchbox", name="Search the recordings").fill("olu boy")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="TROMPE ET TAMBOUR")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="1 recording")).to_be_visible()


def test_places_are_reached_from_the_list_and_from_the_map_by_keys(desk: Visit) -> None:
    """W-13: the list is complete without the map; the marks are links with names."""
    page = opened(desk, "/places")
    mark = page.get_by_role("link", name=re.compile(r"^Sanga: 1 recording"))
    expect(mark).to_be_visible()
    page.get_by_role("treeitem", name=re.compile("^Mali")).focus()
    page.keyboard.press("ArrowRight")
    sanga = page.get_by_role("tree").get_by_role("treeitem", name=re.compile("^Sanga"))
    expect(sanga).to_be_visible()
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sanga")
    expect(page.get_by_role("link", name="TROMPE ET TAMBOUR")).to_be_visible()


def test_the_language_is_chosen_and_kept(desk: Visit) -> None:
    """W-44: also the player's own words."""
    page = opened(desk, SONG)
    page.get_by_role("button", name="Français").click()
    expect(page.get_by_role("heading", name="Analyse")).to_be_visible()
    expect(page.get_by_role("slider", name="Position dans le son")).to_be_visible()
    page.reload()
    taken_over(page)
    assert page.evaluate("document.documentElement.lang") == "fr"
    expect(page.get_by_role("button", name="Écouter")).to_be_visible()
    assert axe(page) == []


def test_without_javascript_the_page_is_read_and_the_sound_played(
    browser: Browser, site: str
) -> None:
    """W-46, G-11."""
    with visit(browser, site, java_script_enabled=False) as visitor:
        page = visitor.open(SONG)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator("audio[controls]")).to_be_visible()
        expect(page.get_by_role("row", name=re.compile("Peak level"))).to_be_visible()
        page.get_by_role("link", name="Collections").first.click()
        expect(page.locator(".row").first).to_be_visible()


def test_staff_ask_for_an_analysis_and_see_it_end(
    browser: Browser, site: str, staff: tuple[str, str]
) -> None:
    """W-42: log in, start, follow to the end without a question asked twice, log out."""
    with visit(browser, site) as visitor:
        page = visitor.open(f"/login?next={SONG}")
        page.get_by_label("Name").fill(staff[0])
        page.get_by_label("Password").fill(staff[1])
        page.get_by_role("button", name="Log in").click()
        taken_over(page)
        expect(page).to_have_url(re.compile(SONG))
        panel = page.locator("section", has=page.get_by_role("heading", name="Analyses"))
        expect(panel.get_by_role("listitem").first).to_be_visible()
        before = panel.get_by_role("listitem").count()
        panel.get_by_role("button", name="Start").click()
        expect(panel.get_by_role("listitem")).to_have_count(min(5, before + 1))
        expect(panel.get_by_role("listitem").first).to_contain_text("Done", timeout=120_000)
        assert axe(page) == []
        page.locator(".own-menu summary").click()
        page.get_by_role("button", name="Log out").click()
        expect(page.get_by_role("link", name="Log in")).to_be_visible()


def test_the_head_of_a_curators_phone_is_two_lines(
    browser: Browser, site: str, staff: tuple[str, str]
) -> None:
    """What is one's own stands behind one's name, and is reached and left by keys."""
    across, down = WIDTHS["phone"]
    with visit(browser, site, viewport={"width": across, "height": down}) as visitor:
        page = visitor.open("/login?next=/holders")
        page.get_by_label("Name").fill(staff[0])
        page.get_by_label("Password").fill(staff[1])
        page.locator("main").get_by_role("button", name="Log in").click()
        taken_over(page)
        head = page.locator(".masthead").bounding_box()
        assert head is not None
        assert head["height"] <= 110
        here = page.get_by_role("navigation", name="Main").get_by_role("link", name="Institutions")
        expect(here).to_be_in_viewport()
        name = page.locator(".own-menu summary")
        name.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("link", name="Deposit", exact=True)).to_be_visible()
        assert axe(page) == []
        page.keyboard.press("Escape")
        expect(page.get_by_role("link", name="Deposit", exact=True)).to_be_hidden()
        expect(name).to_be_focused()
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Journal", exact=True).click()
        expect(page).to_have_url(re.compile("/journal$"))
        expect(page.get_by_role("link", name="Journal", exact=True)).to_be_hidden()
