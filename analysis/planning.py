"""What a run needs: which computations are there, which are under way, which must be made.

Requests meet at the unique key of a computation: the first to insert makes it, the others wait
for that transaction and then use its row (`INSERT … ON CONFLICT DO NOTHING`). The rows wanted are
then locked until the request commits, so that a pass which ends meanwhile sees who waits for it.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Least

from analysis.core.wire import to_json
from analysis.keys import Interval, Recipe, reuse_key
from analysis.models import Computation, Pass, Result, RunItem, RunItemComputation, Status
from analysis.standing import OPEN
from analysis.superseding import supersede
from archive.identifiers import new_id
from archive.models import File, Part
from archive.silence import Frames, silent_frames
from archive.timeline import placed

_BATCH = 1000
#: Each time round, what was found gone had failed or was cancelled between two statements.
_ROUNDS = 20


@dataclass(frozen=True)
class Need:
    """One processor over one part, for one item of the run."""

    run_item: UUID
    part: Part
    recipe: Recipe
    #: The withheld stretches of the item that it is made without; "" is the whole sound.
    withheld_key: str = ""
    silent: tuple[Frames, ...] = ()

    @property
    def interval(self) -> Interval:
        return Interval(self.part.start_frame, self.part.end_frame, self.silent).within(
            self.part.file.frame_count
        )

    @property
    def key(self) -> str:
        return reuse_key(self.part.file.sha256, self.interval, self.recipe)


def plan(run_items: Sequence[RunItem], recipes: Sequence[Recipe], *, priority: int) -> bool:
    """Attach the items to their computations, making what is missing.

    Returns
    -------
    whether any pass was queued, and workers must be woken.
    """
    by_item = {item.item_id: item for item in run_items}
    needs = {
        (need.run_item, need.part.pk, need.key): need
        for part, key, silent in _to_analyse(list(by_item))
        for recipe in recipes
        for need in [Need(by_item[part.item_id].pk, part, recipe, key, silent)]
    }
    found, queued = _computations({key: need for (_, _, key), need in needs.items()}, priority)
    RunItemComputation.objects.bulk_create(
        (
            RunItemComputation(
                run_item_id=run_item,
                part_id=part,
                computation=found[key],
                withheld_key=need.withheld_key,
            )
            for (run_item, part, key), need in needs.items()
        ),
        batch_size=_BATCH,
    )
    _show_done(run_items, needs, found)
    _measure(run_items, needs, found)
    return queued


def _to_analyse(items: list[UUID]) -> Iterator[tuple[Part, str, tuple[Frames, ...]]]:
    """Yield every part as it is, and once more as it is given out where something is withheld."""
    parts = Part.objects.filter(item__in=items).select_related("file", "item")
    for _, group in itertools.groupby(parts.order_by("item", "position"), lambda p: p.item_id):
        for each in placed(group):
            yield each.part, "", ()
            if key := each.part.item.withheld_key:
                yield each.part, key, silent_frames(each, key)


def _computations(needs: dict[str, Need], priority: int) -> tuple[dict[str, Computation], bool]:
    found: dict[str, Computation] = {}
    queued = False
    for _ in range(_ROUNDS):
        missing = {key: needs[key] for key in sorted(needs.keys() - found.keys())}
        if not missing:
            break
        made = _insert(missing, priority)
        locked = {row.key: row for row in _lock(missing)}
        queued |= _queue(made, locked)
        found |= locked
    else:
        raise RuntimeError("The computations that this run needs keep failing while it is asked.")
    waited_for = {
        row.worked_in_id for row in found.values() if row.worked_in_id and row.status in OPEN
    }
    Pass.objects.filter(pk__in=waited_for, status=Status.QUEUED, priority__gt=priority).update(
        priority=Least(F("priority"), priority)
    )
    return found, queued


def _insert(missing: dict[str, Need], priority: int) -> dict[UUID, Pass]:
    """Offer rows for all keys, in their order; return the passes that they would be worked in."""
    passes: dict[tuple[UUID, Interval], Pass] = {}
    rows = []
    for key, need in missing.items():
        file, interval, recipe = need.part.file, need.interval, need.recipe
        worked_in = passes.setdefault((file.pk, interval), _new_pass(file, interval, priority))
        rows.append(
            Computation(
                key=key,
                file=file,
                start_frame=interval.start_frame,
                end_frame=interval.end_frame,
                silent=[list(each) for each in interval.silent],
                processor=recipe.processor,
                processor_version=recipe.version,
                params=dict(recipe.params),
                libraries=dict(recipe.libraries),
                effects=to_json(recipe.effects),
                worked_in_id=worked_in.pk,
            )
        )
    Computation.objects.bulk_create(rows, batch_size=_BATCH, ignore_conflicts=True)
    return {made.pk: made for made in passes.values()}


def _new_pass(file: File, interval: Interval, priority: int) -> Pass:
    return Pass(
        id=new_id(),
        file=file,
        start_frame=interval.start_frame,
        end_frame=interval.end_frame,
        silent=[list(each) for each in interval.silent],
        priority=priority,
    )


def _lock(keys: Iterable[str]) -> list[Computation]:
    """Return what stands under these keys, locked against ending before we commit."""
    rows = Computation.objects.filter(key__in=list(keys), status__in=[*OPEN, Status.DONE])
    return list(rows.order_by("key").select_for_update(no_key=True))


def _queue(made: dict[UUID, Pass], locked: dict[str, Computation]) -> bool:
    """Insert the passes whose computations are ours: one per file and interval.

    The foreign key is checked at commit, so a pass may follow the rows that name it.
    """
    named = {row.worked_in_id for row in locked.values()}
    ours = [row for pk, row in sorted(made.items()) if pk in named]
    Pass.objects.bulk_create(ours, batch_size=_BATCH)
    return bool(ours)


def _show_done(
    run_items: Sequence[RunItem],
    needs: dict[tuple[UUID, UUID, str], Need],
    found: dict[str, Computation],
) -> None:
    """Give the items the results of what was computed before."""
    item_of = {run_item.pk: run_item.item_id for run_item in run_items}
    results = [
        Result(
            item_id=item_of[run_item],
            part_id=part,
            computation=found[key],
            withheld_key=need.withheld_key,
        )
        for (run_item, part, key), need in needs.items()
        if found[key].status == Status.DONE
    ]
    Result.objects.bulk_create(results, batch_size=_BATCH, ignore_conflicts=True)
    if results:
        supersede({row.item_id for row in results}, {row.computation_id for row in results})


def _measure(
    run_items: Sequence[RunItem],
    needs: dict[tuple[UUID, UUID, str], Need],
    found: dict[str, Computation],
) -> None:
    """Keep how many seconds of sound each item waits for: each pass once."""
    seconds: dict[UUID, dict[UUID | None, float]] = {}
    for (run_item, _, key), need in needs.items():
        if found[key].status in OPEN:
            seconds.setdefault(run_item, {})[found[key].worked_in_id] = _duration_s(need)
    for row in run_items:
        row.sound_s = sum(seconds.get(row.pk, {}).values())
    RunItem.objects.bulk_update(run_items, ["sound_s"], batch_size=_BATCH)


def _duration_s(need: Need) -> float:
    file, interval = need.part.file, need.interval
    end = interval.end_frame or file.frame_count
    if not file.sample_rate or end is None:
        return file.duration_s or 0.0
    return (end - interval.start_frame) / file.sample_rate


def lock_computations(rows: Iterable[UUID]) -> list[Computation]:
    """Lock computations in the order that everybody uses."""
    return list(
        Computation.objects.filter(pk__in=list(rows)).order_by("key").select_for_update(no_key=True)
    )
