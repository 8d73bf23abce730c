"""A walk over pages that finds what is hard to use: once a width, seen in both lights."""

from collections.abc import Callable, Iterable
from typing import Any

from playwright.sync_api import Browser, Page

from tests.e2e.browser import WIDTHS, Visit, axe, visit

#: What of axe's rules looks at colours; all others find the same in either light.
OF_COLOURS = ("color-contrast", "link-in-text-block")


def walk(
    browser: Browser,
    site: str,
    width: str,
    paths: Iterable[str],
    opened: Callable[[Visit, str], Page],
    *,
    begin: Callable[[Visit], object] = lambda visitor: None,
    **how: Any,
) -> Visit:
    """Open each page at a width and fail at the first that is hard to use; return what was asked.

    Parameters
    ----------
    opened : opens a path and waits until there is something to look at
    begin : what is done first, as logging in
    how : further options of the browser's window (`locale`, ...)
    """
    across, down = WIDTHS[width]
    with visit(browser, site, viewport={"width": across, "height": down}, **how) as visitor:
        begin(visitor)
        for path in paths:
            page = opened(visitor, path)
            look(page, path, across)
            page.close()
        assert visitor.strayed == []
        # A page that is not there is told by its status, which the browser's console repeats.
        assert [said for said in visitor.complaints if "404" not in said] == []
    return visitor


def settled(page: Page) -> Page:
    """Wait until the page asks for nothing more; a page that listens for news never does."""
    page.wait_for_load_state("networkidle")
    return page


def look(page: Page, name: str, across: int) -> None:
    """Fail where axe finds anything in either light, or something is wider than the window."""
    assert axe(page) == [], name
    page.emulate_media(color_scheme="dark")
    assert axe(page, OF_COLOURS) == [], f"{name}, dark"
    page.emulate_media(color_scheme="light")
    assert page.evaluate("document.documentElement.scrollWidth") <= across, name
