"""What a provider is: a plug-in that knows where the sound behind an address of another site lies.

It says which hosts it needs and asks for JSON by `Web`, which fetches as `archive.fetching` does;
it opens no connection of its own. A package adds one by an entry point of the group
`sonotheque.providers` (docs/providers.md).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from archive.fetching import NotFetched, fetched

#: Of an answer that is asked for to learn where the sound is.
_MOST_TOLD = 4 << 20


@dataclass(frozen=True)
class Found:
    """A sound of another site: where its bytes are, and what is said of it there."""

    url: str
    name: str
    """What the file is called."""
    title: str = ""
    credit: str = ""
    licence: str = ""
    page: str = ""
    """Where people read about it."""
    headers: tuple[tuple[str, str], ...] = ()
    """To be sent to the host of `url`, and to no other."""


@dataclass(frozen=True)
class Web:
    """The world outside, as a provider may ask it."""

    hosts: tuple[str, ...]
    within_s: float

    def json(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """Return what lies at an address as JSON.

        Raises
        ------
        NotFetched
        """
        with fetched(
            url, hosts=self.hosts, most_bytes=_MOST_TOLD, within_s=self.within_s, headers=headers
        ) as answer:
            data = b"".join(answer.blocks())
        try:
            return json.loads(data)
        except (ValueError, RecursionError) as error:
            raise NotFetched("The site does not answer as its interface should.") from error


class Provider(Protocol):
    """Finds sounds of one site."""

    id: ClassVar[str]
    title: ClassVar[str]
    hosts: ClassVar[Sequence[str]]
    """The hosts that it needs, as `archive.fetching` names them; of these only those are gone to
    that REMOTE_HOSTS names too. Empty: all of REMOTE_HOSTS."""
    is_preview: ClassVar[bool]
    """Whether it gives an excerpt, not the whole."""

    def knows(self, reference: str) -> bool:
        """Return whether an address is of its site."""
        ...

    def unavailable(self) -> str:
        """Return why it cannot be used here, in a sentence; nothing where it can."""
        ...

    def find(self, reference: str, web: Web) -> Found:
        """Return the sound behind an address.

        Raises
        ------
        NotFetched : there is none, or the site does not give it.
        """
        ...
