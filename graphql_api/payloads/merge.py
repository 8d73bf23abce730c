"""What comes of merging terms."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.payloads.life import ChangedSince
from graphql_api.types.merge import Merge, MergePreview
from graphql_api.types.node import Resource


@strawberry.type(description="The two are one, everywhere.")
class MergeTermsPayload:
    target: Resource = strawberry.field(description="The term that stands for both, as it is now.")
    merge: Merge = strawberry.field(description="What was done, for `undoMerge`.")


@strawberry.type(description="The merge was taken back: everything is as it was before.")
class UndoMergePayload:
    source: Resource = strawberry.field(description="The term that had been merged.")
    target: Resource = strawberry.field(description="The term that had stood for both.")
    merge: Merge = strawberry.field(description="The merge, with the moment it was undone.")


MergePreviewResult = Annotated[
    Union[MergePreview, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("MergePreviewResult", description="What a merge would do, or why it cannot."),
]
MergeTermsResult = Annotated[
    Union[MergeTermsPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("MergeTermsResult", description="The one term, or why there are still two."),
]
UndoMergeResult = Annotated[
    Union[UndoMergePayload, ValidationError, NotFound, Forbidden, ChangedSince],  # noqa: UP007
    strawberry.union("UndoMergeResult", description="Both terms, or what stands in the way."),
]
