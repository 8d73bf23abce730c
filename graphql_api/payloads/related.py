"""What comes of changing the media that go with a record."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.types.node import Resource
from graphql_api.types.related import RelatedMedia


@strawberry.type(description="It goes with the record now, and is described as you said.")
class RelatedMediaPayload:
    related_media: RelatedMedia = strawberry.field(description="The picture, text or page itself.")
    record: Resource = strawberry.field(description="The record that it goes with, as it is now.")


@strawberry.type(description="The record's related media are as you asked.")
class RelatedMediaRecordPayload:
    record: Resource = strawberry.field(description="The record, as it is now.")


RelatedMediaResult = Annotated[
    Union[RelatedMediaPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union(
        "RelatedMediaResult", description="The related medium, or why nothing was changed."
    ),
]
RelatedMediaRecordResult = Annotated[
    Union[RelatedMediaRecordPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union(
        "RelatedMediaRecordResult", description="The record, or why nothing was changed."
    ),
]
