"""Erasing for good, in the browser: one person asks, another confirms, and nothing is there."""

import os
import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import Visit, axe, taken_over, tried_site, visit
from tests.e2e.demo import stranger_environment
from tests.e2e.test_forms import log_in
from tests.e2e.test_past import new_item

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

RUN = str(os.getpid())
_SECOND = """
from archive.models import User
user, _ = User.objects.get_or_create(username="second", defaults={"is_staff": True})
user.set_password("of-the-second-77"); user.save()
"""


@pytest.fixture(scope="module")
def second(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Return the name and password of another person of the staff (or TRIED_SECOND)."""
    if tried_site():
        name, _, password = os.environ["TRIED_SECOND"].partition(":")
        return name, password
    folder = request.getfixturevalue("demo").folder
    python = folder / "var" / "venv" / "bin" / "python"
    subprocess.run(
        [python, "manage.py", "shell", "-c", _SECOND],
        cwd=folder,
        env=stranger_environment(),
        check=True,
    )
    return "second", "of-the-second-77"


@pytest.fixture
def curator(browser: Browser, site: str, staff: tuple[str, str]) -> Iterator[Visit]:
    with visit(browser, site) as visitor:
        log_in(visitor, staff)
        yield visitor
        assert visitor.complaints == []


@pytest.fixture
def other(browser: Browser, site: str, second: tuple[str, str]) -> Iterator[Visit]:
    with visit(browser, site) as visitor:
        log_in(visitor, second)
        yield visitor
        assert visitor.complaints == []


def asked_for(page: Page, reason: str, *, announced: bool = False) -> None:
    """Ask for the erasure of the record of the page."""
    page.get_by_role("button", name="Erase for good …").click()
    dialog = page.get_by_role("dialog")
    go = dialog.get_by_role("button", name="Ask for the erasure")
    expect(go).to_be_disabled()
    if announced:
        dialog.get_by_label("Announced").check()
    dialog.get_by_label("I understand").check()
    dialog.get_by_label("Why").fill(reason)
    assert axe(page) == []
    go.click()
    expect(page.get_by_role("group", name="For curators")).to_contain_text("is asked for")


def test_one_asks_and_another_erases(
    browser: Browser, site: str, curator: Visit, other: Visit
) -> None:
    page = taken_over(curator.open("/items"))
    path = new_item(page, f"To be erased {RUN}", state="PUBLISHED")
    page = taken_over(curator.open(path))
    asked_for(page, f"The family asks {RUN}.", announced=True)
    page.get_by_role("link", name="To the erasures").click()
    mine = page.get_by_role("listitem").filter(has_text=f"The family asks {RUN}.")
    expect(mine.get_by_role("button", name="Take back")).to_be_visible()
    expect(mine.get_by_role("button", name="Erase for good")).to_have_count(0)
    seen = taken_over(other.open("/erasures"))
    theirs = seen.get_by_role("listitem").filter(has_text=f"The family asks {RUN}.")
    expect(theirs.get_by_role("link", name=f"To be erased {RUN}")).to_be_visible()
    assert axe(seen) == []
    theirs.get_by_role("button", name="Erase for good").click()
    dialog = seen.get_by_role("dialog")
    dialog.get_by_label("I understand").check()
    dialog.get_by_role("button", name="Erase for good").click()
    expect(seen.locator("p.said")).to_contain_text("It is erased")
    expect(theirs.get_by_text("Erased", exact=True)).to_be_visible()
    report = theirs.get_by_role("link", name="The whole report").get_attribute("href")
    with visit(browser, site) as visitor:
        asking = visitor.context.request
        answer = asking.get(f"{site}{path}", headers={"accept": "text/html"})
        assert answer.status == 410
        assert "To be erased" not in answer.text()
        assert asking.get(f"{site}{report}").status == 404
    table = other.context.request.get(f"{site}{report}")
    assert table.text().startswith("what,times,")
    assert "To be erased" not in table.text()


def test_who_asked_takes_it_back(curator: Visit) -> None:
    page = taken_over(curator.open("/items"))
    path = new_item(page, f"To be kept {RUN}", state="PUBLISHED")
    page = taken_over(curator.open(path))
    asked_for(page, f"By mistake {RUN}.")
    page = taken_over(curator.open("/erasures"))
    mine = page.get_by_role("listitem").filter(has_text=f"By mistake {RUN}.")
    mine.get_by_role("button", name="Take back").click()
    page.get_by_role("dialog").get_by_role("button", name="Take back").click()
    expect(mine.get_by_text("Refused", exact=True)).to_be_visible()
    taken_over(curator.open(path))
