"""What every thing with a page shares: an opaque id, an IRI, and its peers."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Annotated, Any, ClassVar, Self, TypeVar
from uuid import UUID

import strawberry
from django.db import models
from django.db.models import F, Window
from django.db.models.functions import DenseRank
from strawberry import relay

from archive.access import Actor
from graphql_api.peers import Peers
from ontology.iris import iri_of

V = TypeVar("V")
N = TypeVar("N", bound="Resource")

#: Lists that belong to a record hold MOST at most, and FEW unless asked.
MOST = 100
FEW = 20

First = Annotated[
    int,
    strawberry.argument(description="How many at most, from 0 to 100; what follows is left out."),
]


@strawberry.interface(description="A thing that has a page of its own and an IRI that names it.")
class Resource(relay.Node):
    """Base of the types that stand for a row. `peers` are the rows read with it."""

    _id_attr: ClassVar[str | None] = "id"

    id: relay.NodeID[UUID]
    iri: str = strawberry.field(
        description="The permanent web address of the thing, which is also its subject in RDF."
    )
    peers: strawberry.Private[Peers]

    @classmethod
    def visible(cls, actor: Actor) -> "models.QuerySet[Any]":
        """Return the rows that the actor may find, with what `of` needs beside the columns."""
        raise NotImplementedError

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        """Return the GraphQL side of a row that `visible` gave."""
        raise NotImplementedError

    @classmethod
    def all_of(cls, rows: Iterable[models.Model]) -> list[Self]:
        """Return the rows' GraphQL sides, as peers of each other."""
        read = list(rows)
        peers = Peers(read)
        return [cls.of(row, peers) for row in read]

    @classmethod
    def by_key(cls, actor: Actor, keys: Iterable[UUID]) -> dict[UUID, Self]:
        """Return those of the named rows that the actor may find, in one statement."""
        wanted = set(keys)
        rows = cls.visible(actor).filter(pk__in=wanted) if wanted else []
        return {node.id: node for node in cls.all_of(rows)}

    def to_one(self, target: type[N], actor: Actor, column: str) -> N | None:
        """Return what a foreign key points to, read once for all peers."""

        def read(peers: Peers) -> Mapping[UUID, N]:
            pointers = {key: getattr(row, column) for key, row in peers.rows.items()}
            there = target.by_key(actor, (to for to in pointers.values() if to is not None))
            return {key: there[to] for key, to in pointers.items() if to in there}

        return self.peers.ask(("to_one", column), read).get(self.id)

    def to_many(
        self, target: type[N], rows: Callable[[], "models.QuerySet[Any]"], *path: Any
    ) -> list[N]:
        """Return related things; the arguments are those of `related_rows`."""
        question = ("to_many", target.__name__, *(str(step) for step in path))

        def read(peers: Peers) -> Mapping[UUID, list[N]]:
            return group(target, related_rows(rows(), peers, *path))

        return self.peers.ask(question, read).get(self.id, [])

    def asked(self, question: Hashable, read: Callable[[Peers], Mapping[UUID, V]]) -> V | None:
        """Return this row's part of an answer that is read for all peers at once."""
        return self.peers.ask(question, read).get(self.id)


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


def group(target: type[N], rows: "models.QuerySet[Any]") -> dict[UUID, list[N]]:
    """Return the things of each owner; all of them are peers."""
    owned: dict[UUID, dict[UUID, N]] = {}
    read = list(rows)
    peers = Peers(read)
    for row in read:
        owned.setdefault(row.owner_key, {}).setdefault(row.pk, target.of(row, peers))
    return {owner: list(things.values()) for owner, things in owned.items()}


def iri(row: Any) -> str:
    """Return the IRI of a row."""
    return iri_of(row)
