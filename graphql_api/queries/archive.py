"""The catalogue: items, the levels above them, and the terms that they point to."""

from typing import Annotated, Any, TypeVar

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

L = TypeVar("L", bound=Level)
T = TypeVar("T", bound=Term)
R = TypeVar("R", bound=Resource)

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


def _one(of: type[R], info: Info, **where: Any) -> R | None:
    found = of.all_of(of.visible(info.context.actor).filter(**where)[:1])
    return found[0] if found else None


def _levels(
    of: type[L], info: Info, first: int, after: str | None, order: LevelOrder
) -> Connection[L]:
    rows = of.visible(info.context.actor)
    return Listing(of, rows, level_order(order), first, after).connection()


def _terms(
    of: type[T], info: Info, first: int, after: str | None, text: str | None
) -> Connection[T]:
    rows = named(of.visible(info.context.actor), text)
    return Listing(of, rows, BY_NAME, first, after).connection()


@strawberry.type
class ArchiveQuery:
    @strawberry.field(description="One item by its code; null if there is none that you may see.")
    def item(self, info: Info, code: Code) -> Item | None:
        return _one(Item, info, code=code)

    @strawberry.field(description="The items that you may see, page by page.")
    def items(
        self,
        info: Info,
        first: First = DEFAULT,
        after: After = None,
        filter: Annotated[
            ItemFilter | None,
            strawberry.argument(description="Only the items that fit these conditions."),
        ] = None,
        order: ItemsOrder = ItemOrder.CODE,
    ) -> Connection[Item]:
        actor = info.context.actor
        rows = Item.visible(actor).filter(matching(filter, actor))
        return Listing(Item, rows, item_order(order), first, after).connection()

    @strawberry.field(
        description="One collection by its code; null if there is none that you may see."
    )
    def collection(self, info: Info, code: Code) -> Collection | None:
        return _one(Collection, info, code=code)

    @strawberry.field(description="The collections that you may see, page by page.")
    def collections(
        self,
        info: Info,
        first: First = DEFAULT,
        after: After = None,
        order: LevelsOrder = LevelOrder.CODE,
    ) -> Connection[Collection]:
        return _levels(Collection, info, first, after, order)

    @strawberry.field(description="One corpus by its code; null if there is none that you may see.")
    def corpus(self, info: Info, code: Code) -> Corpus | None:
        return _one(Corpus, info, code=code)

    @strawberry.field(description="The corpora that you may see, page by page.")
    def corpora(
        self,
        info: Info,
        first: First = DEFAULT,
        after: After = None,
        order: LevelsOrder = LevelOrder.CODE,
    ) -> Connection[Corpus]:
        return _levels(Corpus, info, first, after, order)

    @strawberry.field(description="One fonds by its code; null if there is none that you may see.")
    def fonds(self, info: Info, code: Code) -> Fonds | None:
        return _one(Fonds, info, code=code)

    @strawberry.field(description="All the fonds that you may see, page by page.")
    def all_fonds(
        self,
        info: Info,
        first: First = DEFAULT,
        after: After = None,
        order: LevelsOrder = LevelOrder.CODE,
    ) -> Connection[Fonds]:
        return _levels(Fonds, info, first, after, order)

    @strawberry.field(description="One place by its slug; null if there is none that you may see.")
    def place(self, info: Info, slug: Slug) -> Place | None:
        return _one(Place, info, slug=slug)

    @strawberry.field(description="The places of the archive by name, page by page.")
    def places(
        self,
        info: Info,
        first: First = DEFAULT,
        after: After = None,
        filter: Annotated[
            PlaceFilter | None,
            strawberry.argument(description="Only the places that fit these conditions."),
        ] = None,
    ) -> Connection[Place]:
        rows = places_matching(Place.visible(info.context.actor), filter)
        return Listing(Place, rows, BY_NAME, first, after).connection()

    @strawberry.field(
        description="One instrument by its slug; null if there is none that you may see."
    )
    def instrument(self, info: Info, slug: Slug) -> Instrument | None:
        return _one(Instrument, info, slug=slug)

    @strawberry.field(description="The instruments of the archive by name, page by page.")
    def instruments(
        self, info: Info, first: First = DEFAULT, after: After = None, text: Text = None
    ) -> Connection[Instrument]:
        return _terms(Instrument, info, first, after, text)

    @strawberry.field(
        description="One population by its slug; null if there is none that you may see."
    )
    def population(self, info: Info, slug: Slug) -> Population | None:
        return _one(Population, info, slug=slug)

    @strawberry.field(description="The groups that records concern by name, page by page.")
    def populations(
        self, info: Info, first: First = DEFAULT, after: After = None, text: Text = None
    ) -> Connection[Population]:
        return _terms(Population, info, first, after, text)

    @strawberry.field(
        description="One language by its ISO 639-3 code; null if there is none that you may see."
    )
    def language(self, info: Info, slug: Slug) -> Language | None:
        return _one(Language, info, slug=slug)

    @strawberry.field(description="The languages heard in the archive by name, page by page.")
    def languages(
        self, info: Info, first: First = DEFAULT, after: After = None, text: Text = None
    ) -> Connection[Language]:
        return _terms(Language, info, first, after, text)

    @strawberry.field(description="One agent by its slug; null if there is none that you may see.")
    def agent(self, info: Info, slug: Slug) -> Agent | None:
        return _one(Agent, info, slug=slug)

    @strawberry.field(description="The agents whose names are for you, page by page.")
    def agents(
        self, info: Info, first: First = DEFAULT, after: After = None, text: Text = None
    ) -> Connection[Agent]:
        return _terms(Agent, info, first, after, text)
