"""What one says of an erasure: what is to go, why, and which one is confirmed or refused."""

import strawberry


@strawberry.input(description="What is to be erased for good, once a second person agrees.")
class RequestErasureInput:
    record: strawberry.ID = strawberry.field(
        description=(
            "An item, a collection with its items, an agent, a track, an annotation, a related "
            "medium or a comment: the value of its field `id`."
        )
    )
    reason: str = strawberry.field(
        description="Why, in at most 500 characters. This is kept for good: quote nothing in it."
    )
    part: int | None = strawberry.field(
        default=None,
        description="Of an item only this one of its sounds, by its position; the record stays.",
    )
    is_announced: bool = strawberry.field(
        default=False,
        description=(
            "Its address says that it was erased, when, and its code (410); otherwise it answers "
            "as if it had never been (404). Of items and collections only."
        ),
    )
    idempotency_key: str | None = strawberry.field(
        default=None,
        description="A key of your own: asked again with the same one, you get the same erasure.",
    )


@strawberry.input(description="An erasure that somebody else asked for and that you agree to.")
class ConfirmErasureInput:
    id: strawberry.ID = strawberry.field(description="Which erasure.")


@strawberry.input(description="An erasure that is not to be, or that you take back.")
class RefuseErasureInput:
    id: strawberry.ID = strawberry.field(description="Which erasure.")
    reason: str | None = strawberry.field(
        default=None, description="Why not, in at most 500 characters; kept for good."
    )
