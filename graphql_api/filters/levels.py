"""Which fonds, corpora and collections; of collections also by what their items say."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Optional

import strawberry
from django.db.models import Model, Q

from archive.access import Actor
from archive.models import (
    CollectionCorpus,
    CorpusFonds,
    Item,
    LevelAgent,
    RecordIdentifier,
)
from graphql_api.filters.item import ItemFilter, holding, matching
from graphql_api.filters.reading import ConceptCondition, Conditions, Reader, exists, said_by
from graphql_api.types.access import AccessLevel
from graphql_api.types.state import RecordState


@strawberry.input
class _LevelConditions:
    """What all levels above the item may be asked for."""

    text: str | None = strawberry.field(
        default=None,
        description="Words that title, other title, code or description hold, whatever accents.",
    )
    identifier: str | None = strawberry.field(
        default=None, description="A number that it bears elsewhere, to the letter."
    )
    holder: str | None = strawberry.field(
        default=None, description="The slug of the institution that keeps it."
    )
    agent: str | None = strawberry.field(
        default=None, description="The slug of somebody who had a part in it that is for your eyes."
    )
    concept: ConceptCondition | None = strawberry.field(
        default=None, description="A concept that describes it, or a wider one of its vocabulary."
    )
    access: AccessLevel | None = strawberry.field(
        default=None, description="How far it lets the items below it be open."
    )
    state: RecordState | None = strawberry.field(
        default=None, description="Drafts, published or withdrawn ones; others see published ones."
    )


@strawberry.input(description="Conditions on fonds; all those that are given must hold.")
class FondsFilter(_LevelConditions):
    all_of: Optional[  # noqa: UP045 (strawberry reads it)
        list[Annotated["FondsFilter", strawberry.lazy("graphql_api.filters.levels")]]
    ] = strawberry.field(default=None, description="Every one of these must hold.")
    any_of: Optional[  # noqa: UP045
        list[Annotated["FondsFilter", strawberry.lazy("graphql_api.filters.levels")]]
    ] = strawberry.field(default=None, description="At least one of these must hold.")
    not_: Optional[  # noqa: UP045
        Annotated["FondsFilter", strawberry.lazy("graphql_api.filters.levels")]
    ] = strawberry.field(default=None, name="not", description="This must not hold.")


@strawberry.input
class _DatedConditions(_LevelConditions):
    """What corpora and collections may be asked for beside."""

    recorded_from: date | None = strawberry.field(
        default=None, description="Recorded on this day or later, as far as the date is known."
    )
    recorded_to: date | None = strawberry.field(
        default=None, description="Recorded on this day or earlier, as far as the date is known."
    )


@strawberry.input(description="Conditions on corpora; all those that are given must hold.")
class CorpusFilter(_DatedConditions):
    fonds: str | None = strawberry.field(
        default=None, description="The code of a fonds in which it stands."
    )
    all_of: Optional[  # noqa: UP045
        list[Annotated["CorpusFilter", strawberry.lazy("graphql_api.filters.levels")]]
    ] = strawberry.field(default=None, description="Every one of these must hold.")
    any_of: Optional[  # noqa: UP045
        list[Annotated["CorpusFilter", strawberry.lazy("graphql_api.filters.levels")]]
    ] = strawberry.field(default=None, description="At least one of these must hold.")
    not_: Optional[  # noqa: UP045
        Annotated["CorpusFilter", strawberry.lazy("graphql_api.filters.levels")]
    ] = strawberry.field(default=None, name="not", description="This must not hold.")


@strawberry.input(description="Conditions on collections; all those that are given must hold.")
class CollectionFilter(_DatedConditions):
    corpus: str | None = strawberry.field(
        default=None, description="The code of a corpus in which it stands."
    )
    is_published_edition: bool | None = strawberry.field(
        default=None, description="Published records and discs alone, or unpublished ones alone."
    )
    has_sound: bool | None = strawberry.field(
        default=None, description="Whether one of its items that you may see has a sound."
    )
    items: ItemFilter | None = strawberry.field(
        default=None, description="What one of its items that you may see must fit."
    )
    all_of: Optional[  # noqa: UP045
        list[Annotated["CollectionFilter", strawberry.lazy("graphql_api.filters.levels")]]
    ] = strawberry.field(default=None, description="Every one of these must hold.")
    any_of: Optional[  # noqa: UP045
        list[Annotated["CollectionFilter", strawberry.lazy("graphql_api.filters.levels")]]
    ] = strawberry.field(default=None, description="At least one of these must hold.")
    not_: Optional[  # noqa: UP045
        Annotated["CollectionFilter", strawberry.lazy("graphql_api.filters.levels")]
    ] = strawberry.field(default=None, name="not", description="This must not hold.")


def levels_matching(wanted: Any, model: type[Model], actor: Actor) -> Q:
    """Return a level's filter as a condition on its rows."""
    name = str(model._meta.model_name)
    return Reader(CONDITIONS[name], actor).read(wanted) if wanted else Q()


def _by_agent(level: str) -> Callable[[str, Actor], Q]:
    def condition(slug: str, actor: Actor) -> Q:
        links = LevelAgent.objects.filter(agent__slug=slug, audience__in=actor.audiences)
        return exists(links, level)

    return condition


def _of_any(level: str) -> Conditions:
    return {
        "text": lambda text, _: holding(
            ("title", "alternative_title", "code", "description"), text
        ),
        "identifier": lambda value, _: exists(RecordIdentifier.objects.filter(value=value), level),
        "holder": lambda slug, _: Q(holder__slug=slug),
        "agent": _by_agent(level),
        "concept": lambda concept, _: said_by(concept, level),
        "access": lambda access, _: Q(access=access.value),
        "state": lambda state, _: Q(state=state.value),
    }


_DATED: Conditions = {
    "recorded_from": lambda day, _: Q(recorded_to__gte=day),
    "recorded_to": lambda day, _: Q(recorded_from__lte=day),
}


def _items(wanted: ItemFilter, actor: Actor) -> Q:
    return exists(Item.objects.visible_to(actor).filter(matching(wanted, actor)), "collection")


def _with_sound(has: bool, actor: Actor) -> Q:  # noqa: FBT001 - a filter's value
    with_sound = Item.objects.visible_to(actor).with_sound()
    heard = exists(with_sound, "collection")
    return heard if has else ~heard


CONDITIONS: dict[str, Conditions] = {
    "fonds": _of_any("fonds"),
    "corpus": {
        **_of_any("corpus"),
        **_DATED,
        "fonds": lambda code, _: exists(CorpusFonds.objects.filter(fonds__code=code), "corpus"),
    },
    "collection": {
        **_of_any("collection"),
        **_DATED,
        "corpus": lambda code, _: exists(
            CollectionCorpus.objects.filter(corpus__code=code), "collection"
        ),
        "is_published_edition": lambda value, _: Q(is_published_edition=value),
        "has_sound": _with_sound,
        "items": _items,
    },
}
