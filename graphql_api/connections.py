"""Lists that may be long: pages by keyset, 25 unless asked, 100 at most.

A page begins after the sort values of the last row of the page before (or ends before those of the
first row of the page after), so that reading on costs the same on page 1 and on page 1000 and no
row is skipped or shown twice while others come and go.
The primary key breaks ties; what has no value stands last, in either direction.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, Self, TypeVar
from uuid import UUID

import strawberry
from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.expressions import OrderBy
from django.db.models.functions import DenseRank
from strawberry import relay

from graphql_api.cursors import seal, unseal
from graphql_api.errors import Code, Refused
from graphql_api.paging import Page, Slice
from graphql_api.peers import Peers

NO_RULE = Q()

N = TypeVar("N")


class Listed(Protocol):
    """What a connection may list: it is made of a row and its peers."""

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self: ...


R = TypeVar("R", bound=Listed)


class Owning(Protocol):
    """A row that a list belongs to, among those that were read with it."""

    @property
    def id(self) -> UUID: ...

    @property
    def peers(self) -> Peers: ...


@strawberry.type(description="One thing in a list, and its place there.")
class Edge(Generic[N]):
    node: N = strawberry.field(description="The thing that stands at this place of the list.")
    cursor: str = strawberry.field(
        description="Names this place: pass it as `after` or `before` to go on from here. Opaque."
    )


@strawberry.type(description="One page of a list, with the means to ask for the next.")
class Connection(Generic[N]):
    read: strawberry.Private[Callable[[], Slice]]
    count: strawberry.Private[Callable[[], int]]

    @strawberry.field(description="The things of this page, each with its own cursor.")
    def edges(self) -> list[Edge[N]]:
        page = self.read()
        return [Edge(node=node, cursor=page.cursor(i)) for i, node in enumerate(page.nodes)]

    @strawberry.field(description="The things of this page without their cursors.")
    def nodes(self) -> list[N]:
        return list(self.read().nodes)

    @strawberry.field(description="Whether there is more, and the cursors of both ends.")
    def page_info(self) -> relay.PageInfo:
        page = self.read()
        return relay.PageInfo(
            has_next_page=page.has_next,
            has_previous_page=page.has_previous,
            start_cursor=page.cursor(0) if page.nodes else None,
            end_cursor=page.cursor(len(page.nodes) - 1) if page.nodes else None,
        )

    @strawberry.field(
        description="How many things there are on all pages that you may see; counted on demand."
    )
    def total_count(self) -> int:
        return self.count()


@dataclass(frozen=True)
class Key:
    """One sort value: a column or annotation of the row."""

    name: str
    descending: bool = False
    nullable: bool = False

    def expression(self, *, backward: bool = False) -> OrderBy:
        if self.nullable:
            ends = {"nulls_first": True} if backward else {"nulls_last": True}
        else:
            ends = {}
        downwards = self.descending is not backward
        return F(self.name).desc(**ends) if downwards else F(self.name).asc(**ends)

    def beyond(self, value: object) -> Q:
        """Return the condition for standing strictly after the value."""
        if value is None:
            return Q(pk__in=[])  # nothing stands after what stands last
        further = Q(**{f"{self.name}__{'lt' if self.descending else 'gt'}": value})
        return further | Q(**{f"{self.name}__isnull": True}) if self.nullable else further

    def short_of(self, value: object) -> Q:
        """Return the condition for standing strictly before the value."""
        if value is None:
            return Q(**{f"{self.name}__isnull": False})
        return Q(**{f"{self.name}__{'gt' if self.descending else 'lt'}": value})

    def equal(self, value: object) -> Q:
        return Q(**{f"{self.name}__isnull": True}) if value is None else Q(**{self.name: value})


@dataclass(frozen=True)
class Order:
    """A total order of rows; its name is part of what a cursor is sealed for."""

    name: str
    keys: tuple[Key, ...] = ()

    @property
    def all_keys(self) -> tuple[Key, ...]:
        return (*self.keys, Key("pk"))

    def expressions(self, *, backward: bool = False) -> list[OrderBy]:
        return [key.expression(backward=backward) for key in self.all_keys]

    def cursor_of(self, row: Any) -> str:
        return seal(self.name, [getattr(row, key.name) for key in self.all_keys])

    def after(self, cursor: str) -> Q:
        """Return the condition for rows that follow the cursor's."""
        return self._on_one_side(cursor, Key.beyond)

    def before(self, cursor: str) -> Q:
        """Return the condition for rows that precede the cursor's."""
        return self._on_one_side(cursor, Key.short_of)

    def _on_one_side(self, cursor: str, differs: Callable[[Key, object], Q]) -> Q:
        values = unseal(self.name, cursor)
        if not isinstance(values, list) or len(values) != len(self.all_keys):
            raise Refused(Code.BAD_CURSOR, "This cursor belongs to another list.")
        found, same = Q(pk__in=[]), Q()
        for key, value in zip(self.all_keys, values, strict=True):
            found |= same & differs(key, value)
            same &= key.equal(value)
        return found


@dataclass(frozen=True)
class Listing(Generic[R]):
    """What a connection lists: rows, their order, and which page of them."""

    node: type[R]
    rows: QuerySet[Any]
    order: Order
    page: Page

    def connection(self) -> Connection[R]:
        """Return the connection of a list that belongs to nothing."""
        kept: list[Slice] = []

        def read() -> Slice:
            if not kept:
                kept.append(self._page())
            return kept[0]

        return Connection(read=read, count=lambda: self.rows.order_by().count())

    def connection_of(
        self, parent: Owning, question: str, owner: str, link: Q = NO_RULE
    ) -> Connection[R]:
        """Return the connection of what one row owns, read for all its peers at once.

        Parameters
        ----------
        question : names the list among the parent's; filters are part of it.
        owner : lookup from a row of the list to the parent's id.
        link : what else must hold of the link that `owner` follows.
        """
        asked = ("connection", question, self.order.name, self.page)

        def read() -> Slice:
            slices = parent.peers.ask(asked, lambda peers: self._pages(peers, owner, link))
            return slices.get(parent.id) or self._slice([], Peers([]))

        def count() -> int:
            counts = parent.peers.ask(
                ("count", question), lambda peers: counts_of(self.rows, peers, owner, link)
            )
            return counts.get(parent.id, 0)

        return Connection(read=read, count=count)

    def _page(self) -> Slice:
        found = list(self._within().order_by(*self._expressions)[: self.page.wanted])
        return self._slice(found, Peers(found[: self.page.size]))

    def _pages(self, peers: Peers, owner: str, link: Q) -> Mapping[UUID, Slice]:
        rows = list(
            self._within()
            .filter(link, **{f"{owner}__in": peers.keys})
            .annotate(owner_key=F(owner))
            .annotate(
                owner_rank=Window(DenseRank(), partition_by=F(owner), order_by=self._expressions)
            )
            .filter(owner_rank__lte=self.page.wanted)
            .order_by(*self._expressions)
        )
        together = Peers(rows)
        owned: dict[UUID, dict[UUID, Any]] = {}
        for row in rows:
            owned.setdefault(row.owner_key, {})[row.pk] = row
        return {key: self._slice(list(mine.values()), together) for key, mine in owned.items()}

    @property
    def _expressions(self) -> list[OrderBy]:
        """The order in which rows are read: from the end at which the page begins."""
        return self.order.expressions(backward=self.page.is_backward)

    def _within(self) -> QuerySet[Any]:
        """Return the rows between the two cursors."""
        rows, page = self.rows, self.page
        if page.after is not None:
            rows = rows.filter(self.order.after(page.after))
        return rows if page.before is None else rows.filter(self.order.before(page.before))

    def _slice(self, found: list[Any], peers: Peers) -> Slice:
        shown = self.page.shown(found)
        return self.page.slice(
            [self.node.of(row, peers) for row in shown],
            lambda i: self.order.cursor_of(shown[i]),
            is_more=len(found) > len(shown),
        )


def counts_of(rows: QuerySet[Any], peers: Peers, owner: str, link: Q = NO_RULE) -> dict[UUID, int]:
    """Return how many of the rows each peer owns."""
    counted = (
        rows.filter(link, **{f"{owner}__in": peers.keys})
        .order_by()
        .values(owner_key=F(owner))
        .annotate(number=Count("pk", distinct=True))
    )
    return {row["owner_key"]: row["number"] for row in counted}
