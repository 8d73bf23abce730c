"""F-01: kill -9 of analysis children, of worker slots, of whole workers, at random times.

300 runs and 100 kills (75 children and slots, 25 whole workers); FAULT_PERCENT=10 does a tenth.
A pass that was killed three times is laid aside, as it should be, and not counted as lost. Kills
wait for a pass that runs: F-01e counts those that hit one. What was stored is held against a
decode that nobody disturbed, dataset by dataset.
"""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from uuid import UUID

import psutil

from tests.benchmarks.measures import Measure
from tests.faults.place import deposit_quickly, folder, share, standing
from tests.processes import House, Program, wait_until

RUNS, KILLS = 300, 100
ODD = "tests.analysis.odd_worker"
_SEED = 1


def measure() -> Iterator[Measure]:
    chance = random.Random(_SEED)  # noqa: S311 (which process dies is no secret)
    with standing() as house:
        from analysis.models import Pass, Run
        from tests.analysis.recordings import recorded_item, staff
        from tests.analysis.worker_processes import ask_each, faults_of_ledger
        from tests.faults.undisturbed import held_against_undisturbed

        deposit_quickly()
        items = [recorded_item(folder(house), seconds=0.3) for _ in range(share(RUNS))]
        ask_each(items, staff())
        workers = [_worker(house), _worker(house)]
        killed = _kill_at_random(house, workers, share(KILLS), chance)
        began = time.monotonic()
        wait_until(
            lambda: not Run.objects.filter(finished_at=None).exists(),
            within_s=240,
            what="all runs end",
        )
        took = time.monotonic() - began
        how = (
            f"{len(items)} runs, {sum(killed.values())} kills of children, slots and workers, "
            f"seed {_SEED}"
        )
        faults = faults_of_ledger()
        yield Measure("F-01a", float(_lost(killed)), "runs", f"lost of {how}")
        yield Measure("F-01b", float(faults.get("doubled", 0)), "results", f"doubled in {how}")
        yield Measure("F-01c", float(sum(faults.values())), "faults", f"in the ledger of {how}")
        yield Measure("F-01d", took, "s", f"until all is done after the last of {how}")
        kills = sum(killed.values())
        hits = kills - killed[None]
        tried = dict(sorted(Counter(Pass.objects.values_list("attempts", flat=True)).items()))
        told = f"of {kills} kills hit a pass that ran; passes by attempts {tried}, {how}"
        yield Measure("F-01e", 100 * hits / max(1, kills), "percent", f"{hits} {told}")
        examined, differing = held_against_undisturbed(items)
        told = f"differ from an undisturbed decode, of {examined} examined, {how}"
        yield Measure("F-01f", float(differing), "result files", told)
        yield Measure("F-01g", float(examined), "result files", f"examined, {how}")


def _worker(house: House) -> Program:
    return house.worker(app=ODD, concurrency=1)


def _kill_at_random(
    house: House, workers: list[Program], kills: int, chance: random.Random
) -> Counter[UUID | None]:
    """Kill until the plan is done or the work is; return how often each pass was hit."""
    from analysis.models import Run

    killed: Counter[UUID | None] = Counter()
    while sum(killed.values()) < kills and Run.objects.filter(finished_at=None).exists():
        time.sleep(chance.uniform(0.05, 0.6))
        number = chance.randrange(len(workers))
        hit = _awaited_pass_of(workers[number])
        if chance.random() < 0.25:
            workers[number].kill()
            workers[number] = _worker(house)
        else:
            victims = [p for p in workers[number].descendants() if p.is_running()]
            if not victims:
                continue
            try:
                os.kill(chance.choice(victims).pid, signal.SIGKILL)
            except (ProcessLookupError, psutil.NoSuchProcess):
                continue
        killed[hit] += 1
    return killed


def _awaited_pass_of(worker: Program, within_s: float = 5.0) -> UUID | None:
    """Return the pass that the worker's slot is at, as soon as it is at one."""
    until = time.monotonic() + within_s
    while (found := _pass_of(worker)) is None and time.monotonic() < until:
        time.sleep(0.02)
    return found


def _pass_of(worker: Program) -> UUID | None:
    """Return the pass that the worker's slot is at."""
    from analysis.models import Pass, Status

    pids = {str(process.pid) for process in worker.descendants()}
    for row in Pass.objects.filter(status=Status.RUNNING):
        if row.worker.rpartition(":")[2] in pids:
            return row.pk
    return None


def _lost(killed: Counter[UUID | None]) -> int:
    """Count passes that did not end well, though they were not killed three times."""
    from analysis.models import Pass, Status

    unwell = Pass.objects.exclude(status=Status.DONE).values_list("pk", flat=True)
    return sum(killed[pk] < 3 for pk in unwell)
