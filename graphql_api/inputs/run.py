"""What one asks of analysis."""

import strawberry

from graphql_api.filters.item import ItemFilter
from graphql_api.inputs.recipe import RecipeNodeInput
from graphql_api.types.run import RunPriority


@strawberry.input(description="What to analyse: name items, or say which by a filter.")
class RunOver:
    items: list[strawberry.ID] | None = strawberry.field(
        default=None, description="The ids of the items to analyse: 1 to 500 of them."
    )
    over: ItemFilter | None = strawberry.field(
        default=None,
        description="All items that this finds, such as those of a collection or a list; those "
        "that you may not work on are left out.",
    )
    preset: str = strawberry.field(
        default="default", description="The slug of the preset that says which processors run."
    )
    experience: strawberry.ID | None = strawberry.field(
        default=None, description="The id of an experience, which goes before the preset."
    )
    parameters: list[RecipeNodeInput] | None = strawberry.field(
        default=None,
        description="Processors of it that are set otherwise, this time alone: 50 at most.",
    )


@strawberry.input(description="What to analyse, and how.")
class StartRunInput(RunOver):
    idempotency_key: str | None = strawberry.field(
        default=None,
        description="A key of your own: asking again under it gives the same run, not another.",
    )
    priority: RunPriority = strawberry.field(
        default=RunPriority.NORMAL, description="How urgently it is asked for."
    )


@strawberry.input(description="What would be analysed, and how: to hear what it costs.")
class RunEstimateInput(RunOver):
    pass


@strawberry.input(description="Which stale results are to be made anew.")
class RecomputeInput:
    processors: list[str] | None = strawberry.field(
        default=None, description="The ids of processors; all, unless given."
    )
    items: list[strawberry.ID] | None = strawberry.field(
        default=None, description="The ids of items, 500 at most; all, unless given."
    )
    priority: RunPriority = strawberry.field(
        default=RunPriority.BULK, description="How urgently it is asked for."
    )
    idempotency_key: str | None = strawberry.field(
        default=None,
        description="A key of your own: asking again under it gives the same run, not another.",
    )


@strawberry.input(description="What of a run is to be tried again.")
class RetryRunInput:
    run: strawberry.ID = strawberry.field(description="The id of the run that is wanting.")
    items: list[strawberry.ID] | None = strawberry.field(
        default=None,
        description="The ids of items of it, 500 at most; all that are wanting, unless given.",
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that is kept with each item."
    )


@strawberry.input(description="Which run to stop.")
class CancelRunInput:
    run: strawberry.ID = strawberry.field(description="The id of the run that is to stop.")
