"""What comes of changing a record."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.types.item import Item


@strawberry.type(description="The record was changed, or already said so.")
class UpdateItemPayload:
    # As in VersionConflict, which serves all kinds: one document asks both for `item`.
    item: Item | None = strawberry.field(
        description="The record as it stands now; null if somebody removed it meanwhile."
    )


UpdateItemResult = Annotated[
    Union[UpdateItemPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("UpdateItemResult", description="The record, or why it was not changed."),
]
