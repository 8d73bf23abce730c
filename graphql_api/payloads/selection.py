"""What comes of changing lists of one's own."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.types.selection import Selection


@strawberry.type(description="The list is as you said, or already was.")
class SelectionPayload:
    selection: Selection = strawberry.field(description="The list, as it stands now.")


@strawberry.type(description="It stands on the list.")
class AddToSelectionPayload:
    selection: Selection = strawberry.field(description="The list, as it stands now.")
    listed_before: int = strawberry.field(
        description="How much of what you sent was listed there already."
    )


@strawberry.type(description="The list lies in your bin, and nobody else finds it.")
class DeleteSelectionPayload:
    id: strawberry.ID = strawberry.field(description="Its id, for `restoreSelection`.")


SelectionResult = Annotated[
    Union[SelectionPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("SelectionResult", description="The list, or why nothing was changed."),
]
AddToSelectionResult = Annotated[
    Union[AddToSelectionPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("AddToSelectionResult", description="The list, or why nothing was added."),
]
DeleteSelectionResult = Annotated[
    Union[DeleteSelectionPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union(
        "DeleteSelectionResult", description="The id that it has, or why it was not deleted."
    ),
]
