"""Sites that yt-dlp knows, where it is installed: it says where the sound lies, we fetch it.

yt-dlp opens connections of its own to the page's host, which REMOTE_HOSTS must name; the sound is
fetched by `archive.fetching` from a host that REMOTE_HOSTS must name too. Whether a site's terms
allow it is for whoever names the host.
"""

import importlib
import importlib.util
from collections.abc import Sequence
from typing import Any, ClassVar

from archive.fetching import NotFetched, checked
from archive.providers.contract import Found, Web


class YtDlp:
    """The best sound without a picture."""

    id: ClassVar[str] = "yt_dlp"
    title: ClassVar[str] = "Sites of yt-dlp"
    hosts: ClassVar[Sequence[str]] = ()
    is_preview: ClassVar[bool] = False

    def knows(self, reference: str) -> bool:
        return False  # asked for by name: a plain file needs no extractor

    def unavailable(self) -> str:
        if importlib.util.find_spec("yt_dlp") is None:
            return "yt-dlp is not installed: pip install yt-dlp."
        return ""

    def find(self, reference: str, web: Web) -> Found:
        checked(reference, web.hosts)
        library: Any = importlib.import_module("yt_dlp")
        options = {
            "format": "bestaudio",
            "noplaylist": True,
            "quiet": True,
            "socket_timeout": web.within_s,
            "cachedir": False,
        }
        try:
            with library.YoutubeDL(options) as finder:
                told = finder.extract_info(reference, download=False)
        except library.utils.DownloadError as error:
            raise NotFetched(f"yt-dlp finds no sound there: {str(error)[:200]}.") from error
        url = told.get("url") if isinstance(told, dict) else None
        if not isinstance(url, str):
            raise NotFetched("yt-dlp finds no sound there.")
        return Found(
            url=url,
            name=f"{told.get('id', 'sound')}.{told.get('ext', 'bin')}",
            title=str(told.get("title") or "")[:500],
            credit=str(told.get("uploader") or "")[:500],
            licence=str(told.get("license") or "")[:500],
            page=str(told.get("webpage_url") or reference),
        )
