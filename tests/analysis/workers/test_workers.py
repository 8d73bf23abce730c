"""Real Celery workers on a real database: whatever is killed, what was asked is done, once.

R-13, R-14, R-17, R-18; S-: the predecessor's task lost work with its process.
"""

import os
import shutil
import signal
import threading
import time
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile
from django.db.models.functions import Now

from analysis.models import Computation, Output, Pass, Result, Run, Status
from analysis.runs.following import RunState
from analysis.runs.presets import DEFAULT_PROCESSORS
from analysis.runs.services import cancel_run, follow, start_run
from analysis.sweeping import remove_orphans, sweep
from analysis.workers.storing import work_root
from archive.models import Item
from archive.services.deposit import deposit_sound
from tests.analysis.odd_processors import DEADLY_RATE
from tests.analysis.recordings import ARCHIVIST, new_item, recorded_item, staff
from tests.analysis.worker_processes import (
    LONG_S,
    children,
    faults_of_ledger,
    is_half_way,
    know_odd_processors,
    leftovers,
    preset_of,
    results_of,
    wait_for,
)
from tests.pace import allowed
from tests.processes import LEASE_S, House, Program, wait_until

ODD = "tests.analysis.odd_worker"
#: Long enough to be interrupted: `slow` takes 50 ms a block, 1.5 s of sound each.
SLOW_S = 60.0


@pytest.fixture(autouse=True)
def _odd(monkeypatch: pytest.MonkeyPatch) -> None:
    know_odd_processors(monkeypatch)


def test_real_recordings_are_analysed_from_the_request_to_the_end(
    house: House, demo_sounds: Path
) -> None:
    """Four real recordings at 16 kHz to 250 kHz; every state that a follower hears is in order."""
    names = ["zebra-finch-call.wav", "german-proverb.wav", "1918.mp3", "mouse-usv.wav"]
    sounds = demo_sounds / "files"
    house.worker()
    items = [new_item() for _ in names]
    for item, name in zip(items, names, strict=True):
        deposit_sound(sounds / name, actor=ARCHIVIST, item=item)
    run = start_run(actor=staff(), items=items)
    states = list(follow(run.pk))
    assert states[-1].status == Status.DONE, states
    assert states[-1].progress == 1.0
    progress = [state.progress for state in states]
    assert progress == sorted(progress)
    assert len(states) >= 5
    assert any(state.speed and state.eta_s is not None for state in states)
    run.refresh_from_db()
    assert [results_of(item) for item in items] == [len(DEFAULT_PROCESSORS)] * 4
    assert faults_of_ledger() == {}
    _assert_peaks_as_in(sounds, dict(zip(names, items, strict=True)))
    copies = Output.objects.filter(kind="media", computation__file__sample_rate__gt=48_000)
    assert copies.count() >= 1, "what is too high for ears has a slowed copy"
    wait_until(lambda: leftovers(house) == [], within_s=10, what="nothing is left lying")


def _assert_peaks_as_in(sounds: Path, items: dict[str, Item]) -> None:
    for name, item in items.items():
        if not name.endswith(".wav"):
            continue
        signal_, _ = soundfile.read(sounds / name)
        peak = Output.objects.get(name="peak", computation__results__item=item).value
        assert peak == pytest.approx(20 * np.log10(np.abs(signal_).max()), abs=0.01)


@pytest.mark.parametrize("victim", ["child", "slot", "worker"])
def test_what_is_killed_in_the_middle_is_finished_by_another(
    victim: str, house: House, tmp_path: Path
) -> None:
    workers = [house.worker(app=ODD, concurrency=1) for _ in range(2)]
    item = recorded_item(tmp_path, seconds=SLOW_S)
    run = start_run(actor=staff(), items=[item], preset=preset_of("slow", "level"))
    wait_until(lambda: is_half_way(run), within_s=LONG_S, what="the pass is half-way")
    at_work = next(worker for worker in workers if children(worker))
    child = children(at_work)[0]
    if victim == "child":
        child.kill()
    elif victim == "slot":
        os.kill(child.ppid(), signal.SIGKILL)
    else:
        at_work.kill()
    wait_for(run)
    assert (run.status, run.error) == (Status.DONE, "")
    assert Pass.objects.get().attempts == 2
    assert results_of(item) == 2
    assert faults_of_ledger() == {}
    assert not child.is_running()
    _assert_orphans_go(house)


def _assert_orphans_go(house: House) -> None:
    """What a killed worker left is there for two leases, then gone."""
    left = leftovers(house)
    assert set(remove_orphans()) <= set(left)

    def gone() -> bool:
        sweep()
        return not leftovers(house)

    wait_until(gone, within_s=4 * LEASE_S, what="the work folders of killed workers are gone")


def test_a_work_folder_under_a_standing_lease_is_nobodys_orphan(
    house: House, tmp_path: Path
) -> None:
    house.worker(app=ODD)
    item = recorded_item(tmp_path, seconds=120)
    run = start_run(actor=staff(), items=[item], preset=preset_of("slow"))
    wait_until(lambda: is_half_way(run), within_s=LONG_S, what="the pass is half-way")
    (folder,) = leftovers(house)
    long_ago = time.time() - 100 * LEASE_S
    os.utime(folder, (long_ago, long_ago))
    assert remove_orphans() == []
    (work_root() / "not-ours").mkdir()
    os.utime(work_root() / "not-ours", (long_ago, long_ago))
    assert remove_orphans() == []
    cancel_run(actor=ARCHIVIST, run=run)


def test_a_worker_that_wakes_after_its_lease_commits_nothing(house: House, tmp_path: Path) -> None:
    """It stopped between storing and committing; the pass is another's when it wakes (F-02)."""
    status, (late, other) = late_commit(house, tmp_path)
    assert status == Status.RUNNING
    assert not Result.objects.exists()
    assert "is no longer ours" in late.said()
    other.signal_all(signal.SIGCONT)
    wait_for(Run.objects.get())
    assert "is no longer ours" not in other.said()
    assert Pass.objects.get().attempts == 2
    assert faults_of_ledger() == {}


def test_an_idle_worker_asks_the_database_nothing(house: House, tmp_path: Path) -> None:
    """No statement grows with time, neither of workers nor of who follows a run (D-19)."""
    from django.db import connection

    house.worker()
    done = start_run(actor=staff(), items=[recorded_item(tmp_path)], preset=preset_of("level"))
    wait_for(done)
    waiting = start_run(actor=staff(), items=[recorded_item(tmp_path)], preset=preset_of("level"))
    wait_for(waiting)
    Run.objects.filter(pk=waiting.pk).update(status=Status.RUNNING, finished_at=None)
    heard: list[RunState] = []
    follower = threading.Thread(target=lambda: heard.extend(follow(waiting.pk)))
    follower.start()
    time.sleep(8)  # the catch-up that follows every event, once, after 5 s

    def calls() -> dict[str, int]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT query, sum(calls)::int FROM pg_stat_statements"
                " WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())"
                " AND query NOT LIKE '%%pg_stat_statements%%' GROUP BY query",
                [],
            )
            return dict(cursor.fetchall())

    before = calls()
    time.sleep(12)
    after = calls()
    Run.objects.filter(pk=waiting.pk).update(status=Status.DONE, stage="end")
    follower.join(10)
    assert not follower.is_alive()
    assert heard[-1].status == Status.DONE
    assert len(before) > 20, "the statistics see this database"
    assert {query: n - before.get(query, 0) for query, n in after.items()} == dict.fromkeys(
        after, 0
    )


def test_a_cancel_reaches_the_child_within_a_second(house: House, tmp_path: Path) -> None:
    worker = house.worker(app=ODD)
    item = recorded_item(tmp_path, seconds=240)
    run = start_run(actor=staff(), items=[item], preset=preset_of("slow"))
    wait_until(lambda: is_half_way(run), within_s=LONG_S, what="the pass is half-way")
    child = children(worker)[0]
    cancel_run(actor=ARCHIVIST, run=run)
    wait_until(lambda: not child.is_running(), within_s=allowed(1), what="the child has ended")
    wait_until(lambda: not leftovers(house), within_s=allowed(2), what="its work folder is gone")
    assert Pass.objects.get().status == Status.CANCELLED
    assert not Result.objects.exists()
    again = start_run(actor=staff(), items=[item], preset=preset_of("level"))
    wait_for(again)
    assert again.status == Status.DONE, "the slot is free again"


def test_poison_is_laid_aside_while_the_good_ones_finish(house: House, tmp_path: Path) -> None:
    """R-18: a sound that brings its child down is tried three times, and no more."""
    house.worker(app=ODD)
    good = [recorded_item(tmp_path, seconds=0.5) for _ in range(6)]
    bad = [_at_rate(tmp_path, DEADLY_RATE, number) for number in range(2)]
    preset = preset_of("poison", "level")
    run = start_run(actor=staff(), items=[*bad, *good], preset=preset)
    wait_for(run)
    statuses = dict(run.run_items.values_list("item", "status"))
    assert [statuses[item.pk] for item in good] == [Status.DONE] * 6
    assert [statuses[item.pk] for item in bad] == [Status.QUARANTINED] * 2
    for row in Pass.objects.filter(status=Status.QUARANTINED):
        assert row.attempts == 3
        assert "signal 6" in row.error
    told = run.run_items.get(item=bad[0]).error
    assert "was ended by signal 6" in told
    assert "tried 3 times" in told
    assert (run.status, run.error) == (
        Status.PARTIAL,
        "2 of 8 items could not be analysed.",
    )
    assert faults_of_ledger() == {}


def test_a_failing_processor_fails_its_own_result_alone(house: House, tmp_path: Path) -> None:
    house.worker(app=ODD)
    item = recorded_item(tmp_path)
    run = start_run(actor=staff(), items=[item], preset=preset_of("failing", "level"))
    wait_for(run)
    assert results_of(item) == 1
    assert Computation.objects.get(processor="failing").status == Status.FAILED
    told = run.run_items.get().error
    assert told.startswith("failing: The processor stopped with an error: ZeroDivisionError")
    assert run.status == Status.PARTIAL


def test_a_master_that_is_no_sound_any_more_fails_with_its_reason(
    house: House, tmp_path: Path
) -> None:
    """Damage on the disk: the run says why, and is not tried again and again."""
    house.worker()
    item = recorded_item(tmp_path)
    stored = house.var / "media" / "masters" / item.parts.get().file.storage_name
    stored.chmod(0o644)
    stored.write_text("no sound at all")
    run = start_run(actor=staff(), items=[item], preset=preset_of("level"))
    wait_for(run)
    assert run.status == Status.FAILED
    assert run.run_items.get().error
    assert Pass.objects.get().attempts == 1


def test_lost_messages_lose_nothing(house: House, tmp_path: Path) -> None:
    """R-14: the broker forgets every message; the worker's own watch finds the work."""
    house.worker()
    item = recorded_item(tmp_path)
    with _EmptyBroker(house):
        run = start_run(actor=staff(), items=[item], preset=preset_of("level"))
    wait_for(run, within_s=5 * LEASE_S)
    assert run.status == Status.DONE


def test_a_broker_whose_folder_is_gone_loses_nothing(house: House, tmp_path: Path) -> None:
    """The worker ends, and is started again as the supervisor would; the mutation answers."""
    worker = house.worker()
    item = recorded_item(tmp_path)
    shutil.rmtree(house.broker)
    began = time.monotonic()
    run = start_run(actor=staff(), items=[item], preset=preset_of("level"))
    assert time.monotonic() - began < allowed(1)
    wait_until(lambda: not worker.is_running(), within_s=LONG_S, what="the worker ends")
    house.broker.mkdir()
    house.worker()
    wait_for(run)
    assert run.status == Status.DONE


def test_many_passes_keep_every_slot_busy(house: House, tmp_path: Path) -> None:
    """One wake-up for ten passes: whoever claims wakes the next slot."""
    worker = house.worker(app=ODD, concurrency=2)
    items = [recorded_item(tmp_path, seconds=20) for _ in range(4)]
    run = start_run(actor=staff(), items=items, preset=preset_of("slow"))
    wait_until(lambda: len(children(worker)) == 2, within_s=LONG_S, what="both slots work")
    wait_for(run)
    assert run.status == Status.DONE
    assert faults_of_ledger() == {}


def late_commit(house: House, tmp_path: Path, **environment: str) -> tuple[str, list[Program]]:
    """Wake a worker before its commit, when another one holds the lease before its own.

    Returns
    -------
    the status of the pass once the late worker has done what it would, and both workers: the late
    one running, the other stopped.
    """
    marks = [tmp_path / "late", tmp_path / "other"]
    for mark in marks:
        mark.mkdir()
    late = house.worker(app=ODD, concurrency=1, ODD_STOPS=str(marks[0]), **environment)
    item = recorded_item(tmp_path)
    start_run(actor=staff(), items=[item], preset=preset_of("level", "pitch"))
    wait_until(lambda: _told(marks[0]), within_s=LONG_S, what="the worker stops before its commit")
    late.signal_all(signal.SIGSTOP)
    other = house.worker(app=ODD, concurrency=1, ODD_STOPS=str(marks[1]), **environment)
    wait_until(lambda: _told(marks[1]), within_s=LONG_S, what="the other stops before its commit")
    other.signal_all(signal.SIGSTOP)
    assert Pass.objects.get().attempts == 2
    # The lease of the other stands as long as we look: what is refused is refused by the token.
    Pass.objects.update(lease_until=Now() + timedelta(minutes=5))
    late.signal_all(signal.SIGCONT)
    wait_until(
        lambda: "succeeded in" in late.said(),
        within_s=LONG_S,
        what="the late worker has ended its task",
    )
    return Pass.objects.get().status, [late, other]


def _told(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def _at_rate(folder: Path, rate: int, number: int) -> Item:
    """Return an item with a tone at this rate."""
    item = new_item()
    path = folder / f"{rate}-{number}.wav"
    soundfile.write(path, 0.1 * np.sin(np.arange(rate) * (0.1 + number / 10)), rate)
    deposit_sound(path, actor=ARCHIVIST, item=item)
    return item


class _EmptyBroker:
    """Until it ends, messages go nowhere."""

    def __init__(self, house: House) -> None:
        self._queue = house.broker / "queue"

    def __enter__(self) -> None:
        self._queue.rename(self._queue.with_name("away"))
        self._queue.mkdir()

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._queue)
        self._queue.with_name("away").rename(self._queue)
