"""What the four levels of description share: their standing, their texts, what hangs on them."""

from datetime import datetime
from enum import Enum
from typing import Any

import strawberry

from graphql_api.types.node import Resource
from graphql_api.types.said import said, text
from graphql_api.types.translation import Translation, translations


@strawberry.enum(description="Where a record stands between its first words and its end.")
class RecordState(Enum):
    DRAFT = strawberry.enum_value("draft", description="It is being written: for staff.")
    PUBLISHED = strawberry.enum_value("published", description="It is shown as its level allows.")
    WITHDRAWN = strawberry.enum_value(
        "withdrawn", description="It was public and is so no more: for staff."
    )
    DELETED = strawberry.enum_value("deleted", description="It lies in the bin, to be restored.")


@strawberry.interface(
    description="A record of any level: fonds, corpus, collection or item."
)
class Record(Resource):
    row: strawberry.Private[Any]

    state: RecordState = said(
        "state", RecordState, description="Whether it is a draft, published or withdrawn."
    )
    version: int = said(
        "version",
        description="Rises by one with each change of the record: pass it as `ifVersion`.",
    )
    created_at: datetime = said("created_at", description="When it was first described here.")
    modified_at: datetime = said("modified_at", description="When it last came to say other words.")
    published_at: datetime | None = said(
        "published_at", description="When it was published; null where it was not, or not noted."
    )
    title: str = text("title", description="The title, in the archive's language or the one asked.")
    description: str | None = text(
        "description", description="What it is and how it came about, in prose."
    )
    language_of_description: str | None = said(
        "language_of_description",
        description="The language that title and description are written in, as BCP 47.",
    )
    translations: list[Translation] = translations()
    access_reason: str | None = text(
        "access_reason", description="Why it is as open, or as closed, as it is."
    )
    licence: str | None = said(
        "licence",
        description="Under which licence the sound may be used: SPDX identifier or web address.",
    )
    record_licence: str | None = said(
        "record_licence",
        description="Under which licence the description itself may be used.",
    )
    comment: str | None = said(
        "comment", description="Remarks on the record. For staff only; null for others."
    )
    archivist_notes: str | None = said(
        "archivist_notes", description="Notes among archivists. For staff only; null for others."
    )
