"""Expected failures of a mutation: data with a code, a sentence, and the input's path."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from graphql_api.types.node import Resource

if TYPE_CHECKING:
    from graphql_api.types.item import Item


@strawberry.interface(description="Why something was not done.")
class Error:
    code: str = strawberry.field(description="A closed name for the reason, for programs.")
    message: str = strawberry.field(description="One plain sentence, for people.")
    path: list[str] = strawberry.field(
        description="Which part of the input it is about, from the outside in; empty for all of it."
    )


@strawberry.type(description="A value that cannot be used; nothing was changed.")
class ValidationError(Error):
    pass


@strawberry.type(description="There is nothing of that name, or nothing that you may see.")
class NotFound(Error):
    pass


@strawberry.type(description="You may see it, but not do this to it.")
class Forbidden(Error):
    pass


@strawberry.type(description="Somebody else changed the record since you read it.")
class VersionConflict(Error):
    current_version: int = strawberry.field(
        description="The version that the record has now: read it again, then repeat your change."
    )
    record: Resource = strawberry.field(description="The record as it stands now.")
    item: Annotated["Item", strawberry.lazy("graphql_api.types.item")] | None = strawberry.field(
        description="The same record where it is an item; null for other kinds."
    )
