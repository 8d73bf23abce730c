"""What people do with analysis: ask for a run, cancel it, follow it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Least, Now

from analysis.core.keys import Recipe
from analysis.errors import KeyReused, NothingToRun, TooManyItems, TooUrgent
from analysis.models import (
    Computation,
    Pass,
    Priority,
    Run,
    RunItem,
    RunItemComputation,
    Status,
)
from analysis.runs.following import RunState, follow
from analysis.runs.planning import For, Recipes, lock_computations, plan
from analysis.runs.presets import DEFAULT, chosen, ensure_presets, nodes_of
from analysis.runs.quota import check_quota, quota_of, take_turn
from analysis.runs.recipes import freeze, hash_of_nodes
from analysis.runs.retrying import retry_run
from analysis.workers.listening import CANCELLED, tell
from analysis.workers.standing import OPEN, settle
from analysis.workers.waking import Queued, announce
from archive.access import Act, Actor
from archive.errors import NotAllowed, NotFound
from archive.models import Item, Part

__all__ = ["RunState", "cancel_run", "ensure_presets", "follow", "retry_run", "start_run"]

#: Items of an interactive run, at most.
MOST_INTERACTIVE = 5
NO_SOUND = "This item has no sound: deposit a recording, then ask again."


@transaction.atomic
def start_run(
    *,
    actor: Actor,
    items: Iterable[Item | UUID],
    preset: str = DEFAULT,
    experience: UUID | None = None,
    changes: Sequence[Mapping[str, Any]] = (),
    idempotency_key: str = "",
    priority: int = Priority.NORMAL,
) -> Run:
    """Ask for a preset or an experience over items; what was computed before is there at once.

    What is used is frozen by it: a later change of it is another version.

    Parameters
    ----------
    experience : goes before `preset`.
    changes : processors of it that are set otherwise this time, `{"processor", "params"}`.
    idempotency_key : the same person asking again under it gets the same run.
    priority : one of `Priority`; among equals who has had least goes first.

    Raises
    ------
    NotFound : an item does not exist, or the actor may not find it.
    NotAllowed : the actor may find the items but not work on them.
    QuotaSpent : there is more to compute than the actor may ask in 24 hours; nothing is begun.
    UnknownPreset, UnknownExperience, OddValue, NothingToRun, TooManyItems, TooUrgent, KeyReused
    """
    ids = list(dict.fromkeys(item.pk if isinstance(item, Item) else item for item in items))
    _check(actor, ids, priority)
    what = chosen(preset=preset, experience=experience, changes=changes, actor=actor)
    freeze(what.row)
    run = Run(
        requested_by_id=actor.user_id,
        **what.columns,
        idempotency_key=idempotency_key,
        priority=priority,
    )
    return _ask(run, actor, ids, what.recipes)


@transaction.atomic
def start_recipes(
    *,
    actor: Actor,
    recipes: Mapping[UUID, Sequence[Recipe]],
    name: str,
    idempotency_key: str = "",
    priority: int = Priority.NORMAL,
) -> Run:
    """Ask for each item by recipes of its own, under a name; raises as `start_run`."""
    ids = list(recipes)
    _check(actor, ids, priority)
    nodes = nodes_of({repr(each): each for own in recipes.values() for each in own}.values())
    run = Run(
        requested_by_id=actor.user_id,
        preset=name,
        recipe_hash=hash_of_nodes(nodes),
        nodes=nodes,
        idempotency_key=idempotency_key,
        priority=priority,
    )
    return _ask(run, actor, ids, recipes)


def _check(actor: Actor, ids: Sequence[UUID], priority: int) -> None:
    check_items(actor, ids)
    if priority == Priority.INTERACTIVE and len(ids) > MOST_INTERACTIVE:
        raise TooUrgent(len(ids), MOST_INTERACTIVE)


def _ask(run: Run, actor: Actor, ids: Sequence[UUID], recipes: Recipes) -> Run:
    idempotency_key = run.idempotency_key
    take_turn(actor)
    quota = quota_of(actor)
    Run.objects.bulk_create([run], ignore_conflicts=bool(idempotency_key))
    earlier = _asked_before(run, ids)
    if earlier:
        return earlier
    queued = _begin(run, actor, ids, recipes)
    check_quota(quota, queued.sound_s)
    run.refresh_from_db()
    return run


@transaction.atomic
def cancel_run(*, actor: Actor, run: Run | UUID) -> Run:
    """Stop a run; a pass goes on only if another run wants it. A run that has ended stays so.

    Raises
    ------
    NotFound : no such run, or not one of the actor's.
    """
    run_id = run.pk if isinstance(run, Run) else run
    if not Run.objects.visible_to(actor).filter(pk=run_id).exists():
        raise NotFound(f"There is no run {run_id}.")
    wanted = RunItemComputation.objects.filter(run_item__run=run_id)
    open_ = lock_computations(
        wanted.filter(computation__status__in=OPEN).values_list("computation", flat=True)
    )
    elsewhere = RunItemComputation.objects.filter(
        computation=OuterRef("pk"), run_item__status__in=OPEN
    ).exclude(run_item__run=run_id)
    unwanted = Computation.objects.filter(
        ~Exists(elsewhere), pk__in=[row.pk for row in open_], status__in=OPEN
    )
    _cancel_passes(unwanted)
    stopped: Run = Run.objects.select_for_update(no_key=True).get(pk=run_id)
    if stopped.status in OPEN:
        stopped.run_items.filter(status__in=OPEN).update(
            status=Status.CANCELLED, stage="", finished_at=Now()
        )
        Run.objects.filter(pk=run_id).update(
            status=Status.CANCELLED,
            stage="",
            eta_s=None,
            finished_at=Now(),
            charged_s=Least(F("charged_s"), F("done_s")),
        )
        stopped.refresh_from_db()
    return stopped


def check_items(actor: Actor, ids: Sequence[UUID]) -> None:
    """Refuse items that the actor may not work on, or that are too many; as `start_run`."""
    if not ids:
        raise NothingToRun("The run names no item: name at least one.")
    if len(ids) > settings.MAX_RUN_ITEMS:
        raise TooManyItems(len(ids), settings.MAX_RUN_ITEMS)
    asked = Item.objects.filter(pk__in=ids)
    found = set(asked.visible_to(actor).values_list("pk", flat=True))
    for pk in ids:
        if pk not in found:
            raise NotFound(f"There is no item {pk}.")
    if asked.allowing(actor, Act.EDIT).count() < len(ids):
        raise NotAllowed("Only staff may start an analysis.")


def _asked_before(run: Run, ids: Sequence[UUID]) -> Run | None:
    """Return the run that took this idempotency key first, if it is not ours."""
    if not run.idempotency_key:
        return None
    first = Run.objects.get(requested_by=run.requested_by_id, idempotency_key=run.idempotency_key)
    if first.pk == run.pk:
        return None
    same = set(first.run_items.values_list("item", flat=True)) == set(ids)
    if not same or (first.preset, first.recipe_hash) != (run.preset, run.recipe_hash):
        raise KeyReused(run.idempotency_key)
    return first


def _begin(run: Run, actor: Actor, ids: Sequence[UUID], recipes: Recipes) -> Queued:
    sounding = set(Part.objects.filter(item__in=ids).values_list("item", flat=True))
    silent = [
        RunItem(
            run=run, item_id=pk, status=Status.FAILED, error=NO_SOUND, progress=1, finished_at=Now()
        )
        for pk in ids
        if pk not in sounding
    ]
    heard = [RunItem(run=run, item_id=pk) for pk in ids if pk in sounding]
    RunItem.objects.bulk_create([*heard, *silent], batch_size=1000)
    queued = plan(heard, recipes, For(run.priority, actor, run.requested_by_id))
    Run.objects.filter(pk=run.pk).update(charged_s=queued.sound_s)
    settle([item.pk for item in heard], runs=[run.pk])
    announce(queued)
    return queued


def _cancel_passes(unwanted: Iterable[Computation]) -> None:
    """Cancel the passes that nobody wants any more: their tokens are gone at once."""
    ids = {row.pk for row in unwanted}
    passes = {
        row.worked_in_id for row in Computation.objects.filter(pk__in=ids) if row.worked_in_id
    }
    still = set(
        Computation.objects.filter(worked_in__in=passes, status__in=OPEN)
        .exclude(pk__in=ids)
        .values_list("worked_in_id", flat=True)
    )
    for row in (
        Pass.objects.filter(pk__in=passes - still, status__in=OPEN)
        .order_by("pk")
        .select_for_update(no_key=True)
    ):
        Pass.objects.filter(pk=row.pk).update(
            status=Status.CANCELLED, lease_token=None, lease_until=None, finished_at=Now()
        )
        row.computations.filter(status__in=OPEN).update(
            status=Status.CANCELLED, error="was cancelled.", finished_at=Now()
        )
        tell(CANCELLED, row.pk)
