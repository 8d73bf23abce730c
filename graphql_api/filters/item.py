"""Which items: the lookups are listed one by one, and combine by allOf, anyOf, not.

Conditions in one object must all hold; a client that adds one always narrows. There is no
regular expression and no lookup into what one may not see: terms and collections are compared
by slug and code, and the items themselves begin at `visible_to`.
"""

from datetime import date
from typing import Annotated, Optional

import strawberry
from django.db.models import Exists, OuterRef, Q

from archive.access import PUBLIC, Act, Actor, item_rule
from archive.models import Item, ItemLanguage, ItemPopulation, Part, Performance
from archive.search import LONGEST_QUERY
from graphql_api.errors import Code, Refused
from graphql_api.types.access import AccessLevel

DEEPEST = 4
MOST_CONDITIONS = 40

Nested = Annotated["ItemFilter", strawberry.lazy("graphql_api.filters.item")]


@strawberry.input(description="Conditions on items; all those that are given must hold.")
class ItemFilter:
    text: str | None = strawberry.field(
        default=None,
        description="Words that title, original title or codes hold, whatever accents and case.",
    )
    collection: str | None = strawberry.field(
        default=None, description="The code of the collection that holds the item."
    )
    place: str | None = strawberry.field(
        default=None, description="The slug of a place: recorded there or anywhere within."
    )
    population: str | None = strawberry.field(
        default=None, description="The slug of a group that the item concerns."
    )
    instrument: str | None = strawberry.field(
        default=None, description="The slug of an instrument that is heard, or of a class of them."
    )
    language: str | None = strawberry.field(
        default=None, description="The ISO 639-3 code of a language that is heard."
    )
    recorded_from: date | None = strawberry.field(
        default=None, description="Recorded on this day or later, as far as the date is known."
    )
    recorded_to: date | None = strawberry.field(
        default=None, description="Recorded on this day or earlier, as far as the date is known."
    )
    has_sound: bool | None = strawberry.field(
        default=None, description="Whether a sound has been deposited for the record."
    )
    access: AccessLevel | None = strawberry.field(
        default=None, description="The effective level for the public: full, metadata or none."
    )
    all_of: Optional[list[Nested]] = strawberry.field(  # noqa: UP045 (strawberry reads it)
        default=None, description="Every one of these must hold."
    )
    any_of: Optional[list[Nested]] = strawberry.field(  # noqa: UP045
        default=None, description="At least one of these must hold."
    )
    not_: Optional[Nested] = strawberry.field(  # noqa: UP045
        default=None, name="not", description="This must not hold."
    )


def matching(wanted: ItemFilter | None, actor: Actor) -> Q:
    """Return the filter as a condition on items."""
    return _Reader(actor).read(wanted) if wanted else Q()


class _Reader:
    """Reads one filter, and counts its conditions."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._conditions = 0

    def read(self, wanted: ItemFilter, depth: int = 1) -> Q:
        found = Q()
        for condition in self._plain(wanted):
            self._count(depth)
            found &= condition
        for inner in wanted.all_of or []:
            found &= self.read(inner, depth + 1)
        if wanted.any_of is not None:
            some = Q(pk__in=[])
            for inner in wanted.any_of:
                some |= self.read(inner, depth + 1) or Q(pk__isnull=False)
            found &= some
        if wanted.not_ is not None:
            found &= ~(self.read(wanted.not_, depth + 1) or Q(pk__isnull=False))
        self._count(depth)
        return found

    def _count(self, depth: int) -> None:
        self._conditions += 1
        if depth > DEEPEST or self._conditions > MOST_CONDITIONS:
            raise Refused(
                Code.TOO_COSTLY,
                f"The filter is too large: at most {MOST_CONDITIONS} conditions, nested "
                f"{DEEPEST} deep.",
            )

    def _plain(self, wanted: ItemFilter) -> list[Q]:
        given = {
            "text": lambda text: Q(pk__in=Item.objects.matching(_short(text)).values("pk")),
            "collection": lambda code: Q(collection__code=code),
            "place": lambda slug: _exists(
                Item.objects.filter(place__ancestor_links__ancestor__slug=slug), "pk"
            ),
            "population": lambda slug: _exists(
                ItemPopulation.objects.filter(population__slug=slug), "item"
            ),
            "instrument": lambda slug: _exists(
                Performance.objects.filter(instrument__ancestor_links__ancestor__slug=slug), "item"
            ),
            "language": lambda slug: _exists(
                ItemLanguage.objects.filter(language__slug=slug), "item"
            ),
            "recorded_from": lambda day: Q(recorded_to__gte=day),
            "recorded_to": lambda day: Q(recorded_from__lte=day),
            "has_sound": lambda has: _sound() if has else ~_sound(),
            "access": _at_level,
        }
        values = ((build, getattr(wanted, name)) for name, build in given.items())
        return [build(value) for build, value in values if value is not None]


def _short(text: str) -> str:
    return text[:LONGEST_QUERY]


def _exists(rows: object, item: str) -> Q:
    return Q(Exists(rows.filter(**{item: OuterRef("pk")})))  # type: ignore[attr-defined]


def _sound() -> Q:
    return _exists(Part.objects.all(), "item")


def _at_level(level: AccessLevel) -> Q:
    full, shown = item_rule(PUBLIC, Act.LISTEN), item_rule(PUBLIC, Act.FIND)
    if level is AccessLevel.FULL:
        return full
    if level is AccessLevel.METADATA:
        return shown & ~full
    if level is AccessLevel.NONE:
        return ~shown
    raise Refused(Code.BAD_INPUT, "Items are full, metadata or none; only collections are mixed.")
