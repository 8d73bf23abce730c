"""Freesound: the preview in high quality, which a key of the interface opens.

Reference: https://freesound.org/docs/api/ (version 2). The originals need a person's own log-in
there, so what is fetched is the preview; the record should say so.
"""

import re
from collections.abc import Sequence
from typing import ClassVar

from django.conf import settings

from archive.fetching import NotFetched
from archive.providers.contract import Found, Web

_PAGE = re.compile(r"https?://(?:www\.)?freesound\.org/(?:people/[^/]+/sounds|s)/(\d+)")


class Freesound:
    """Needs FREESOUND_TOKEN."""

    id: ClassVar[str] = "freesound"
    title: ClassVar[str] = "Freesound"
    hosts: ClassVar[Sequence[str]] = ("freesound.org", "*.freesound.org")
    is_preview: ClassVar[bool] = True
    base = "https://freesound.org"

    def knows(self, reference: str) -> bool:
        return bool(_PAGE.match(reference))

    def unavailable(self) -> str:
        return "" if settings.FREESOUND_TOKEN else "FREESOUND_TOKEN is not set."

    def find(self, reference: str, web: Web) -> Found:
        match = _PAGE.match(reference)
        if match is None:
            raise NotFetched("This is no address of a sound of Freesound.")
        told = web.json(
            f"{self.base}/apiv2/sounds/{match.group(1)}/?fields=name,username,license,previews,url",
            {"Authorization": f"Token {settings.FREESOUND_TOKEN}"},
        )
        previews = told.get("previews") if isinstance(told, dict) else None
        url = previews.get("preview-hq-ogg") if isinstance(previews, dict) else None
        if not isinstance(url, str):
            raise NotFetched("Freesound gives no preview of this sound.")
        return Found(
            url=url,
            name=f"freesound-{match.group(1)}.ogg",
            title=str(told.get("name", ""))[:500],
            credit=str(told.get("username", ""))[:500],
            licence=str(told.get("license", ""))[:500],
            page=str(told.get("url", "")) or reference,
        )
