"""What comes of commenting."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.types.comment import Comment


@strawberry.type(description="The comment is as you said, or already was.")
class CommentPayload:
    comment: Comment = strawberry.field(description="The comment, as it stands now.")


@strawberry.type(description="The comment is hidden or shown, as you said.")
class HideCommentPayload:
    id: strawberry.ID = strawberry.field(
        description="The same as was sent, for clients that keep it by that."
    )
    is_hidden: bool = strawberry.field(description="Whether it is hidden now.")


CommentResult = Annotated[
    Union[CommentPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("CommentResult", description="The comment, or why nothing was changed."),
]
HideCommentResult = Annotated[
    Union[HideCommentPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union(
        "HideCommentResult", description="Whether it is hidden, or why nothing was changed."
    ),
]
