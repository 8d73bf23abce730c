"""What one may say of a record of any level; what is left out stays as it is."""

from enum import Enum

import strawberry
from strawberry import Maybe

from archive.services.duplicate import INCLUDED
from graphql_api.inputs.changes import Edit
from graphql_api.inputs.parts import (
    AgentPartInput,
    ConceptPartInput,
    ExtraValueInput,
    IdentifierInput,
)
from graphql_api.inputs.translation import TranslationInput
from graphql_api.types.access import AccessLevel


def line(description: str) -> str:
    """Return what is said of a text that may be taken away."""
    return f"{description}; null removes it."


@strawberry.input
class RecordWords:
    """What creations and edits of the four levels share."""

    description: Maybe[str | None] = strawberry.field(
        default=None, description=line("What it is and how it came about, in prose")
    )
    language_of_description: Maybe[str | None] = strawberry.field(
        default=None, description=line("The language of title and description, as BCP 47")
    )
    translations: Maybe[list[TranslationInput]] = strawberry.field(
        default=None, description="Texts in other languages; those that are not given stay."
    )
    holder: Maybe[str | None] = strawberry.field(
        default=None, description=line("The slug of the institution that keeps it")
    )
    agreement: Maybe[str | None] = strawberry.field(
        default=None, description=line("The code of the agreement that its access follows")
    )
    access: Maybe[AccessLevel | None] = strawberry.field(
        default=None,
        description="How far it is open; null, of items alone, follows the collection.",
    )
    access_reason: Maybe[str | None] = strawberry.field(
        default=None, description=line("Why it is as open, or as closed, as it is")
    )
    licence: Maybe[str | None] = strawberry.field(
        default=None,
        description=line("The licence of the sound: an SPDX identifier or a web address"),
    )
    record_licence: Maybe[str | None] = strawberry.field(
        default=None,
        description=line("The licence of the description: an SPDX identifier or a web address"),
    )
    comment: Maybe[str | None] = strawberry.field(
        default=None, description=line("Remarks, read by staff alone")
    )
    archivist_notes: Maybe[str | None] = strawberry.field(
        default=None, description=line("Notes among archivists, read by staff alone")
    )
    agents: Maybe[list[AgentPartInput]] = strawberry.field(
        default=None, description="Who did what for it, in order, instead of those now."
    )
    concepts: Maybe[list[ConceptPartInput]] = strawberry.field(
        default=None,
        description="All concepts that describe it, keywords included, instead of those now.",
    )
    identifiers: Maybe[list[IdentifierInput]] = strawberry.field(
        default=None, description="All that it is called in elsewhere, instead of those now."
    )
    extra_values: Maybe[list[ExtraValueInput]] = strawberry.field(
        default=None,
        description="All values of fields that the archive added, instead of those now.",
    )


@strawberry.enum(description="What may come along when a record is copied.")
class CopiedPart(Enum):
    AGENTS = strawberry.enum_value("agents", description="Who did what for it.")
    PERFORMANCES = strawberry.enum_value(
        "performances", description="Of items: the instruments, and who plays."
    )
    POPULATIONS = strawberry.enum_value("populations", description="Of items: the groups.")
    LANGUAGES = strawberry.enum_value("languages", description="Of items: the languages heard.")
    KEYWORDS = strawberry.enum_value("keywords", description="Its keywords, of all its concepts.")
    CONCEPTS = strawberry.enum_value("concepts", description="All concepts that describe it.")
    EXTRA_VALUES = strawberry.enum_value(
        "extra_values", description="What it says in fields that the archive added."
    )
    PARENTS = strawberry.enum_value(
        "parents", description="Of corpora and collections: what they stand in."
    )


assert {str(part.value) for part in CopiedPart} == set(INCLUDED)  # noqa: S101 - one list in two places


@strawberry.input
class Duplication(Edit):
    """What each input that copies a record has."""

    code: str | None = strawberry.field(
        default=None, description="The record by its code; give this or its id."
    )
    new_code: str | None = strawberry.field(
        default=None, description="The code of the copy; only items can do without one."
    )
    include: list[CopiedPart] | None = strawberry.field(
        default=None, description="What comes along beside the record's own words."
    )
    idempotency_key: str | None = strawberry.field(
        default=None,
        description="A key of your own: asked again with the same one, you get the same copy.",
    )
