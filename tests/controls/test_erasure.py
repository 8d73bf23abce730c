"""Controls of erasure: with one eraser left out, its canaries are found; with a table, the walk."""

import pytest
from django.apps import apps
from django.db import models

from archive import erasing
from archive.erasing import Doomed, Eraser
from archive.services import erasure
from tests.archive.test_erasing import all_tables, undecided
from tests.doors.test_erasure import Scene, scene

__all__ = ["scene"]

#: Without it, which place still says something. What `rows` leaves out the database refuses, and
#: of a key that was used it is the refusal that is tested (tests/archive/services/test_erasure.py).
LEFT_OUT = {
    "files": "file store/masters",
    "comments": "table archive_comment",
    "requests": "table archive_request",
    "notices": "table archive_notice",
    "addresses": "table archive_tombstone",
    "events": "table archive_event",
    "operators' log": "table django_admin_log",
    "results": "file store/results",
    "history": "table archive_change",
}
OF_FINISHERS = {
    "files": "file store/masters",
    "SPARQL": "file rdf/store",
    "database pages": "samples of the planner",
}


def _idle(eraser: Eraser) -> Eraser:
    def nothing(doomed: Doomed) -> None:
        return None

    return Eraser(eraser.name, nothing, lambda doomed: 0)


def _silent(scene: Scene, places: dict[str, str]) -> list[str]:
    """Return those without which nothing was found that should not have been there."""
    after, _ = scene.found()
    return [name for name, at in places.items() if not any(each.startswith(at) for each in after)]


def test_without_the_erasers_each_ones_canaries_are_found(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_out = [_idle(each) if each.name in LEFT_OUT else each for each in erasing.erasers()]
    monkeypatch.setattr(erasure, "erasers", lambda: left_out)
    scene.erase("item", scene.item.pk)
    assert _silent(scene, LEFT_OUT) == []


@pytest.mark.parametrize("name", ["history", "events"])
def test_without_one_eraser_alone_its_canaries_are_found(
    name: str, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_out = [_idle(each) if each.name == name else each for each in erasing.erasers()]
    monkeypatch.setattr(erasure, "erasers", lambda: left_out)
    scene.erase("item", scene.item.pk)
    after, _ = scene.found()
    assert {each for each in after if each.startswith("table ")} == {LEFT_OUT[name]}


def test_without_the_finishers_each_ones_canaries_are_found(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "finishers", dict)
    monkeypatch.setattr("ontology.sync.ERASED", "never")  # the writer does not hear of it
    scene.erase("item", scene.item.pk)
    assert _silent(scene, OF_FINISHERS) == []


def test_every_eraser_and_finisher_has_a_control() -> None:
    without_words = {"rows", "idempotency keys"}
    assert {each.name for each in erasing.erasers()} == {*LEFT_OUT, *without_words}
    assert {*erasing.finishers()} == {*OF_FINISHERS}


def test_a_table_that_nobody_decided_about_is_named() -> None:
    class Meta:
        app_label = "archive"
        managed = False

    made: type[models.Model] = type(
        "Diary", (models.Model,), {"__module__": "archive.models", "Meta": Meta}
    )
    try:
        assert undecided([*all_tables()]) == ["archive.Diary"]
    finally:
        del apps.all_models["archive"]["diary"]
        apps.clear_cache()
        assert made.__name__ == "Diary"
