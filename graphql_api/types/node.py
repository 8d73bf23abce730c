"""What every thing with a page shares: an opaque id, an IRI, and its peers."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, ClassVar, Self, TypeVar
from uuid import UUID

import strawberry
from django.db import models
from strawberry import relay

from archive.access import Actor
from graphql_api.peers import Peers
from ontology.iris import iri_of

V = TypeVar("V")


@strawberry.interface(description="A thing that has a page of its own and an IRI that names it.")
class Resource(relay.Node):
    """Base of the types that stand for a row. `peers` are the rows read with it."""

    _id_attr: ClassVar[str | None] = "id"

    id: relay.NodeID[UUID]
    iri: str = strawberry.field(
        description="The permanent web address of the thing, which is also its subject in RDF."
    )
    peers: strawberry.Private[Peers]

    #: The code that it bears no more and by which it was asked for; see queries/cited.py.
    old_code_asked: ClassVar[str | None] = None

    @property
    def key_among_peers(self) -> UUID:
        return self.id

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

    def asked(self, question: Hashable, read: Callable[[Peers], Mapping[UUID, V]]) -> V | None:
        """Return this row's part of an answer that is read for all peers at once."""
        return self.peers.ask(question, read).get(self.id)


def asked_by_old_code() -> Any:
    """Return a field for the old code by which a record was asked for."""

    def resolve(self: Resource) -> str | None:
        return self.old_code_asked

    return strawberry.field(
        resolver=resolve,
        description=(
            "The code or slug that you asked by, where the record bears another now: follow its "
            "`iri`, and cite that. Null where you asked by what it bears."
        ),
    )


def iri(row: Any) -> str:
    """Return the IRI of a row."""
    return iri_of(row)
