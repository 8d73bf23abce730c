"""The file that lies at an address itself."""

from collections.abc import Sequence
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from archive.providers.contract import Found, Web


class PlainAddress:
    """Any file of a host that REMOTE_HOSTS names."""

    id: ClassVar[str] = "url"
    title: ClassVar[str] = "Web address"
    hosts: ClassVar[Sequence[str]] = ()
    is_preview: ClassVar[bool] = False

    def knows(self, reference: str) -> bool:
        return reference.startswith(("http://", "https://"))

    def unavailable(self) -> str:
        return ""

    def find(self, reference: str, web: Web) -> Found:
        name = unquote(urlsplit(reference).path.rpartition("/")[2])
        return Found(url=reference, name=name, page=reference)
