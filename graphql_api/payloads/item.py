"""What comes of changing a record."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.types.item import Item


@strawberry.type(description="The record was changed, or already said so.")
class UpdateItemPayload:
    item: Item = strawberry.field(description="The record as it stands now.")


UpdateItemResult = Annotated[
    Union[UpdateItemPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("UpdateItemResult", description="The record, or why it was not changed."),
]
