"""What one may follow as it happens."""

from collections.abc import AsyncGenerator
from datetime import datetime
from enum import Enum
from typing import Annotated

import strawberry

from graphql_api.changes import Heard, follow_changes
from graphql_api.context import Info
from graphql_api.following import Moment, follow_run
from graphql_api.types.kind import RecordKind, global_id
from graphql_api.types.node import Resource
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


@strawberry.enum(description="What became of a record.")
class ChangeKind(Enum):
    CREATED = strawberry.enum_value(
        "created", description="Nobody had described it before, or you could not see it."
    )
    UPDATED = strawberry.enum_value(
        "updated", description="It, or a part of it, says something else; or it is shown again."
    )
    GONE = strawberry.enum_value(
        "gone", description="You could see it and cannot any more: withdrawn, closed or deleted."
    )


@strawberry.type(description="Something that happened to a record.")
class RecordChange:
    cursor: str = strawberry.field(
        description="Names this moment: pass it as `after` to go on from here after a cut. Opaque."
    )
    change: ChangeKind = strawberry.field(description="What became of the record, for you.")
    kind: RecordKind = strawberry.field(description="Which kind of record it is.")
    id: strawberry.ID = strawberry.field(
        description="The record's global id, also when it is gone."
    )
    at: datetime = strawberry.field(description="When it was changed, on the database's clock.")
    record: Resource | None = strawberry.field(
        description="The record as it is when this is told; null where it is gone."
    )

    @classmethod
    def of(cls, heard: Heard) -> "RecordChange":
        return cls(
            cursor=heard.cursor,
            change=ChangeKind(heard.what),
            kind=RecordKind(heard.kind),
            id=global_id(heard.kind, heard.key),
            at=heard.at,
            record=heard.record,
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

    @strawberry.subscription(
        description=(
            "What happens to records, as each is committed: made, changed, gone. You hear of what "
            "you may find at that moment, and that what you could find is gone. With `after`, "
            "first what you missed; a cursor that is too old is refused with RESYNC_REQUIRED."
        )
    )
    async def archive_changes(
        self,
        info: Info,
        kinds: Annotated[
            list[RecordKind] | None,
            strawberry.argument(
                description="Only of records of these kinds; of all, unless given."
            ),
        ] = None,
        after: Annotated[
            str | None,
            strawberry.argument(
                description="Go on after this cursor of an earlier event; kept for 30 days."
            ),
        ] = None,
    ) -> AsyncGenerator[RecordChange, None]:
        wanted = [str(kind.value) for kind in kinds or ()]
        async for heard in follow_changes(info.context, wanted, after):
            yield RecordChange.of(heard)
