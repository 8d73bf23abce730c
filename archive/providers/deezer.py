"""Deezer: the preview of thirty seconds that its public interface names.

Reference: https://developers.deezer.com/api/track.
"""

import re
from collections.abc import Sequence
from typing import ClassVar

from archive.fetching import NotFetched
from archive.providers.contract import Found, Web

_PAGE = re.compile(r"https?://(?:www\.)?deezer\.com/(?:[a-z]{2}/)?track/(\d+)")


class DeezerPreview:
    """Thirty seconds of a track; its rights stay with their holders."""

    id: ClassVar[str] = "deezer_preview"
    title: ClassVar[str] = "Deezer, preview"
    hosts: ClassVar[Sequence[str]] = ("api.deezer.com", "*.dzcdn.net")
    is_preview: ClassVar[bool] = True
    base = "https://api.deezer.com"

    def knows(self, reference: str) -> bool:
        return bool(_PAGE.match(reference))

    def unavailable(self) -> str:
        return ""

    def find(self, reference: str, web: Web) -> Found:
        match = _PAGE.match(reference)
        if match is None:
            raise NotFetched("This is no address of a track of Deezer.")
        told = web.json(f"{self.base}/track/{match.group(1)}")
        if not isinstance(told, dict) or "error" in told:
            raise NotFetched(f"Deezer has no track {match.group(1)}.")
        url = told.get("preview")
        if not isinstance(url, str) or not url:
            raise NotFetched("Deezer gives no preview of this track.")
        artist = told.get("artist")
        return Found(
            url=url,
            name=f"deezer-{match.group(1)}.mp3",
            title=str(told.get("title", ""))[:500],
            credit=str(artist.get("name", ""))[:500] if isinstance(artist, dict) else "",
            page=str(told.get("link", "")) or reference,
        )
