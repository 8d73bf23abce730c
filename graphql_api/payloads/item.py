"""What comes of making, changing and copying items."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.types.item import Item


@strawberry.type(description="The record was made, or had been under the same key.")
class CreateItemPayload:
    item: Item | None = strawberry.field(
        description="The new record; null if somebody removed it meanwhile."
    )


@strawberry.type(description="The record was changed, or already said so.")
class UpdateItemPayload:
    # As in VersionConflict, which serves all kinds: one document asks both for `item`.
    item: Item | None = strawberry.field(
        description="The record as it stands now; null if somebody removed it meanwhile."
    )


@strawberry.type(description="The record was copied, or had been under the same key.")
class DuplicateItemPayload:
    item: Item | None = strawberry.field(
        description="The copy, a draft; null if somebody removed it meanwhile."
    )


CreateItemResult = Annotated[
    Union[CreateItemPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("CreateItemResult", description="The new record, or why there is none."),
]
UpdateItemResult = Annotated[
    Union[UpdateItemPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("UpdateItemResult", description="The record, or why it was not changed."),
]
DuplicateItemResult = Annotated[
    Union[DuplicateItemPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("DuplicateItemResult", description="The copy, or why there is none."),
]
