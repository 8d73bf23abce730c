"""Changing a record."""

from typing import Annotated

import strawberry

from graphql_api.context import Info
from graphql_api.inputs.item import UpdateItemInput
from graphql_api.payloads.item import UpdateItemResult


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
        raise NotImplementedError
