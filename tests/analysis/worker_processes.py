"""What tests of workers look at: who works on a pass, and whether all that was asked came once."""

from collections import Counter
from pathlib import Path

import psutil

from analysis.core.registry import discover
from analysis.models import Output, Pass, Preset, Result, Run, RunItemComputation, Status
from analysis.runs.services import start_run
from archive.access import Actor
from archive.models import Item
from tests.analysis.odd_processors import PLUGINS
from tests.processes import House, Program, wait_until

#: Leases of two seconds, and children that take half a second to start: what is a long time here.
LONG_S = 60.0
CHILD = "analysis.core.child"


def preset_of(*processors: str) -> str:
    """Return a preset of these, odd ones included (a test that asks must know them, see `odd`)."""
    slug = "-".join(processors).replace("_", "-")
    nodes = [{"processor": name, "params": {}} for name in processors]
    Preset.objects.update_or_create(slug=slug, defaults={"name": slug, "nodes": nodes})
    return slug


def know_odd_processors(monkeypatch: object) -> None:
    """Let this process plan runs over the odd processors."""
    registry = discover(PLUGINS)
    monkeypatch.setattr("analysis.runs.presets.discover", lambda: registry)  # type: ignore[attr-defined]


def children(worker: Program) -> list[psutil.Process]:
    """Return the analysis children of a worker."""
    found = []
    for process in worker.descendants():
        try:
            if CHILD in process.cmdline():
                found.append(process)
        except psutil.NoSuchProcess:
            continue
    return found


def is_half_way(run: Run) -> bool:
    """Tell whether a pass of the run is under way and has told of progress."""
    running = Pass.objects.filter(computations__wanted_by__run_item__run=run)
    return running.filter(status=Status.RUNNING, progress__gt=0).exists()


def is_over(run: Run) -> bool:
    run.refresh_from_db()
    return run.finished_at is not None


def wait_for(run: Run, *, within_s: float = LONG_S) -> None:
    wait_until(lambda: is_over(run), within_s=within_s, what=f"run {run.pk} ends")


def faults_of_ledger() -> dict[str, int]:
    """Return what was lost, doubled or left over, by the whole ledger of runs; empty is well.

    Lost: a run that has ended without a result that one of its items wanted and that was computed.
    Doubled: two results of one item from one key. Halved: a done computation without outputs.
    """
    wants = RunItemComputation.objects.filter(run_item__status=Status.DONE).values_list(
        "run_item__item", "part", "computation"
    )
    shown = Counter(Result.objects.values_list("item", "part", "computation"))
    by_key = Counter(Result.objects.values_list("item", "part", "computation__key"))
    done = Result.objects.filter(computation__error="")
    faults = {
        "open": Run.objects.filter(finished_at=None).count(),
        "lost": sum(shown[want] == 0 for want in wants),
        "doubled": sum(count - 1 for count in by_key.values()),
        "halved": done.exclude(computation__outputs__isnull=False).count(),
        "strays": Output.objects.exclude(computation__status=Status.DONE).count(),
    }
    return {name: count for name, count in faults.items() if count}


def results_of(item: Item) -> int:
    return Result.objects.filter(item=item).count()


def ask_each(items: list[Item], actor: Actor) -> list[Run]:
    """Ask for the level of each item in a run of its own."""
    preset = preset_of("level")
    return [start_run(actor=actor, items=[item], preset=preset) for item in items]


def leftovers(house: House) -> list[Path]:
    """Return the work folders that are there."""
    work = house.var / "work"
    return list(work.iterdir()) if work.is_dir() else []
