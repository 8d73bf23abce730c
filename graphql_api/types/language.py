"""Languages of ISO 639-3."""

from enum import Enum

import strawberry

from archive.models import Language as Row
from archive.models import LanguageMatch, LanguageName
from graphql_api.types.names import AlternativeName, TermMatch, matches, names
from graphql_api.types.said import said
from graphql_api.types.term import Term


@strawberry.enum(description="What a language's code stands for, by ISO 639-3.")
class LanguageScope(Enum):
    INDIVIDUAL = strawberry.enum_value("I", description="One language.")
    MACROLANGUAGE = strawberry.enum_value(
        "M", description="Several that are sometimes taken for one."
    )
    SPECIAL = strawberry.enum_value("S", description="None, several, or an unknown one.")


@strawberry.enum(description="Whether a language is spoken, by ISO 639-3.")
class LanguageType(Enum):
    ANCIENT = strawberry.enum_value("A", description="Died out more than a thousand years ago.")
    CONSTRUCTED = strawberry.enum_value("C", description="Made by somebody, such as Esperanto.")
    EXTINCT = strawberry.enum_value("E", description="Died out in recent times.")
    HISTORICAL = strawberry.enum_value("H", description="An earlier form of a living language.")
    LIVING = strawberry.enum_value("L", description="Spoken today.")
    SPECIAL = strawberry.enum_value("S", description="None of these: a code for special use.")


@strawberry.type(
    description="A language that is heard in recordings; its slug is its ISO 639-3 code."
)
class Language(Term):
    model = Row
    item_lookup = "language_links__language_id"

    part1: str | None = said("part1", description="Its code of two letters in ISO 639-1.")
    part2b: str | None = said(
        "part2b", description="Its code in ISO 639-2 as libraries write it (bibliographic)."
    )
    part2t: str | None = said(
        "part2t", description="Its code in ISO 639-2 as terminologies write it."
    )
    scope: LanguageScope | None = said(
        "scope", LanguageScope, description="Whether the code is of one language or of several."
    )
    type: LanguageType | None = said(
        "type", LanguageType, description="Whether it is living, extinct, constructed and so on."
    )

    names: list[AlternativeName] = names(
        LanguageName, "named_id", description="What it is called in other languages, and its own."
    )
    matches: list[TermMatch] = matches(LanguageMatch, "language_id")
