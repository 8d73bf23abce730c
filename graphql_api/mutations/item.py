"""Changing a record."""

from typing import Annotated

import strawberry

from archive.models import Item as Row
from archive.services.describe import update_item
from graphql_api.context import Info
from graphql_api.inputs.changes import changes_in, reason_in
from graphql_api.inputs.item import UpdateItemInput
from graphql_api.mutations.doing import edit, named
from graphql_api.payloads.item import UpdateItemPayload, UpdateItemResult
from graphql_api.types.item import Item


@strawberry.type
class ItemMutation:
    @strawberry.mutation(description="Change an item's description. For staff.")
    def update_item(
        self,
        info: Info,
        input: Annotated[
            UpdateItemInput, strawberry.argument(description="Which item, and what is to change.")
        ],
    ) -> UpdateItemResult:
        which = named(input, Item, code=input.code)
        return edit(
            info,
            which,
            lambda: update_item(
                actor=info.context.actor,
                code=which.cited,
                item_id=which.record_id,
                if_version=input.if_version,
                reason=reason_in(input),
                **changes_in(input, Row),
            ),
            lambda item: UpdateItemPayload(item=item),
        )
