"""Dates as archives know them: vague, partial, between two days (EDTF, ISO 8601-2:2019).

>>> PartialDate.parse("1960-11-01/1960-11-30").earliest.isoformat()
'1960-11-01'
>>> PartialDate.parse("196X").latest.isoformat()
'1969-12-31'
"""

import time
from dataclasses import dataclass
from datetime import date
from typing import Any

import edtf

from archive.errors import OddDate


@dataclass(frozen=True)
class PartialDate:
    """An EDTF expression and the first and last day that it can mean."""

    text: str
    earliest: date | None
    latest: date | None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read an EDTF expression; `None` at an end that is open or unknown.

        Raises
        ------
        OddDate : not EDTF, a day that does not exist, or an end before its beginning.
        """
        try:
            parsed = edtf.parse_edtf(text)
            earliest = _day(parsed.lower_strict())
            latest = _day(parsed.upper_strict())
        except (edtf.EDTFParseException, ValueError, OverflowError, AttributeError, TypeError):
            raise OddDate(
                f"{text!r} is not a date: write it as EDTF, "
                "for example 1960, 1960-11, 1960-11-01/1960-11-30, 196X or 1960~."
            ) from None
        if earliest and latest and earliest > latest:
            raise OddDate(f"{text!r} ends before it begins.")
        return cls(text, earliest, latest)


def _day(moment: Any) -> date | None:
    """Return the day of edtf's struct_time; None for an open or unknown end."""
    if not isinstance(moment, time.struct_time):
        return None
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
