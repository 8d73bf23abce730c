"""The Internet Archive: an item's page or one of its files; the original where there is one.

Reference: https://archive.org/developers/md-read.html (the metadata interface).
"""

import re
from collections.abc import Sequence
from typing import Any, ClassVar
from urllib.parse import quote, unquote

from archive.fetching import NotFetched
from archive.providers.contract import Found, Web

_PAGE = re.compile(r"https?://(?:www\.)?archive\.org/(?:details|download)/([\w.-]+)(?:/([^?#]+))?")
#: Formats of sound as the site names them, the ones that lost nothing first.
_FORMATS = ("24bit Flac", "Flac", "WAVE", "AIFF", "Apple Lossless Audio", "VBR MP3", "Ogg Vorbis")


class InternetArchive:
    """Of an item with several sounds the address of one file says which."""

    id: ClassVar[str] = "internet_archive"
    title: ClassVar[str] = "Internet Archive"
    hosts: ClassVar[Sequence[str]] = ("archive.org", "*.archive.org")
    is_preview: ClassVar[bool] = False
    base = "https://archive.org"

    def knows(self, reference: str) -> bool:
        return bool(_PAGE.match(reference))

    def unavailable(self) -> str:
        return ""

    def find(self, reference: str, web: Web) -> Found:
        match = _PAGE.match(reference)
        if match is None:
            raise NotFetched("This is no address of an item of the Internet Archive.")
        item, name = match.group(1), unquote(match.group(2) or "")
        told = web.json(f"{self.base}/metadata/{quote(item)}")
        if not isinstance(told, dict) or not isinstance(told.get("files"), list):
            raise NotFetched(f"The Internet Archive has no item {item}.")
        file = _chosen([each for each in told["files"] if isinstance(each, dict)], name)
        about = told.get("metadata") or {}
        return Found(
            url=f"{self.base}/download/{quote(item)}/{quote(file)}",
            name=file.rpartition("/")[2],
            title=_text(about.get("title")),
            credit=_text(about.get("creator")),
            licence=_text(about.get("licenseurl")),
            page=f"https://archive.org/details/{item}",
        )


def _chosen(files: list[dict[str, Any]], name: str) -> str:
    sounds = [
        each
        for each in files
        if each.get("format") in _FORMATS and isinstance(each.get("name"), str)
    ]
    if name:
        if not any(each.get("name") == name for each in files):
            raise NotFetched(f"The item has no file {name[:100]!r}.")
        return name
    originals = [each for each in sounds if each.get("source") == "original"] or sounds
    if not originals:
        raise NotFetched("The item has no sound.")
    if len(originals) > 1:
        listed = ", ".join(str(each["name"]) for each in originals[:5])
        raise NotFetched(
            f"The item has {len(originals)} sounds; give the address of one file: {listed}."
        )
    return str(min(originals, key=lambda each: _FORMATS.index(each["format"]))["name"])


def _text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(str(each) for each in value)[:500]
    return str(value)[:500] if value else ""
