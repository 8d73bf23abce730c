"""What a run needs: which computations are there, which are under way, which must be made.

Requests meet at the unique key of a computation: the first to insert makes it, the others wait
for that transaction and then use its row (`INSERT … ON CONFLICT DO NOTHING`). The rows wanted are
then locked until the request commits, so that a pass which ends meanwhile sees who waits for it.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Least, Now

from analysis.core.keys import Interval, Recipe, reuse_key
from analysis.core.registry import discover
from analysis.core.wire import to_json
from analysis.models import (
    Computation,
    Pass,
    Result,
    RunItem,
    RunItemComputation,
    Status,
)
from analysis.results.superseding import supersede
from analysis.runs.costing import cpu_s
from analysis.workers.standing import OPEN
from analysis.workers.waking import Queued
from archive.access import Actor
from archive.identifiers import new_id
from archive.models import File, Item, Part
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


@dataclass(frozen=True)
class For:
    """For whom passes are queued, and how urgently."""

    priority: int
    actor: Actor
    """Who plans: what is reused shows only where he may find an item that has it."""
    user_id: UUID | None = None


Needs = dict[tuple[UUID, UUID, str], Need]
#: What is run over all items, or over each by its own.
Recipes = Sequence[Recipe] | Mapping[UUID, Sequence[Recipe]]


def needs_of(run_items: Sequence[RunItem], recipes: Recipes) -> Needs:
    """Return what these items need, by run item, part and key."""
    by_item = {item.item_id: item for item in run_items}
    return {
        (need.run_item, need.part.pk, need.key): need
        for part, key, silent in _to_analyse(list(by_item))
        for recipe in (recipes[part.item_id] if isinstance(recipes, Mapping) else recipes)
        for need in [Need(by_item[part.item_id].pk, part, recipe, key, silent)]
    }


def plan(run_items: Sequence[RunItem], recipes: Recipes, whom: For) -> Queued:
    """Attach the items to their computations, making what is missing.

    Workers must be woken where any pass was queued. The seconds of sound are those of what the
    actor did not know to be there or under way: what a hidden twin has counts as if it were made.
    """
    needs = needs_of(run_items, recipes)
    by_key = {key: need for (_, _, key), need in needs.items()}
    found, made, queued = _computations(by_key, whom)
    known = known_to(whom.actor, (row for row in found.values() if row.pk not in made))
    new = [need for key, need in by_key.items() if found[key].pk not in known]
    queued = replace(queued, sound_s=_sound_of(new))
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
        ignore_conflicts=True,  # tried again: what was done hangs on the item already
    )
    _mark_reused(run_items, needs, found, whom.actor)
    _show_done(run_items, needs, found)
    _measure(run_items, needs, found, known)
    return queued


def _to_analyse(items: list[UUID]) -> Iterator[tuple[Part, str, tuple[Frames, ...]]]:
    """Yield every part as it is, and once more as it is given out where something is withheld."""
    parts = Part.objects.filter(item__in=items).select_related("file", "item")
    for _, group in itertools.groupby(parts.order_by("item", "position"), lambda p: p.item_id):
        for each in placed(group):
            yield each.part, "", ()
            if key := each.part.item.withheld_key:
                yield each.part, key, silent_frames(each, key)


def _computations(
    needs: dict[str, Need], whom: For
) -> tuple[dict[str, Computation], set[UUID], Queued]:
    """Return what stands under the keys, which of it was made just now, and what was queued."""
    found: dict[str, Computation] = {}
    ours: set[UUID] = set()
    queued = Queued()
    for _ in range(_ROUNDS):
        missing = {key: needs[key] for key in sorted(needs.keys() - found.keys())}
        if not missing:
            break
        made = _insert(missing, whom)
        locked = {row.key: row for row in _lock(missing)}
        queued += _queue(made, locked, missing)
        ours |= {row.pk for row in locked.values() if row.worked_in_id in made}
        found |= locked
    else:
        raise RuntimeError("The computations that this run needs keep failing while it is asked.")
    waited_for = {
        row.worked_in_id for row in found.values() if row.worked_in_id and row.status in OPEN
    }
    # Who asked last has it in his share: it would wait behind all that the first has asked for.
    Pass.objects.filter(pk__in=waited_for, status=Status.QUEUED).exclude(
        asked_by=whom.user_id, priority__lte=whom.priority
    ).update(priority=Least(F("priority"), whom.priority), asked_by=whom.user_id)
    return found, ours, queued


def _insert(missing: dict[str, Need], whom: For) -> dict[UUID, Pass]:
    """Offer rows for all keys, in their order; return the passes that they would be worked in."""
    passes: dict[tuple[UUID, Interval], Pass] = {}
    rows = []
    for key, need in missing.items():
        file, interval, recipe = need.part.file, need.interval, need.recipe
        worked_in = passes.setdefault((file.pk, interval), _new_pass(file, interval, whom))
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


def _new_pass(file: File, interval: Interval, whom: For) -> Pass:
    return Pass(
        id=new_id(),
        file=file,
        start_frame=interval.start_frame,
        end_frame=interval.end_frame,
        silent=[list(each) for each in interval.silent],
        priority=whom.priority,
        asked_by_id=whom.user_id,
    )


def _lock(keys: Iterable[str]) -> list[Computation]:
    """Return what stands under these keys, locked against ending before we commit."""
    rows = Computation.objects.filter(key__in=list(keys), status__in=[*OPEN, Status.DONE])
    return list(rows.order_by("key").select_for_update(no_key=True))


def _queue(
    made: dict[UUID, Pass], locked: dict[str, Computation], needs: dict[str, Need]
) -> Queued:
    """Insert the passes whose computations are ours: one per file and interval.

    The foreign key is checked at commit, so a pass may follow the rows that name it.
    """
    to_make: dict[UUID, list[Need]] = {}
    for key, computation in locked.items():
        if computation.worked_in_id in made:
            to_make.setdefault(computation.worked_in_id, []).append(needs[key])
    processors = discover().processors
    ours = [made[pk] for pk in sorted(to_make)]
    for row in ours:
        wanted = to_make[row.pk]
        duration_s = duration_of(wanted[0])
        known = (processors.get(need.recipe.processor) for need in wanted)
        row.cost_s = cpu_s((each for each in known if each), duration_s)
        row.is_heavy = row.cost_s > settings.HEAVY_CPU_SECONDS
    Pass.objects.bulk_create(ours, batch_size=_BATCH)
    return Queued(len(ours), sum(row.is_heavy for row in ours))


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
    known: set[UUID],
) -> None:
    """Keep how many seconds of sound each item waits for, as far as the actor knows."""
    waited: dict[UUID, list[Need]] = {}
    for (run_item, _, key), need in needs.items():
        if found[key].status in OPEN or found[key].pk not in known:
            waited.setdefault(run_item, []).append(need)
    for row in run_items:
        row.sound_s = _sound_of(waited.get(row.pk, ()))
    RunItem.objects.bulk_update(run_items, ["sound_s"], batch_size=_BATCH)


def _mark_reused(
    run_items: Sequence[RunItem], needs: Needs, found: dict[str, Computation], actor: Actor
) -> None:
    """Say of items of which everything was there that nothing had to be done."""
    there = seen_by(actor, (row.pk for row in found.values() if row.status == Status.DONE))
    wanting = {pk for pk, _, key in needs if found[key].pk not in there}
    wanted = {pk for pk, _, _ in needs}
    RunItem.objects.filter(pk__in=wanted - wanting, tries=1).update(
        status=Status.REUSED, progress=1.0, finished_at=Now()
    )


def seen_by(actor: Actor, computations: Iterable[UUID]) -> set[UUID]:
    """Return those that an item shows which the actor may find: others were never made, to him."""
    ids = list(computations)
    if actor.is_staff:
        return set(ids)
    shown = Result.objects.filter(
        computation__in=ids, item__in=Item.objects.visible_to(actor).values("pk")
    )
    return set(shown.values_list("computation", flat=True))


def known_to(actor: Actor, computations: Iterable[Computation]) -> set[UUID]:
    """Return those that the actor may know of: an item shows them, or a run waits for them."""
    ids = [row.pk for row in computations]
    awaited = RunItemComputation.objects.filter(
        computation__in=ids, run_item__in=RunItem.objects.visible_to(actor).values("pk")
    )
    return seen_by(actor, ids) | set(awaited.values_list("computation", flat=True))


def _sound_of(needs: Iterable[Need]) -> float:
    """Return the seconds of sound to go through: each interval of a file is decoded once."""
    return sum({(n.part.file_id, n.interval): duration_of(n) for n in needs}.values())


def duration_of(need: Need) -> float:
    """Return the seconds of sound that a need is about."""
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
