"""F-02: workers stop (SIGSTOP) just before they commit, and wake after their lease has run out.

40 runs, of which two in five stop once; FAULT_PERCENT=25 does a quarter. Late commits that were
fenced are counted: without any, nothing was shown.
"""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.benchmarks.measures import Measure
from tests.faults.place import LEASE_S, deposit_quickly, folder, share, standing
from tests.processes import wait_until

RUNS, PERCENT_STOPPED = 40, 40
ODD = "tests.analysis.odd_worker"


def measure() -> Iterator[Measure]:
    with standing() as house:
        from analysis.models import Run
        from tests.analysis.recordings import recorded_item, staff
        from tests.analysis.worker_processes import ask_each, faults_of_ledger

        deposit_quickly()
        items = [recorded_item(folder(house), seconds=0.3) for _ in range(share(RUNS))]
        ask_each(items, staff())
        stops = house.var / "stops"
        stops.mkdir()
        environment = {"ODD_STOPS": str(stops), "ODD_PERCENT": str(PERCENT_STOPPED)}
        for _ in range(2):
            house.worker(app=ODD, concurrency=1, **environment)
        house.worker(app=ODD, concurrency=1)  # somebody is awake to take over
        woken: set[str] = set()

        def over() -> bool:
            _wake_the_late(stops, woken)
            return not Run.objects.filter(finished_at=None).exists()

        wait_until(over, within_s=240, what="all runs end")
        wait_until(lambda: _asleep(stops, woken), within_s=60, what="all workers are woken")
        time.sleep(LEASE_S)
        said = "".join(program.said() for program in house.programs)
        fenced = said.count("is no longer ours")
        how = f"{len(items)} runs, {len(woken)} workers stopped before their commit"
        faults = faults_of_ledger()
        yield Measure("F-02a", float(_let_in(said)), "commits", f"late and let in, of {how}")
        yield Measure("F-02b", float(fenced), "commits", f"late and fenced, of {how}")
        yield Measure("F-02c", float(sum(faults.values())), "faults", f"in the ledger of {how}")


def _wake_the_late(stops: Path, woken: set[str]) -> None:
    """Wake who has been stopped for a lease and a half."""
    for mark in stops.iterdir():
        if mark.name not in woken and time.time() - mark.stat().st_mtime > 1.5 * LEASE_S:
            woken.add(mark.name)
            with suppress(ProcessLookupError, ValueError):
                os.kill(int(mark.read_text()), signal.SIGCONT)


def _asleep(stops: Path, woken: set[str]) -> bool:
    _wake_the_late(stops, woken)
    return {mark.name for mark in stops.iterdir()} <= woken


def _let_in(said: str) -> int:
    """Count attempts that another one followed, and that were not told that they had lost it."""
    from analysis.models import Pass

    return sum(
        max(0, row.attempts - 1 - said.count(f"Pass {row.pk} is no longer ours"))
        for row in Pass.objects.all()
    )
