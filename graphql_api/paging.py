"""Which page of a list is asked for: forwards from a place, or backwards from one.

    items(first: 25, after: CURSOR)    the 25 that follow the page whose `endCursor` it is
    items(last: 25, before: CURSOR)    the 25 that precede the page whose `startCursor` it is

Both keep the list's own order. Both cursors may be given: they are the ends of what is looked at.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import strawberry

from graphql_api.errors import Code, Refused

DEFAULT = 25
MAXIMUM = 100

First = Annotated[
    int | None,
    strawberry.argument(
        description="How many to return, from 0 to 100; 25 unless given, or `last` is."
    ),
]
After = Annotated[
    str | None,
    strawberry.argument(
        description="Go on after this cursor, taken from the page before in the same order."
    ),
]
Last = Annotated[
    int | None,
    strawberry.argument(
        description="How many to return from the end, from 0 to 100, in place of `first`."
    ),
]
Before = Annotated[
    str | None,
    strawberry.argument(
        description="End before this cursor, taken from the page after in the same order."
    ),
]


@dataclass(frozen=True)
class Slice:
    """The rows of one page."""

    nodes: Sequence[Any] = ()
    cursor: Callable[[int], str] = str
    has_next: bool = False
    has_previous: bool = False


@dataclass(frozen=True)
class Page:
    """What was asked for; Refused (BAD_INPUT) if that is no page."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None:
            raise Refused(
                Code.BAD_INPUT, "Ask for `first` or for `last`: a page has one end to begin at."
            )
        for name, number in (("first", self.first), ("last", self.last)):
            if number is not None and not 0 <= number <= MAXIMUM:
                raise Refused(
                    Code.BAD_INPUT, f"`{name}` is {number}: use a number from 0 to {MAXIMUM}."
                )

    @property
    def is_backward(self) -> bool:
        return self.last is not None

    @property
    def size(self) -> int:
        return size_of(self.first, self.last)

    @property
    def wanted(self) -> int:
        """How many rows to read: one more tells whether there is another page."""
        return self.size + 1

    def shown(self, found: Sequence[Any]) -> list[Any]:
        """Return the rows of the page in the list's order, from those that were read first."""
        kept = list(found[: self.size])
        return kept[::-1] if self.is_backward else kept

    def slice(self, nodes: Sequence[Any], cursor: Callable[[int], str], *, is_more: bool) -> Slice:
        """Return the page; `is_more` tells whether more rows were found than it shows.

        A cursor names a row, so there is something beyond the end that a cursor sets.
        """
        backward = self.is_backward
        return Slice(
            nodes=nodes,
            cursor=cursor,
            has_next=self.before is not None or (is_more and not backward),
            has_previous=self.after is not None or (is_more and backward),
        )


def size_of(first: object, last: object) -> int:
    """Return how many are asked for by the arguments of a connection."""
    asked = last if first is None else first
    return asked if isinstance(asked, int) else DEFAULT
