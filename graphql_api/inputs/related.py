"""What one says of a picture or a page that goes with a record."""

import strawberry
from strawberry import Maybe

from graphql_api.inputs.changes import Creation
from graphql_api.inputs.translation import TranslationInput
from graphql_api.types.audience import Audience as AudienceLevel
from graphql_api.types.scalars import Upload


@strawberry.input(description="Something that is to go with a record: a file or an address.")
class AddRelatedMediaInput(Creation):
    record: strawberry.ID = strawberry.field(
        description="The id of the fonds, corpus, collection or item."
    )
    file: Upload | None = strawberry.field(
        default=None, description="The file, in a multipart request; its bytes say what it is."
    )
    url: str | None = strawberry.field(
        default=None, description="Where it is elsewhere. Nothing is fetched from there."
    )
    position: int | None = strawberry.field(
        default=None, description="Its place among the others, from 1; else the last."
    )
    title: str | None = strawberry.field(default=None, description="What it shows, in a few words.")
    description: str | None = strawberry.field(
        default=None, description="What it shows, in sentences."
    )
    translations: list[TranslationInput] | None = strawberry.field(
        default=None, description="Title and description in other languages."
    )
    date: str | None = strawberry.field(
        default=None, description="When it was made, as EDTF: 1931-11, 193X, 1931~."
    )
    credit: str | None = strawberry.field(
        default=None, description="How to name those to whom it is owed."
    )
    licence: str | None = strawberry.field(
        default=None, description="Under which licence: an SPDX identifier or a web address."
    )
    audience: AudienceLevel | None = strawberry.field(
        default=None, description="For whom it is; for everybody unless you say otherwise."
    )
    if_version: int | None = strawberry.field(
        default=None, description="The record's version that you saw: refused if it has changed."
    )


@strawberry.input(description="Which related medium, and what is to be said of it from now on.")
class UpdateRelatedMediaInput:
    id: strawberry.ID = strawberry.field(description="The id of the related medium.")
    url: Maybe[str] = strawberry.field(description="Another address elsewhere.")
    title: Maybe[str | None] = strawberry.field(description="What it shows, in a few words.")
    description: Maybe[str | None] = strawberry.field(description="What it shows, in sentences.")
    translations: Maybe[list[TranslationInput]] = strawberry.field(
        default=None,
        description="Title and description in other languages; those not given stay.",
    )
    date: Maybe[str | None] = strawberry.field(description="When it was made, as EDTF.")
    credit: Maybe[str | None] = strawberry.field(description="To whom it is owed.")
    licence: Maybe[str | None] = strawberry.field(description="Under which licence it may be used.")
    audience: Maybe[AudienceLevel] = strawberry.field(description="For whom it is.")
    if_version: int | None = strawberry.field(
        default=None, description="The record's version that you saw: refused if it has changed."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the record's history keeps."
    )


@strawberry.input(description="Which related medium is to leave its record.")
class RemoveRelatedMediaInput:
    id: strawberry.ID = strawberry.field(description="The id of the related medium.")
    if_version: int | None = strawberry.field(
        default=None, description="The record's version that you saw: refused if it has changed."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the record's history keeps."
    )


@strawberry.input(description="A record, and all its related media in their new order.")
class ReorderRelatedMediaInput:
    record: strawberry.ID = strawberry.field(
        description="The id of the fonds, corpus, collection or item."
    )
    order: list[strawberry.ID] = strawberry.field(
        description="The ids of all its related media, each once, as they shall stand."
    )
    if_version: int | None = strawberry.field(
        default=None, description="The record's version that you saw: refused if it has changed."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the record's history keeps."
    )
