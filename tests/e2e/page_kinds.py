"""Every kind of page there is, and where one of it stands on the demo's site."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Records that the demo has none of are made under this name, once a site.
MADE = "every-page"
ITEM, COLLECTION = "DEMO_MUSIC_001", "CNRSMH_I_1970_012"


@dataclass(frozen=True)
class Kind:
    """A page, by the name of its route; `is_open` to visitors, others are seen by staff."""

    route: str
    path: str
    is_open: bool = False
    #: Pages whose status tells that nothing is there: the browser's console repeats it.
    is_gone: bool = False


def kinds(found: dict[str, str]) -> Iterator[Kind]:
    """Yield every page; `found` are the paths of what `made` found or made on the site."""
    for route, path in (
        ("home", "/"),
        ("items", "/items"),
        ("item", f"/items/{ITEM}"),
        ("collections", "/collections"),
        ("collection", f"/collections/{COLLECTION}"),
        ("archive", "/fonds"),
        ("corpora", "/corpora"),
        ("vocabularies", "/vocabularies"),
        ("scheme", "/vocabularies/keywords"),
        ("holders", "/holders"),
        ("carriers", "/carriers"),
        ("instruments", "/instruments"),
        ("instrument", "/instruments/trompe"),
        ("populations", "/groups"),
        ("languages", "/languages"),
        ("agents", "/agents"),
        ("agent", found["agent"]),
        ("places", "/places"),
        ("place", "/places/mali"),
        ("explorer", "/explorer"),
        ("selections", "/selections"),
        ("login", "/login"),
        ("password", "/password"),
        ("search", "/items?q=tambour"),
        ("ask", found["ask"]),
    ):
        yield Kind(route, path, is_open=True)
    yield Kind("unknown", "/no-such-page", is_open=True, is_gone=True)
    yield Kind("withdrawn", found["withdrawn"], is_open=True, is_gone=True)
    for route in (
        "concept",
        "fonds",
        "corpus",
        "holder",
        "population",
        "language",
        "carrier",
        "run",
    ):
        yield Kind(route, found[route])
    for route in [
        "holdings",
        "accessions",
        "agreements",
        "code-policies",
        "permits",
        "erasures",
        "opening",
        "communities",
        "protocols",
        "labels",
        "reading-rooms",
        "editor-groups",
        "publication-rules",
        "extra-fields",
        "journal",
        "requests",
        "runs",
        "desk",
        "profile",
        "bin",
        "deposit",
    ]:
        yield Kind(route, f"/{route}")
    for route, path in found.items():
        if route.endswith("-entry") or route in ("accession", "agreement", "code-policy"):
            yield Kind(route, path)
    yield Kind("selection", found["selection"])
    yield Kind("merge", found["merge"])
    yield Kind("history", found["history"])
    yield Kind("item by staff", f"/items/{ITEM}")
    yield Kind("draft", found["draft"])
    yield Kind("edit-scheme", "/vocabularies/keywords/edit")
    yield Kind("edit-concept", f"{found['concept']}/edit")
    yield Kind("edit", f"/items/{ITEM}/edit")
    from frontend.pages.editing import SECTIONS  # once Django has loaded its apps

    for section in SECTIONS:
        asked = "?scheme=keywords" if section == "concepts" else ""
        yield Kind("new" if section == "items" else f"new {section}", f"/new/{section}{asked}")


def routes() -> set[str]:
    """Return the names of the application's routes, as router.ts has them."""
    text = (ROOT / "frontend" / "src" / "router.ts").read_text(encoding="utf-8")
    return set(re.findall(r'name: "([\w-]+)"', text))
