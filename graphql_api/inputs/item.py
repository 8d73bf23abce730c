"""What one changes in a record. A field that is left out stays as it is."""

from typing import Optional

import strawberry


@strawberry.input(description="A change of an item's description: what is left out stays as it is.")
class UpdateItemInput:
    id: strawberry.Maybe[strawberry.ID] = strawberry.field(
        default=None, description="The item by its id; give this or its code."
    )
    code: strawberry.Maybe[str] = strawberry.field(
        default=None, description="The item by its code; give this or its id."
    )
    if_version: Optional[int] = strawberry.field(  # noqa: UP045
        default=None,
        description="The version that you edited: refused if the record has changed since.",
    )
    title: strawberry.Maybe[str] = strawberry.field(
        default=None, description="The new title; it cannot be empty."
    )
