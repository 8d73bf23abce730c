"""What says who may know what, described by a curator; what opens next; a record hidden at once."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import Visit, axe, taken_over, visit
from tests.e2e.test_forms import log_in
from tests.e2e.test_past import new_item

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

RUN = str(os.getpid())


@pytest.fixture
def curator(browser: Browser, site: str, staff: tuple[str, str]) -> Iterator[Visit]:
    with visit(browser, site) as visitor:
        log_in(visitor, staff)
        yield visitor
        assert visitor.complaints == []


def created(page: Page, name: str) -> None:
    page.get_by_role("button", name="Create").click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    assert axe(page) == []


def test_a_community_its_protocol_and_its_people_are_described(
    curator: Visit, staff: tuple[str, str]
) -> None:
    page = taken_over(curator.open("/permits"))
    page.get_by_role("link", name="Communities").click()
    page.get_by_role("link", name="New").click()
    page.get_by_label("Name *").fill(f"Walkers {RUN}")
    page.get_by_label("Short name in the address *").fill(f"walkers-{RUN}")
    page.get_by_label("Whom to ask").fill("At the well.")
    created(page, f"Walkers {RUN}")
    people = page.get_by_role("region", name="Who belongs to it")
    people.get_by_label("Log-in name").fill(staff[0])
    people.get_by_label("As").select_option("STEWARD")
    people.get_by_role("button", name="Add").click()
    line = people.get_by_role("listitem").filter(has_text=staff[0])
    expect(line).to_contain_text("Steward")
    line.get_by_role("button", name="Take out").click()
    expect(people.get_by_role("status")).to_contain_text("belongs to it no more")
    page = taken_over(curator.open("/new/protocols"))
    page.get_by_label("Name *").fill(f"Of steps {RUN}")
    page.get_by_label("Short name in the address *").fill(f"steps-{RUN}")
    picker = page.get_by_role("combobox", name="Communities")
    picker.fill(f"walkers {RUN}"[:9])
    page.get_by_role("option", name=f"Walkers {RUN}").click()
    created(page, f"Of steps {RUN}")
    expect(page.get_by_role("link", name=f"Walkers {RUN}")).to_be_visible()


def test_a_reading_room_has_its_networks_one_a_line(curator: Visit) -> None:
    page = taken_over(curator.open("/new/reading-rooms"))
    page.get_by_label("Name *").fill(f"Room {RUN}")
    page.get_by_label("Short name in the address *").fill(f"room-{RUN}")
    networks = page.get_by_label("Networks *")
    networks.fill("198.51.100.0/24\nnowhere")
    page.get_by_role("button", name="Create").click()
    expect(page.locator("#field-networks-error")).to_contain_text("nowhere")
    networks.fill("198.51.100.0/24\n2001:db8::/32\n")
    created(page, f"Room {RUN}")
    expect(page.get_by_text("2001:db8::/32")).to_be_visible()


def test_a_group_of_editors_is_made_nested_and_joined(
    curator: Visit, staff: tuple[str, str]
) -> None:
    page = taken_over(curator.open("/permits"))
    page.get_by_role("link", name="Editor groups").click()
    page.get_by_role("link", name="New").click()
    page.get_by_label("Name *").fill(f"Outer {RUN}")
    page.get_by_label("Short name in the address *").fill(f"outer-{RUN}")
    created(page, f"Outer {RUN}")
    page = taken_over(curator.open("/new/editor-groups"))
    page.get_by_label("Name *").fill(f"Inner {RUN}")
    page.get_by_label("Short name in the address *").fill(f"inner-{RUN}")
    picker = page.get_by_role("combobox", name="Lies in the groups")
    picker.fill(f"outer-{RUN}")
    page.get_by_role("option", name=f"Outer {RUN}").click()
    created(page, f"Inner {RUN}")
    expect(page.get_by_role("link", name=f"Outer {RUN}")).to_be_visible()

    people = page.get_by_role("region", name="Who belongs to it")
    expect(people.get_by_label("As")).to_have_count(0)
    people.get_by_label("Log-in name").fill("nobody-at-all")
    people.get_by_role("button", name="Add").click()
    expect(people.get_by_role("alert")).to_contain_text("no such account")
    people.get_by_label("Log-in name").fill(staff[0])
    people.get_by_role("button", name="Add").click()
    line = people.get_by_role("listitem").filter(has_text=staff[0])
    expect(line).to_be_visible()
    assert axe(page) == []
    line.get_by_role("button", name="Take out").click()
    expect(people.get_by_text("Nobody has been named yet.")).to_be_visible()

    page = taken_over(curator.open(f"/editor-groups/outer-{RUN}/edit"))
    page.get_by_label("Name *").fill(f"Around {RUN}")
    picker = page.get_by_role("combobox", name="Lies in the groups")
    picker.fill(f"inner-{RUN}")
    page.get_by_role("option", name=f"Inner {RUN}").click()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#field-within-error")).to_contain_text("cannot lie within itself")
    page.get_by_role("button", name=f"Remove Inner {RUN}").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name=f"Around {RUN}", level=1)).to_be_visible()


def test_what_opens_by_a_day_is_asked_for(curator: Visit) -> None:
    page = taken_over(curator.open("/opening"))
    page.get_by_label("By the day").fill("2199-01-01")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("link", name="Funky Robot")).to_be_visible()
    assert page.url.endswith("/opening?by=2199-01-01")
    assert axe(page) == []


def test_a_record_is_hidden_with_one_act(browser: Browser, site: str, curator: Visit) -> None:
    page = taken_over(curator.open("/items"))
    path = new_item(page, f"To be hidden {RUN}", state="PUBLISHED")
    with visit(browser, site) as visitor:
        taken_over(visitor.open(path))
        page = taken_over(curator.open(path))
        page.get_by_role("button", name="Hide at once").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Why").fill("The family asks.")
        dialog.get_by_role("button", name="Hide at once").click()
        expect(page.get_by_role("group", name="For curators")).to_contain_text("It is hidden.")
        expect(page.get_by_role("button", name="Publish")).to_be_visible()
        answer = visitor.context.request.get(f"{site}{path}", headers={"accept": "text/html"})
        assert answer.status == 404
