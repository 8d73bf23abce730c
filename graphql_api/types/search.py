"""What a search finds."""

from typing import Annotated, Union

import strawberry

from graphql_api.types.item import Item
from graphql_api.types.levels import Collection

Found = Annotated[
    Union[Item, Collection],  # noqa: UP007 (strawberry names the union)
    strawberry.union("Found", description="What a search can find: items and collections."),
]


@strawberry.type(description="One thing that a search found, and how well it fits.")
class Hit:
    node: Found = strawberry.field(description="The record that was found.")
    score: float = strawberry.field(
        description="How well it fits, from 0 to 1: 1 is the very code or title."
    )
