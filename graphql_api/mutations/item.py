"""Making, changing and copying items."""

from typing import Annotated

import strawberry

from archive.kinds import KINDS
from archive.models import Item as Row
from archive.services.describe import create_item, update_item
from graphql_api.context import Info
from graphql_api.inputs.changes import changes_in, description_in, reason_in
from graphql_api.inputs.item import CreateItemInput, DuplicateItemInput, UpdateItemInput
from graphql_api.mutations.copying import copy
from graphql_api.mutations.doing import edit, make, named
from graphql_api.mutations.needing import DESCRIBE
from graphql_api.payloads.item import (
    CreateItemPayload,
    CreateItemResult,
    DuplicateItemPayload,
    DuplicateItemResult,
    UpdateItemPayload,
    UpdateItemResult,
)
from graphql_api.types.item import Item


@strawberry.type
class ItemMutation:
    @strawberry.mutation(
        description="Describe a new item: a draft, unless said otherwise.", extensions=DESCRIBE
    )
    def create_item(
        self,
        info: Info,
        input: Annotated[
            CreateItemInput, strawberry.argument(description="What the record is to say.")
        ],
    ) -> CreateItemResult:
        return make(
            info,
            Item,
            input,
            lambda: create_item(
                actor=info.context.actor, reason=reason_in(input), **description_in(input, Row)
            ),
            lambda item: CreateItemPayload(item=item),
        )

    @strawberry.mutation(
        description="Change an item's description. For staff.", extensions=DESCRIBE
    )
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

    @strawberry.mutation(
        description="Copy an item as a draft, to describe one like it. For staff.",
        extensions=DESCRIBE,
    )
    def duplicate_item(
        self,
        info: Info,
        input: Annotated[
            DuplicateItemInput,
            strawberry.argument(description="Which item, and what comes along."),
        ],
    ) -> DuplicateItemResult:
        return copy(info, KINDS["item"], Item, input, lambda item: DuplicateItemPayload(item=item))
