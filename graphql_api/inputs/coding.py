"""What one says of a code policy."""

import strawberry
from strawberry import Maybe

from graphql_api.inputs.changes import Creation, Edit
from graphql_api.types.extra_field import RecordLevel


@strawberry.input
class _Policy:
    example: Maybe[str | None] = strawberry.field(
        default=None, description="A real code that it allows, shown to curators; null for none."
    )
    is_strict: Maybe[bool] = strawberry.field(
        default=None, description="Whether other codes are refused, as they are unless you say no."
    )
    description: Maybe[str | None] = strawberry.field(
        default=None, description="How the codes came about; null removes it."
    )


@strawberry.input(description="A new policy: what the codes of one level look like.")
class CreateCodePolicyInput(Creation, _Policy):
    slug: str = strawberry.field(description="Its short name, by which records will choose it.")
    title: str = strawberry.field(description="Whose codes these are, for people.")
    level: RecordLevel = strawberry.field(description="Of which records it judges the codes.")
    template: str = strawberry.field(
        description=(
            "What a code looks like: {year}, {digits:3}, {letters:4}, {alnum:4}, {number:3} (the "
            "running number), {collection}; [ ] may be left out, | stands between alternatives."
        )
    )


@strawberry.input(description="A change of a policy; codes that records bear already stay.")
class UpdateCodePolicyInput(Edit, _Policy):
    slug: str | None = strawberry.field(
        default=None, description="The policy by its slug; give this or its id."
    )
    title: Maybe[str] = strawberry.field(
        default=None, description="The new title; it cannot be empty."
    )
    template: Maybe[str] = strawberry.field(
        default=None, description="What codes are to look like from now on."
    )
