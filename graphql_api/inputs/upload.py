"""What one says of a file that one uploads, and of the record that it belongs to."""

from typing import Annotated

import strawberry

from graphql_api.inputs.changes import Creation
from graphql_api.types.scalars import Upload

__all__ = [
    "AttachUploadInput",
    "DiscardUploadInput",
    "FetchRemoteInput",
    "NewItemInput",
    "StageUploadInput",
]


@strawberry.input(description="A file to be taken in.")
class StageUploadInput:
    file: Upload = strawberry.field(
        description="The file itself, in a multipart request; its bytes say what it is."
    )


@strawberry.input(description="A sound of another site to be fetched.")
class FetchRemoteInput:
    reference: str = strawberry.field(
        description="The address of a file, or of a page that one of `remoteProviders` knows."
    )
    provider: str | None = strawberry.field(
        default=None,
        description="Which provider to ask, by its id; the first that knows the address if null.",
    )


@strawberry.input(description="A record to be made for an uploaded sound.")
class NewItemInput:
    collection: str = strawberry.field(description="The code of the collection that it joins.")
    title: str = strawberry.field(description="Its title; all else can be described later.")
    code: str | None = strawberry.field(
        default=None, description="Its code, as the archive's policy has it; none is possible."
    )
    mint_code: bool = strawberry.field(
        default=False, description="Give it the next free code of its collection instead."
    )


@strawberry.input(description="An upload that becomes part of a record, here or made anew.")
class AttachUploadInput(Creation):
    upload: strawberry.ID = strawberry.field(
        description="Which of your waiting files, by the id that `stageUpload` gave."
    )
    item: strawberry.ID | None = strawberry.field(
        default=None, description="The id of the item; or its code, or describe a new one."
    )
    item_code: str | None = strawberry.field(
        default=None, description="The code by which the item is cited, in place of its id."
    )
    new_item: Annotated[NewItemInput, strawberry.lazy("graphql_api.inputs.upload")] | None = (
        strawberry.field(default=None, description="A new item for it; or name one by its id.")
    )
    position: int | None = strawberry.field(
        default=None,
        description="Its place among the item's parts, from 1; those from there on move by one.",
    )
    start: float | None = strawberry.field(
        default=None, description="Where the item's sound begins in the file, in seconds."
    )
    end: float | None = strawberry.field(
        default=None, description="Where it ends in the file, in seconds; else at its end."
    )
    stem: int = strawberry.field(
        default=0,
        description="0 for what is heard first; others run beside it on the same timeline.",
    )
    label: str | None = strawberry.field(
        default=None, description="What the part is, such as side A, voice or drums."
    )
    keep_waiting: bool = strawberry.field(
        default=False,
        description="Leave the upload waiting, for another stretch of it is another item's.",
    )
    analyse: bool = strawberry.field(
        default=True, description="Start the default analysis of the item."
    )


@strawberry.input(description="An upload that is to be let go.")
class DiscardUploadInput:
    upload: strawberry.ID = strawberry.field(
        description="Which of your waiting files, by the id that `stageUpload` gave."
    )
