"""How a page is looked at: at which width, in which light and language, by whom."""

import contextlib
import itertools
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as Late

from tests.e2e.browser import WIDTHS, Visit, taken_over, visit
from tests.e2e.page_kinds import Kind

LIGHTS = ("light", "dark")
LANGUAGES = ("en", "fr", "es")


@dataclass(frozen=True)
class Look:
    """How a page is looked at."""

    width: str
    light: str
    language: str


LOOKS = tuple(
    Look(width, light, language)
    for width, light, language in itertools.product(WIDTHS, LIGHTS, LANGUAGES)
)


def open_in(visitor: Visit, kind: Kind) -> Page:
    """Open a page and wait until there is something to look at."""
    page = visitor.open(kind.path)
    if page.locator("script[type=module]").count():
        taken_over(page)
    with contextlib.suppress(Late):  # a form asks for its record first; none is a finding
        page.locator("main h1").first.wait_for(timeout=10_000)
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_timeout(50)  # what a page draws after it is there
    return page


def session(browser: Browser, site: str, staff: tuple[str, str]) -> Any:
    """Return the cookies of somebody who is logged in as staff."""
    with visit(browser, site) as visitor:
        page = visitor.open("/login")
        page.locator("#username").fill(staff[0])
        page.locator("#password").fill(staff[1])
        page.locator("main button[type=submit]").click()
        taken_over(page)
        return visitor.context.storage_state()


def window(look: Look, kept: Any) -> dict[str, Any]:
    """Return the options of a browser's window for a look; `kept` are the cookies of staff."""
    across, down = WIDTHS[look.width]
    return {
        "viewport": {"width": across, "height": down},
        "locale": {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}[look.language],
        "color_scheme": look.light,
        "storage_state": kept,
    }
