"""What the four levels of description share: their standing, their texts, what hangs on them."""

from datetime import datetime
from typing import Annotated, Any

import strawberry

from graphql_api.relations import one
from graphql_api.types.agreement import Agreement
from graphql_api.types.concept import Concept
from graphql_api.types.holder import Holder
from graphql_api.types.node import Resource, asked_by_old_code
from graphql_api.types.said import said, text
from graphql_api.types.satellites import (
    ConceptLink,
    ExtraValue,
    Identifier,
    concepts,
    extra_values,
    identifiers,
    keywords,
)
from graphql_api.types.state import RecordState
from graphql_api.types.translation import Translation, translations


@strawberry.interface(description="A record of any level: fonds, corpus, collection or item.")
class Record(Resource):
    row: strawberry.Private[Any]

    asked_by_old_code: str | None = asked_by_old_code()
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
    holder: Holder | None = one(
        lambda: Holder, "holder_id", description="The institution that keeps what is described."
    )
    agreement: Annotated["Agreement", strawberry.lazy("graphql_api.types.agreement")] | None = one(
        lambda: Agreement,
        "agreement_id",
        description="What was agreed about it, as the reason for its access.",
    )
    concepts: list[ConceptLink] = concepts()
    keywords: list[Concept] = keywords()
    identifiers: list[Identifier] = identifiers()
    extra_values: list[ExtraValue] = extra_values()
