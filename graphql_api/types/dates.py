"""Vague dates."""

from datetime import date
from typing import Any

import strawberry


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
