"""Where parts lie on their item's timeline.

Stem 0 is the item's timeline: its parts follow one another in their order, unless one says when it
begins. The other stems (the voice, the drums, a second microphone) run beside it, each from the
item's start by the same rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.models import Part

#: The stem that is heard first, and whose time is the item's.
MAIN = 0


@dataclass(frozen=True)
class Placed:
    """A part and the seconds of the item at which it begins and ends; None where unknown."""

    part: Part
    start_s: float | None
    end_s: float | None


def duration_s(part: Part) -> float | None:
    """Return how long a part sounds, in seconds; None where the file does not tell.

    The part's file must have been read with it.
    """
    rate, whole = part.file.sample_rate, part.file.duration_s
    if not rate:
        return whole
    if part.end_frame is not None:
        return (part.end_frame - part.start_frame) / rate
    return None if whole is None else max(0.0, whole - part.start_frame / rate)


def placed(parts: Iterable[Part]) -> list[Placed]:
    """Return one item's parts on its timeline, in their order; each stem by itself."""
    ends: dict[int, float | None] = {}
    found = []
    for part in sorted(parts, key=lambda part: part.position):
        start = ends.get(part.stem, 0.0) if part.starts_at_s is None else part.starts_at_s
        lasts = duration_s(part)
        ends[part.stem] = None if start is None or lasts is None else start + lasts
        found.append(Placed(part, start, ends[part.stem]))
    return found
