"""GraphQL is asked by hand, in the browser (W-19, G-22): complete, run, read, keep, follow."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import Visit, axe, taken_over, visit
from tests.e2e.test_forms import log_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

#: Of a field that no visitor reads: other tests look at the record as well.
CHANGE = """mutation { updateItem(input: {code: "DEMO_BIRDS_002", archivistNotes: "%d"})
{ __typename } }"""
STREAM = "subscription { archiveChanges { change record { iri } } }"


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[Visit]:
    with visit(browser, site) as visitor:
        yield visitor


#: The schema is asked for by introspection: a second of the server's time.
def opened(visitor: Visit, path: str = "/explorer") -> Page:
    page = taken_over(visitor.open(path))
    expect(page.get_by_role("heading", name="The schema")).to_be_visible(timeout=30_000)
    return page


def write(page: Page, text: str) -> None:
    """Write in the editor as a person does; what it closes by itself is typed over."""
    page.get_by_role("textbox", name="Query", exact=True).click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)


def test_a_query_is_completed_run_and_kept(visitor: Visit) -> None:
    page = opened(visitor)
    write(page, "{ places(first: 1) { totalC")
    page.keyboard.press("Control+Space")
    expect(page.get_by_role("option", name="totalCount")).to_be_visible()
    page.wait_for_timeout(200)  # the list takes no key in its first moments
    page.keyboard.press("Enter")
    page.keyboard.insert_text(" } }")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".explorer-answer pre")).to_contain_text('"totalCount"')

    write(page, "{ nothing }")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".explorer-answer pre")).to_contain_text("INVALID")

    page.get_by_label("Variables").fill("[1]")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_have_text("The variables are no JSON object.")
    assert axe(page) == []

    page.get_by_label("Variables").fill("")
    page.get_by_label("Name of this query").fill("mine")
    page.keyboard.press("Enter")
    again = opened(visitor)
    again.get_by_role("button", name="mine", exact=True).click()
    expect(again.get_by_role("textbox", name="Query", exact=True)).to_contain_text("nothing")
    assert visitor.strayed == []
    # A wrong query is told by its status, which the browser's console repeats.
    assert [said for said in visitor.complaints if "400" not in said] == []


def test_every_example_is_answered_and_the_schema_is_read(visitor: Visit) -> None:
    page = opened(visitor)
    for example in ("Recordings", "What was measured", "Search", "Places"):
        page.locator(".explorer-examples").get_by_role("button", name=example, exact=True).click()
        page.locator(".explorer-ask").get_by_role("button", name="Run", exact=True).click()
        expect(page.get_by_role("status")).to_contain_text("Answered in")
        answer = page.locator(".explorer-answer pre").text_content() or ""
        assert '"errors"' not in answer, answer
        assert '"nodes": []' not in answer, example
    docs = page.locator(".explorer-docs")
    docs.get_by_role("button", name="ItemConnection!", exact=True).first.click()
    expect(docs.get_by_role("heading", level=3)).to_have_text("ItemConnection")
    docs.get_by_role("searchbox").fill("runprogress")
    docs.get_by_role("button", name="Subscription.runProgress", exact=True).click()
    expect(docs.get_by_role("heading", level=3)).to_have_text("Subscription")


def test_a_stream_is_followed_and_stopped(
    browser: Browser, visitor: Visit, site: str, staff: tuple[str, str]
) -> None:
    page = opened(visitor, f"/explorer#query={STREAM}")
    expect(page.get_by_role("textbox", name="Query", exact=True)).to_contain_text("archiveChanges")
    page.locator(".explorer-ask").get_by_role("button", name="Run", exact=True).click()
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    with visit(browser, site) as curator:
        log_in(curator, staff)
        desk = opened(curator)
        for turn in range(5):  # the stream may still be on its way when the first is told
            write(desk, CHANGE % turn)
            desk.keyboard.press("Control+Enter")
            expect(desk.locator(".explorer-answer pre")).to_contain_text("UpdateItemPayload")
            page.wait_for_timeout(400)
            if page.locator(".explorer-answer pre").count():
                break
    expect(page.locator(".explorer-answer pre").first).to_contain_text("/items/DEMO_BIRDS_002")
    expect(page.get_by_role("status")).to_contain_text("so far")
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Stopped.")
