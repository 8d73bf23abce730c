"""What people do about themselves: keys for their programs, what they say of themselves."""

from typing import Annotated

import strawberry

from archive.models import Profile as ProfileRow
from archive.scopes import Scope
from archive.services import profiles, tokens
from graphql_api.context import Info
from graphql_api.ids import uuid_of
from graphql_api.inputs import people as inputs
from graphql_api.inputs.changes import changes_in
from graphql_api.mutations.doing import attempt
from graphql_api.mutations.needing import MANAGE
from graphql_api.payloads import people as payloads
from graphql_api.types.profile import Profile
from graphql_api.types.token import ApiToken


@strawberry.type
class PeopleMutation:
    @strawberry.mutation(
        description="Make a key for a program of yours. Its secret is shown once.",
        extensions=MANAGE,
    )
    def create_api_token(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateApiTokenInput,
            strawberry.argument(description="What it is for, and for how long."),
        ],
    ) -> payloads.CreateApiTokenResult:
        def work() -> payloads.CreateApiTokenPayload:
            row, secret = tokens.create_token(
                actor=info.context.actor,
                name=input.name,
                scopes=[Scope(str(each.value)) for each in input.scopes],
                days=input.days,
            )
            return payloads.CreateApiTokenPayload(token=ApiToken.of(row), secret=secret)

        return attempt(work)

    @strawberry.mutation(
        description="Revoke one of your tokens, at once and at every door.", extensions=MANAGE
    )
    def revoke_api_token(
        self,
        info: Info,
        input: Annotated[
            inputs.RevokeApiTokenInput, strawberry.argument(description="Which token.")
        ],
    ) -> payloads.RevokeApiTokenResult:
        def work() -> payloads.RevokeApiTokenPayload:
            key = uuid_of(input.id, "ApiToken")
            tokens.revoke_token(actor=info.context.actor, token_id=key)
            return payloads.RevokeApiTokenPayload(id=input.id)

        return attempt(work)

    @strawberry.mutation(
        description="Say who you are, and whether others are shown it: nobody is, unless you do.",
        extensions=MANAGE,
    )
    def update_profile(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateProfileInput, strawberry.argument(description="What is to change.")
        ],
    ) -> payloads.UpdateProfileResult:
        def work() -> payloads.UpdateProfilePayload:
            says = changes_in(input, ProfileRow)
            row = profiles.update_profile(actor=info.context.actor, **says)
            return payloads.UpdateProfilePayload(profile=Profile.of(row))

        return attempt(work)
