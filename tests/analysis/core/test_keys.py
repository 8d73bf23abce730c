"""The reuse key: equal where the numbers are, different wherever they may differ (D-07)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.core import keys
from analysis.core.keys import Interval, Recipe, reuse_key

AUDIO = "ab" * 32
RECIPE = Recipe("pitch", "1.0.0", {"hop": 256, "f_min": 50.0}, {"numpy": "2.4.0", "av": "18.0"})


def test_the_order_in_which_parameters_are_given_does_not_matter() -> None:
    turned = replace(
        RECIPE, params={"f_min": 50.0, "hop": 256}, libraries={"av": "18.0", "numpy": "2.4.0"}
    )
    assert reuse_key(AUDIO, Interval(), turned) == reuse_key(AUDIO, Interval(), RECIPE)


@pytest.mark.parametrize(
    ("audio", "interval", "recipe"),
    [
        ("cd" * 32, Interval(), RECIPE),
        (AUDIO, Interval(1), RECIPE),
        (AUDIO, Interval(0, 100), RECIPE),
        (AUDIO, Interval(), replace(RECIPE, processor="onset")),
        (AUDIO, Interval(), replace(RECIPE, version="1.0.1")),
        (AUDIO, Interval(), replace(RECIPE, params={"hop": 512, "f_min": 50.0})),
        (AUDIO, Interval(), replace(RECIPE, libraries={"numpy": "2.4.1", "av": "18.0"})),
    ],
    ids=["audio", "start", "end", "processor", "version", "parameters", "libraries"],
)
def test_whatever_the_numbers_depend_on_changes_the_key(
    audio: str, interval: Interval, recipe: Recipe
) -> None:
    assert reuse_key(audio, interval, recipe) != reuse_key(AUDIO, Interval(), RECIPE)


def test_the_engines_version_changes_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = reuse_key(AUDIO, Interval(), RECIPE)
    monkeypatch.setattr(keys, "ENGINE_VERSION", "0.0.0")
    assert reuse_key(AUDIO, Interval(), RECIPE) != before


@given(start=st.integers(0, 1000), end=st.none() | st.integers(1, 3000), count=st.integers(1, 2000))
def test_an_interval_has_one_way_to_be_written(start: int, end: int | None, count: int) -> None:
    written = Interval(start, end).within(count)
    assert written == written.within(count)
    assert written.end_frame is None or written.end_frame < count
