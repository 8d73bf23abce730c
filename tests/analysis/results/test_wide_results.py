"""Events, segments, vectors and rows of values, from a pass to rows and windows (S-26)."""

from pathlib import Path

import pytest

from analysis.errors import OddWindow
from analysis.models import Computation, Output, Span
from analysis.results.marks import MOST_MARKS, marks
from analysis.results.windows import MOST_NUMBERS, frames
from archive.models import Item
from tests.analysis.wide import analyse_widely, widely_analysed

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def item(tmp_path: Path) -> Item:
    return widely_analysed(tmp_path)


def output(item: Item, processor: str, name: str) -> Output:
    return Output.objects.get(
        computation__results__item=item, computation__processor=processor, name=name
    )


def test_segments_are_rows_and_the_file_has_them_too(item: Item) -> None:
    found = output(item, "silence", "segments")
    rows = list(found.spans.order_by("position"))
    assert [row.label for row in rows] == ["sound", "silence", "sound"]
    assert [row.position for row in rows] == [0, 1, 2]
    assert rows[1].start_s == pytest.approx(1, abs=0.01)
    assert rows[1].end_s == pytest.approx(2, abs=0.01)
    assert found.shape == [3]
    assert found.data["labels"] == ["silence", "sound"]


def test_one_processor_behind_two_chains_of_effects_is_two_computations(item: Item) -> None:
    rows = Computation.objects.filter(results__item=item, processor="level").order_by("pk")
    assert [len(row.effects) for row in sorted(rows, key=lambda row: len(row.effects))] == [0, 1]
    peaks = {len(row.effects): row.outputs.get(name="peak").value or 0.0 for row in rows}
    assert peaks[0] - peaks[1] == pytest.approx(6, abs=1e-3)
    assert not item.results.exclude(superseded_by=None).exists(), "neither replaces the other"
    before = Computation.objects.count()
    analyse_widely(item)
    assert Computation.objects.count() == before, "asked twice, computed once"


def test_marks_of_a_window_are_thinned_and_bounded(item: Item) -> None:
    found = output(item, "onset", "onsets")
    found.spans.all().delete()
    Span.objects.bulk_create(
        Span(output=found, position=n, start_s=n / 10, end_s=n / 10, value=n, confidence=0.5)
        for n in range(1000)
    )
    whole = marks(found)
    assert whole.total == len(whole.starts) == 1000
    assert whole.values[7] == 7
    thinned = marks(found, most=100)
    assert thinned.total == 1000
    assert thinned.starts.tolist() == [float(n) for n in range(100)]
    part = marks(found, 10.0, 20.0)
    assert part.total == 100
    assert part.starts[0] == pytest.approx(10.0)
    for start, end, most in ((2.0, 1.0, 10), (None, None, 0), (None, None, MOST_MARKS + 1)):
        with pytest.raises(OddWindow):
            marks(found, start, end, most)
    with pytest.raises(OddWindow, match="no marks"):
        marks(output(item, "mel", "levels"))


def test_rows_of_values_are_windows_of_bounded_size(item: Item) -> None:
    found = output(item, "mel", "levels")
    assert found.shape[1] == 32
    window = frames(found, 0.0, 1.0, 20)
    assert window.mean.shape == (len(window.mean), 32)
    assert len(window.mean) <= 20
    assert (window.least <= window.mean + 1e-3).all()
    assert (window.mean <= window.greatest + 1e-3).all()
    assert frames(found, max_points=10_000).mean.size <= MOST_NUMBERS
