"""Vocabularies: schemes, and the concepts in them."""

from typing import TYPE_CHECKING, Annotated, Any, Self

import strawberry
from django.db import models

from archive.access import Actor
from archive.models import Concept as Row
from archive.models import ConceptEdge, ConceptMatch, ConceptName
from graphql_api.connections import Connection, Listing
from graphql_api.context import Info
from graphql_api.filters.order import BY_NAME
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.peers import Peers
from graphql_api.relations import one
from graphql_api.types.names import AlternativeName, TermMatch, matches, names
from graphql_api.types.said import said
from graphql_api.types.term import Term
from graphql_api.types.tree import ancestors, parents, path
from ontology.iris import base

if TYPE_CHECKING:
    from graphql_api.types.scheme import Scheme

Lazy = Annotated["Concept", strawberry.lazy("graphql_api.types.concept")]


def _scheme() -> Any:
    from graphql_api.types.scheme import Scheme

    return Scheme


@strawberry.type(description="One value of a vocabulary: a keyword, a style, a format.")
class Concept(Term):
    """`of` wants rows whose scheme was read with them, as `visible` gives them."""

    model = Row
    item_lookup = "concept_links__concept__ancestor_links__ancestor_id"
    collection_lookup = "concept_links__concept__ancestor_links__ancestor_id"

    notation: str | None = said(
        "notation", description="Its number or sign in the vocabulary, such as 321.322."
    )

    names: list[AlternativeName] = names(
        ConceptName, "concept_id", description="What it is called in other languages, or otherwise."
    )
    matches: list[TermMatch] = matches(ConceptMatch, "concept_id")

    scheme: Annotated["Scheme", strawberry.lazy("graphql_api.types.scheme")] | None = one(
        _scheme, "scheme_id", description="The vocabulary to which it belongs."
    )
    parents: list[Lazy] = parents(
        lambda: Concept, description="The wider concepts of the same vocabulary, by name."
    )
    ancestors: list[Lazy] = ancestors(
        lambda: Concept, description="All wider concepts, by name, itself left out."
    )
    path: list[Lazy] = path(
        lambda: Concept,
        ConceptEdge,
        description="One way from the widest concept down to it, itself left out.",
    )

    @classmethod
    def visible(cls, actor: Actor) -> "models.QuerySet[Any]":
        return super().visible(actor).select_related("scheme")

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(
            id=row.pk,
            iri=f"{base()}{row.get_absolute_url()}",
            peers=peers,
            slug=row.slug,
            name=row.name,
            row=row,
        )

    @strawberry.field(description="The narrower concepts that stand directly under it, by name.")
    def children(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Annotated["Concept", strawberry.lazy("graphql_api.types.concept")]]:
        rows = Concept.visible(info.context.actor)
        return Listing(Concept, rows, BY_NAME, Page(first, after, last, before)).connection_of(
            self, "children", "parent_edges__parent_id"
        )
