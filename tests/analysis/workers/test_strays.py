"""Stored results that no row names go after a day; what a commit comes to name stays."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.db import connection

from analysis.core.job import Outcome
from analysis.models import Computation, Output, Pass, Result, Status
from analysis.runs.services import start_run
from analysis.sweeping import remove_stray_results
from analysis.workers import passes
from analysis.workers.lease import claim
from analysis.workers.storing import Stored, store
from archive.storage import RESULTS, is_kept, remove, stored
from tests.analysis.recordings import recorded_item, staff
from tests.analysis.worker_processes import preset_of

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def asked(tmp_path: Path) -> Pass:
    """Return a queued pass that will store an HDF5 file and two folders of tiles."""
    preset = preset_of("level", "onset", "waveform", "spectrogram")
    start_run(actor=staff(), items=[recorded_item(tmp_path)], preset=preset)
    return Pass.objects.get()


def names() -> set[str]:
    return {each.name for each in stored(RESULTS)}


def path_of(name: str) -> Path:
    return Path(storages[RESULTS].path(name))


def let_a_day_pass() -> None:
    """Make all that is stored, and the last look at it, older than a day."""
    long_ago = time.time() - 25 * 3600
    looked = Path(settings.VAR) / "run" / "results-looked-at"
    for path in [looked, *map(path_of, names())]:
        if path.exists():
            os.utime(path, (long_ago, long_ago))


def after_storing(monkeypatch: pytest.MonkeyPatch, then: Callable[[Stored], None]) -> None:
    """Let something happen between storing and the commit."""

    def storing(outcome: Outcome, work: Path) -> Stored:
        made = store(outcome, work)
        then(made)
        return made

    monkeypatch.setattr(passes, "store", storing)


def lose_the_lease(_: Stored) -> None:
    """Let another claim what is ours; the keeper may renew the lease in between, so try again."""
    for _attempt in range(50):
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE analysis_pass SET lease_until = clock_timestamp() - interval '1s'"
            )
        if claim():
            return
    pytest.fail("the lease was renewed each time")


def test_what_a_refused_commit_stored_is_gone_after_a_day(
    asked: Pass, monkeypatch: pytest.MonkeyPatch
) -> None:
    after_storing(monkeypatch, lose_the_lease)
    assert passes.work_one()
    assert not Result.objects.exists(), "the commit was refused"
    left = names()
    assert len(left) >= 3, "an HDF5 file and two folders of tiles"
    assert remove_stray_results() == []
    assert names() == left, "younger than a day: somebody may be about to name it"
    let_a_day_pass()
    assert set(remove_stray_results()) == left
    assert names() == set()


def test_what_rows_name_stays_however_old(asked: Pass) -> None:
    assert passes.work_one()
    named = {*Computation.objects.values_list("hdf5_name", flat=True)}
    named |= {*Output.objects.values_list("storage_name", flat=True)} - {""}
    assert len(named) >= 3
    assert named == names()
    let_a_day_pass()
    assert remove_stray_results() == []
    assert names() == named


def test_it_looks_once_a_day(asked: Pass, monkeypatch: pytest.MonkeyPatch) -> None:
    after_storing(monkeypatch, lose_the_lease)
    passes.work_one()
    left = names()
    assert remove_stray_results() == []
    for name in left:
        os.utime(path_of(name), (0, 0))
    assert remove_stray_results() == []
    assert names() == left
    let_a_day_pass()
    assert set(remove_stray_results()) == left


def test_a_commit_names_nothing_that_was_cleared_away(
    asked: Pass, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It gives the pass back instead, and the next attempt stores it anew."""
    gone: list[str] = []

    def clear(made: Stored) -> None:
        if not gone:
            gone.append(made.hdf5_name)
            remove(RESULTS, made.hdf5_name)

    after_storing(monkeypatch, clear)
    assert passes.work_one()
    asked.refresh_from_db()
    assert (asked.status, Result.objects.count()) == (Status.QUEUED, 0)
    assert "is missing" in asked.error
    Pass.objects.update(not_before=asked.created_at)
    assert passes.work_one()
    asked.refresh_from_db()
    assert asked.status == Status.DONE
    assert all(is_kept(RESULTS, row.hdf5_name) for row in Computation.objects.all())
