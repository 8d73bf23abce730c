"""Analysed again, an item keeps its old results and shows which of them stand (design, Result)."""

from pathlib import Path

import pytest

from analysis.core.registry import ProcessorClass, builds_of
from analysis.models import Computation, Preset, Result
from analysis.runs.services import start_run
from analysis.workers.passes import work_one
from archive.models import Item
from tests.analysis.recordings import recorded_item, staff, twin_of
from tests.analysis.worker_processes import preset_of

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def preset() -> str:
    return preset_of("level", "technical")


def analyse(item: Item, preset: str) -> None:
    start_run(actor=staff(), items=[item], preset=preset)
    while work_one():
        continue


def install(monkeypatch: pytest.MonkeyPatch, numpy: str) -> None:
    """Let runs be planned as with this numpy; what computes is the one that is here."""

    def builds(processor: ProcessorClass) -> dict[str, str]:
        return builds_of(processor) | {"numpy": numpy}

    monkeypatch.setattr("analysis.runs.presets.builds_of", builds)


def standing(item: Item) -> set[Result]:
    return set(item.results.filter(superseded_by=None))


def test_what_is_computed_anew_replaces_what_was_there(
    preset: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = recorded_item(tmp_path)
    analyse(item, preset)
    old = standing(item)
    assert len(old) == 2
    for version in ("98.0", "99.0"):
        install(monkeypatch, version)
        analyse(item, preset)
    new = standing(item)
    assert len(new) == 2
    assert not new & old
    assert item.results.count() == 6, "nothing is written over"
    for result in item.results.exclude(superseded_by=None).select_related("computation"):
        by = result.superseded_by
        assert by is not None
        assert by in new
        assert by.computation.processor == result.computation.processor
    assert Computation.objects.count() == 6


def test_what_was_asked_for_last_stands_also_where_it_is_reused(
    preset: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = recorded_item(tmp_path)
    analyse(item, preset)
    old = standing(item)
    install(monkeypatch, "99.0")
    analyse(item, preset)
    assert not standing(item) & old
    monkeypatch.undo()
    analyse(item, preset)
    assert standing(item) == old
    assert item.results.count() == 4


def test_a_twin_analysed_again_replaces_nothing_elsewhere(
    preset: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Items with the same bytes share computations; that one was asked anew shows in no other."""
    item = recorded_item(tmp_path)
    hidden = twin_of(item, tmp_path, access="none")
    analyse(item, preset)
    analyse(hidden, preset)
    before = standing(item)
    install(monkeypatch, "99.0")
    analyse(hidden, preset)
    assert hidden.results.exclude(superseded_by=None).count() == 2
    assert standing(item) == before
    assert len(before) == 2


def test_another_setting_replaces_nothing(tmp_path: Path) -> None:
    """Two windows of one analysis are two results, both true."""
    item = recorded_item(tmp_path)
    analyse(item, preset_of("pitch"))
    nodes = [{"processor": "pitch", "params": {"f_max": 900.0}}]
    Preset.objects.create(slug="low", name="Low", nodes=nodes)
    analyse(item, "low")
    assert len(standing(item)) == 2
