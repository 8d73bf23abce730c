"""Filters as conditions: each field of a filter is one, and they combine by allOf, anyOf, not.

Conditions in one object must all hold; a client that adds one always narrows. There is no regular
expression and no lookup into what one may not see.
"""

from collections.abc import Callable, Mapping
from typing import Any

import strawberry
from django.db.models import Exists, OuterRef, Q, QuerySet

from archive.access import Actor
from archive.errors import OddValue
from archive.models import RecordConcept
from archive.vocabularies import use_named
from graphql_api.errors import Code, Refused

DEEPEST = 4
MOST_CONDITIONS = 40

#: A field of a filter -> what it says, of whom it is asked, as a condition.
Conditions = Mapping[str, Callable[[Any, Actor], Q]]


@strawberry.input(description="What a concept says of a record.")
class ConceptCondition:
    use: str = strawberry.field(
        description="What it says, such as keyword; each use has its vocabulary."
    )
    slug: str | None = strawberry.field(
        default=None,
        description="That concept, or one below it in its vocabulary; null for any at all.",
    )


class Reader:
    """Reads one filter, and counts its conditions."""

    def __init__(self, conditions: Conditions, actor: Actor) -> None:
        self._conditions, self._actor = conditions, actor
        self._read = 0

    def read(self, wanted: Any, depth: int = 1) -> Q:
        found = Q()
        for name, condition in self._conditions.items():
            value = getattr(wanted, name)
            if value is not None:
                self._count(depth)
                found &= condition(value, self._actor)
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
        self._read += 1
        if depth > DEEPEST or self._read > MOST_CONDITIONS:
            raise Refused(
                Code.TOO_COSTLY,
                f"The filter is too large: at most {MOST_CONDITIONS} conditions, nested "
                f"{DEEPEST} deep.",
            )


def exists(rows: "QuerySet[Any]", owner: str) -> Q:
    """Return the condition that one of the rows is the record's, by that column."""
    return Q(Exists(rows.filter(**{owner: OuterRef("pk")})))


def said_by(concept: ConceptCondition, level: str) -> Q:
    """Return the condition that such a concept, or a narrower one, describes the record."""
    try:
        use = use_named(concept.use, level)
    except OddValue as odd:
        raise Refused(Code.BAD_INPUT, str(odd)) from odd
    links = RecordConcept.objects.filter(use=use.name)
    if concept.slug is not None:
        links = links.filter(
            concept__ancestor_links__ancestor__slug=concept.slug,
            concept__ancestor_links__ancestor__scheme__slug=use.scheme,
        )
    return exists(links, level)
