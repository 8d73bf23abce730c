"""Commenting on records, and hiding what was said."""

from typing import Annotated

import strawberry

from archive.services import comments
from graphql_api.context import Info
from graphql_api.ids import uuid_of
from graphql_api.inputs import comment as inputs
from graphql_api.mutations.doing import attempt, edit, make, named
from graphql_api.mutations.needing import DESCRIBE, LISTS
from graphql_api.mutations.standing import seen
from graphql_api.payloads import comment as payloads
from graphql_api.types.comment import Comment
from graphql_api.types.kind import kind_and_key


@strawberry.type
class CommentMutation:
    @strawberry.mutation(
        description="Say something beside a record that you may read. For members.",
        extensions=LISTS,
    )
    def write_comment(
        self,
        info: Info,
        input: Annotated[
            inputs.WriteCommentInput, strawberry.argument(description="What, and beside what.")
        ],
    ) -> payloads.CommentResult:
        subject = kind_and_key(input.record)
        answers = None if input.answers is None else uuid_of(input.answers, "Comment")
        return make(
            info,
            Comment,
            input,
            lambda: comments.write_comment(
                actor=info.context.actor,
                subject=subject,
                text=input.text,
                answers=answers,
                audience=str(input.audience.value),
            ),
            lambda row: payloads.CommentPayload(comment=row),
        )

    @strawberry.mutation(description="Say something else in a comment of yours.", extensions=LISTS)
    def update_comment(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateCommentInput, strawberry.argument(description="Which, and what.")
        ],
    ) -> payloads.CommentResult:
        which = named(input, Comment)
        key = uuid_of(input.id or "", "Comment")
        return edit(
            info,
            which,
            lambda: comments.edit_comment(
                actor=info.context.actor,
                comment_id=key,
                text=input.text,
                if_version=input.if_version,
            ),
            lambda row: payloads.CommentPayload(comment=row),
        )

    @strawberry.mutation(
        description="Take back a comment of yours, or let it be there again.", extensions=LISTS
    )
    def withdraw_comment(
        self,
        info: Info,
        input: Annotated[
            inputs.WithdrawCommentInput, strawberry.argument(description="Which comment.")
        ],
    ) -> payloads.CommentResult:
        key = uuid_of(input.id, "Comment")

        def work() -> payloads.CommentPayload:
            row = comments.withdraw_comment(
                actor=info.context.actor, comment_id=key, is_withdrawn=input.is_withdrawn
            )
            return payloads.CommentPayload(comment=seen(info, Comment, row.pk))

        return attempt(work)

    @strawberry.mutation(
        description="Hide what somebody said beside a record that you edit, or show it again.",
        extensions=DESCRIBE,
    )
    def hide_comment(
        self,
        info: Info,
        input: Annotated[
            inputs.HideCommentInput, strawberry.argument(description="Which, and why.")
        ],
    ) -> payloads.HideCommentResult:
        key = uuid_of(input.id, "Comment")

        def work() -> payloads.HideCommentPayload:
            row = comments.hide_comment(
                actor=info.context.actor,
                comment_id=key,
                is_hidden=input.is_hidden,
                reason=input.reason or "",
            )
            return payloads.HideCommentPayload(id=input.id, is_hidden=row.is_removed)

        return attempt(work)
