"""Vague dates."""

from datetime import date
from functools import lru_cache
from typing import Any

import strawberry

from archive.dates import PartialDate as Parsed
from archive.errors import OddDate


@strawberry.type(description="A date as archives know it: partial, approximate or a period.")
class PartialDate:
    edtf: str = strawberry.field(
        description="The date as an EDTF expression (ISO 8601-2), such as 1960-11 or 196X."
    )
    earliest: date | None = strawberry.field(
        description="The first day that the expression can mean; null if open or unknown."
    )
    latest: date | None = strawberry.field(
        description="The last day that the expression can mean; null if open or unknown."
    )


def recorded_of(row: Any) -> PartialDate | None:
    """Return when an item was recorded, if anything is known."""
    if not row.recorded:
        return None
    return PartialDate(edtf=row.recorded, earliest=row.recorded_from, latest=row.recorded_to)


@lru_cache(maxsize=10_000)
def dated(text: str) -> PartialDate:
    """Return the date that a column holds as EDTF alone; what is no EDTF has no bounds."""
    try:
        parsed = Parsed.parse(text)
    except OddDate:
        return PartialDate(edtf=text, earliest=None, latest=None)
    return PartialDate(edtf=text, earliest=parsed.earliest, latest=parsed.latest)
