"""What a level holds, as its items say: how much, from when, from where, of whom."""

from collections.abc import Callable
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

import strawberry
from django.db.models import Model

from archive.access import Actor
from archive.contents import Extent, Facet, extent_of, extents, shares, shares_of
from archive.waves import Reading
from graphql_api.context import Info
from graphql_api.peers import Peers
from graphql_api.relations import Relation, by_key, led_by, listed
from graphql_api.types.instrument import Instrument
from graphql_api.types.language import Language
from graphql_api.types.place import Place
from graphql_api.types.population import Population
from graphql_api.types.scalars import BigInt

N = TypeVar("N")


@strawberry.type(description="Something that items are about, and how many of them.")
class Share(Generic[N]):
    node: N = strawberry.field(description="The place, group, language or instrument.")
    item_count: int = strawberry.field(
        description="How many of the items that you may see are about it."
    )


def _model(peers: Peers) -> type[Model]:
    return type(next(iter(peers.rows.values())))


def _extents(actor: Actor, peers: Peers, _: int) -> Reading[dict[UUID, Extent]]:
    rows = yield extents(_model(peers), actor, peers.keys)
    return {row.pk: extent_of(row) for row in rows}


EXTENT: "Relation[Extent]" = Relation(_extents, is_paged=False)


def _shares(facet: Facet, target: Callable[[], Any], *, description: str) -> Any:
    """Return a field for the terms that most items are about."""

    def read(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[Share[Any]]]]:
        rows = yield shares(_model(peers), actor, peers.keys, facet, first)
        told = {row.pk: shares_of(row) for row in rows}
        there = yield from by_key(
            target(), actor, {each.term for found in told.values() for each in found}
        )
        return {
            key: [
                Share(node=there[each.term], item_count=each.items)
                for each in found
                if each.term in there
            ]
            for key, found in told.items()
        }

    return listed(Relation(read), description=description)


def _measure(name: str, description: str) -> Any:
    """Return a field for one measure of the extent."""

    def resolve(self: "Contents", info: Info) -> Any:
        found = EXTENT.answer(info, self.peers, self.key_among_peers) or Extent()
        return getattr(found, name)

    return strawberry.field(resolver=resolve, description=description, metadata=led_by(EXTENT))


@strawberry.type(
    description="What a record above the items holds, as those of its items say that you may see."
)
class Contents:
    peers: strawberry.Private[Peers]
    key_among_peers: strawberry.Private[UUID]

    item_count: int = _measure("items", "How many items it holds, at any depth; each counts once.")
    items_with_sound: int = _measure(
        "with_sound", "For how many of them a sound has been deposited."
    )
    duration: float = _measure(
        "duration_s", "How long their sounds last together, in seconds, by their files."
    )
    byte_size: BigInt = _measure(
        "byte_size", "How many bytes their master files hold; one that serves several counts once."
    )
    earliest: date | None = _measure(
        "earliest", "The first day on which any of them was recorded, as far as dates are known."
    )
    latest: date | None = _measure(
        "latest", "The last day on which any of them was recorded, as far as dates are known."
    )
    countries: list[Share[Place]] = _shares(
        Facet.COUNTRY,
        lambda: Place,
        description="The countries in which they were recorded, those with most items first.",
    )
    places: list[Share[Place]] = _shares(
        Facet.PLACE,
        lambda: Place,
        description="The places that they name themselves, those with most items first.",
    )
    populations: list[Share[Population]] = _shares(
        Facet.POPULATION,
        lambda: Population,
        description="The groups that they concern, those with most items first.",
    )
    languages: list[Share[Language]] = _shares(
        Facet.LANGUAGE,
        lambda: Language,
        description="The languages that are heard in them, those with most items first.",
    )
    instruments: list[Share[Instrument]] = _shares(
        Facet.INSTRUMENT,
        lambda: Instrument,
        description="The instruments that sound in them, those with most items first.",
    )
