"""What one asks of analysis."""

import strawberry


@strawberry.input(description="What to analyse, and how.")
class StartRunInput:
    items: list[strawberry.ID] = strawberry.field(
        description="The ids of the items to analyse: 1 to 500 of them."
    )
    preset: str = strawberry.field(
        default="default", description="The slug of the preset that says which processors run."
    )
    idempotency_key: str | None = strawberry.field(
        default=None,
        description="A key of your own: asking again under it gives the same run, not another.",
    )


@strawberry.input(description="Which run to stop.")
class CancelRunInput:
    run: strawberry.ID = strawberry.field(description="The id of the run that is to stop.")
