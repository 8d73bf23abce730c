"""Deciding for whom what is: communities, protocols, and what stands under them."""

from typing import Annotated

import strawberry

from archive.models import Community as CommunityRow
from archive.models import Protocol as ProtocolRow
from archive.services import protocols
from graphql_api.context import Info
from graphql_api.inputs import access as inputs
from graphql_api.mutations.doing import attempt, edit, editing, make, making, named
from graphql_api.mutations.needing import MANAGE
from graphql_api.mutations.standing import account, seen, standing
from graphql_api.payloads import access as payloads
from graphql_api.types.community import Community, Protocol

SLUG = {"CODE_TAKEN": "slug"}


@strawberry.type
class CommunityMutation:
    @strawberry.mutation(
        description="Describe a community, whose protocols may stand over records. For staff.",
        extensions=MANAGE,
    )
    def create_community(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateCommunityInput,
            strawberry.argument(description="What is to be said of it."),
        ],
    ) -> payloads.CommunityResult:
        return make(
            info,
            Community,
            input,
            making(info, input, CommunityRow, protocols.create_community),
            lambda made: payloads.CommunityPayload(community=made),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change what is said of a community. For staff.", extensions=MANAGE
    )
    def update_community(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateCommunityInput,
            strawberry.argument(description="The community, and what is to change."),
        ],
    ) -> payloads.CommunityResult:
        which = named(input, Community, slug=input.slug)
        return edit(
            info,
            which,
            editing(info, input, CommunityRow, protocols.update_community, which.words),
            lambda now: payloads.CommunityPayload(community=now),
        )

    @strawberry.mutation(
        description="Describe a protocol of communities for what is theirs. For staff.",
        extensions=MANAGE,
    )
    def create_protocol(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateProtocolInput, strawberry.argument(description="What is to be said of it.")
        ],
    ) -> payloads.ProtocolResult:
        return make(
            info,
            Protocol,
            input,
            making(info, input, ProtocolRow, protocols.create_protocol),
            lambda made: payloads.ProtocolPayload(protocol=made),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change a protocol; it holds at once for all that is under it. For staff.",
        extensions=MANAGE,
    )
    def update_protocol(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateProtocolInput,
            strawberry.argument(description="The protocol, and what is to change."),
        ],
    ) -> payloads.ProtocolResult:
        which = named(input, Protocol, slug=input.slug)
        return edit(
            info,
            which,
            editing(info, input, ProtocolRow, protocols.update_protocol, which.words),
            lambda now: payloads.ProtocolPayload(protocol=now),
        )

    @strawberry.mutation(
        description="Let somebody belong to a community, or no more. For its stewards and staff.",
        extensions=MANAGE,
    )
    def join_community(
        self,
        info: Info,
        input: Annotated[
            inputs.SeatInput, strawberry.argument(description="Who, where, as what, until when.")
        ],
    ) -> payloads.CommunityResult:
        def work() -> payloads.CommunityPayload:
            row = protocols.belong(
                actor=info.context.actor,
                community=input.slug,
                user_id=account(input.person),
                standing=None if input.standing is None else str(input.standing.value),
                until=input.until,
                reason=input.reason or "",
            )
            return payloads.CommunityPayload(community=seen(info, Community, row.pk))

        return attempt(work)

    @strawberry.mutation(
        description="Name somebody whom a protocol admits, or no more. For its stewards and staff.",
        extensions=MANAGE,
    )
    def admit_to_protocol(
        self,
        info: Info,
        input: Annotated[
            inputs.SeatInput, strawberry.argument(description="Who, where, as what, until when.")
        ],
    ) -> payloads.ProtocolResult:
        def work() -> payloads.ProtocolPayload:
            row = protocols.admit(
                actor=info.context.actor,
                protocol=input.slug,
                user_id=account(input.person),
                standing=None if input.standing is None else str(input.standing.value),
                until=input.until,
                reason=input.reason or "",
            )
            return payloads.ProtocolPayload(protocol=seen(info, Protocol, row.pk))

        return attempt(work)

    @strawberry.mutation(
        description="Put a record under protocols, at once and at every door. For staff.",
        extensions=MANAGE,
    )
    def place_under_protocols(
        self,
        info: Info,
        input: Annotated[
            inputs.PlaceUnderProtocolsInput,
            strawberry.argument(description="Which record, and under which protocols."),
        ],
    ) -> payloads.RecordAccessResult:
        found: payloads.RecordAccessResult = standing(
            info,
            input.record,
            lambda kind, key: protocols.place_under(
                actor=info.context.actor,
                kind=kind,
                record_id=key,
                protocols=input.protocols,
                combine=str(input.combine.value),
                if_version=input.if_version,
                reason=input.reason or "",
            ),
        )
        return found
