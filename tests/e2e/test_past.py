"""What curators see of a record's life, in a browser: history, journal, bin, merges."""

import itertools
import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.e2e.browser import Visit, axe, taken_over, visit
from tests.e2e.test_forms import log_in
from tests.e2e.walking import walk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.timeout(900),
]

COLLECTION = "CNRSMH_I_1970_012"
#: Another run of the same site makes records of other names.
RUN = str(os.getpid())
_numbers = itertools.count(1)


@pytest.fixture
def curator(browser: Browser, site: str, staff: tuple[str, str]) -> Iterator[Visit]:
    with visit(browser, site) as visitor:
        log_in(visitor, staff)
        yield visitor


def opened(visitor: Visit, path: str) -> Page:
    return taken_over(visitor.open(path))


def ask(page: Page, query: str, **variables: Any) -> Any:
    """Ask GraphQL as whoever is signed in in the page."""
    answer = page.evaluate(
        """async ([query, variables]) => {
            const token = /csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";
            const headers = {"content-type": "application/json", "x-csrftoken": token};
            const body = JSON.stringify({query, variables});
            return (await fetch("/graphql", {method: "POST", headers, body})).json();
        }""",
        [query, variables],
    )
    assert "errors" not in answer, answer
    return answer["data"]


def new_item(page: Page, title: str, **values: Any) -> str:
    """Make a draft; return its path."""
    code = f"PAST_{RUN}_{next(_numbers)}"
    made = ask(
        page,
        """mutation($i: CreateItemInput!) { createItem(input: $i) {
            ... on CreateItemPayload { item { iri } } ... on Error { message } } }""",
        i={"title": title, "code": code, "collection": COLLECTION, **values},
    )
    return "/" + str(made["createItem"]["item"]["iri"]).split("/", 3)[3]


def new_place(page: Page, name: str, **values: Any) -> str:
    """Make a place below Mali; return its path."""
    made = ask(
        page,
        """mutation($i: CreatePlaceInput!) { createPlace(input: $i) {
            ... on PlacePayload { place { iri } } ... on Error { message } } }""",
        i={"name": name, "kind": "SETTLEMENT", "parents": ["mali"], **values},
    )
    return "/" + str(made["createPlace"]["place"]["iri"]).split("/", 3)[3]


def retitle(page: Page, path: str, **values: Any) -> None:
    key = path.rpartition("/")[2]
    told = ask(
        page,
        """mutation($i: UpdateItemInput!) { updateItem(input: $i) {
            __typename ... on Error { message } } }""",
        i={"code": key, **values},
    )
    assert told["updateItem"]["__typename"] == "UpdateItemPayload", told


def versions(page: Page) -> Locator:
    """Open a record's history by its keys; return its versions."""
    page.locator("#history > summary").focus()
    page.keyboard.press("Enter")
    found = page.locator("#history article")
    expect(found.first).to_be_visible()
    return found


def confirm(page: Page, name: str, reason: str = "") -> None:
    """Answer the question that is asked, by keys."""
    dialog = page.get_by_role("dialog")
    if reason:
        dialog.get_by_label("Why", exact=False).fill(reason)
    dialog.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def test_a_record_is_read_back_version_by_version_and_put_back(curator: Visit) -> None:
    """Who, when, why and what, word by word; an older version returns, a change is undone."""
    page = opened(curator, "/journal")
    path = new_item(page, f"Song of the {RUN}th day", summary="Two trumpets and a drum.")
    words = "Two wooden trumpets and a drum."
    retitle(page, path, summary=words, place="sanga", reason="Heard with the family")
    page = opened(curator, path)
    found = versions(page)
    expect(found).to_have_count(2)
    newest = found.first
    expect(newest).to_contain_text("Heard with the family")
    expect(newest.get_by_role("heading")).to_contain_text(", by ")
    expect(newest.locator("ins")).to_have_text("wooden ")
    expect(newest.get_by_role("link", name="Sanga")).to_have_attribute("href", "/places/sanga")
    assert axe(page) == []

    found.nth(1).get_by_role("button", name="Go back to this version").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("What would change:")
    expect(dialog.locator("del")).to_have_text("wooden ")
    assert axe(page) == []
    confirm(page, "Go back", "The first one was right")
    expect(page.get_by_role("status").filter(has_text="says again")).to_be_visible()
    expect(found).to_have_count(3)
    expect(page.locator(".facts").first).to_contain_text("Two trumpets and a drum.")

    found.first.get_by_role("button", name="Undo").click()
    confirm(page, "Undo it")
    expect(found).to_have_count(4)
    expect(found.nth(1)).to_contain_text("Taken back since.")
    expect(page.locator(".facts").first).to_contain_text(words)


def test_what_cannot_be_done_is_said_in_a_sentence_and_harms_nothing(curator: Visit) -> None:
    """A conflict, a later change in the way, a lost connection."""
    page = opened(curator, "/journal")
    path = new_item(page, f"Contested {RUN}", summary="one")
    retitle(page, path, summary="two")
    page = opened(curator, path)
    found = versions(page)
    retitle(page, path, summary="three")
    found.nth(1).get_by_role("button", name="Go back to this version").click()
    confirm(page, "Go back")
    told = page.get_by_role("dialog").get_by_role("alert")
    expect(told).to_contain_text("Somebody else changed this record")
    told.get_by_role("button", name="Show it as it is now").click()
    expect(found).to_have_count(3)
    found.nth(1).get_by_role("button", name="Undo").click()
    confirm(page, "Undo it")
    expect(told).to_contain_text("later changes stand on it")
    assert axe(page) == []
    page.keyboard.press("Escape")

    page.route("**/graphql", lambda route: route.abort())
    page.reload()
    page.locator("#history > summary").click()
    expect(page.locator("#history").get_by_role("alert")).to_contain_text("could not be loaded")
    page.unroute("**/graphql")
    page.locator("#history").get_by_role("button", name="Try again").click()
    expect(found).to_have_count(3)


def test_a_long_history_is_read_on_by_keys(curator: Visit) -> None:
    page = opened(curator, "/journal")
    path = new_item(page, f"Much changed {RUN}")
    for n in range(11):
        retitle(page, path, summary=f"state {n}")
    page = opened(curator, path)
    found = versions(page)
    expect(found).to_have_count(10)
    page.get_by_role("button", name="Earlier versions").focus()
    page.keyboard.press("Enter")
    expect(found).to_have_count(12)
    expect(page.get_by_role("button", name="Earlier versions")).to_have_count(0)


def test_a_draft_is_published_withdrawn_binned_and_put_back(
    browser: Browser, site: str, curator: Visit
) -> None:
    """Each asks first, and says what it does; the public sees what was said."""
    page = opened(curator, "/journal")
    path = new_item(page, f"Whole life {RUN}", access="METADATA")
    page = opened(curator, path)
    tools = page.get_by_role("group", name="For curators")

    def status() -> int:
        with visit(browser, site) as stranger:
            answer = stranger.context.request.get(f"{site.rstrip('/')}{path}")
            return answer.status

    assert status() == 404
    tools.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("dialog")).to_contain_text("shown to everybody")
    confirm(page, "Publish")
    expect(tools.get_by_role("status")).to_have_text(re.compile("It is published"))
    assert status() == 200
    tools.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_role("dialog").get_by_role("radio", name="Announced")).to_be_checked()
    assert axe(page) == []
    confirm(page, "Withdraw", "the family asked")
    expect(tools.get_by_role("status")).to_have_text(re.compile("It is withdrawn"))
    assert status() == 410
    tools.get_by_role("button", name="Publish").click()
    confirm(page, "Publish")
    expect(tools.get_by_role("button", name="Withdraw")).to_be_visible()
    tools.get_by_role("button", name="Withdraw").click()
    page.get_by_role("dialog").get_by_role("radio", name="Silent").check()
    confirm(page, "Withdraw")
    expect(tools.get_by_role("button", name="Publish")).to_be_visible()
    assert status() == 404
    tools.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("dialog")).to_contain_text("It goes into the bin")
    confirm(page, "Delete")
    expect(tools.get_by_role("status")).to_have_text(re.compile("It lies in the bin"))

    bin_page = opened(curator, "/bin")
    bin_page.get_by_role("button", name=f"Put back Whole life {RUN}").click()
    confirm(bin_page, "Put back")
    expect(bin_page.get_by_role("status").filter(has_text="It is back.")).to_be_focused()
    expect(bin_page.get_by_text(f"Whole life {RUN}")).to_have_count(0)
    expect(opened(curator, path).get_by_role("main")).to_contain_text("Withdrawn")


def test_a_collection_that_holds_something_is_not_deleted(curator: Visit) -> None:
    page = opened(curator, f"/collections/{COLLECTION}")
    page.get_by_role("group", name="For curators").get_by_role("button", name="Delete").click()
    confirm(page, "Delete")
    told = page.get_by_role("dialog").get_by_role("alert")
    expect(told).to_contain_text("cannot be deleted while others need it")
    expect(told).to_contain_text("still holds items")


def test_the_journal_brings_itself_up_to_date_and_goes_on_after_a_cut(curator: Visit) -> None:
    """T-37: by the subscription; what happened while it was cut is not missed."""
    page = opened(curator, "/journal?kind=ITEM")
    other = opened(curator, "/bin")
    expect(page.get_by_text("Live:")).to_be_visible()
    new_item(other, f"First news {RUN}")
    expect(page.get_by_role("link", name=f"First news {RUN}")).to_be_visible(timeout=15_000)

    cut: list[str] = []

    def refuse(route: Route) -> None:
        """Refuse streams alone: the questions of the page go through."""
        if "text/event-stream" in route.request.headers.get("accept", ""):
            cut.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route("**/graphql", refuse)
    page.get_by_label("Kind").select_option("COLLECTION")
    page.get_by_role("button", name="Filter").click()
    expect(page).to_have_url(re.compile("kind=COLLECTION"))
    page.get_by_label("Kind").select_option("ITEM")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("link", name=f"First news {RUN}")).to_be_visible()
    new_item(other, f"While it was cut {RUN}")
    assert cut, "no stream was opened anew"
    page.unroute("**/graphql")
    expect(page.get_by_role("link", name=f"While it was cut {RUN}")).to_be_visible(timeout=30_000)

    page.get_by_label("Person (account)").fill("nobody-of-that-name")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_text("Nothing was changed under these conditions.")).to_be_visible()


def test_two_places_become_one_and_two_again(curator: Visit) -> None:
    """T-44, W-12: chosen, shown before, refused where it cannot be, done, and taken back."""
    page = opened(curator, "/journal")
    wrong, right = f"Sangha {RUN}", f"Sanga proper {RUN}"
    path = new_place(page, wrong, note="A spelling of the reports.")
    new_place(page, right)
    song = new_item(page, f"Song of Sangha {RUN}", place=path.rpartition("/")[2])
    page = opened(curator, path)
    page.get_by_role("group", name="For curators").get_by_role("link", name="Merge").click()
    into = page.get_by_role("combobox", name="Merge into")
    into.press_sequentially(wrong)
    expect(page.locator(".offers [role=option]").first).to_be_visible()
    into.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("These two cannot be merged")
    assert axe(page) == []
    page.get_by_role("button", name=f"Remove {wrong}").click()
    into.press_sequentially(right)
    expect(page.locator(".offers [role=option]").first).to_be_visible()
    into.press("Enter")
    preview = page.get_by_role("region", name="What will change")
    expect(preview).to_contain_text("Recording 1")
    expect(preview).to_contain_text(f"{wrong} becomes another name")
    expect(preview.get_by_role("row", name=re.compile("Note.*spelling"))).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Merge them").click()
    confirm(page, "Merge them", "One village")

    expect(page.get_by_role("heading", level=1)).to_have_text(right)
    expect(page.get_by_role("main")).to_contain_text(f"Song of Sangha {RUN}")
    assert axe(page) == []
    told = opened(curator, "/journal?kind=PLACE").get_by_role("main")
    expect(told).to_contain_text("One village")
    page.get_by_role("button", name="Undo the merge").click()
    confirm(page, "Undo the merge")
    expect(page.get_by_role("region", name="Merged into this")).to_have_count(0)
    expect(opened(curator, path).get_by_role("heading", level=1)).to_have_text(wrong)
    expect(opened(curator, song).get_by_role("link", name=wrong)).to_be_visible()


def test_an_unused_place_is_deleted_and_brought_back_from_its_history(curator: Visit) -> None:
    page = opened(curator, "/journal")
    name = f"Twice there {RUN}"
    path = new_place(page, name)
    page = opened(curator, path)
    page.get_by_role("group", name="For curators").get_by_role("button", name="Delete").click()
    confirm(page, "Delete", f"Nobody uses it {RUN}")
    expect(page.get_by_role("status").filter(has_text="It is deleted.")).to_be_focused()
    page.get_by_role("link", name="To the journal").click()
    entry = page.get_by_role("article").filter(has_text=f"Nobody uses it {RUN}")
    entry.get_by_role("link", name="Place, not there any more").click()
    expect(page.get_by_text("This record is not there any more.")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("article").first.get_by_role("button", name="Undo").click()
    confirm(page, "Undo it")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"History of {name}")
    expect(opened(curator, path).get_by_role("heading", level=1)).to_have_text(name)


@pytest.mark.parametrize(("width", "language"), [("desk", "fr"), ("phone", "es")])
def test_no_page_of_the_past_is_hard_to_use(
    browser: Browser, site: str, staff: tuple[str, str], width: str, language: str
) -> None:
    """G-9: axe finds nothing, and nothing is wider than the window, in any language."""
    with visit(browser, site) as visitor:
        log_in(visitor, staff)
        record = ask(opened(visitor, "/bin"), '{ place(slug: "mali") { id } }')["place"]["id"]
    paths = {
        "/journal": ".change",
        "/bin": "h1",
        f"/history?record={record}": ".version",
        f"/merge?source={record}": "[role=combobox]",
        "/items/CNRSMH_I_1970_012_041_15#history": ".version",
        "/instruments/trompe#history": ".version",
    }

    def begin(visitor: Visit) -> None:
        log_in(visitor, staff)
        visitor.context.add_cookies([{"name": "django_language", "value": language, "url": site}])

    def past(visitor: Visit, path: str) -> Page:
        page = opened(visitor, path)
        expect(page.locator(paths[path]).first).to_be_visible()
        assert page.evaluate("document.documentElement.lang") == language
        return page

    walk(browser, site, width, paths, past, begin=begin)


def test_a_visitor_sees_no_tools_and_no_history(browser: Browser, site: str) -> None:
    """Not in the page; and a page that is told otherwise draws tools that tell nothing."""
    with visit(browser, site) as visitor:
        for path in ("/items/CNRSMH_I_1970_012_041_15", "/places/mali"):
            page = opened(visitor, path)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            expect(page.locator("#history, .record-tools")).to_have_count(0)
        expect(visitor.open("/journal")).to_have_url(re.compile(r"/login\?next="))

    def pretend(route: Route) -> None:
        """Control: the page's own check is told that the visitor is staff."""
        answer = route.fetch()
        viewer = '<script type="application/json" id="viewer">'
        said = f'{viewer}{{"name":"x","isStaff":true}}'
        route.fulfill(response=answer, body=answer.text().replace(f"{viewer}null", said))

    with visit(browser, site) as visitor:
        page = visitor.context.new_page()
        page.route("**/places/mali", pretend)
        page.goto(f"{site.rstrip('/')}/places/mali")
        taken_over(page)
        expect(page.locator("#history, .record-tools")).to_have_count(2)
        page.locator("#history > summary").click()
        expect(page.locator("#history")).to_contain_text("Nothing of this record was changed")
        expect(page.locator("#history article")).to_have_count(0)
