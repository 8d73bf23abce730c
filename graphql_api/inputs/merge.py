"""What one says to merge two terms, or to take a merge back."""

import strawberry


@strawberry.input(description="Two terms of one kind that are one thing.")
class MergeTermsInput:
    source: strawberry.ID = strawberry.field(
        description="The term that is to be no more: the value of its field `id`."
    )
    target: strawberry.ID = strawberry.field(
        description="The term that is to stand for both: the value of its field `id`."
    )
    if_version: int | None = strawberry.field(
        default=None,
        description="The source's version in the preview: refused if it has changed since.",
    )
    if_target_version: int | None = strawberry.field(
        default=None,
        description="The target's version in the preview: refused if it has changed since.",
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the history of both keeps."
    )


@strawberry.input(description="A merge that is to be taken back.")
class UndoMergeInput:
    merge: str = strawberry.field(description="The merge: the value of its field `id`.")
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the history of both keeps."
    )
