"""What people say of themselves, and the keys that they make."""

import strawberry
from strawberry import Maybe

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


@strawberry.input(description="A change of your own card: what is left out stays as it is.")
class UpdateProfileInput:
    display_name: Maybe[str | None] = strawberry.field(
        default=None, description="How others are to call you; null takes it away."
    )
    institution: Maybe[str | None] = strawberry.field(
        default=None, description="The body that you work for or study at; null takes it away."
    )
    department: Maybe[str | None] = strawberry.field(
        default=None, description="Your part of that institution; null takes it away."
    )
    function: Maybe[str | None] = strawberry.field(
        default=None, description="What you do there; null takes it away."
    )
    address: Maybe[str | None] = strawberry.field(
        default=None, description="Where letters reach you; for staff, whatever you show."
    )
    telephone: Maybe[str | None] = strawberry.field(
        default=None, description="Your number; for staff, whatever you show."
    )
    about: Maybe[str | None] = strawberry.field(
        default=None, description="Some words on you and your work; null takes them away."
    )
    web_page: Maybe[str | None] = strawberry.field(
        default=None, description="A whole web address of yours; null takes it away."
    )
    is_listed: Maybe[bool] = strawberry.field(
        default=None, description="Whether your display name stands beside what you make."
    )
    wants_mail: Maybe[bool] = strawberry.field(
        default=None, description="Whether notices come by e-mail as well."
    )
