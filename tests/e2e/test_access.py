"""Who may know what, in a browser: staff decide it on a record's page, and a visitor is told."""

import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.e2e.browser import WIDTHS, Visit, axe, taken_over, visit
from tests.e2e.test_forms import log_in
from tests.e2e.test_past import ask, new_item

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

RUN = str(os.getpid())
LABEL = f"tk-evening-{RUN}"
NAME = f"TK Evening {RUN}"
TEXT = "To be heard after sunset."


@pytest.fixture
def curator(browser: Browser, site: str, staff: tuple[str, str]) -> Iterator[Visit]:
    with visit(browser, site) as visitor:
        log_in(visitor, staff)
        yield visitor


def an_item_that_sounds(page: Page) -> tuple[str, str]:
    """Return the id and the path of an open item with a sound."""
    found = ask(
        page,
        """{ items(first: 50, filter: {access: FULL}) {
            nodes { id iri access { canListen } audio { url } } } }""",
    )
    item = next(each for each in found["items"]["nodes"] if each["audio"])
    return item["id"], "/" + item["iri"].split("/", 3)[3]


def card(page: Page) -> Locator:
    heading = page.get_by_role("heading", name="Who may know what")
    shown = page.locator("details", has=heading)
    if shown.get_attribute("open") is None:
        heading.click()
    expect(shown.get_by_role("group", name="Labels")).to_be_visible()
    return shown


def answered_before_leaving(page: Page, button: str) -> None:
    """Press a button of the card, and wait for what it changes to be so.

    Who leaves before the answer takes the question along: the next test would find it undone.
    """
    with page.expect_response("**/graphql") as answered:
        card(page).get_by_role("button", name=button).click()
    assert answered.value.ok


def describe(page: Page) -> None:
    ask(
        page,
        """mutation($i: CreateLabelInput!) { createLabel(input: $i) {
            __typename ... on Error { message } } }""",
        i={
            "slug": LABEL,
            "name": NAME,
            "text": TEXT,
            "translations": [{"field": "text", "language": "fr", "text": "À écouter le soir."}],
        },
    )


def test_a_notice_is_put_on_an_item_and_read_before_it_is_heard(
    browser: Browser, site: str, curator: Visit
) -> None:
    page = taken_over(curator.open("/items"))
    _, path = an_item_that_sounds(page)
    describe(page)
    page = taken_over(curator.open(path))
    labels = card(page).get_by_role("group", name="Labels")
    labels.get_by_label(NAME).check()
    card(page).get_by_role("button", name="Save: Labels").click()
    expect(card(page).get_by_role("status")).to_have_text("It holds from now on, at every door.")
    for width, height in WIDTHS.values():
        for scheme in ("light", "dark"):
            size = {"width": width, "height": height}
            with visit(browser, site, viewport=size, color_scheme=scheme) as visitor:
                seen = taken_over(visitor.open(path))
                notice = seen.get_by_role("region", name="Before you listen")
                expect(notice.get_by_text(TEXT)).to_be_visible()
                expect(seen.locator("sound-player")).to_have_count(0)
                assert axe(seen) == []
                notice.get_by_role("button", name="I have read this").click()
                expect(seen.locator("sound-player")).to_be_visible()
                expect(notice.get_by_text(TEXT)).to_be_visible()
                assert visitor.complaints == []
    labels.get_by_label(NAME).uncheck()
    answered_before_leaving(page, "Save: Labels")
    expect(labels.get_by_label(NAME)).not_to_be_checked()
    with visit(browser, site) as visitor:
        seen = taken_over(visitor.open(path))
        expect(seen.locator("sound-player")).to_be_visible()
        expect(seen.get_by_role("region", name="Before you listen")).to_have_count(0)


def test_staff_give_access_and_take_it_back_on_the_page(
    curator: Visit, staff: tuple[str, str]
) -> None:
    page = taken_over(curator.open("/items"))
    _, path = an_item_that_sounds(page)
    page = taken_over(curator.open(path))
    card(page).get_by_text("Give access").first.click()
    card(page).get_by_label("Whom").fill(staff[0])
    card(page).get_by_label("What", exact=True).select_option("DOWNLOAD")
    card(page).get_by_label("Reason", exact=True).fill("For the exhibition.")
    assert axe(page) == []
    card(page).get_by_role("button", name="Give access").click()
    line = card(page).get_by_role("listitem").filter(has_text="For the exhibition.")
    expect(line).to_contain_text("may download")
    line.get_by_role("button", name=re.compile("Take back")).click()
    expect(line).to_have_count(0)


def test_a_stretch_is_withheld_from_where_the_player_stands(curator: Visit) -> None:
    page = taken_over(curator.open("/items"))
    _, path = an_item_that_sounds(page)
    page = taken_over(curator.open(path))
    card(page).get_by_role("button", name="Add a stretch").click()
    page.evaluate("document.querySelector('sound-player').currentTime = 0.5")
    card(page).get_by_role("button", name="Here: start of stretch 1").click()
    expect(card(page).get_by_label("Start of stretch 1", exact=True)).to_have_value("0:00.500")
    card(page).get_by_role("button", name="Withhold these").click()
    expect(card(page).get_by_role("alert")).to_contain_text("A stretch has a start")
    card(page).get_by_label("End of stretch 1", exact=True).fill("0:00.750")
    assert axe(page) == []
    card(page).get_by_role("button", name="Withhold these").click()
    expect(card(page).get_by_role("status")).to_contain_text("copies are being made anew")
    card(page).get_by_role("button", name="Remove stretch 1").click()
    answered_before_leaving(page, "Withhold these")
    expect(card(page).get_by_role("list", name="Withheld stretches")).to_have_count(0)


def test_a_visitor_asks_on_a_records_page_and_reads_the_answer_where_it_was_kept(
    browser: Browser, site: str, curator: Visit
) -> None:
    page = taken_over(curator.open("/items"))
    _, path = an_item_that_sounds(page)
    words = f"The second voice is my mother {RUN}."
    width, height = WIDTHS["phone"]
    with visit(browser, site, viewport={"width": width, "height": height}) as visitor:
        seen = taken_over(visitor.open(path))
        seen.get_by_role("link", name="Ask for a correction").click()
        seen.get_by_label("What do you ask for?").select_option("NAMING")
        seen.get_by_label("What you ask, and why").fill(words)
        assert axe(seen) == []
        seen.get_by_role("button", name="Send").click()
        expect(seen.get_by_role("status")).to_contain_text("Keep this address")
        assert axe(seen) == []
        page = taken_over(curator.open("/requests"))
        expect(page.get_by_text("Somebody asks for a naming.").first).to_be_visible()
        line = page.get_by_role("listitem").filter(has_text=words)
        line.get_by_role("button", name="Approve", exact=True).click()
        page.get_by_label("What is said to who asked").fill("She is named now.")
        page.get_by_role("dialog").get_by_role("button", name="Approve", exact=True).click()
        expect(line).to_contain_text("Approved")
        page.get_by_role("button", name="Mark as read").click()
        expect(page.get_by_role("status")).to_have_text("All is read.")
        expect(page.get_by_role("heading", name="What is new")).to_have_count(0)
        seen.reload()
        expect(seen.get_by_text("She is named now.")).to_be_visible()
        assert visitor.complaints == []


def test_a_record_is_hidden_and_who_asked_is_answered_with_one_button(
    browser: Browser, site: str, curator: Visit
) -> None:
    page = taken_over(curator.open("/items"))
    path = new_item(page, f"Not to be heard {RUN}", state="PUBLISHED")
    words = f"It is for the initiated {RUN}."
    found = ask(page, "query($c: String!) { item(code: $c) { id } }", c=path.rpartition("/")[2])
    asked = {"wish": "WITHDRAWAL", "words": words, "record": found["item"]["id"]}
    ask(page, "mutation($i: AskArchiveInput!) { askArchive(input: $i) { __typename } }", i=asked)
    page = taken_over(curator.open("/requests"))
    line = page.get_by_role("listitem").filter(has_text=words)
    line.get_by_role("button", name="Hide and approve").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(words)
    assert axe(page) == []
    dialog.get_by_label("What is said to who asked").fill("It is hidden now.")
    dialog.get_by_role("button", name="Hide and approve").click()
    expect(page.get_by_role("status")).to_contain_text("hidden at every door")
    expect(line).to_contain_text("Approved")
    expect(line).to_contain_text("It is hidden now.")
    with visit(browser, site) as visitor:
        answer = visitor.context.request.get(f"{site}{path}", headers={"accept": "text/html"})
        assert answer.status == 404


def test_ones_own_request_is_taken_back_on_the_page_of_requests(curator: Visit) -> None:
    page = taken_over(curator.open("/items"))
    item, _ = an_item_that_sounds(page)
    words = f"For an edition {RUN}."
    asked = {"wish": "ACCESS", "gives": "DOWNLOAD", "words": words, "record": item}
    ask(page, "mutation($i: AskArchiveInput!) { askArchive(input: $i) { __typename } }", i=asked)
    page = taken_over(curator.open("/requests"))
    line = page.get_by_role("listitem").filter(has_text=words)
    line.get_by_role("button", name="Take back").click()
    expect(line).to_contain_text("Taken back")
    expect(line.get_by_role("button")).to_have_count(0)
    assert axe(page) == []


def test_what_was_ticked_stays_while_the_rest_of_the_card_arrives(curator: Visit) -> None:
    page = taken_over(curator.open("/items"))
    _, path = an_item_that_sounds(page)
    ask(
        page,
        "mutation($i: CreateLabelInput!) { createLabel(input: $i) { __typename } }",
        i={"slug": f"late-{RUN}", "name": f"Late {RUN}", "text": "Late."},
    )
    page = curator.context.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        if "ReceiversOfAccess" in (route.request.post_data or ""):
            held.append(route)
        else:
            route.fallback()

    page.route("**/graphql", hold)
    page.goto(f"{curator.site}{path}")
    taken_over(page)
    box = card(page).get_by_label(f"Late {RUN}")
    box.check()
    expect(card(page).get_by_text("Give access")).to_have_count(0)
    assert len(held) == 1
    held[0].fallback()
    expect(card(page).get_by_text("Give access").first).to_be_visible()
    expect(box).to_be_checked()


def test_a_letter_for_a_forgotten_password_is_asked_for(browser: Browser, site: str) -> None:
    with visit(browser, site) as visitor:
        page = visitor.open("/login")
        page.get_by_role("link", name=re.compile("password", re.IGNORECASE)).click()
        page.locator("#email").fill(f"nobody-{RUN}@example.org")
        page.locator("main").get_by_role("button").click()
        expect(page.locator("main").get_by_role("status")).to_be_visible()
        assert axe(page) == []
        assert visitor.complaints == []
