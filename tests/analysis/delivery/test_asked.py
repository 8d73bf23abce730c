"""Numbers in the query of an address: what is said, what is usual, and what is none."""

import pytest

from analysis.delivery.asked import seconds, stated_seconds
from archive.errors import OddValue


def test_what_is_stated_goes_before_what_is_usual() -> None:
    assert seconds({"start": "1.5"}, "start", 3.0) == 1.5
    assert seconds({"start": "0"}, "start", 3.0) == 0
    assert seconds({}, "start", 3.0) == 3.0
    assert stated_seconds({"start": ""}, "start") is None


@pytest.mark.parametrize("text", ["x", "nan", "inf", "1,5", "-inf"])
def test_what_is_no_number_of_seconds_is_refused_by_name(text: str) -> None:
    with pytest.raises(OddValue, match=r"end is .* give seconds"):
        stated_seconds({"end": text}, "end")
