"""What records point to: places, instruments, groups, languages, agents, vocabularies."""

from collections.abc import Callable
from typing import Annotated, Any

import strawberry
from django.db.models import QuerySet

from graphql_api.connections import Connection, Key, Listing, Order
from graphql_api.context import Info
from graphql_api.filters.terms import (
    AgentFilter,
    ConceptFilter,
    InstrumentFilter,
    LanguageFilter,
    PlaceFilter,
    PopulationFilter,
    TermOrder,
    agents_matching,
    concepts_matching,
    instruments_matching,
    languages_matching,
    named,
    places_matching,
    term_order,
    terms_matching,
)
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.queries.cited import cited
from graphql_api.types.agent import Agent
from graphql_api.types.concept import Concept
from graphql_api.types.instrument import Instrument
from graphql_api.types.language import Language
from graphql_api.types.node import Resource
from graphql_api.types.place import Place
from graphql_api.types.population import Population
from graphql_api.types.scheme import Scheme
from graphql_api.types.term import Term

Slug = Annotated[str, strawberry.argument(description="The short name in the term's web address.")]
SchemeSlug = Annotated[
    str, strawberry.argument(description="The slug of the vocabulary, such as keywords.")
]
Text = Annotated[
    str | None,
    strawberry.argument(description="Only those one of whose names holds this, whatever accents."),
]
Ordered = Annotated[TermOrder, strawberry.argument(description="The order in which they stand.")]
BY_TITLE = Order("schemes by title", (Key("title"),))
Matching = Callable[["QuerySet[Any]", Any, Any], "QuerySet[Any]"]


def term(of: type[Resource], description: str) -> Any:
    """Return a field for one term by its slug."""

    def resolve(info: Info, slug: Slug) -> Any:
        return cited(of, info.context.actor, slug, slug=slug)

    return strawberry.field(resolver=resolve, description=description)


def terms(of: type[Term], wanted: Any, matching: Matching, description: str) -> Any:
    """Return a field for the list of one kind's terms."""

    def resolve(
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        text: Text = None,
        filter: Any = None,
        order: Ordered = TermOrder.NAME,
    ) -> Any:
        actor = info.context.actor
        rows = matching(named(of.visible(actor), text), filter, actor)
        return Listing(of, rows, term_order(order), Page(first, after, last, before)).connection()

    # Each list has its own filter: strawberry reads the annotation when the field is made.
    resolve.__annotations__["filter"] = Annotated[
        wanted | None,
        strawberry.argument(description="Only those that fit these conditions."),
    ]
    return strawberry.field(resolver=resolve, description=description)


@strawberry.type
class TermQuery:
    place: Place | None = term(
        Place, "One place by its slug; null if there is none that you may see."
    )
    places: Connection[Place] = terms(
        Place, PlaceFilter, places_matching, "The places of the archive, page by page."
    )
    instrument: Instrument | None = term(
        Instrument, "One instrument by its slug; null if there is none that you may see."
    )
    instruments: Connection[Instrument] = terms(
        Instrument,
        InstrumentFilter,
        instruments_matching,
        "The instruments of the archive, page by page.",
    )
    population: Population | None = term(
        Population, "One population by its slug; null if there is none that you may see."
    )
    populations: Connection[Population] = terms(
        Population,
        PopulationFilter,
        terms_matching,
        "The groups that records concern, page by page.",
    )
    language: Language | None = term(
        Language, "One language by its ISO 639-3 code; null if there is none that you may see."
    )
    languages: Connection[Language] = terms(
        Language,
        LanguageFilter,
        languages_matching,
        "The languages that the archive knows, page by page.",
    )
    agent: Agent | None = term(
        Agent, "One agent by its slug; null if there is none that you may see."
    )
    agents: Connection[Agent] = terms(
        Agent, AgentFilter, agents_matching, "The agents whose names are for you, page by page."
    )
    scheme: Scheme | None = term(
        Scheme, "One vocabulary by its slug; null if there is none that you may see."
    )

    @strawberry.field(description="The vocabularies that you may see, by title.")
    def schemes(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Scheme]:
        rows = Scheme.visible(info.context.actor)
        return Listing(Scheme, rows, BY_TITLE, Page(first, after, last, before)).connection()

    @strawberry.field(
        description="One concept by its vocabulary and its slug; null if none that you may see."
    )
    def concept(self, info: Info, scheme: SchemeSlug, slug: Slug) -> Concept | None:
        found: Concept | None = cited(
            Concept, info.context.actor, f"{scheme}/{slug}", scheme__slug=scheme, slug=slug
        )
        return found

    @strawberry.field(description="The concepts of a vocabulary, or of all, page by page.")
    def concepts(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        scheme: Annotated[
            str | None,
            strawberry.argument(description="Only those of the vocabulary of this slug."),
        ] = None,
        filter: Annotated[
            ConceptFilter | None,
            strawberry.argument(description="Only the concepts that fit these conditions."),
        ] = None,
        order: Ordered = TermOrder.NAME,
    ) -> Connection[Concept]:
        actor = info.context.actor
        rows = Concept.visible(actor)
        if scheme is not None:
            rows = rows.filter(scheme__slug=scheme if scheme.isprintable() else "")
        rows = concepts_matching(rows, filter, actor)
        return Listing(
            Concept, rows, term_order(order), Page(first, after, last, before)
        ).connection()
