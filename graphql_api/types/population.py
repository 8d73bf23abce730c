"""Groups of people, as a subject of records."""

from typing import Annotated

import strawberry

from archive.models import Population as Row
from archive.models import PopulationEdge, PopulationMatch, PopulationName
from graphql_api.connections import Connection, Listing
from graphql_api.context import Info
from graphql_api.filters.order import BY_NAME
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.types.names import AlternativeName, TermMatch, matches, names
from graphql_api.types.term import Term
from graphql_api.types.tree import ancestors, parents, path

Lazy = Annotated["Population", strawberry.lazy("graphql_api.types.population")]


@strawberry.type(
    description="An ethnic or social group that records concern. Never a claim about a person."
)
class Population(Term):
    model = Row
    item_lookup = "population_links__population__ancestor_links__ancestor_id"

    names: list[AlternativeName] = names(
        PopulationName,
        "population_id",
        description="The group's other names, those that it gives itself included.",
    )
    matches: list[TermMatch] = matches(PopulationMatch, "population_id")

    parents: list[Lazy] = parents(
        lambda: Population, description="The wider groups to which it directly belongs."
    )
    ancestors: list[Lazy] = ancestors(
        lambda: Population, description="All wider groups, by name, itself left out."
    )
    path: list[Lazy] = path(
        lambda: Population,
        PopulationEdge,
        description="One way from the widest group down to it, itself left out.",
    )

    @strawberry.field(description="The groups that directly belong to it, by name.")
    def children(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Annotated["Population", strawberry.lazy("graphql_api.types.population")]]:
        rows = Population.visible(info.context.actor)
        return Listing(Population, rows, BY_NAME, Page(first, after, last, before)).connection_of(
            self, "children", "parent_edges__parent_id"
        )
