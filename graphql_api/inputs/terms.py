"""What one says of places, instruments, groups, languages and agents.

A new term's inputs are the edit's, with the fields that it cannot do without.
"""

import strawberry
from strawberry import Maybe

from archive.services.terms import Match, Name
from graphql_api.inputs.changes import Creation, Edit
from graphql_api.inputs.translation import TranslationInput
from graphql_api.types.agent import AgentKind
from graphql_api.types.language import LanguageScope, LanguageType
from graphql_api.types.names import MatchKind, NameKind
from graphql_api.types.place import PlaceKind


@strawberry.input(description="A name of a term, in a language or from a time.")
class NameInput:
    name: str = strawberry.field(description="The name as it is written, 250 characters at most.")
    language: str | None = strawberry.field(
        default=None, description="Its language as a BCP 47 tag, where that is known."
    )
    kind: NameKind = strawberry.field(
        default=NameKind.ALTERNATIVE, description="What sort of name it is."
    )
    used: str | None = strawberry.field(
        default=None, description="When it was in use, as EDTF, where that is known."
    )

    def said(self) -> Name:
        return Name(self.name, self.language or "", str(self.kind.value), self.used or "")


@strawberry.input(description="What those who play an instrument call it.")
class VernacularNameInput:
    name: str = strawberry.field(description="The name as it is written, never translated.")
    language: str | None = strawberry.field(
        default=None, description="Its language as a BCP 47 tag, where that is known."
    )

    def said(self) -> Name:
        return Name(self.name, self.language or "")


@strawberry.input(description="The same or a like thing in another authority's list.")
class MatchInput:
    iri: str = strawberry.field(
        description="The entry's web address at Wikidata, GeoNames, VIAF, ISNI or elsewhere."
    )
    kind: MatchKind = strawberry.field(
        default=MatchKind.EXACT, description="How well the entry fits."
    )

    def said(self) -> Match:
        return Match(self.iri, str(self.kind.value))


@strawberry.input
class _Term:
    note: Maybe[str | None] = strawberry.field(
        default=None, description="What it covers, or who it is; null removes it."
    )
    translations: Maybe[list[TranslationInput]] = strawberry.field(
        default=None, description="The note in other languages; the rest stays."
    )
    is_authoritative: Maybe[bool] = strawberry.field(
        default=None, description="Whether a published authority lists it."
    )
    names: Maybe[list[NameInput]] = strawberry.field(
        default=None, description="All other names, instead of those now."
    )
    matches: Maybe[list[MatchInput]] = strawberry.field(
        default=None, description="All entries in other authorities' lists, instead of those now."
    )


@strawberry.input
class _Tree(_Term):
    parents: Maybe[list[str]] = strawberry.field(
        default=None,
        description="The slugs of all under which it directly stands, instead of those now.",
    )


@strawberry.input
class _Created(Creation):
    name: str = strawberry.field(description="The name by which it goes; two may share one.")
    slug: str | None = strawberry.field(
        default=None, description="Its short name for addresses; made of its name if left out."
    )


@strawberry.input
class _Edited(Edit):
    slug: str | None = strawberry.field(
        default=None, description="Which one is meant, by its slug; give this or its id."
    )
    new_slug: Maybe[str] = strawberry.field(
        default=None, description="Another slug; the old one leads to it from now on."
    )
    name: Maybe[str] = strawberry.field(default=None, description="The name by which it goes.")


@strawberry.input
class _Place(_Tree):
    kind: Maybe[PlaceKind] = strawberry.field(
        default=None, description="What sort of place it is, from continent to site."
    )
    type: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of its type in the vocabulary place-types; or null."
    )
    latitude: Maybe[float | None] = strawberry.field(
        default=None, description="Degrees north of the equator; null if that is not known."
    )
    longitude: Maybe[float | None] = strawberry.field(
        default=None, description="Degrees east of Greenwich; null if that is not known."
    )
    country_code: Maybe[str | None] = strawberry.field(
        default=None, description="The country's ISO 3166-1 alpha-2 code; null removes it."
    )


@strawberry.input(description="A new place; two may share a name.")
class CreatePlaceInput(_Place, _Created):
    pass


@strawberry.input(description="A change of a place: what is left out stays as it is.")
class UpdatePlaceInput(_Place, _Edited):
    pass


@strawberry.input
class _Instrument(_Tree):
    hornbostel_sachs: Maybe[str | None] = strawberry.field(
        default=None, description="Its Hornbostel-Sachs number, such as 321.322-71; or null."
    )
    vernacular_names: Maybe[list[VernacularNameInput]] = strawberry.field(
        default=None,
        description="All names that players give it; one that a record uses cannot go.",
    )


@strawberry.input(description="A new instrument, or a class of them.")
class CreateInstrumentInput(_Instrument, _Created):
    pass


@strawberry.input(description="A change of an instrument: what is left out stays as it is.")
class UpdateInstrumentInput(_Instrument, _Edited):
    pass


@strawberry.input(description="A new group of people, under the name that it uses.")
class CreatePopulationInput(_Tree, _Created):
    pass


@strawberry.input(description="A change of a group: what is left out stays as it is.")
class UpdatePopulationInput(_Tree, _Edited):
    pass


@strawberry.input
class _Language(_Term):
    part1: Maybe[str | None] = strawberry.field(
        default=None, description="Its code of two letters in ISO 639-1; null for none."
    )
    part2b: Maybe[str | None] = strawberry.field(
        default=None, description="Its bibliographic code in ISO 639-2; null for none."
    )
    part2t: Maybe[str | None] = strawberry.field(
        default=None, description="Its terminological code in ISO 639-2; null for none."
    )
    scope: Maybe[LanguageScope | None] = strawberry.field(
        default=None, description="Whether the code is of one language or of several."
    )
    type: Maybe[LanguageType | None] = strawberry.field(
        default=None, description="Whether it is living, extinct, constructed and so on."
    )


@strawberry.input(description="A language that the list of ISO 639-3 does not have here yet.")
class CreateLanguageInput(_Language, Creation):
    slug: str = strawberry.field(description="Its ISO 639-3 code: three small letters.")
    name: str = strawberry.field(description="The name by which it goes, in English or its own.")


@strawberry.input(description="A change of a language: what is left out stays as it is.")
class UpdateLanguageInput(_Language, _Edited):
    pass


@strawberry.input
class _Agent(_Term):
    kind: Maybe[AgentKind] = strawberry.field(
        default=None, description="Whether it is a person, a group or a body."
    )
    lived: Maybe[str | None] = strawberry.field(
        default=None, description="From birth to death, as an EDTF interval; null if not known."
    )
    image: Maybe[str | None] = strawberry.field(
        default=None, description="The web address of a portrait or emblem; null removes it."
    )
    image_credit: Maybe[str | None] = strawberry.field(
        default=None, description="Who made the picture, and its terms; null removes it."
    )
    web_page: Maybe[str | None] = strawberry.field(
        default=None, description="The agent's own page on the web; null removes it."
    )


@strawberry.input(description="A new person, group or body.")
class CreateAgentInput(_Agent, _Created):
    pass


@strawberry.input(description="A change of an agent: what is left out stays as it is.")
class UpdateAgentInput(_Agent, _Edited):
    pass


@strawberry.input
class _Concept(_Tree):
    notation: Maybe[str | None] = strawberry.field(
        default=None, description="Its number or sign in the vocabulary; null removes it."
    )


@strawberry.input(description="A new concept of a vocabulary; its parents are of the same.")
class CreateConceptInput(_Concept, _Created):
    scheme: str = strawberry.field(description="The slug of the vocabulary, such as keywords.")


@strawberry.input(description="A change of a concept: what is left out stays as it is.")
class UpdateConceptInput(_Concept, _Edited):
    scheme: str | None = strawberry.field(
        default=None, description="The slug of its vocabulary, if it is named by its own slug."
    )


@strawberry.input
class _Scheme:
    description: Maybe[str | None] = strawberry.field(
        default=None, description="Which question its concepts answer; null removes it."
    )
    translations: Maybe[list[TranslationInput]] = strawberry.field(
        default=None, description="Title and description in other languages; the rest stays."
    )
    source: Maybe[str | None] = strawberry.field(
        default=None, description="The web address of the list it comes from; null removes it."
    )
    is_listed: Maybe[bool] = strawberry.field(
        default=None, description="Whether visitors see it among the vocabularies."
    )
    is_closed: Maybe[bool] = strawberry.field(
        default=None, description="Whether it takes no more concepts but from published lists."
    )


@strawberry.input(description="A new vocabulary of the archive's own.")
class CreateSchemeInput(_Scheme, Creation):
    title: str = strawberry.field(description="What it is called, in the plural.")
    slug: str | None = strawberry.field(
        default=None, description="Its short name for addresses; made of its title if left out."
    )


@strawberry.input(description="A change of a vocabulary: what is left out stays as it is.")
class UpdateSchemeInput(_Scheme, Edit):
    slug: str | None = strawberry.field(
        default=None, description="The vocabulary by its slug; give this or its id."
    )
    new_slug: Maybe[str] = strawberry.field(
        default=None, description="Another slug; the old one leads to it from now on."
    )
    title: Maybe[str] = strawberry.field(
        default=None, description="What it is called, in the plural."
    )
