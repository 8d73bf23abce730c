"""What is wrong with the look of a page: cut off, too wide, not translated, hard to see."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from tests.e2e.browser import WIDTHS, axe
from tests.e2e.page_looks import LANGUAGES, Look
from tests.e2e.walking import OF_COLOURS

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Words:
    """What the site says, by language, to find what was not translated."""

    by_language: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for language in LANGUAGES:
            path = ROOT / "frontend" / "src" / "i18n" / f"{language}.json"
            self.by_language[language] = json.loads(path.read_text(encoding="utf-8"))

    def odd_among(self, shown: list[str], language: str) -> Iterator[str]:
        """Yield keys, gaps left open and English sentences that stand among what is shown."""
        own = self.by_language[language]
        english = {
            text
            for key, text in self.by_language["en"].items()
            if own[key] != text and " " in text and "{" not in text
        } - set(own.values())
        with_gaps = {text for text in own.values() if "{" in text and "{number:" not in text}
        for text in shown:
            if "." in text and text in own:
                yield f"a key: {text}"
            if text in with_gaps:
                yield f"a gap: {text}"
            if language != "en" and text in english:
                yield f"English: {text}"


#: What is said of a page by measuring it: where text is cut off, and where it leaves the window.
_MEASURED = """(across) => {
  const found = [];
  const name = (at) => at.tagName.toLowerCase() + (at.id ? `#${at.id}` : "")
    + (at.classList.length ? `.${[...at.classList].join(".")}` : "");
  if (document.documentElement.scrollWidth > across)
    found.push(`wider than the window: ${document.documentElement.scrollWidth}`);
  for (const at of document.querySelectorAll("body *")) {
    const text = [...at.childNodes].filter((each) => each.nodeType === 3)
      .map((each) => each.textContent.trim()).join("");
    if (!text || !at.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    const box = at.getBoundingClientRect(), style = getComputedStyle(at);
    if (box.width <= 1 || box.height <= 1) continue;  // for screen readers alone
    if (["OPTION", "SCRIPT", "STYLE", "TITLE"].includes(at.tagName)) continue;
    const cuts = (side) => ["hidden", "clip"].includes(side);
    if ((cuts(style.overflowX) && at.scrollWidth > at.clientWidth + 1
         && style.textOverflow !== "ellipsis")
        || (cuts(style.overflowY) && at.scrollHeight > at.clientHeight + 2
         && style.webkitLineClamp === "none"))
      found.push(`cut off: ${name(at)} ${text.slice(0, 40)}`);
    let inner = false;
    for (let up = at; up && !inner; up = up.parentElement)
      inner = ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(up).overflowX);
    if (!inner && (box.right > across + 1 || box.left < -1) && box.bottom > 0)
      found.push(`beyond the edge: ${name(at)} ${text.slice(0, 40)}`);
  }
  return found;
}"""
#: Texts of the site's own: records say what they say, in whatever language.
_SHOWN = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let at = walk.nextNode(); at; at = walk.nextNode()) {
    const up = at.parentElement;
    if (up && !up.closest("script, style, textarea, code, pre, [lang]:not(html)"))
      found.push(at.textContent.trim().replace(/\\s+/g, " "));
  }
  for (const at of document.querySelectorAll("[aria-label], [placeholder], [title]"))
    if (!at.closest("[lang]:not(html)"))
      for (const word of ["aria-label", "placeholder", "title"])
        if (at.hasAttribute(word)) found.push(at.getAttribute(word).trim());
  return found.filter(Boolean);
}"""


def wrong_with(page: Page, look: Look, words: Words, *, rules: bool) -> Iterator[str]:
    """Yield what is wrong with an open page; by `rules`, axe looks at more than colours."""
    stated = page.evaluate("document.documentElement.lang")
    if stated != look.language:
        yield f"it says that it is in {stated!r}"
    if not page.locator("main h1").count():
        yield "no heading"
    yield from page.evaluate(_MEASURED, WIDTHS[look.width][0])
    yield from words.odd_among(page.evaluate(_SHOWN), look.language)
    yield from axe(page, () if rules else OF_COLOURS)
