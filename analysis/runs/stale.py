"""Results that a processor of another version made, and making them anew.

A result is stale when it stands, and its processor is installed in another version. Nothing is
written over: what is made anew supersedes, and what has changed is noted beside the old result.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from analysis.core.effects import builds_of_effects
from analysis.core.errors import SignalError
from analysis.core.job import EffectStep
from analysis.core.keys import Recipe
from analysis.core.registry import ProcessorClass, builds_of, discover
from analysis.core.wire import JSON, from_json
from analysis.errors import NothingToRun
from analysis.models import Priority, Result, Run, Status
from analysis.runs.services import start_recipes
from archive.access import Act, Actor

#: What such a run is called by, in the place of a preset.
RECOMPUTE = "recompute"


@dataclass(frozen=True)
class StaleOf:
    """How much of one processor is stale."""

    processor: str
    installed: str
    results: int
    items: int


def stale_results(actor: Actor, processors: Collection[str] | None = None) -> "QuerySet[Result]":
    """Return the stale results that the actor may make anew."""
    installed = discover().processors
    wanted = [installed[name] for name in processors or installed if name in installed]
    rule = Q(pk__in=[])
    for processor in wanted:
        rule |= Q(computation__processor=processor.id) & ~Q(
            computation__processor_version=processor.version
        )
    rows: QuerySet[Result] = Result.objects.allowing(actor, Act.EDIT)
    return rows.filter(rule, superseded_by=None, computation__status=Status.DONE)


def stale_by_processor(actor: Actor) -> list[StaleOf]:
    """Return how much is stale, by processor; those of which nothing is are left out."""
    counted = (
        stale_results(actor)
        .values("computation__processor")
        .annotate(results=Count("pk"), items=Count("item", distinct=True))
        .order_by("computation__processor")
    )
    installed = discover().processors
    return [
        StaleOf(name, installed[name].version, row["results"], row["items"])
        for row in counted
        for name in [row["computation__processor"]]
    ]


def recompute(
    *,
    actor: Actor,
    processors: Collection[str] | None = None,
    items: Iterable[UUID] | None = None,
    idempotency_key: str = "",
    priority: int = Priority.BULK,
) -> Run:
    """Make stale results anew, each as it was set, with what is installed now.

    Parameters
    ----------
    processors, items : of these alone; None is all.

    Raises
    ------
    NothingToRun : nothing of it is stale.
    TooManyItems, QuotaSpent, KeyReused : as `start_run`.
    """
    rows = stale_results(actor, processors)
    if items is not None:
        rows = rows.filter(item__in=list(items))
    recipes: dict[UUID, dict[str, Recipe]] = defaultdict(dict)
    for row in rows.select_related("computation").order_by("item", "computation__processor"):
        made = row.computation
        recipe = _now(made.processor, made.params, made.effects)
        recipes[row.item_id][repr(recipe)] = recipe
    if not recipes:
        raise NothingToRun("Nothing of this is stale: all of it was made by what is installed.")
    return start_recipes(
        actor=actor,
        recipes={item: list(found.values()) for item, found in recipes.items()},
        name=RECOMPUTE,
        idempotency_key=idempotency_key,
        priority=priority,
    )


def _now(processor: str, params: dict[str, JSON], effects: list[Any]) -> Recipe:
    """Return the recipe as it would be run now, set as it was as far as it can be."""
    found = discover().get(processor)
    steps = from_json(tuple[EffectStep, ...], effects)
    builds = builds_of(found) | builds_of_effects(steps)
    return Recipe(found.id, found.version, _set_alike(found, params), builds, steps)


def _set_alike(processor: ProcessorClass, params: dict[str, JSON]) -> dict[str, JSON]:
    """Return parameters that the installed version knows; its defaults for all others."""
    properties = processor.Params.params_schema()["properties"]
    assert isinstance(properties, dict)  # noqa: S101 - a schema's
    known = {name: params[name] for name in sorted(properties.keys() & params.keys())}
    try:
        return processor.Params.read(known).canonical()
    except SignalError:  # one of them is odd by now: whatever can be kept is
        kept: dict[str, JSON] = {}
    for name, value in known.items():
        try:
            processor.Params.read({**kept, name: value})
        except SignalError:
            continue
        kept[name] = value
    return processor.Params.read(kept).canonical()
