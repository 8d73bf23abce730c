"""What the query of an address asks for, read and checked."""

import math
from collections.abc import Mapping

from archive.errors import OddValue


def stated_seconds(asked: Mapping[str, str], name: str) -> float | None:
    """Return a number of seconds; None where none is asked for.

    Raises
    ------
    OddValue : it is no finite number.
    """
    text = asked.get(name, "")
    if not text:
        return None
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        raise OddValue(name, f"{name} is {text[:20]!r}: give seconds, as 12.5.")
    return found


def seconds(asked: Mapping[str, str], name: str, usual: float) -> float:
    """Return a number of seconds, `usual` where none is asked for.

    Raises
    ------
    OddValue : it is no finite number.
    """
    stated = stated_seconds(asked, name)
    return usual if stated is None else stated
