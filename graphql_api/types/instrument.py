"""Instruments, classified, and what they are called where they are played."""

from typing import Annotated
from uuid import UUID

import strawberry

from archive.access import Actor
from archive.models import Instrument as Row
from archive.models import InstrumentEdge, InstrumentMatch, InstrumentName, Item, VernacularName
from archive.waves import Reading
from graphql_api.connections import Connection, Listing
from graphql_api.context import Info
from graphql_api.filters.order import BY_NAME
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.peers import Peers
from graphql_api.relations import Relation, listed, owned, related_rows
from graphql_api.types.names import AlternativeName, TermMatch, matches, names
from graphql_api.types.said import said
from graphql_api.types.term import Term
from graphql_api.types.tree import ancestors, parents, path

Lazy = Annotated["Instrument", strawberry.lazy("graphql_api.types.instrument")]


def _vernacular_names(
    actor: Actor, peers: Peers, first: int
) -> Reading[dict[UUID, list[AlternativeName]]]:
    names = VernacularName.objects.all()
    if not actor.is_staff:
        # A name that only hidden records bear would betray them.
        heard = Item.objects.visible_to(actor).values("performances__vernacular_name")
        names = names.filter(pk__in=heard)
    rows = yield related_rows(names, peers, "instrument_id", first, "name", "pk")
    return owned(rows, lambda row, _: AlternativeName.of(row))


@strawberry.type(description="A kind of musical instrument, or a class of them.")
class Instrument(Term):
    model = Row
    item_lookup = "performances__instrument__ancestor_links__ancestor_id"

    hornbostel_sachs: str | None = said(
        "hornbostel_sachs",
        description="Its number in the classification of Hornbostel and Sachs, where known.",
    )

    names: list[AlternativeName] = names(
        InstrumentName,
        "instrument_id",
        description="What scholars and catalogues of other languages call the instrument.",
    )
    vernacular_names: list[AlternativeName] = listed(
        Relation(_vernacular_names),
        description="What the instrument is called by those who play it.",
    )
    matches: list[TermMatch] = matches(InstrumentMatch, "instrument_id")

    parents: list[Lazy] = parents(
        lambda: Instrument, description="The classes to which it directly belongs."
    )
    ancestors: list[Lazy] = ancestors(
        lambda: Instrument, description="All classes to which it belongs, by name, itself left out."
    )
    path: list[Lazy] = path(
        lambda: Instrument,
        InstrumentEdge,
        description="One way from the widest class down to it, itself left out.",
    )

    @strawberry.field(description="The kinds that directly belong to it, by name.")
    def children(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Annotated["Instrument", strawberry.lazy("graphql_api.types.instrument")]]:
        rows = Instrument.visible(info.context.actor)
        return Listing(Instrument, rows, BY_NAME, Page(first, after, last, before)).connection_of(
            self, "children", "parent_edges__parent_id"
        )
