"""Trying again what a run did not get: in the same run, with what it was asked to use.

An item that failed waits anew; what of it is there by now is reused. How it ended before, and why
it is tried again, stays written beside it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from analysis.core.keys import Recipe
from analysis.core.wire import to_json
from analysis.errors import NothingToRun
from analysis.models import WANTING, Run, RunItem, RunItemComputation, Status
from analysis.runs.planning import For, plan
from analysis.runs.presets import recipes_in
from analysis.workers.standing import settle
from analysis.workers.waking import announce
from archive.access import Act, Actor
from archive.errors import NotAllowed, NotFound
from archive.models import Item, Part

#: How many earlier tries of an item are kept, the latest ones.
MOST_EARLIER = 20
#: Characters of a reason, at most.
LONGEST_REASON = 500
_BATCH = 500


@transaction.atomic
def retry_run(
    *, actor: Actor, run: Run | UUID, items: Iterable[UUID] = (), reason: str = ""
) -> Run:
    """Try again what of a run failed, was cancelled or was laid aside.

    Parameters
    ----------
    items : of these alone; none named is all.
    reason : why, in a sentence that is kept with each item.

    Raises
    ------
    NotFound : no such run, or not one of the actor's; or an item that is not in it.
    NotAllowed : the actor may no longer work on one of the items.
    NothingToRun : nothing of it is wanting.
    RecipeChanged : a processor is no longer installed as the run used it.
    """
    run_id = run.pk if isinstance(run, Run) else run
    row: Run | None = Run.objects.visible_to(actor).filter(pk=run_id).first()
    if row is None:
        raise NotFound(f"There is no run {run_id}.")
    _take_turn(run_id)
    wanting = _wanting(row, list(items), actor)
    recipes = _recipes_of(row, wanting)
    _forget_failures(wanting)
    sounding = set(
        Part.objects.filter(item__in=[each.item_id for each in wanting]).values_list(
            "item", flat=True
        )
    )
    heard = [each for each in wanting if each.item_id in sounding]
    if not heard:
        raise NothingToRun("None of these items has a sound: deposit a recording, then ask again.")
    _open(heard, reason[:LONGEST_REASON])
    queued = plan(heard, recipes, For(row.priority, actor, row.requested_by_id))
    Run.objects.filter(pk=run_id).update(
        status=Status.QUEUED, error="", stage="", finished_at=None, eta_s=None
    )
    settle([each.pk for each in heard], runs=[run_id])
    announce(queued)
    row.refresh_from_db()
    return row


def _recipes_of(run: Run, wanting: Sequence[RunItem]) -> dict[UUID, Sequence[Recipe]]:
    """Return by item the recipes that it wanted; all of the run's where it came to none."""
    recipes = recipes_in(run.nodes)
    wanted: dict[UUID, set[tuple[str, str]]] = defaultdict(set)
    needs = RunItemComputation.objects.filter(run_item__in=wanting)
    for item, processor, *setting in needs.values_list(
        "run_item__item",
        "computation__processor",
        "computation__params",
        "computation__effects",
    ):
        wanted[item].add((processor, json.dumps(setting, sort_keys=True)))
    named = {
        (r.processor, json.dumps([dict(r.params), to_json(r.effects)], sort_keys=True)): r
        for r in recipes
    }
    found: dict[UUID, Sequence[Recipe]] = {}
    for each in wanting:
        own = [named[key] for key in sorted(wanted[each.item_id]) if key in named]
        found[each.item_id] = own or recipes
    return found


def _take_turn(run_id: UUID) -> None:
    """Let a second request for the same run wait for the first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"retry {run_id}"])


def _wanting(run: Run, items: Sequence[UUID], actor: Actor) -> list[RunItem]:
    rows: QuerySet[RunItem] = RunItem.objects.visible_to(actor).filter(run=run)
    if items:
        rows = rows.filter(item__in=items)
        if rows.count() < len(set(items)):
            raise NotFound("One of these items is not in this run, or you may not see it.")
    wanting = list(rows.filter(status__in=WANTING).order_by("pk"))
    if not wanting:
        raise NothingToRun("Nothing of this run is wanting: there is nothing to try again.")
    asked = Item.objects.filter(pk__in=[each.item_id for each in wanting])
    if asked.allowing(actor, Act.EDIT).count() < len(wanting):
        raise NotAllowed("You may no longer work on one of these items.")
    return wanting


def _forget_failures(wanting: Sequence[RunItem]) -> None:
    """Let the items no longer hang on what failed; what is done stays theirs."""
    RunItemComputation.objects.filter(run_item__in=wanting).exclude(
        computation__status=Status.DONE
    ).delete()


def _open(rows: Sequence[RunItem], reason: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        now = cursor.fetchone()[0]
    for row in rows:
        ended = {"status": row.status, "error": row.error, "at": now.isoformat(), "reason": reason}
        row.earlier = [*row.earlier, ended][-MOST_EARLIER:]
        row.tries += 1
        row.status, row.error, row.progress, row.finished_at = Status.QUEUED, "", 0.0, None
    RunItem.objects.bulk_update(
        rows,
        ["earlier", "tries", "status", "error", "progress", "finished_at"],
        batch_size=_BATCH,
    )
