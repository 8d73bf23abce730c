"""What one says of a record's life: which record, at which version, why."""

import strawberry


@strawberry.input
class OfRecord:
    """What each of these inputs has."""

    id: strawberry.ID = strawberry.field(description="The record: the value of its field `id`.")
    if_version: int | None = strawberry.field(
        default=None,
        description="The version that you saw: refused if the record has changed since.",
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the record's history keeps."
    )


@strawberry.input(description="A draft that is to be shown, or what was withdrawn and may return.")
class PublishRecordInput(OfRecord):
    pass


@strawberry.input(description="A published record that the public is to see no more.")
class WithdrawRecordInput(OfRecord):
    is_announced: bool = strawberry.field(
        default=True,
        description=(
            "Its address says that it was withdrawn, with its title and your reason (410); "
            "otherwise it answers as if it had never been (404)."
        ),
    )


@strawberry.input(description="A record that is to go; nothing of it is lost.")
class DeleteRecordInput(OfRecord):
    pass


@strawberry.input(description="A record that was deleted and is to come back.")
class RestoreRecordInput:
    id: strawberry.ID = strawberry.field(description="The record: the `id` that it had.")
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the record's history keeps."
    )


@strawberry.input(description="A record that is to say again what it once said.")
class RestoreVersionInput(OfRecord):
    to: str = strawberry.field(
        description="The `moment` of an entry of its history: it says again what it said then."
    )


@strawberry.input(description="A change that is to be taken back as a whole, in all its records.")
class UndoChangeInput:
    moment: str = strawberry.field(
        description="What was done then: the `moment` of an entry of the journal or of a history."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the history keeps."
    )
