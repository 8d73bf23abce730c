"""Withholding stretches of an item."""

from typing import Annotated

import strawberry

from archive.mirrors import wait_for_mirrors
from archive.services import withholding
from graphql_api.context import Info
from graphql_api.inputs import access as inputs
from graphql_api.inputs.changes import reason_in
from graphql_api.mutations.doing import edit, named
from graphql_api.mutations.needing import MANAGE
from graphql_api.payloads import access as payloads
from graphql_api.types.item import Item


@strawberry.type
class WithholdingMutation:
    @strawberry.mutation(
        description="Withhold stretches of an item's sound, from all that is made of it.",
        extensions=MANAGE,
    )
    def withhold_ranges(
        self,
        info: Info,
        input: Annotated[
            inputs.WithholdRangesInput,
            strawberry.argument(description="Which item, and which stretches."),
        ],
    ) -> payloads.WithholdRangesResult:
        which = named(input, Item, code=input.code)
        return edit(
            info,
            which,
            lambda: withholding.withhold(
                actor=info.context.actor,
                item=which.cited,
                item_id=which.record_id,
                ranges=[each.said() for each in input.ranges],
                if_version=input.if_version,
                reason=reason_in(input),
            ),
            lambda item: payloads.WithholdRangesPayload(
                item=item, is_so_everywhere=not wait_for_mirrors()
            ),
        )
