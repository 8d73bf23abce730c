"""The catalogue: items, and the levels above them."""

from typing import Annotated, Any

import strawberry

from graphql_api.connections import Connection, Listing
from graphql_api.context import Info
from graphql_api.errors import Code as Why
from graphql_api.errors import Refused
from graphql_api.filters.item import ItemFilter, matching
from graphql_api.filters.levels import (
    CollectionFilter,
    CorpusFilter,
    FondsFilter,
    levels_matching,
)
from graphql_api.filters.order import (
    ItemOrder,
    LevelOrder,
    item_order,
    level_order,
)
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.queries.cited import cited
from graphql_api.types.item import Item
from graphql_api.types.levels import Collection, Corpus, Fonds, Level

Code = Annotated[str, strawberry.argument(description="The code that people cite.")]
ItemsOrder = Annotated[
    ItemOrder, strawberry.argument(description="The order in which the items stand.")
]
LevelsOrder = Annotated[
    LevelOrder, strawberry.argument(description="The order in which they stand.")
]


def level(of: type[Item | Level], description: str) -> Any:
    """Return a field for one record by its code."""

    def resolve(info: Info, code: Code) -> Any:
        return cited(of, info.context.actor, code, code=code)

    return strawberry.field(resolver=resolve, description=description)


def _levels(of: type[Level], info: Info, page: Page, wanted: Any, order: LevelOrder) -> Any:
    if of is Fonds and order is LevelOrder.RECORDED:
        raise Refused(Why.BAD_INPUT, "Fonds bear no recording date: order them by code or title.")
    actor = info.context.actor
    rows = of.visible(actor).filter(levels_matching(wanted, of.model, actor))
    return Listing(of, rows, level_order(order), page).connection()


def _collections(
    info: Info,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
    filter: Annotated[
        CollectionFilter | None,
        strawberry.argument(description="Only the collections that fit these conditions."),
    ] = None,
    order: LevelsOrder = LevelOrder.CODE,
) -> Any:
    return _levels(Collection, info, Page(first, after, last, before), filter, order)


def _corpora(
    info: Info,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
    filter: Annotated[
        CorpusFilter | None,
        strawberry.argument(description="Only the corpora that fit these conditions."),
    ] = None,
    order: LevelsOrder = LevelOrder.CODE,
) -> Any:
    return _levels(Corpus, info, Page(first, after, last, before), filter, order)


def _fonds(
    info: Info,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
    filter: Annotated[
        FondsFilter | None,
        strawberry.argument(description="Only the fonds that fit these conditions."),
    ] = None,
    order: LevelsOrder = LevelOrder.CODE,
) -> Any:
    return _levels(Fonds, info, Page(first, after, last, before), filter, order)


def _items(
    info: Info,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
    filter: Annotated[
        ItemFilter | None,
        strawberry.argument(description="Only the items that fit these conditions."),
    ] = None,
    order: ItemsOrder = ItemOrder.CODE,
) -> Any:
    actor = info.context.actor
    rows = Item.visible(actor).filter(matching(filter, actor))
    return Listing(Item, rows, item_order(order), Page(first, after, last, before)).connection()


@strawberry.type
class ArchiveQuery:
    item: Item | None = level(Item, "One item by its code; null if there is none that you may see.")
    items: Connection[Item] = strawberry.field(
        resolver=_items, description="The items that you may see, page by page."
    )
    collection: Collection | None = level(
        Collection, "One collection by its code; null if there is none that you may see."
    )
    collections: Connection[Collection] = strawberry.field(
        resolver=_collections, description="The collections that you may see, page by page."
    )
    corpus: Corpus | None = level(
        Corpus, "One corpus by its code; null if there is none that you may see."
    )
    corpora: Connection[Corpus] = strawberry.field(
        resolver=_corpora, description="The corpora that you may see, page by page."
    )
    fonds: Fonds | None = level(
        Fonds, "One fonds by its code; null if there is none that you may see."
    )
    all_fonds: Connection[Fonds] = strawberry.field(
        resolver=_fonds, description="All the fonds that you may see, page by page."
    )
