"""Names in many languages, and entries of other authorities: read for all peers at once."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Self
from uuid import UUID

import strawberry
from django.db import models
from django.db.models import Q

from archive.access import Actor
from archive.authorities import authority_of
from archive.models.naming import NameKind as ClosedName
from archive.services.shapes import SHAPES
from archive.services.translations import in_language
from archive.waves import Reading
from graphql_api.context import Info
from graphql_api.peers import Peers
from graphql_api.relations import MOST, First, Relation, led_by, listed, owned, related_rows
from graphql_api.types.dates import PartialDate, dated
from graphql_api.types.said import Language


@strawberry.enum(description="What sort of name it is, beside the one that a term goes by.")
class NameKind(Enum):
    PREFERRED = strawberry.enum_value("preferred", description="The one to show in its language.")
    ALTERNATIVE = strawberry.enum_value("alternative", description="Another name that is in use.")
    FORMER = strawberry.enum_value("former", description="A name from another time.")
    TRANSLITERATION = strawberry.enum_value(
        "transliteration", description="The name written in another script."
    )
    HIDDEN = strawberry.enum_value(
        "hidden", description="A misspelling, by which searches find it. Seen by staff alone."
    )


@strawberry.enum(description="How well another authority's entry fits, in SKOS's own terms.")
class MatchKind(Enum):
    EXACT = strawberry.enum_value("exact", description="It is the same thing.")
    CLOSE = strawberry.enum_value("close", description="It is the same for most purposes.")
    BROAD = strawberry.enum_value("broad", description="The other is wider.")
    NARROW = strawberry.enum_value("narrow", description="The other is narrower.")
    RELATED = strawberry.enum_value("related", description="The other has to do with it.")


@strawberry.type(description="Another name of the same thing, in a language or from another time.")
class AlternativeName:
    name: str = strawberry.field(description="The name as it is written, never translated.")
    language: str | None = strawberry.field(
        description="The name's language as a BCP 47 tag; null where it is not recorded."
    )
    kind: NameKind | None = strawberry.field(
        description="What sort of name it is; null for those that players give an instrument."
    )
    used: PartialDate | None = strawberry.field(
        description="When the name was in use; null where that is not recorded."
    )

    @classmethod
    def of(cls, row: Any) -> Self:
        kind, used = getattr(row, "kind", ""), getattr(row, "used", "")
        return cls(
            name=row.name,
            language=row.language or None,
            kind=NameKind(kind) if kind else None,
            used=dated(used) if used else None,
        )


@strawberry.type(description="The same or a like thing in another authority's list.")
class TermMatch:
    iri: str = strawberry.field(description="The other entry's own web address.")
    kind: MatchKind = strawberry.field(description="How well the other entry fits.")
    authority: str = strawberry.field(
        description="Whose entry it is: Wikidata, GeoNames, VIAF, ISNI, or the address's host."
    )

    @classmethod
    def of(cls, row: Any) -> Self:
        return cls(iri=row.iri, kind=MatchKind(row.kind), authority=authority_of(row.iri))


def shown_names(actor: Actor) -> Q:
    """Return which names are shown: misspellings are for searches and for who mends them."""
    return Q() if actor.is_staff else ~Q(kind=ClosedName.HIDDEN)


def names(model: type[models.Model], owner: str, *, description: str) -> Any:
    """Return a field for a term's other names, which stand in a table of their own."""

    def read(
        actor: Actor, peers: Peers, first: int
    ) -> Reading[Mapping[UUID, list[AlternativeName]]]:
        held = model._default_manager.filter(shown_names(actor))
        rows = yield related_rows(held, peers, owner, first, "language", "name", "pk")
        return owned(rows, lambda row, _: AlternativeName.of(row))

    return listed(Relation(read), description=description)


def matches(
    model: type[models.Model], owner: str, *, told: Callable[[Actor], Q] = lambda _: Q()
) -> Any:
    """Return a field for a term's entries in other authorities' lists.

    Parameters
    ----------
    told : the condition under which an entry is for this actor.
    """

    def read(actor: Actor, peers: Peers, first: int) -> Reading[Mapping[UUID, list[TermMatch]]]:
        held = model._default_manager.filter(told(actor))
        rows = yield related_rows(held, peers, owner, first, "iri", "pk")
        return owned(rows, lambda row, _: TermMatch.of(row))

    return listed(
        Relation(read),
        description="What it is in the lists of others: GeoNames, Wikidata, VIAF, RAMEAU, MIMO.",
    )


def _preferred(_: Actor, peers: Peers, first: int) -> Reading[Mapping[UUID, dict[str, str]]]:
    """Read each term's preferred names, by their languages; peers are terms of one kind."""
    kind = next((type(row).__name__.lower() for row in peers.rows.values()), None)
    if kind is None:
        return {}
    shape = SHAPES[kind]
    held = shape.names._default_manager.filter(kind=ClosedName.PREFERRED).exclude(language="")
    rows = yield related_rows(held, peers, shape.owner_of_names, first, "language", "name", "pk")
    found: dict[UUID, dict[str, str]] = {}
    for row in rows:
        found.setdefault(row.owner_key, {}).setdefault(row.language, row.name)
    return found


_PREFERRED: Relation[dict[str, str]] = Relation(_preferred, is_paged=False)


def _preferred_of(term: Any, info: Info) -> dict[str, str]:
    return _PREFERRED.answer(info, term.peers, term.key_among_peers) or {}


def label() -> Any:
    """Return a field for the name to show to a reader of a language."""

    def resolve(self: Any, info: Info, language: Language = None) -> str:
        if not language:
            return str(self.name)
        return str(in_language(self.name, _preferred_of(self, info), language[:35]))

    return strawberry.field(
        resolver=resolve,
        description="The name to show: the preferred one of the language, else its own name.",
        metadata=led_by(_PREFERRED),
    )


def name_languages() -> Any:
    """Return a field for the languages in which a term's own name is the one to show."""

    def resolve(self: Any, info: Info, first: First = MOST) -> list[str]:
        own = [tag for tag, name in _preferred_of(self, info).items() if name == self.name]
        return own[: max(0, min(first, MOST))]

    return strawberry.field(
        resolver=resolve,
        description=(
            "The languages in which its own name is the preferred one, as BCP 47 tags; none where "
            "that is not recorded."
        ),
        metadata=led_by(_PREFERRED),
    )
