"""Where run items and runs stand, computed from the computations that they want.

Locks are always taken in this order: computations by key; passes, run items and runs by id.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar
from uuid import UUID

from django.db.models import Count, F, Model, Q, QuerySet, Sum
from django.db.models.functions import Now

from analysis.models import FINAL, WELL, Run, RunItem, RunItemComputation, Status

M = TypeVar("M", bound=Model)
OPEN = (Status.QUEUED, Status.RUNNING)
#: What an item is of which nothing came, and a run: the worst of what there is.
_WORST_FIRST = (Status.QUARANTINED, Status.FAILED, Status.CANCELLED)


def settle(run_items: Iterable[UUID], *, runs: Iterable[UUID] = ()) -> None:
    """Write what has become of these items and of their runs; what had ended stays as it is."""
    ids = sorted(set(run_items))
    items = list(_locked(RunItem.objects.filter(pk__in=ids, status__in=OPEN)))
    wanted = _wanted_by(items)
    for item in items:
        _stand(item, wanted[item.pk])
    RunItem.objects.bulk_update(
        items, ["status", "progress", "stage", "error", "finished_at"], batch_size=500
    )
    _settle_runs({*runs, *(item.run_id for item in items)})


def wanting(computations: Iterable[UUID]) -> QuerySet[RunItem]:
    """Return the run items that still wait for any of these computations."""
    return RunItem.objects.filter(
        pk__in=RunItemComputation.objects.filter(computation__in=list(computations)).values(
            "run_item"
        ),
        status__in=OPEN,
    )


def _wanted_by(items: list[RunItem]) -> dict[UUID, list[tuple[Status, str, str, float]]]:
    """Return per run item: status, processor, error, and progress of each computation."""
    wanted: dict[UUID, list[tuple[Status, str, str, float]]] = defaultdict(list)
    rows = RunItemComputation.objects.filter(run_item__in=[item.pk for item in items])
    for run_item, status, processor, error, progress in rows.values_list(
        "run_item",
        "computation__status",
        "computation__processor",
        "computation__error",
        "computation__worked_in__progress",
    ).order_by("computation__processor"):
        wanted[run_item].append((Status(status), processor, error, progress or 0.0))
    return wanted


def _stand(item: RunItem, wanted: list[tuple[Status, str, str, float]]) -> None:
    """Set an item's fields from its computations; one that wants nothing is left as it is."""
    if not wanted:
        return
    statuses = Counter(status for status, *_ in wanted)
    item.progress = sum(
        1.0 if status in FINAL else progress for status, _, _, progress in wanted
    ) / len(wanted)
    if any(statuses[status] for status in OPEN):
        started = any(status is not Status.QUEUED for status in statuses)
        item.status = Status.RUNNING if started else Status.QUEUED
        return
    item.status = _ended(statuses, well=statuses[Status.DONE])
    item.stage = ""
    item.error = _sentences(wanted)
    item.finished_at = Now()  # an expression, for bulk_update


def _ended(statuses: Mapping[Status, int], *, well: int) -> Status:
    """Return how a whole ended of whose parts so many came to a good end."""
    worst = next((status for status in _WORST_FIRST if statuses[status]), None)
    if worst is None:
        return Status.DONE
    return Status.PARTIAL if well else worst


def _sentences(wanted: list[tuple[Status, str, str, float]]) -> str:
    """Say what failed, naming processors together that failed for the same reason."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for status, processor, error, _ in wanted:
        if status is not Status.DONE:
            reasons[error or f"was {status.label.lower()}."].append(processor)
    if len(reasons) == 1 and all(status is not Status.DONE for status, *_ in wanted):
        return next(iter(reasons))
    return "\n".join(f"{', '.join(names)}: {reason}" for reason, names in reasons.items())


def _settle_runs(ids: Iterable[UUID]) -> None:
    runs = list(_locked(Run.objects.filter(pk__in=sorted(ids), status__in=OPEN)))
    counted = {
        row["run"]: row
        for row in RunItem.objects.filter(run__in=runs)
        .values("run")
        .annotate(
            items=Count("pk"),
            progress_sum=Sum("progress"),
            done_s=Sum(F("progress") * F("sound_s")),
            sound_s=Sum("sound_s"),
            **{status.value: Count("pk", filter=Q(status=status)) for status in Status},
        )
    }
    for run in runs:
        _stand_run(run, counted[run.pk])
    Run.objects.bulk_update(
        runs,
        ["status", "progress", "stage", "error", "sound_s", "done_s", "eta_s", "finished_at"],
    )


def _stand_run(run: Run, counted: dict[str, float]) -> None:
    items = int(counted["items"])
    run.progress = counted["progress_sum"] / items
    run.sound_s, run.done_s = counted["sound_s"], counted["done_s"]
    waiting, running = int(counted[Status.QUEUED]), int(counted[Status.RUNNING])
    if waiting + running:
        run.status = Status.QUEUED if waiting == items else Status.RUNNING
        return
    statuses = {status: int(counted[status]) for status in Status}
    well = sum(statuses[status] for status in WELL)
    half = statuses[Status.PARTIAL]
    run.status = Status.PARTIAL if half else _ended(statuses, well=well)
    run.stage = ""
    run.eta_s = 0.0
    run.error = _told_of(items - well - half, half, items)
    run.finished_at = Now()  # an expression, for bulk_update


def _told_of(lost: int, half: int, items: int) -> str:
    said = [f"{lost} of {items} items could not be analysed."] if lost else []
    if half:
        said.append(f"{half} of {items} items lack some results.")
    return " ".join(said)


def _locked(rows: QuerySet[M]) -> QuerySet[M]:
    return rows.order_by("pk").select_for_update(no_key=True)
