"""What one changes in a record. A field that is left out stays as it is."""

from datetime import datetime

import strawberry
from strawberry import Maybe

from graphql_api.inputs.changes import Edit
from graphql_api.types.access import AccessLevel


@strawberry.input(description="A change of an item's description: what is left out stays as it is.")
class UpdateItemInput(Edit):
    code: str | None = strawberry.field(
        default=None, description="The item by its code; give this or its id."
    )
    title: Maybe[str] = strawberry.field(
        default=None, description="The new title; it cannot be empty."
    )
    original_title: Maybe[str | None] = strawberry.field(
        default=None, description="The title in its own language; null removes it."
    )
    original_code: Maybe[str | None] = strawberry.field(
        default=None, description="The code that it bore before; null removes it."
    )
    description: Maybe[str | None] = strawberry.field(
        default=None, description="What is heard, in prose; null removes it."
    )
    recorded: Maybe[str | None] = strawberry.field(
        default=None, description="When it was recorded, as EDTF; null if that is not known."
    )
    collection: Maybe[str] = strawberry.field(
        default=None, description="The code of the collection that is to hold it."
    )
    place: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of the place; null if that is not known."
    )
    place_comment: Maybe[str | None] = strawberry.field(
        default=None, description="What to say of the place beyond its name; null removes it."
    )
    populations: Maybe[list[str]] = strawberry.field(
        default=None, description="The slugs of all groups that it concerns, instead of those now."
    )
    languages: Maybe[list[str]] = strawberry.field(
        default=None,
        description="The ISO 639-3 codes of all languages heard, instead of those now.",
    )
    licence: Maybe[str | None] = strawberry.field(
        default=None, description="An SPDX identifier or a web address; null removes it."
    )
    credit: Maybe[str | None] = strawberry.field(
        default=None, description="How to name those to whom it is owed; null removes it."
    )
    source: Maybe[str | None] = strawberry.field(
        default=None, description="Where the record comes from; null removes it."
    )
    archivist_notes: Maybe[str | None] = strawberry.field(
        default=None, description="Notes among archivists; null removes them."
    )
    access: Maybe[AccessLevel | None] = strawberry.field(
        default=None, description="The item's own level; null follows its collection."
    )
    embargo_until: Maybe[datetime | None] = strawberry.field(
        default=None, description="The moment at which the sound opens; null lifts the embargo."
    )
