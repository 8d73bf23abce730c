"""What a field leads to from the row that bears it, declared so that it can be read ahead.

    place: Place | None = one(lambda: Place, "place_id", description="Where it was recorded.")

A relation is a `Reading` for all peers at once. Fields that need one of their own declare it by
`metadata=led_by(RELATION)` and ask `answer`; whatever else the operation asks of the same rows and
of what they lead to is then read in the same waves (`ahead.py`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Generic, Protocol, Self, TypeVar
from uuid import UUID

import strawberry
from django.db import models
from django.db.models import F, Window
from django.db.models.functions import DenseRank

from archive.access import Actor
from archive.waves import Reading
from graphql_api.ahead import KEY, read_ahead
from graphql_api.context import Info
from graphql_api.peers import Peers

V = TypeVar("V")
N = TypeVar("N", bound="Target")

#: Lists that belong to a record hold MOST at most, and FEW unless asked.
MOST = 100
FEW = 20

First = Annotated[
    int,
    strawberry.argument(description="How many at most, from 0 to 100; what follows is left out."),
]


class Target(Protocol):
    """A type whose rows a relation may lead to."""

    @classmethod
    def visible(cls, actor: Actor) -> "models.QuerySet[Any]": ...

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self: ...


@dataclass(frozen=True, eq=False)
class Relation(Generic[V]):
    """How a field's answers are read.

    `read` takes who asks, the rows of which it is asked, and how many of each at most.
    """

    read: Callable[[Actor, Peers, int], Reading[Mapping[UUID, V]]]
    #: Whether another `first` is another question; else all there is (at most MOST) is read.
    is_paged: bool = True

    def answer(self, info: Info, peers: Peers, key: UUID, first: int = MOST) -> V | None:
        """Return one row's part of the answer, which is read for all its peers."""
        first = self.number(first)
        found: Mapping[UUID, V] = peers.ask(
            (self, first), lambda peers: read_ahead(self, peers, first, info)
        )
        return found.get(key)

    def number(self, first: int | None) -> int:
        """Return how many are read where `first` are asked for."""
        return MOST if first is None or not self.is_paged else first


def led_by(relation: Relation[Any]) -> dict[str, Any]:
    """Return the metadata of a field that `relation` answers."""
    return {KEY: relation}


def one(target: Callable[[], type[N]], column: str, *, description: str) -> Any:
    """Return a field for what a foreign key points to, as far as the actor may find it."""

    def read(actor: Actor, peers: Peers, _: int) -> Reading[Mapping[UUID, N]]:
        pointers = {key: getattr(row, column) for key, row in peers.rows.items()}
        there = yield from by_key(target(), actor, pointers.values())
        return {key: there[to] for key, to in pointers.items() if to in there}

    return single(Relation(read, is_paged=False), description=description)


def single(relation: Relation[Any], *, description: str) -> Any:
    """Return a field for one thing or none, whose reading is all there is to it."""

    def resolve(self: Any, info: Info) -> Any:
        return relation.answer(info, self.peers, self.key_among_peers)

    return strawberry.field(resolver=resolve, description=description, metadata=led_by(relation))


def many(target: Callable[[], type[N]], owner: str, *order: str, description: str) -> Any:
    """Return a field for the first of those that a lookup leads to; see `related_rows`."""

    def read(actor: Actor, peers: Peers, first: int) -> Reading[Mapping[UUID, list[N]]]:
        rows = yield related_rows(target().visible(actor), peers, owner, first, *order)
        return owned(rows, target().of)

    return listed(Relation(read), description=description)


def listed(relation: Relation[list[Any]], *, description: str) -> Any:
    """Return a field for a list whose reading is all there is to it."""

    def resolve(self: Any, info: Info, first: First = FEW) -> Any:
        return relation.answer(info, self.peers, self.key_among_peers, first) or []

    return strawberry.field(resolver=resolve, description=description, metadata=led_by(relation))


def by_key(target: type[N], actor: Actor, keys: Any) -> Reading[dict[UUID, N]]:
    """Read those of the named rows that the actor may find; they are peers."""
    wanted = {key for key in keys if key is not None}
    if not wanted:
        return {}
    rows = yield target.visible(actor).filter(pk__in=wanted)
    peers = Peers(rows)
    return {row.pk: target.of(row, peers) for row in rows}


def owned(rows: list[Any], of: Callable[[Any, Peers], V]) -> dict[UUID, list[V]]:
    """Return what rows stand for, by `owner_key`; all of them are peers."""
    peers = Peers(rows)
    found: dict[UUID, dict[UUID, V]] = {}
    for row in rows:
        found.setdefault(row.owner_key, {}).setdefault(row.pk, of(row, peers))
    return {owner: list(things.values()) for owner, things in found.items()}


def related_rows(
    rows: "models.QuerySet[Any]", peers: Peers, owner: str, first: int, *order: str
) -> "models.QuerySet[Any]":
    """Return the first rows of each peer, each with its `owner_key`, in order.

    Parameters
    ----------
    owner : lookup from the row to the peer's id, such as ``"item_id"``.
    first : how many of each owner at most.
    order : columns, the primary key last.
    """
    # A sort column of another table must be a column of ours before rows are ranked by it.
    near = {_near(name): F(name) for name in order if "__" in name}
    columns = [F(_near(name) if "__" in name else name).asc() for name in order]
    ranked = (
        rows.filter(**{f"{owner}__in": peers.keys})
        .annotate(owner_key=F(owner), **near)
        # A row that reaches its owner by two roads has one rank: it is shown once.
        .annotate(owner_rank=Window(DenseRank(), partition_by=F(owner), order_by=columns))
    )
    kept: models.QuerySet[Any] = ranked.filter(owner_rank__lte=max(0, min(first, MOST)))
    return kept.order_by(*columns)


def _near(name: str) -> str:
    return f"by_{name.replace('__', '_')}"
