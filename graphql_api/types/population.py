"""Groups of people, as a subject of records."""

from typing import Any, Self

import strawberry

from archive.models import Population as Row
from archive.models import PopulationName
from graphql_api.peers import Peers
from graphql_api.types.names import names
from graphql_api.types.node import iri
from graphql_api.types.term import AlternativeName, Term


@strawberry.type(
    description="An ethnic or social group that records concern. Never a claim about a person."
)
class Population(Term):
    model = Row
    item_lookup = "population_links__population_id"

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=iri(row), peers=peers, slug=row.slug, name=row.name)

    names: list[AlternativeName] = names(
        PopulationName,
        "population_id",
        description="The group's other names, those that it gives itself included.",
    )
