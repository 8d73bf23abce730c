"""What comes of an upload."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError
from graphql_api.types.item import Item
from graphql_api.types.run import Run
from graphql_api.types.upload import StagedUpload


@strawberry.type(description="The file has arrived whole, holds sound, and waits for its record.")
class StageUploadPayload:
    upload: StagedUpload = strawberry.field(description="What it is, and which records hold it.")


@strawberry.type(description="The upload is part of the record now, and is kept for ever.")
class AttachUploadPayload:
    item: Item = strawberry.field(description="The record with its new part.")
    position: int = strawberry.field(description="The part's place among the record's parts.")
    run: Run | None = strawberry.field(
        description="The analysis that was started; null if none was wanted."
    )


@strawberry.type(description="Nothing of the file is kept any longer.")
class DiscardUploadPayload:
    upload: strawberry.ID = strawberry.field(description="The id that named it.")


@strawberry.type(description="The sound has been fetched whole, and waits for its record.")
class FetchRemotePayload:
    upload: StagedUpload = strawberry.field(description="What it is, as of any upload.")
    provider: str = strawberry.field(description="The id of the provider that found it.")
    is_preview: bool = strawberry.field(description="Whether it is an excerpt, not the whole.")
    title: str | None = strawberry.field(description="What its site calls it.")
    credit: str | None = strawberry.field(description="Whom its site names for it.")
    licence: str | None = strawberry.field(description="The licence that its site states.")
    page: str | None = strawberry.field(description="Where people read about it there.")


FetchRemoteResult = Annotated[
    Union[FetchRemotePayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("FetchRemoteResult", description="The upload, or why nothing was fetched."),
]
StageUploadResult = Annotated[
    Union[StageUploadPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("StageUploadResult", description="The upload, or why it was not kept."),
]
AttachUploadResult = Annotated[
    Union[AttachUploadPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("AttachUploadResult", description="The record, or why nothing was attached."),
]
DiscardUploadResult = Annotated[
    Union[DiscardUploadPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("DiscardUploadResult", description="That it is gone, or why it is not."),
]
