"""What one says beside records, and what is decided of it."""

import strawberry

from graphql_api.inputs.changes import Creation, Edit
from graphql_api.types.audience import Audience


@strawberry.input(description="Something to be said beside a record.")
class WriteCommentInput(Creation):
    record: strawberry.ID = strawberry.field(description="The record, of any kind.")
    text: str = strawberry.field(description="What you say, in 5000 characters at most.")
    answers: strawberry.ID | None = strawberry.field(
        default=None, description="The comment on the same record that you answer."
    )
    audience: Audience = strawberry.field(
        default=Audience.MEMBER,
        description="For whom it is; for everybody only if you edit the record.",
    )


@strawberry.input(description="A comment of yours that is to say something else.")
class UpdateCommentInput(Edit):
    text: str = strawberry.field(description="What you say, in 5000 characters at most.")


@strawberry.input(description="A comment of yours to take back, or to let be there again.")
class WithdrawCommentInput:
    id: strawberry.ID = strawberry.field(description="The comment, by its field `id`.")
    is_withdrawn: bool = strawberry.field(
        default=True, description="Whether it is taken back; false: it is there again."
    )


@strawberry.input(description="A comment to hide from others, or to show again.")
class HideCommentInput:
    id: strawberry.ID = strawberry.field(description="The comment, by its field `id`.")
    is_hidden: bool = strawberry.field(
        default=True, description="Whether it is hidden; false: it is shown again."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that its history keeps."
    )
