"""Which providers there are: the built-in ones beside the entry points of other packages.

One that cannot be imported does not disturb the others: it is listed with its reason.
"""

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import entry_points

from archive.providers.contract import Provider

GROUP = "sonotheque.providers"
BUILT_IN = {
    "internet_archive": "archive.providers.internet_archive:InternetArchive",
    "freesound": "archive.providers.freesound:Freesound",
    "deezer_preview": "archive.providers.deezer:DeezerPreview",
    "yt_dlp": "archive.providers.yt_dlp_site:YtDlp",
    "url": "archive.providers.plain:PlainAddress",
}
"""In the order in which they are asked whether they know an address."""
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True)
class Listed:
    """A provider by its id: itself, or why it is not there."""

    id: str
    provider: Provider | None
    reason: str = ""


def listed() -> list[Listed]:
    """Return all that are installed; strangers before the plain address, after the others."""
    found = dict(BUILT_IN)
    plain = found.pop("url")
    wrong = []
    for point in entry_points(group=GROUP):
        if point.name in BUILT_IN and BUILT_IN[point.name] != point.value:
            wrong.append(Listed(point.name, None, f"{point.value} takes a name that is taken."))
        else:
            found[point.name] = point.value
    found["url"] = plain
    return [*(_loaded(name, target) for name, target in found.items()), *wrong]


def usable() -> Iterator[Provider]:
    """Yield those that can be used here."""
    for each in listed():
        if each.provider is not None and not each.reason:
            yield each.provider


def _loaded(name: str, target: str) -> Listed:
    module, _, attribute = target.partition(":")
    try:
        provider: Provider = getattr(importlib.import_module(module), attribute)()
        if provider.id != name or not _ID.fullmatch(name):
            return Listed(name, None, f"{target} calls itself {provider.id!r}.")
        return Listed(name, provider, provider.unavailable())
    except Exception as error:  # noqa: BLE001 - whatever a stranger's code raises, it is listed
        return Listed(name, None, f"{type(error).__name__}: {error}")
