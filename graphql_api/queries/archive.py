"""The catalogue: items, the levels above them, and the terms that they point to."""

from typing import Annotated, Any

import strawberry

from graphql_api.connections import DEFAULT, After, Connection, First, Listing
from graphql_api.context import Info
from graphql_api.filters.item import ItemFilter, matching
from graphql_api.filters.order import (
    BY_NAME,
    ItemOrder,
    LevelOrder,
    item_order,
    level_order,
)
from graphql_api.filters.terms import PlaceFilter, named, places_matching
from graphql_api.types.agent import Agent
from graphql_api.types.instrument import Instrument
from graphql_api.types.item import Item
from graphql_api.types.language import Language
from graphql_api.types.levels import Collection, Corpus, Fonds, Level
from graphql_api.types.node import Resource
from graphql_api.types.place import Place
from graphql_api.types.population import Population
from graphql_api.types.term import Term

Code = Annotated[str, strawberry.argument(description="The code that people cite.")]
Slug = Annotated[str, strawberry.argument(description="The short name in the term's web address.")]
Text = Annotated[
    str | None,
    strawberry.argument(description="Only those whose name holds this, whatever case."),
]
ItemsOrder = Annotated[
    ItemOrder, strawberry.argument(description="The order in which the items stand.")
]
LevelsOrder = Annotated[
    LevelOrder, strawberry.argument(description="The order in which they stand.")
]


def _first(of: type[Resource], info: Info, **where: str) -> Any:
    found = of.all_of(of.visible(info.context.actor).filter(**where)[:1])
    return found[0] if found else None


def level(of: type[Item | Level], description: str) -> Any:
    """Return a field for one record by its code."""

    def resolve(info: Info, code: Code) -> Any:
        return _first(of, info, code=code)

    return strawberry.field(resolver=resolve, description=description)


def levels(of: type[Level], description: str) -> Any:
    """Return a field for the list of a level's records."""

    def resolve(
        info: Info,
        first: First = DEFAULT,
        after: After = None,
        order: LevelsOrder = LevelOrder.CODE,
    ) -> Any:
        rows = of.visible(info.context.actor)
        return Listing(of, rows, level_order(order), first, after).connection()

    return strawberry.field(resolver=resolve, description=description)


def term(of: type[Term], description: str) -> Any:
    """Return a field for one term by its slug."""

    def resolve(info: Info, slug: Slug) -> Any:
        return _first(of, info, slug=slug)

    return strawberry.field(resolver=resolve, description=description)


def terms(of: type[Term], description: str) -> Any:
    """Return a field for the list of one kind's terms, by name."""

    def resolve(info: Info, first: First = DEFAULT, after: After = None, text: Text = None) -> Any:
        rows = named(of.visible(info.context.actor), text)
        return Listing(of, rows, BY_NAME, first, after).connection()

    return strawberry.field(resolver=resolve, description=description)


def _items(
    info: Info,
    first: First = DEFAULT,
    after: After = None,
    filter: Annotated[
        ItemFilter | None,
        strawberry.argument(description="Only the items that fit these conditions."),
    ] = None,
    order: ItemsOrder = ItemOrder.CODE,
) -> Any:
    actor = info.context.actor
    rows = Item.visible(actor).filter(matching(filter, actor))
    return Listing(Item, rows, item_order(order), first, after).connection()


def _places(
    info: Info,
    first: First = DEFAULT,
    after: After = None,
    filter: Annotated[
        PlaceFilter | None,
        strawberry.argument(description="Only the places that fit these conditions."),
    ] = None,
) -> Any:
    rows = places_matching(Place.visible(info.context.actor), filter)
    return Listing(Place, rows, BY_NAME, first, after).connection()


@strawberry.type
class ArchiveQuery:
    item: Item | None = level(Item, "One item by its code; null if there is none that you may see.")
    items: Connection[Item] = strawberry.field(
        resolver=_items, description="The items that you may see, page by page."
    )
    collection: Collection | None = level(
        Collection, "One collection by its code; null if there is none that you may see."
    )
    collections: Connection[Collection] = levels(
        Collection, "The collections that you may see, page by page."
    )
    corpus: Corpus | None = level(
        Corpus, "One corpus by its code; null if there is none that you may see."
    )
    corpora: Connection[Corpus] = levels(Corpus, "The corpora that you may see, page by page.")
    fonds: Fonds | None = level(
        Fonds, "One fonds by its code; null if there is none that you may see."
    )
    all_fonds: Connection[Fonds] = levels(Fonds, "All the fonds that you may see, page by page.")
    place: Place | None = term(
        Place, "One place by its slug; null if there is none that you may see."
    )
    places: Connection[Place] = strawberry.field(
        resolver=_places, description="The places of the archive by name, page by page."
    )
    instrument: Instrument | None = term(
        Instrument, "One instrument by its slug; null if there is none that you may see."
    )
    instruments: Connection[Instrument] = terms(
        Instrument, "The instruments of the archive by name, page by page."
    )
    population: Population | None = term(
        Population, "One population by its slug; null if there is none that you may see."
    )
    populations: Connection[Population] = terms(
        Population, "The groups that records concern by name, page by page."
    )
    language: Language | None = term(
        Language, "One language by its ISO 639-3 code; null if there is none that you may see."
    )
    languages: Connection[Language] = terms(
        Language, "The languages heard in the archive by name, page by page."
    )
    agent: Agent | None = term(
        Agent, "One agent by its slug; null if there is none that you may see."
    )
    agents: Connection[Agent] = terms(Agent, "The agents whose names are for you, page by page.")
