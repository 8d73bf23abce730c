"""Which part of a list of what happened is wanted: it may be read from either end.

journal(actor=actor, stretch=Stretch(number=10))                                the newest ten
journal(actor=actor, stretch=Stretch(number=10, older_than=last.place))         the next ten
journal(actor=actor, stretch=Stretch(number=10, newer_than=first.place, from_oldest=True))
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q


@dataclass(frozen=True)
class Stretch:
    """So many entries between two places, in the order in which they are read."""

    number: int = 25
    older_than: int | None = None
    newer_than: int | None = None
    #: Read the oldest first; else the newest.
    from_oldest: bool = False

    def between(self, column: str, of_place: Any = int) -> Q:
        """Return the condition for standing between the two places; `of_place` reads a place."""
        held = Q()
        if self.older_than is not None:
            held &= Q(**{f"{column}__lt": of_place(self.older_than)})
        if self.newer_than is not None:
            held &= Q(**{f"{column}__gt": of_place(self.newer_than)})
        return held

    def order(self, column: str) -> str:
        return column if self.from_oldest else f"-{column}"


NEWEST = Stretch()
