"""Instruments, classified, and what they are called where they are played."""

from typing import Annotated, Any, Self

import strawberry

from archive.models import Instrument as Row
from archive.models import VernacularName
from graphql_api.connections import DEFAULT, After, Connection, First, Listing
from graphql_api.context import Info
from graphql_api.filters.order import BY_NAME
from graphql_api.peers import Peers
from graphql_api.types.node import FEW, iri, related_rows
from graphql_api.types.node import First as Most
from graphql_api.types.term import AlternativeName, Term


@strawberry.type(description="A kind of musical instrument, or a class of them.")
class Instrument(Term):
    model = Row
    item_lookup = "performances__instrument__ancestor_links__ancestor_id"

    hornbostel_sachs: str | None = strawberry.field(
        description="Its number in the classification of Hornbostel and Sachs, where known."
    )

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(
            id=row.pk,
            iri=iri(row),
            peers=peers,
            slug=row.slug,
            name=row.name,
            hornbostel_sachs=row.hornbostel_sachs or None,
        )

    @strawberry.field(description="What the instrument is called by those who play it.")
    def vernacular_names(self, info: Info, first: Most = FEW) -> list[AlternativeName]:
        actor = info.context.actor

        def read(peers: Peers) -> dict[Any, list[AlternativeName]]:
            names = VernacularName.objects.all()
            if not actor.is_staff:
                # A name that only hidden records bear would betray them.
                from graphql_api.types.item import Item

                heard = Item.visible(actor).values("performances__vernacular_name")
                names = names.filter(pk__in=heard)
            found: dict[Any, list[AlternativeName]] = {}
            for row in related_rows(names, peers, "instrument_id", first, "name", "pk"):
                found.setdefault(row.owner_key, []).append(AlternativeName.of(row))
            return found

        return self.asked(("vernacular_names", first), read) or []

    @strawberry.field(description="The classes to which it directly belongs.")
    def parents(
        self, info: Info, first: Most = FEW
    ) -> list[Annotated["Instrument", strawberry.lazy("graphql_api.types.instrument")]]:
        return self.to_many(
            Instrument,
            lambda: Instrument.visible(info.context.actor),
            "child_edges__child_id",
            first,
            "name",
            "pk",
        )

    @strawberry.field(description="The kinds that directly belong to it, by name.")
    def children(
        self, info: Info, first: First = DEFAULT, after: After = None
    ) -> Connection[Annotated["Instrument", strawberry.lazy("graphql_api.types.instrument")]]:
        rows = Instrument.visible(info.context.actor)
        return Listing(Instrument, rows, BY_NAME, first, after).connection_of(
            self, "children", "parent_edges__parent_id"
        )
