"""What comes of publishing, withdrawing, deleting, restoring, undoing."""

from collections.abc import Sequence
from typing import Annotated, Union

import strawberry

from archive.services.obstacles import Obstacle
from graphql_api.payloads.errors import (
    Error,
    Forbidden,
    NotFound,
    ValidationError,
    VersionConflict,
)
from graphql_api.relations import FEW, First
from graphql_api.types.kind import global_id
from graphql_api.types.node import Resource


@strawberry.type(description="The record cannot be deleted while others need it; merge or change.")
class InUse(Error):
    use_count: int = strawberry.field(
        description="How many uses stand in the way, of those that you may see."
    )


@strawberry.type(description="A later change that stands in the way of taking one back.")
class ChangeObstacle:
    record: strawberry.ID = strawberry.field(
        description="The global id of the record in which something was changed since."
    )
    name: str = strawberry.field(description="The record's kind, and what it is called today.")
    field: str | None = strawberry.field(
        description="The column that says something else now; null where it is the whole row."
    )


@strawberry.type(
    description="It cannot be taken back: later changes stand on it. Nothing was done."
)
class ChangedSince(Error):
    found: strawberry.Private[Sequence[Obstacle]]

    @strawberry.field(description="What was changed since, as far as it can be told.")
    def obstacles(self, first: First = FEW) -> list[ChangeObstacle]:
        return [
            ChangeObstacle(
                record=global_id(each.subject_kind, each.subject_id),
                name=each.subject,
                field=each.column or None,
            )
            for each in self.found[: max(0, first)]
        ]


@strawberry.type(description="It is shown from now on, as far as its level allows.")
class PublishRecordPayload:
    record: Resource = strawberry.field(description="The record as it stands now.")


@strawberry.type(description="It is gone from every door; what it leaves behind is as you chose.")
class WithdrawRecordPayload:
    record: Resource = strawberry.field(description="The record as staff sees it now.")
    is_gone_everywhere: bool = strawberry.field(
        description=(
            "Whether each door was seen to be closed. False: the RDF store has not answered in "
            "time and may say it for some moments more; ask the operator if this lasts."
        )
    )


@strawberry.type(description="The record is deleted, or lies in the bin.")
class DeleteRecordPayload:
    id: strawberry.ID = strawberry.field(description="By which `restoreRecord` brings it back.")
    is_gone_everywhere: bool = strawberry.field(
        description="Whether each door was seen to be closed; see WithdrawRecordPayload."
    )


@strawberry.type(description="The record is back. It is not public by that.")
class RestoreRecordPayload:
    record: Resource = strawberry.field(description="The record as it stands now.")


@strawberry.type(description="The record says again what it said then.")
class RestoreVersionPayload:
    record: Resource = strawberry.field(description="The record as it stands now.")


@strawberry.type(description="The change was taken back; that is a change of its own.")
class UndoChangePayload:
    row_count: int = strawberry.field(description="How many rows were put back as they were.")


PublishRecordResult = Annotated[
    Union[PublishRecordPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("PublishRecordResult", description="The record, or why it is not published."),
]
WithdrawRecordResult = Annotated[
    Union[WithdrawRecordPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("WithdrawRecordResult", description="The record, or why it stays public."),
]
DeleteRecordResult = Annotated[
    Union[DeleteRecordPayload, ValidationError, NotFound, Forbidden, VersionConflict, InUse],  # noqa: UP007
    strawberry.union("DeleteRecordResult", description="What brings it back, or why it stays."),
]
RestoreRecordResult = Annotated[
    Union[RestoreRecordPayload, ValidationError, NotFound, Forbidden, ChangedSince],  # noqa: UP007
    strawberry.union("RestoreRecordResult", description="The record, or why it cannot return."),
]
RestoreVersionResult = Annotated[
    Union[  # noqa: UP007
        RestoreVersionPayload, ValidationError, NotFound, Forbidden, VersionConflict, ChangedSince
    ],
    strawberry.union("RestoreVersionResult", description="The record, or what stands in the way."),
]
UndoChangeResult = Annotated[
    Union[UndoChangePayload, ValidationError, NotFound, Forbidden, ChangedSince],  # noqa: UP007
    strawberry.union("UndoChangeResult", description="What was put back, or what is in the way."),
]
