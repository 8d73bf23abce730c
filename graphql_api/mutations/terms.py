"""Describing terms and vocabularies: places, instruments, groups, languages, agents, concepts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import strawberry
from django.db import models

from archive.access import Actor
from archive.models import Agent as AgentRow
from archive.models import Concept as ConceptRow
from archive.models import Instrument as InstrumentRow
from archive.models import Language as LanguageRow
from archive.models import Place as PlaceRow
from archive.models import Population as PopulationRow
from archive.models import Scheme as SchemeRow
from archive.services import describe_terms, describe_vocabularies
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.inputs.changes import Creation, Edit, changes_in, description_in, reason_in
from graphql_api.inputs.terms import (
    CreateAgentInput,
    CreateConceptInput,
    CreateInstrumentInput,
    CreateLanguageInput,
    CreatePlaceInput,
    CreatePopulationInput,
    CreateSchemeInput,
    UpdateAgentInput,
    UpdateConceptInput,
    UpdateInstrumentInput,
    UpdateLanguageInput,
    UpdatePlaceInput,
    UpdatePopulationInput,
    UpdateSchemeInput,
)
from graphql_api.mutations.doing import Named, edit, make, named
from graphql_api.mutations.needing import DESCRIBE
from graphql_api.payloads.terms import (
    AgentPayload,
    AgentResult,
    ConceptPayload,
    ConceptResult,
    InstrumentPayload,
    InstrumentResult,
    LanguagePayload,
    LanguageResult,
    PlacePayload,
    PlaceResult,
    PopulationPayload,
    PopulationResult,
    SchemePayload,
    SchemeResult,
)
from graphql_api.types.agent import Agent
from graphql_api.types.concept import Concept
from graphql_api.types.instrument import Instrument
from graphql_api.types.language import Language
from graphql_api.types.place import Place
from graphql_api.types.population import Population
from graphql_api.types.scheme import Scheme

#: How an error's own code leads to the part of the input.
SLUG = {"CODE_TAKEN": "slug", "ODD_DATE": "lived"}
NEW_SLUG = {"CODE_TAKEN": "new_slug", "ODD_DATE": "lived"}


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return an input's fields in the words of the services."""
    return {("slug" if name == "new_slug" else name): value for name, value in values.items()}


def _making(
    info: Info, given: Creation, model: type[models.Model], service: Callable[..., models.Model]
) -> Callable[[], models.Model]:
    said = _said(description_in(given, model))
    return lambda: service(actor=info.context.actor, reason=reason_in(given), **said)


def _changing(
    info: Info,
    given: Edit,
    which: Named,
    model: type[models.Model],
    service: Callable[..., models.Model],
    **more: Any,
) -> Callable[[], models.Model]:
    said = _said(changes_in(given, model))
    return lambda: service(
        actor=info.context.actor,
        **which.words,
        **more,
        if_version=given.if_version,
        reason=reason_in(given),
        **said,
    )


@strawberry.type
class TermMutation:
    @strawberry.mutation(
        description="Describe a place that is new to the archive. For staff.", extensions=DESCRIBE
    )
    def create_place(
        self,
        info: Info,
        input: Annotated[
            CreatePlaceInput, strawberry.argument(description="What is to be said of it.")
        ],
    ) -> PlaceResult:
        return make(
            info,
            Place,
            input,
            _making(info, input, PlaceRow, describe_terms.create_place),
            lambda place: PlacePayload(place=place),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change what is said of a place. For staff.", extensions=DESCRIBE
    )
    def update_place(
        self,
        info: Info,
        input: Annotated[
            UpdatePlaceInput, strawberry.argument(description="Which one, and what is to change.")
        ],
    ) -> PlaceResult:
        which = named(input, Place, slug=input.slug)
        return edit(
            info,
            which,
            _changing(info, input, which, PlaceRow, describe_terms.update_place),
            lambda place: PlacePayload(place=place),
            about=NEW_SLUG,
        )

    @strawberry.mutation(
        description="Describe an instrument that is new to the archive. For staff.",
        extensions=DESCRIBE,
    )
    def create_instrument(
        self,
        info: Info,
        input: Annotated[
            CreateInstrumentInput, strawberry.argument(description="What is to be said of it.")
        ],
    ) -> InstrumentResult:
        return make(
            info,
            Instrument,
            input,
            _making(info, input, InstrumentRow, describe_terms.create_instrument),
            lambda instrument: InstrumentPayload(instrument=instrument),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change what is said of an instrument. For staff.", extensions=DESCRIBE
    )
    def update_instrument(
        self,
        info: Info,
        input: Annotated[
            UpdateInstrumentInput,
            strawberry.argument(description="Which one, and what is to change."),
        ],
    ) -> InstrumentResult:
        which = named(input, Instrument, slug=input.slug)
        return edit(
            info,
            which,
            _changing(info, input, which, InstrumentRow, describe_terms.update_instrument),
            lambda instrument: InstrumentPayload(instrument=instrument),
            about=NEW_SLUG,
        )

    @strawberry.mutation(
        description="Describe a group that is new to the archive. For staff.", extensions=DESCRIBE
    )
    def create_population(
        self,
        info: Info,
        input: Annotated[
            CreatePopulationInput, strawberry.argument(description="What is to be said of it.")
        ],
    ) -> PopulationResult:
        return make(
            info,
            Population,
            input,
            _making(info, input, PopulationRow, describe_terms.create_population),
            lambda population: PopulationPayload(population=population),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change what is said of a group. For staff.", extensions=DESCRIBE
    )
    def update_population(
        self,
        info: Info,
        input: Annotated[
            UpdatePopulationInput,
            strawberry.argument(description="Which one, and what is to change."),
        ],
    ) -> PopulationResult:
        which = named(input, Population, slug=input.slug)
        return edit(
            info,
            which,
            _changing(info, input, which, PopulationRow, describe_terms.update_population),
            lambda population: PopulationPayload(population=population),
            about=NEW_SLUG,
        )

    @strawberry.mutation(
        description="Describe a language that is new to the archive. For staff.",
        extensions=DESCRIBE,
    )
    def create_language(
        self,
        info: Info,
        input: Annotated[
            CreateLanguageInput, strawberry.argument(description="What is to be said of it.")
        ],
    ) -> LanguageResult:
        return make(
            info,
            Language,
            input,
            _making(info, input, LanguageRow, describe_terms.create_language),
            lambda language: LanguagePayload(language=language),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change what is said of a language. For staff.", extensions=DESCRIBE
    )
    def update_language(
        self,
        info: Info,
        input: Annotated[
            UpdateLanguageInput,
            strawberry.argument(description="Which one, and what is to change."),
        ],
    ) -> LanguageResult:
        which = named(input, Language, slug=input.slug)
        return edit(
            info,
            which,
            _changing(info, input, which, LanguageRow, describe_terms.update_language),
            lambda language: LanguagePayload(language=language),
            about=NEW_SLUG,
        )

    @strawberry.mutation(
        description="Describe an agent that is new to the archive. For staff.", extensions=DESCRIBE
    )
    def create_agent(
        self,
        info: Info,
        input: Annotated[
            CreateAgentInput, strawberry.argument(description="What is to be said of it.")
        ],
    ) -> AgentResult:
        return make(
            info,
            Agent,
            input,
            _making(info, input, AgentRow, describe_terms.create_agent),
            lambda agent: AgentPayload(agent=agent),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change what is said of an agent. For staff.", extensions=DESCRIBE
    )
    def update_agent(
        self,
        info: Info,
        input: Annotated[
            UpdateAgentInput, strawberry.argument(description="Which one, and what is to change.")
        ],
    ) -> AgentResult:
        which = named(input, Agent, slug=input.slug)
        return edit(
            info,
            which,
            _changing(info, input, which, AgentRow, describe_terms.update_agent),
            lambda agent: AgentPayload(agent=agent),
            about=NEW_SLUG,
        )

    @strawberry.mutation(
        description="Describe a concept that is new to the archive. For staff.", extensions=DESCRIBE
    )
    def create_concept(
        self,
        info: Info,
        input: Annotated[
            CreateConceptInput, strawberry.argument(description="What is to be said of it.")
        ],
    ) -> ConceptResult:
        return make(
            info,
            Concept,
            input,
            _making(info, input, ConceptRow, describe_vocabularies.create_concept),
            lambda concept: ConceptPayload(concept=concept),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change what is said of a concept. For staff.", extensions=DESCRIBE
    )
    def update_concept(
        self,
        info: Info,
        input: Annotated[
            UpdateConceptInput, strawberry.argument(description="Which one, and what is to change.")
        ],
    ) -> ConceptResult:
        if (input.slug is None) != (input.scheme is None):
            raise Refused(Code.BAD_INPUT, "A concept's slug is of a scheme: give both, or its id.")
        which = _which_concept(input)
        return edit(
            info,
            which,
            _changing(
                info,
                input,
                which,
                ConceptRow,
                describe_vocabularies.update_concept,
                scheme=input.scheme,
            ),
            lambda concept: ConceptPayload(concept=concept),
            about=NEW_SLUG,
        )

    @strawberry.mutation(
        description="Describe a vocabulary that is new to the archive. For staff.",
        extensions=DESCRIBE,
    )
    def create_scheme(
        self,
        info: Info,
        input: Annotated[
            CreateSchemeInput, strawberry.argument(description="What is to be said of it.")
        ],
    ) -> SchemeResult:
        return make(
            info,
            Scheme,
            input,
            _making(info, input, SchemeRow, describe_vocabularies.create_scheme),
            lambda scheme: SchemePayload(scheme=scheme),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change what is said of a vocabulary. For staff.", extensions=DESCRIBE
    )
    def update_scheme(
        self,
        info: Info,
        input: Annotated[
            UpdateSchemeInput, strawberry.argument(description="Which one, and what is to change.")
        ],
    ) -> SchemeResult:
        which = named(input, Scheme, slug=input.slug)
        return edit(
            info,
            which,
            _changing(info, input, which, SchemeRow, describe_vocabularies.update_scheme),
            lambda scheme: SchemePayload(scheme=scheme),
            about=NEW_SLUG,
        )


@dataclass(frozen=True)
class _OfScheme(Named):
    """A concept that is named by its slug, which is its own within its scheme alone."""

    scheme: str = ""

    def as_it_stands(self, actor: Actor) -> Any:
        rows = Concept.visible(actor).filter(scheme__slug=self.scheme, slug=self.cited)
        found = Concept.all_of(rows[:1])
        return found[0] if found else None


def _which_concept(given: UpdateConceptInput) -> Named:
    which = named(given, Concept, slug=given.slug)
    if which.record_id is not None or given.scheme is None:
        return which
    return _OfScheme(Concept, "slug", cited=given.slug, scheme=given.scheme)
