"""What comes of what people do about themselves."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError
from graphql_api.types.profile import Profile
from graphql_api.types.token import ApiToken


@strawberry.type(description="The token is made, and opens your account from now on.")
class CreateApiTokenPayload:
    token: ApiToken = strawberry.field(description="The token, as your list shows it.")
    secret: str = strawberry.field(
        description="The key itself, shown this once: send it as `Authorization: Bearer …`."
    )


@strawberry.type(description="The token is refused from now on, in open streams too.")
class RevokeApiTokenPayload:
    id: strawberry.ID = strawberry.field(description="The id that the token had.")


@strawberry.type(description="Your card is as you said, or already was.")
class UpdateProfilePayload:
    profile: Profile = strawberry.field(description="Your card, as it stands now.")


CreateApiTokenResult = Annotated[
    Union[CreateApiTokenPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("CreateApiTokenResult", description="The token, or why none was made."),
]
RevokeApiTokenResult = Annotated[
    Union[RevokeApiTokenPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union(
        "RevokeApiTokenResult", description="The id that it had, or why it was not revoked."
    ),
]
UpdateProfileResult = Annotated[
    Union[UpdateProfilePayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("UpdateProfileResult", description="Your card, or why it was not changed."),
]
