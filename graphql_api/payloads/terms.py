"""What comes of describing terms and vocabularies."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.types.agent import Agent
from graphql_api.types.concept import Concept
from graphql_api.types.instrument import Instrument
from graphql_api.types.language import Language
from graphql_api.types.place import Place
from graphql_api.types.population import Population
from graphql_api.types.scheme import Scheme


@strawberry.type(description="The place is described as you said, or already was.")
class PlacePayload:
    place: Place = strawberry.field(description="The place, as it stands now.")


@strawberry.type(description="The instrument is described as you said, or already was.")
class InstrumentPayload:
    instrument: Instrument = strawberry.field(description="The instrument, as it stands now.")


@strawberry.type(description="The group is described as you said, or already was.")
class PopulationPayload:
    population: Population = strawberry.field(description="The group, as it stands now.")


@strawberry.type(description="The language is described as you said, or already was.")
class LanguagePayload:
    language: Language = strawberry.field(description="The language, as it stands now.")


@strawberry.type(description="The agent is described as you said, or already was.")
class AgentPayload:
    agent: Agent = strawberry.field(description="The agent, as it stands now.")


@strawberry.type(description="The concept is described as you said, or already was.")
class ConceptPayload:
    concept: Concept = strawberry.field(description="The concept, as it stands now.")


@strawberry.type(description="The vocabulary is described as you said, or already was.")
class SchemePayload:
    scheme: Scheme = strawberry.field(description="The vocabulary, as it stands now.")


PlaceResult = Annotated[
    Union[PlacePayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("PlaceResult", description="The place, or why nothing was done."),
]
InstrumentResult = Annotated[
    Union[InstrumentPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("InstrumentResult", description="The instrument, or why nothing was done."),
]
PopulationResult = Annotated[
    Union[PopulationPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("PopulationResult", description="The group, or why nothing was done."),
]
LanguageResult = Annotated[
    Union[LanguagePayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("LanguageResult", description="The language, or why nothing was done."),
]
AgentResult = Annotated[
    Union[AgentPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("AgentResult", description="The agent, or why nothing was done."),
]
ConceptResult = Annotated[
    Union[ConceptPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("ConceptResult", description="The concept, or why nothing was done."),
]
SchemeResult = Annotated[
    Union[SchemePayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("SchemeResult", description="The vocabulary, or why nothing was done."),
]
