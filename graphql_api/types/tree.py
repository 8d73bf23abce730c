"""Terms that stand under others, with several parents: what leads up from them."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from archive.access import Actor
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import MOST, Relation, listed, many, owned, related_rows
from graphql_api.types.term import Term

T = TypeVar("T", bound=Term)


def parents(target: Callable[[], type[Term]], *, description: str) -> Any:
    return many(target, "child_edges__child_id", "name", "pk", description=description)


def ancestors(target: Callable[[], type[Term]], *, description: str) -> Any:
    """Return a field for everything that stands above a term, by name."""

    def read(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[Term]]]:
        # In the closure each is its own ancestor: one more is read and left out.
        of = target()
        lookup = "descendant_links__descendant_id"
        rows = yield related_rows(of.visible(actor), peers, lookup, first + 1, "name", "pk")
        return {
            key: [term for term in terms if term.id != key][: max(0, first)]
            for key, terms in owned(rows, of.of).items()
        }

    return listed(Relation(read), description=description)


def path(target: Callable[[], type[Term]], edges: type[models.Model], *, description: str) -> Any:
    """Return a field for one way from the top down to a term, itself left out."""

    def read(actor: Actor, peers: Peers, first: int) -> Reading[Mapping[UUID, list[Term]]]:
        of = target()
        lookup = "descendant_links__descendant_id"
        rows = yield related_rows(of.visible(actor), peers, lookup, MOST, "name", "pk")
        above = Peers(rows)
        links = yield edges._default_manager.filter(
            child__in={*above.keys, *peers.keys}, parent__in=above.keys
        ).order_by("parent__name", "parent_id")
        up: dict[UUID, UUID] = {}
        for link in links:
            up.setdefault(link.child_id, link.parent_id)
        return {
            key: [of.of(above.rows[step], above) for step in _up(key, up)[:first]]
            for key in peers.rows
        }

    return listed(Relation(read), description=description)


def _up(start: UUID, up: Mapping[UUID, UUID]) -> list[UUID]:
    steps: list[UUID] = []
    while start in up:
        start = up[start]
        steps.append(start)
    return steps[::-1]
