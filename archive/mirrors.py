"""Who keeps a copy of what is public, and when the copy has caught up.

The archive knows nobody, so whoever mirrors it says so from `apps.ready()`:

    register("SPARQL", wait_until_applied)

What is withdrawn is gone from every door only when the mirrors have applied it: the door that
withdrew it waits for them, after the commit.
"""

import time
from typing import Protocol

from archive.events import last_position, sequence

LONGEST_WAIT_S = 10.0


class Waits(Protocol):
    """Waits until the mirror has applied the event at a position; returns whether it has."""

    def __call__(self, position: int, timeout_s: float) -> bool: ...


_mirrors: dict[str, Waits] = {}


def register(name: str, wait: Waits) -> None:
    """Let who withdraws something wait for this mirror; `name` is what curators are told."""
    _mirrors[name] = wait


def wait_for_mirrors(timeout_s: float = LONGEST_WAIT_S) -> list[str]:
    """Wait, after a commit, until every mirror shows it.

    Returns
    -------
    the names of the mirrors that have not caught up in time.
    """
    if not _mirrors:
        return []
    sequence()
    position = last_position()
    until = time.monotonic() + timeout_s
    return [
        name
        for name, wait in _mirrors.items()
        if not wait(position, max(0.0, until - time.monotonic()))
    ]
