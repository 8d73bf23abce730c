"""What one may follow as it happens."""

from collections.abc import AsyncGenerator
from typing import Annotated

import strawberry

from graphql_api.context import Info
from graphql_api.following import Moment, follow_run
from graphql_api.types.run import Run, RunStatus


@strawberry.type(description="Where a run stands at one moment.")
class RunProgress:
    cursor: str = strawberry.field(
        description="Names this moment: pass it as `after` to go on from here after a cut. Opaque."
    )
    status: RunStatus = strawberry.field(description="Where the run stood as a whole.")
    progress: float = strawberry.field(description="How much of it was done, from 0 to 1.")
    stage: str | None = strawberry.field(description="What was being done at that moment.")
    run: Run = strawberry.field(description="The run itself, as it is when this is told.")

    @classmethod
    def of(cls, moment: Moment) -> "RunProgress":
        return cls(
            cursor=moment.cursor,
            status=moment.status,
            progress=moment.progress,
            stage=moment.stage,
            run=moment.run,
        )


@strawberry.type(description="What one may follow as it happens, over SSE or WebSocket.")
class Subscription:
    @strawberry.subscription(
        description=(
            "A run's progress: first where it stands, then each change until it has ended. With "
            "`after`, only what has changed since."
        )
    )
    async def run_progress(
        self,
        info: Info,
        run_id: Annotated[
            strawberry.ID,
            strawberry.argument(
                description="Which run to follow: its `id`, as `startRun` gave it."
            ),
        ],
        after: Annotated[
            str | None,
            strawberry.argument(
                description="Go on after this cursor of an earlier event; kept for 30 days."
            ),
        ] = None,
    ) -> AsyncGenerator[RunProgress, None]:
        async for moment in follow_run(info.context, run_id, after):
            yield RunProgress.of(moment)
