"""Runs, processors and presets."""

from typing import Annotated, Any

import strawberry

from analysis.models import Experience as ExperienceRow
from analysis.models import Preset as PresetRow
from analysis.runs.estimating import estimate
from analysis.runs.presets import chosen
from archive.providers.registry import listed
from graphql_api.connections import Connection, Listing
from graphql_api.context import Info
from graphql_api.filters.order import NEWEST_RUN
from graphql_api.ids import uuid_of
from graphql_api.inputs.run import RunEstimateInput
from graphql_api.mutations.run import NO_ITEM, asked
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.payloads.run import RunEstimateResult
from graphql_api.relations import MOST
from graphql_api.targets import items_over, recipe_in
from graphql_api.types.estimate import RunEstimate
from graphql_api.types.processor import Processor, ProcessorFailure, failures, installed
from graphql_api.types.provider import RemoteProvider
from graphql_api.types.recipe import Experience, Preset
from graphql_api.types.run import Run
from graphql_api.types.viewer import Viewer

Retired = Annotated[
    bool,
    strawberry.argument(
        description="Whether to list those that were set aside, in place of those on offer."
    ),
]


@strawberry.type
class AnalysisQuery:
    @strawberry.field(description="One run by its id; null if there is none that you may see.")
    def run(
        self,
        info: Info,
        id: Annotated[
            strawberry.ID,
            strawberry.argument(description="The `id` that `startRun` or a list gave."),
        ],
    ) -> Run | None:
        key = uuid_of(id, "Run")
        return Run.by_key(info.context.actor, [key]).get(key)

    @strawberry.field(description="Your runs, newest first; everybody's for staff.")
    def runs(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Run]:
        rows = Run.visible(info.context.actor)
        return Listing(Run, rows, NEWEST_RUN, Page(first, after, last, before)).connection()

    @strawberry.field(
        description="What `startRun` would cost with the same input, and what it would reuse. "
        "Nothing is begun."
    )
    def run_estimate(
        self,
        info: Info,
        input: Annotated[
            RunEstimateInput, strawberry.argument(description="What to analyse, and how.")
        ],
    ) -> RunEstimateResult:
        actor = info.context.actor

        def work() -> RunEstimate:
            what = chosen(actor=actor, **recipe_in(input))
            told = estimate(actor=actor, items=items_over(input, actor), recipes=what.recipes)
            return RunEstimate.of(told)

        return asked(work, missing=(NO_ITEM, "items"))

    @strawberry.field(description="The processors that this installation can run, by id.")
    def processors(self) -> list[Processor]:
        return installed()[:MOST]

    @strawberry.field(
        description="The processors that cannot be loaded here, and why; empty but for staff."
    )
    def processor_failures(self, info: Info) -> list[ProcessorFailure]:
        return failures()[:MOST] if info.context.actor.is_staff else []

    @strawberry.field(
        description="Which sites' sounds `fetchRemote` can fetch; empty but for those who deposit."
    )
    def remote_providers(self, info: Info) -> list[RemoteProvider]:
        actor = info.context.actor
        if not (actor.is_staff or actor.is_editor):
            return []
        return [RemoteProvider.of(each) for each in listed()[:MOST]]

    @strawberry.field(
        description="The presets that `startRun` takes, by slug: of the house, public ones, and "
        "yours, each in its newest version."
    )
    def presets(self, info: Info, *, retired: Retired = False) -> list[Preset]:
        rows = _recipes(PresetRow, info, retired=retired)
        return [Preset.of(row) for row in rows.order_by("slug")[:MOST]]

    @strawberry.field(
        description="The experiences that you may use, by slug, each in its newest version."
    )
    def experiences(self, info: Info, *, retired: Retired = False) -> list[Experience]:
        rows = _recipes(ExperienceRow, info, retired=retired)
        return [Experience.of(row) for row in rows.order_by("slug")[:MOST]]

    @strawberry.field(description="Who you are to this archive.")
    def viewer(self, info: Info) -> Viewer:
        return Viewer.of(info.context.actor)


def _recipes(of: type[PresetRow | ExperienceRow], info: Info, *, retired: bool) -> Any:
    rows = of.objects.visible_to(info.context.actor)
    return rows.newest().filter(is_retired=True) if retired else rows.offered()
