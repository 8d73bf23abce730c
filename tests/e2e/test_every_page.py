"""Every kind of page is opened once: each at another width, in another light and language.

`python -m tests.e2e.every_page` opens each of them in all the ways there are, and keeps pictures.
On the demo's site (TRIED_SITE and TRIED_LOGIN: on another).
"""

import pytest
from playwright.sync_api import Browser

from tests.e2e.browser import visit
from tests.e2e.page_faults import Words, wrong_with
from tests.e2e.page_kinds import Kind, kinds, routes
from tests.e2e.page_looks import LOOKS, Look, open_in, session, window
from tests.e2e.page_stock import made

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

WORDS = Words()


def test_every_kind_of_page_is_in_order(
    browser: Browser, site: str, staff: tuple[str, str]
) -> None:
    """W-44, G-9, G-12: nothing is cut off, too wide, untranslated or hard to see."""
    kept = session(browser, site, staff)
    with visit(browser, site, storage_state=kept) as visitor:
        every = list(kinds(made(visitor)))
    assert routes() - {kind.route for kind in every} == set()
    wrong = []
    # One window for all pages of a look and a reader: a new one each time takes twice as long.
    for at, look in enumerate(LOOKS):
        for is_open in (True, False):
            mine = [kind for kind in every[at :: len(LOOKS)] if kind.is_open is is_open]
            with visit(browser, site, **window(look, None if is_open else kept)) as there:
                for kind in mine:
                    page = open_in(there, kind)
                    told = wrong_with(page, look, WORDS, rules=look.light == "light")
                    wrong += [f"{kind.route} {kind.path} {look}: {each}" for each in told]
                    page.close()
                gone = {kind.path for kind in mine if kind.is_gone}
                wrong += there.strayed
                wrong += [said for said in there.complaints if said.partition(": ")[0] not in gone]
    print(f"{len(every)} pages, each once, in {len(LOOKS)} ways")
    assert wrong == []


#: What is found, what is written and how it is drawn.
ODD = {
    "wider than the window": ("wide", "width: 3000px"),
    "cut off": ("words cut off", "width: 60px; overflow: hidden; white-space: nowrap"),
    "a key: foot.licence": ("foot.licence", ""),
    "English: Nothing here": ("Nothing here", ""),
    "a gap": ("Cette fiche a été retirée le {day}.", ""),
    "color-contrast": ("hard to see", "color: #999; background: #aaa"),
}


def test_what_is_wrong_with_a_page_is_found(browser: Browser, site: str) -> None:
    """Control: each fault, put into a page that is in order."""
    look = Look("phone", "light", "fr")
    with visit(browser, site, **window(look, None)) as there:
        page = open_in(there, Kind("home", "/", is_open=True))
        assert list(wrong_with(page, look, WORDS, rules=False)) == []
        for named, (text, style) in ODD.items():
            page.evaluate(
                "([text, style]) => { const at = document.createElement('p'); at.id = 'odd';"
                " at.textContent = text; at.style.cssText = style;"
                " document.querySelector('main').append(at); }",
                [text, style],
            )
            found = list(wrong_with(page, look, WORDS, rules=False))
            assert [each for each in found if each.startswith(named)], (named, found)
            page.evaluate("document.querySelector('#odd').remove()")
        page.evaluate("document.documentElement.lang = 'de'")
        assert list(wrong_with(page, look, WORDS, rules=False)) == ["it says that it is in 'de'"]
