"""What Vite built: the style sheet and scripts that a document asks for."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static

ENTRY = "src/main.ts"


@dataclass(frozen=True)
class Assets:
    """Addresses for the head of a document; all empty where the site is not built."""

    styles: tuple[str, ...] = ()
    script: str = ""
    preloads: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()


def assets_for(page: str = "") -> Assets:
    """Return what a page needs: the entry's files, and its own chunk to fetch at the same time.

    Parameters
    ----------
    page : path of the page's component in the sources, such as `src/pages/item/ItemPage.vue`.
    """
    path = Path(settings.SITE_DIR) / "manifest.json"
    try:
        built_at = path.stat().st_mtime_ns
    except FileNotFoundError:
        return Assets()
    return _read(path, built_at, page)


@lru_cache(maxsize=32)
def _read(path: Path, _built_at: int, page: str) -> Assets:
    manifest = json.loads(path.read_bytes())
    entry = manifest[ENTRY]
    page_chunk = manifest.get(page, {})
    chunks = [entry, *_needed(manifest, page_chunk)] if page_chunk else [entry]
    styles = [css for chunk in chunks for css in chunk.get("css", [])]
    preloads = [chunk["file"] for chunk in chunks if chunk is not entry]
    # Only what every page's first screen is set in: Latin letters of text and headings.
    fonts = [
        name
        for name in entry.get("assets", [])
        if name.endswith(".woff2") and ("inter-latin-wght" in name or "serif-4-latin-wght" in name)
    ]
    return Assets(
        styles=tuple(static(name) for name in dict.fromkeys(styles)),
        script=static(entry["file"]),
        preloads=tuple(static(name) for name in dict.fromkeys(preloads)),
        fonts=tuple(static(name) for name in fonts),
    )


def _needed(manifest: dict[str, dict[str, list[str]]], chunk: dict[str, list[str]]) -> list[dict]:  # type: ignore[type-arg]  # Vite's own shape
    """Return a chunk and those it imports, without the entry."""
    found = [chunk]
    for name in chunk.get("imports", []):
        if name != ENTRY and manifest[name] not in found:
            found += [each for each in _needed(manifest, manifest[name]) if each not in found]
    return found
