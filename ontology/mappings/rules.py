"""The one rule (`archive/access.py`) as columns and rows of a declaration."""

from collections.abc import Callable
from functools import cache
from uuid import UUID

from django.db.models import BooleanField, Case, F, Q, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Concat

from archive.access import PUBLIC, Act, Actor, item_rule, level_rule


@cache
def may(act: Act, path: str = "") -> Callable[[Actor], Combinable]:
    """Return the column that says whether the actor may do the act to the item at `path`."""

    def column(actor: Actor) -> Combinable:
        rule = item_rule(actor, act, path)
        if not rule:
            return Value(value=True, output_field=BooleanField())
        return Case(When(rule, then=True), default=False, output_field=BooleanField())

    return column


@cache
def citation(path: str = "") -> Callable[[Actor], Combinable]:
    """Return the column with what stands in an item's IRI: its code, else its uuid."""

    def column(_actor: Actor) -> Combinable:
        uuid = Cast(F(f"{path}pk"), TextField())
        return Coalesce(F(f"{path}code"), uuid, output_field=TextField())

    return column


def shown_collection(actor: Actor) -> Combinable:
    """Return the column with the code of an item's collection, NULL where that is not shown.

    By level, who finds an item finds its collection; a grant of the one does not open the other.
    """
    code = F("collection__code")
    if not (actor.has_grants or actor.rooms):
        return code
    return Case(
        When(level_rule(actor, "collection", "collection__"), then=code), output_field=TextField()
    )


@cache
def concept_key(path: str = "") -> Callable[[Actor], Combinable]:
    """Return the column with what stands in a concept's IRI: its scheme's slug and its own."""

    def column(_actor: Actor) -> Combinable:
        return Concat(f"{path}scheme__slug", Value("/"), f"{path}slug", output_field=TextField())

    return column


def by_concept_key(key: str) -> Q:
    """Return the condition that finds a concept by what stands in its IRI."""
    scheme, _, slug = key.partition("/")
    return Q(scheme__slug=scheme, slug=slug)


def uuid_or_none(text: str) -> UUID | None:
    """Return the UUID that a path names in its usual form, None for anything else."""
    try:
        read = UUID(text)
    except ValueError:
        return None
    return read if str(read) == text else None


def by_uuid(text: str) -> Q:
    """Return the condition that finds a row by the uuid in its IRI."""
    read = uuid_or_none(text)
    return Q(pk=read) if read else Q(pk__in=[])


def effective_access(_actor: Actor) -> Combinable:
    """How far the public may go today: `full` where it may listen, else `metadata` or `none`."""
    return Case(
        When(item_rule(PUBLIC, Act.LISTEN), then=Value("full")),
        When(item_rule(PUBLIC, Act.FIND), then=Value("metadata")),
        default=Value("none"),
        output_field=TextField(),
    )
