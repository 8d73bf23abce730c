r"""Numbers of the classification of Hornbostel and Sachs (1914; revised by MIMO, 2011).

A class is written digit by digit, in groups of three divided by dots; the last group may be
shorter. What holds for all that follows stands behind hyphens. Compounds join several with +, and
: stands where one number applies to another. Whether such a class exists is not asked: the
classification grows.

>>> check_hornbostel_sachs("321.322-71")
'321.322-71'
>>> check_hornbostel_sachs("412.132+422.112-62")
'412.132+422.112-62'
"""

import re

from archive.errors import OddValue

_CLASS = r"[1-5](?:\d{0,2}|\d{2}(?:\.\d{3})*\.\d{1,3})"
_SUFFIXES = r"(?:-\d{1,3}(?:\.\d{1,3})*)*"
_ONE = rf"(?:{_CLASS}{_SUFFIXES}|\[{_CLASS}{_SUFFIXES}\])"
_NUMBER = re.compile(rf"{_ONE}(?:[+:]{_ONE})*")


def check_hornbostel_sachs(number: str, field: str = "hornbostel_sachs") -> str:
    """Return the number without blanks; an empty one (not known) stays empty.

    Raises
    ------
    OddValue : it is not written as such a number is.
    """
    plain = re.sub(r"\s+", "", number)
    if plain and not _NUMBER.fullmatch(plain):
        raise OddValue(
            field,
            f"{number[:40]!r} is no Hornbostel-Sachs number: write groups of three digits, "
            "such as 321.322-71 or 111.242.222.",
        )
    return plain
