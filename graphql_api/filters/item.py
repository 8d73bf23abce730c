"""Which items: terms and records are named by slug and code, and found with all that is below."""

from datetime import date
from typing import Annotated, Optional

import strawberry
from django.db.models import F, Q, Value
from django.db.models.lookups import Contains

from archive.access import PUBLIC, Act, Actor, item_rule
from archive.models import (
    Item,
    ItemAgent,
    ItemLanguage,
    ItemPopulation,
    Part,
    Performance,
    PerformancePlayer,
    RecordIdentifier,
    Selection,
    SelectionEntry,
)
from archive.search import LONGEST_QUERY, Fold
from graphql_api.errors import Code, Refused
from graphql_api.filters.reading import ConceptCondition, Conditions, Reader, exists, said_by
from graphql_api.ids import uuid_of
from graphql_api.types.access import AccessLevel
from graphql_api.types.state import RecordState

Nested = Annotated["ItemFilter", strawberry.lazy("graphql_api.filters.item")]


@strawberry.input(description="Conditions on items; all those that are given must hold.")
class ItemFilter:
    text: str | None = strawberry.field(
        default=None,
        description="Words that title, original title or codes hold, whatever accents and case.",
    )
    description: str | None = strawberry.field(
        default=None,
        description="Words that description, summary or context hold, whatever accents and case.",
    )
    ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Only these, by their global ids, 500 at most."
    )
    identifier: str | None = strawberry.field(
        default=None, description="A number that it bears elsewhere, or an old code, to the letter."
    )
    collection: str | None = strawberry.field(
        default=None, description="The code of the collection that holds the item."
    )
    holder: str | None = strawberry.field(
        default=None, description="The slug of the institution that keeps it, or its collection."
    )
    place: str | None = strawberry.field(
        default=None, description="The slug of a place: recorded there or anywhere within."
    )
    population: str | None = strawberry.field(
        default=None, description="The slug of a group that it concerns, or of one that holds it."
    )
    instrument: str | None = strawberry.field(
        default=None, description="The slug of an instrument that is heard, or of a class of them."
    )
    language: str | None = strawberry.field(
        default=None, description="The ISO 639-3 code of a language that is heard."
    )
    agent: str | None = strawberry.field(
        default=None, description="The slug of somebody who had a part in it that is for your eyes."
    )
    concept: ConceptCondition | None = strawberry.field(
        default=None, description="A concept that describes it, or a wider one of its vocabulary."
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
    selection: strawberry.ID | None = strawberry.field(
        default=None, description="On this list, or found by it if it is live; one you may see."
    )
    access: AccessLevel | None = strawberry.field(
        default=None, description="The effective level for the public: full, metadata or none."
    )
    state: RecordState | None = strawberry.field(
        default=None, description="Drafts, published or withdrawn ones; others see published ones."
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
    return Reader(CONDITIONS, actor).read(wanted) if wanted else Q()


def holding(columns: tuple[str, ...], words: str) -> Q:
    """Return the condition that the columns hold every word, accents and case aside."""
    found = Q()
    for word in words[:LONGEST_QUERY].split():
        some = Q(pk__in=[])
        for column in columns:
            some |= Q(Contains(Fold(F(column)), Fold(Value(word))))
        found &= some
    return found


def _by_agent(slug: str, actor: Actor) -> Q:
    """A part that is not for this actor must not show in what is found."""
    for_them = {"agent__slug": slug, "audience__in": actor.audiences}
    return exists(ItemAgent.objects.filter(**for_them), "item") | exists(
        PerformancePlayer.objects.filter(**for_them), "item"
    )


def _at_level(level: AccessLevel, _: Actor) -> Q:
    full, shown = item_rule(PUBLIC, Act.LISTEN), item_rule(PUBLIC, Act.FIND)
    if level is AccessLevel.FULL:
        return full
    if level is AccessLevel.METADATA:
        return shown & ~full
    if level is AccessLevel.NONE:
        return ~shown
    raise Refused(Code.BAD_INPUT, "Items are full, metadata or none; only collections are mixed.")


def _with_sound(has: bool, _: Actor) -> Q:  # noqa: FBT001 - a filter's value
    sound = exists(Part.objects.all(), "item")
    return sound if has else ~sound


def _place(slug: str, _: Actor) -> Q:
    return exists(Item.objects.filter(place__ancestor_links__ancestor__slug=slug), "pk")


def _population(slug: str, _: Actor) -> Q:
    links = ItemPopulation.objects.filter(population__ancestor_links__ancestor__slug=slug)
    return exists(links, "item")


def _instrument(slug: str, _: Actor) -> Q:
    played = Performance.objects.filter(instrument__ancestor_links__ancestor__slug=slug)
    return exists(played, "item")


def _listed(selection: strawberry.ID, actor: Actor) -> Q:
    """A list that one may not see lists nothing, as one that is not there."""
    key = uuid_of(selection, "Selection")
    row = Selection.objects.visible_to(actor).filter(pk=key).first()
    if row is None:
        return Q(pk__in=[])
    if row.live_filter is None:
        return exists(SelectionEntry.objects.filter(selection=row), "item")
    from graphql_api.filters.stored import restored  # it knows the filter from here

    return matching(restored(row.live_filter), actor)


CONDITIONS: Conditions = {
    "text": lambda text, _: Q(pk__in=Item.objects.matching(text[:LONGEST_QUERY]).values("pk")),
    "description": lambda text, _: holding(("description", "summary", "context_comment"), text),
    "ids": lambda ids, _: Q(pk__in=[uuid_of(each, "Item") for each in ids]),
    "identifier": lambda value, _: (
        exists(RecordIdentifier.objects.filter(value=value), "item") | Q(original_code=value)
    ),
    "collection": lambda code, _: Q(collection__code=code),
    "holder": lambda slug, _: Q(holder__slug=slug) | Q(collection__holder__slug=slug),
    "place": _place,
    "population": _population,
    "instrument": _instrument,
    "language": lambda slug, _: exists(ItemLanguage.objects.filter(language__slug=slug), "item"),
    "agent": _by_agent,
    "concept": lambda concept, _: said_by(concept, "item"),
    "recorded_from": lambda day, _: Q(recorded_to__gte=day),
    "recorded_to": lambda day, _: Q(recorded_from__lte=day),
    "has_sound": _with_sound,
    "selection": _listed,
    "access": _at_level,
    "state": lambda state, _: Q(state=state.value),
}
