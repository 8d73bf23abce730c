"""Which tables each kind of term has beside its own: names, matches, and a tree if it is one."""

from dataclasses import dataclass

from django.db import models

from archive.kinds import KINDS, Kind
from archive.models import (
    AgentMatch,
    AgentName,
    ConceptClosure,
    ConceptEdge,
    ConceptMatch,
    ConceptName,
    InstrumentClosure,
    InstrumentEdge,
    InstrumentMatch,
    InstrumentName,
    LanguageMatch,
    LanguageName,
    PlaceClosure,
    PlaceEdge,
    PlaceMatch,
    PlaceName,
    PopulationClosure,
    PopulationEdge,
    PopulationMatch,
    PopulationName,
)


@dataclass(frozen=True)
class Shape:
    """The tables of one kind of term."""

    kind: Kind
    names: type[models.Model]
    matches: type[models.Model]
    #: The column by which a name belongs to its term.
    owner_of_names: str
    edges: type[models.Model] | None = None
    closure: type[models.Model] | None = None

    @property
    def owner(self) -> str:
        return f"{self.kind.name}_id"


PLACE = Shape(KINDS["place"], PlaceName, PlaceMatch, "place_id", PlaceEdge, PlaceClosure)
INSTRUMENT = Shape(
    KINDS["instrument"],
    InstrumentName,
    InstrumentMatch,
    "instrument_id",
    InstrumentEdge,
    InstrumentClosure,
)
POPULATION = Shape(
    KINDS["population"],
    PopulationName,
    PopulationMatch,
    "population_id",
    PopulationEdge,
    PopulationClosure,
)
LANGUAGE = Shape(KINDS["language"], LanguageName, LanguageMatch, "named_id")
AGENT = Shape(KINDS["agent"], AgentName, AgentMatch, "agent_id")
CONCEPT = Shape(
    KINDS["concept"], ConceptName, ConceptMatch, "concept_id", ConceptEdge, ConceptClosure
)

SHAPES: dict[str, Shape] = {
    shape.kind.name: shape for shape in (PLACE, INSTRUMENT, POPULATION, LANGUAGE, AGENT, CONCEPT)
}
