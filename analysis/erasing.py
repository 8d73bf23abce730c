"""How an erasure takes results: rows, HDF5, tiles and listening copies that no other item shows.

Computations are shared. One goes when no result and no run of another item needs it; then its
files go, unless another computation names the same content. A pass that is being worked loses its
row, and the worker hears of it at once: nothing of it is committed.
"""

from typing import Any

from django.db.models import Q

from analysis.delivery import made
from analysis.models import (
    Computation,
    Output,
    Pass,
    Result,
    Run,
    RunItem,
    RunItemComputation,
)
from analysis.workers.listening import CANCELLED, tell
from analysis.workers.standing import settle
from analysis.workers.strays import named, take_alone
from archive.erasers.files import register_storage
from archive.erasing import Doomed, Eraser, decide, holds_nothing, register_eraser
from archive.models import File, Item, Part
from archive.storage import RESULTS

NAME = "results"
_MADE = "made of items"


def register() -> None:
    """Tell `archive.erasing`; called when analysis is loaded."""
    register_eraser(Eraser(NAME, _seek, _erase))
    register_storage(
        RESULTS, is_named=lambda name: bool(named({name})), take_turn_of=lambda _: take_alone()
    )
    decide(
        NAME,
        *(
            f"analysis.{name}"
            for name in (
                "Result",
                "Computation",
                "Output",
                "Span",
                "Pass",
                "RunItem",
                "RunItemComputation",
            )
        ),
    )
    holds_nothing("which processors under which name", "analysis.Preset", "analysis.Experience")
    holds_nothing(
        "what somebody asked, in numbers; it goes when its last item goes", "analysis.Run"
    )


def _seek(doomed: Doomed) -> None:
    """Find what no other item needs; results and items of runs were gathered with their items."""
    results, needs = doomed.of(Result), doomed.of(RunItemComputation)
    wanted = Q(results__in=results) | Q(wanted_by__in=needs) | Q(file__in=doomed.of(File))
    candidates = set(Computation.objects.filter(wanted).values_list("pk", flat=True))
    still = _still_used(candidates, results, needs)
    going = Computation.objects.filter(pk__in=candidates - still)
    doomed.files |= {(RESULTS, name) for name in going.values_list("hdf5_name", flat=True) if name}
    outputs = Output.objects.filter(computation__in=going).exclude(storage_name="")
    doomed.files |= {(RESULTS, name) for name in outputs.values_list("storage_name", flat=True)}
    of_files = Q(file__in=doomed.of(File))
    passes = Pass.objects.filter(of_files | Q(computations__in=going)).exclude(
        computations__in=still
    )
    passes_going = set(passes.values_list("pk", flat=True))
    doomed.add(Computation, candidates - still)
    doomed.add(Pass, passes_going)
    runs = Run.objects.filter(run_items__in=doomed.of(RunItem))
    left = RunItem.objects.filter(run__in=runs).exclude(pk__in=doomed.of(RunItem))
    of_runs, going_on = (
        set(runs.values_list("pk", flat=True)),
        set(left.values_list("run", flat=True)),
    )
    doomed.add(Run, of_runs - going_on)
    doomed.aside[NAME] = going_on
    parts = Part.objects.filter(pk__in=doomed.of(Part))
    doomed.aside[_MADE] = doomed.of(Item) | set(parts.values_list("item_id", flat=True))


def _still_used(candidates: set[Any], results: set[Any], needs: set[Any]) -> set[Any]:
    shown = Result.objects.filter(computation__in=candidates).exclude(pk__in=results)
    wanted = RunItemComputation.objects.filter(computation__in=candidates).exclude(pk__in=needs)
    return {
        *shown.values_list("computation_id", flat=True),
        *wanted.values_list("computation_id", flat=True),
    }


def _erase(doomed: Doomed) -> int:
    """Tell workers, and let runs stand by what is left of them; the rows are gone by now."""
    made.forget(doomed.aside.get(_MADE, set()))
    for key in doomed.of(Pass):
        tell(CANCELLED, key)
    settle([], runs=doomed.aside.get(NAME, set()))
    return sum(len(doomed.of(model)) for model in (Result, Computation, Output, Pass))
