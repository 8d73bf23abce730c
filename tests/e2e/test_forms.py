"""Curators' forms in a browser: written by keys, refused, met by another's save (W-43)."""

import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.e2e.browser import WIDTHS, Visit, axe, taken_over, visit
from tests.e2e.walking import walk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.timeout(900),
]

SLIDE = "/items/CNRSMH_I_1970_012_041_15"
FORMS = (
    f"{SLIDE}/edit",
    "/collections/CNRSMH_I_1970_012/edit",
    "/places/mali/edit",
    "/instruments/trompe/edit",
    "/new/items",
    "/new/agreements",
    "/new/carriers",
    "/new/accessions",
    "/new/code-policies",
    "/new/holders",
    "/new/concepts?scheme=keywords",
    "/vocabularies/keywords/edit",
)


@pytest.fixture
def curator(browser: Browser, site: str, staff: tuple[str, str]) -> Iterator[Visit]:
    with visit(browser, site) as visitor:
        log_in(visitor, staff)
        yield visitor


def log_in(visitor: Visit, staff: tuple[str, str]) -> None:
    page = visitor.open("/login")
    page.get_by_label("Name").fill(staff[0])
    page.get_by_label("Password").fill(staff[1])
    page.get_by_role("button", name="Log in").click()
    taken_over(page)
    page.close()


def opened(visitor: Visit, path: str) -> Page:
    return taken_over(visitor.open(path))


@pytest.mark.parametrize("width", list(WIDTHS))
def test_no_form_is_hard_to_use(
    browser: Browser, site: str, staff: tuple[str, str], width: str
) -> None:
    """G-9: axe finds nothing in any form, light or dark, and nothing is wider than the window."""

    def form(visitor: Visit, path: str) -> Page:
        page = opened(visitor, path)
        expect(page.get_by_role("button", name=re.compile("^(Save|Create)$"))).to_be_visible()
        return page

    walk(browser, site, width, FORMS, form, begin=lambda visitor: log_in(visitor, staff))


def test_a_record_is_changed_by_keys_and_its_page_says_so(curator: Visit) -> None:
    """A term is picked from what fits, a date is told while it is written."""
    page = opened(curator, SLIDE)
    page.get_by_role("link", name="Edit").click()
    summary = page.get_by_label("Summary")
    words = f"Heard at a funeral, told {os.getpid()}."
    summary.fill(words)
    date = page.get_by_label("Recorded")
    was = date.input_value()
    date.fill("1960-13")
    expect(page.get_by_text("This date cannot be read.")).to_be_visible()
    date.fill(was)
    language = page.get_by_role("combobox", name="Languages")
    language.press_sequentially("Mao")
    expect(page.locator(".offers [role=option]").first).to_be_visible()
    language.press("Enter")
    expect(page.get_by_role("button", name="Remove Maori")).to_be_visible()
    page.get_by_role("button", name="Remove Maori").click()
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_url(re.compile(f"{SLIDE}$"))
    expect(page.get_by_text(words)).to_be_visible()


def test_what_the_archive_refuses_stands_at_its_field(curator: Visit) -> None:
    page = opened(curator, f"{SLIDE}/edit")
    page.get_by_label("Recorded").fill("1960-13")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("It was not saved")
    field = page.locator(".form-field", has=page.get_by_label("Recorded"))
    expect(field.locator(".field-error")).to_be_visible()
    expect(page.get_by_label("Recorded")).to_be_focused()
    assert axe(page) == []


def test_two_who_save_one_record_are_shown_to_each_other(curator: Visit) -> None:
    """What only one changed stands; what both changed is asked, and then saved as chosen."""
    mine, theirs = opened(curator, f"{SLIDE}/edit"), opened(curator, f"{SLIDE}/edit")
    theirs.get_by_label("Credit").fill(f"Theirs {os.getpid()}")
    theirs.get_by_label("Source of the record").fill(f"Their source {os.getpid()}")
    theirs.get_by_role("button", name="Save").click()
    expect(theirs).to_have_url(re.compile(f"{SLIDE}$"))
    mine.get_by_label("Credit").fill(f"Mine {os.getpid()}")
    mine.get_by_role("button", name="Save").click()
    asked = mine.get_by_role("alert")
    expect(asked).to_contain_text("Somebody else saved this record meanwhile")
    expect(asked.get_by_role("row", name=re.compile("Credit.*Mine.*Theirs"))).to_be_visible()
    expect(asked).to_contain_text("Source of the record")
    assert axe(mine) == []
    mine.get_by_role("button", name="Take theirs").click()
    expect(mine.get_by_label("Credit")).to_have_value(f"Theirs {os.getpid()}")
    mine.get_by_role("button", name="Keep mine").click()
    mine.get_by_role("button", name="Save").click()
    expect(mine).to_have_url(re.compile(f"{SLIDE}$"))
    expect(mine.get_by_role("main")).to_contain_text(f"Mine {os.getpid()}")
    expect(mine.get_by_role("main")).to_contain_text(f"Their source {os.getpid()}")


def test_what_is_not_saved_is_not_left_without_a_word(curator: Visit) -> None:
    page = opened(curator, f"{SLIDE}/edit")
    page.get_by_label("Credit").fill("Somebody")
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    page.get_by_role("link", name="Collections", exact=True).click()
    expect(page.get_by_label("Credit")).to_have_value("Somebody")
    assert asked == ["What you wrote is not saved. Leave the page?"]


def test_a_new_recording_begins_in_its_collection(curator: Visit) -> None:
    page = opened(curator, "/new/items?collection=CNRSMH_I_1970_012")
    title = f"A new song {os.getpid()}"
    page.get_by_label("Title", exact=False).first.fill(title)
    page.get_by_role("button", name="Create").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_role("main")).to_contain_text("Draft")


def test_a_tape_comes_with_its_agreement_and_what_is_on_it_is_numbered(curator: Visit) -> None:
    """An agreement with its document, a carrier of a collection, a term, an item's next code."""
    number = os.getpid()
    page = opened(curator, "/holdings")
    page.get_by_role("link", name="Agreements").click()
    page.get_by_role("link", name="New").click()
    page.get_by_label("Code").fill(f"DEP-{number}")
    page.get_by_label("Title").first.fill(f"Deposit {number}")
    page.get_by_label("Signed document").set_input_files(
        {"name": "deed.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 signed"}
    )
    page.get_by_role("button", name="Create").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Deposit {number}")
    document = page.get_by_role("link", name="deed.pdf")
    answer = page.request.get(f"{curator.site}{document.get_attribute('href')}")
    assert answer.body() == b"%PDF-1.7 signed"
    assert answer.headers["cache-control"] == "private, no-store"

    page.goto(f"{curator.site}/new/carriers?collection=CNRSMH_I_1970_012")
    taken_over(page)
    page.get_by_label("Shelf mark").fill(f"T-{number}")
    page.get_by_role("button", name="Create").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"T-{number}")
    expect(page.get_by_role("main")).to_contain_text("to be digitised")
    page.goto(f"{curator.site}/carriers?state=WAITING")
    expect(page.get_by_role("link", name=f"T-{number}")).to_be_visible()

    page.goto(f"{curator.site}/new/concepts?scheme=keywords")
    taken_over(page)
    page.get_by_label("Name").first.fill(f"rain {number}")
    page.get_by_role("button", name="Create").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"rain {number}")
    expect(page).to_have_url(re.compile(f"/vocabularies/keywords/rain-{number}$"))

    page.goto(f"{curator.site}/new/items?collection=CNRSMH_I_1970_012")
    taken_over(page)
    page.get_by_label("Title").first.fill(f"Numbered {number}")
    page.get_by_role("button", name="Next code").click()
    code = page.get_by_label("Code", exact=True)
    expect(code).to_have_value(re.compile("^CNRSMH_I_1970_012_"))
    expect(page.get_by_text("These codes look like this:")).to_be_visible()
    proposed = code.input_value()
    page.get_by_role("button", name="Create").click()
    expect(page).to_have_url(re.compile(f"/items/{proposed}$"))


def test_a_visitor_is_asked_to_log_in(browser: Browser, site: str) -> None:
    with visit(browser, site) as visitor:
        page = visitor.open(f"{SLIDE}/edit")
        expect(page).to_have_url(re.compile(r"/login\?next="))
