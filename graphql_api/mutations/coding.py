"""Describing code policies."""

from typing import Annotated

import strawberry

from archive.models import CodePolicy as Row
from archive.services.coding import create_policy, update_policy
from graphql_api.context import Info
from graphql_api.inputs.changes import changes_in, description_in, reason_in
from graphql_api.inputs.coding import CreateCodePolicyInput, UpdateCodePolicyInput
from graphql_api.mutations.doing import edit, make, named
from graphql_api.mutations.needing import DESCRIBE
from graphql_api.payloads.coding import CodePolicyPayload, CodePolicyResult
from graphql_api.types.code_policy import CodePolicy

SLUG = {"CODE_TAKEN": "slug"}


@strawberry.type
class CodingMutation:
    @strawberry.mutation(
        description="Describe what the codes of one level look like. For staff.",
        extensions=DESCRIBE,
    )
    def create_code_policy(
        self,
        info: Info,
        input: Annotated[
            CreateCodePolicyInput, strawberry.argument(description="What the codes look like.")
        ],
    ) -> CodePolicyResult:
        return make(
            info,
            CodePolicy,
            input,
            lambda: create_policy(
                actor=info.context.actor, reason=reason_in(input), **description_in(input, Row)
            ),
            lambda policy: CodePolicyPayload(code_policy=policy),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change what codes are to look like. For staff.", extensions=DESCRIBE
    )
    def update_code_policy(
        self,
        info: Info,
        input: Annotated[
            UpdateCodePolicyInput,
            strawberry.argument(description="Which policy, and what is to change."),
        ],
    ) -> CodePolicyResult:
        which = named(input, CodePolicy, slug=input.slug)
        return edit(
            info,
            which,
            lambda: update_policy(
                actor=info.context.actor,
                if_version=input.if_version,
                reason=reason_in(input),
                **which.words,
                **changes_in(input, Row),
            ),
            lambda policy: CodePolicyPayload(code_policy=policy),
        )
