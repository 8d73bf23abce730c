"""216 items that the public may not find, each for a reason, and some that it may not hear.

What each is called is known before it is there (`canaries.key_of`, `canaries.token`), so that every
question can be asked in the archive without it as well.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from tests.doors.canaries import OLD_CODE, Canary, key_of, token

#: Collections, by name, with what they say of access.
COLLECTIONS: dict[str, dict[str, Any]] = {
    "open": {"access": "full"},
    "mixed": {"access": "mixed"},
    "described": {"access": "metadata", "opens_with_age": True},
    "edited": {"access": "mixed"},
    "closed": {"access": "none"},
    "kept": {"access": "full", "protocol": "ours"},
    "drafted": {"access": "full", "state": "draft"},
    "withdrawn": {"access": "full", "state": "withdrawn"},
}
#: Those of them that the public may not find; they have canaries of their own.
HIDDEN_COLLECTIONS = {"closed": 900, "kept": 901, "drafted": 902, "withdrawn": 903}

#: A corpus and a fonds that only staff may find, around the closed collection.
HIDDEN_LEVELS = {"corpus": 910, "fonds": 911}

#: Why an item cannot be found by the public: its collection, and what it says itself.
REASONS: dict[str, tuple[str, dict[str, Any]]] = {
    "none in mixed": ("mixed", {"access": "none"}),
    "none in full": ("open", {"access": "none"}),
    "none in metadata": ("described", {"access": "none"}),
    "none where it is edited": ("edited", {"access": "none"}),
    "none in none": ("closed", {"access": "none"}),
    "metadata in none": ("closed", {"access": "metadata"}),
    "full in none": ("closed", {"access": "full"}),
    "unmarked in none": ("closed", {"access": None}),
    "our protocol": ("open", {"protocol": "ours"}),
    "any of two protocols": ("open", {"protocol": "any"}),
    "both protocols": ("mixed", {"access": "full", "protocol": "both"}),
    "named people": ("open", {"protocol": "named"}),
    "protocol of the collection": ("kept", {}),
    "draft": ("open", {"state": "draft"}),
    "withdrawn": ("open", {"state": "withdrawn"}),
    "in the bin": ("open", {"state": "deleted"}),
    "in a drafted collection": ("drafted", {}),
    "in a withdrawn collection": ("withdrawn", {}),
}
#: Why an item is found and not heard.
SILENT: dict[str, tuple[str, dict[str, Any]]] = {
    "metadata": ("mixed", {"access": "metadata"}),
    "unmarked in mixed": ("mixed", {"access": None}),
    "unmarked in metadata": ("described", {"access": None}),
    "protocol of the sound": ("open", {"protocol": "sound"}),
}
RICH = 18


@dataclass(frozen=True)
class Hidden:
    """One item of the plan."""

    number: int
    reason: str
    collection: str
    says: dict[str, Any]
    embargo: str
    is_old: bool
    is_withheld: bool
    #: To whom it is opened all the same: "", member, community, room, or a list that it is on.
    granted: str

    @property
    def key(self) -> UUID:
        return key_of("Item", self.number)

    @property
    def code(self) -> str:
        return token(self.number, "Item.code")

    @property
    def old_code(self) -> str:
        return Canary(self.number, "f", OLD_CODE).text

    @property
    def is_generalised(self) -> bool:
        """Whether it lies at a place of its own, which is shown generalised to most."""
        return self.reason == "protocol of the sound"

    @property
    def is_measured(self) -> bool:
        """Whether results of its sound are there: made of the whole, also where it is withheld."""
        return self.is_rich or (self.is_withheld and (self.number < 2 * RICH or self.number >= 600))

    @property
    def is_rich(self) -> bool:
        """Whether it has a place, an instrument, a person … that nobody else has."""
        return self.number < RICH


GRANTED = ("", "member", "community", "room", "list")


def _planned(reasons: dict[str, tuple[str, dict[str, Any]]], first: int) -> Iterator[Hidden]:
    number = first
    for embargo, is_old, is_withheld in itertools.product(
        ("none", "standing", "over"), (False, True), (False, True)
    ):
        for reason, (collection, says) in reasons.items():
            granted = GRANTED[number % len(GRANTED)] if first == 0 else ""
            yield Hidden(number, reason, collection, says, embargo, is_old, is_withheld, granted)
            number += 1


@cache
def hidden() -> tuple[Hidden, ...]:
    """Items that the public may not find."""
    return tuple(_planned(REASONS, 0))


@cache
def silent() -> tuple[Hidden, ...]:
    """Items that the public finds; it may not hear them, or not at all of their time."""
    return tuple(_planned(SILENT, 600))
