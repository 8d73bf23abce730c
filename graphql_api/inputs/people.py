"""What people say of themselves, and the keys that they make."""

import strawberry

from graphql_api.types.token import TokenScope


@strawberry.input(description="A new key for a program of yours.")
class CreateApiTokenInput:
    name: str = strawberry.field(description="What it is for, as you will know it by.")
    scopes: list[TokenScope] = strawberry.field(
        description="What it may be used for; READ is always among it."
    )
    days: int = strawberry.field(default=90, description="How many days it lives, 1 to 366.")


@strawberry.input(description="A key that is to open nothing any more.")
class RevokeApiTokenInput:
    id: strawberry.ID = strawberry.field(description="The token, by its `id`.")
