"""The archive's models."""

from archive.events import Event
from archive.models.agent import Agent, AgentKind
from archive.models.base import Level
from archive.models.collection import Collection, CollectionCorpus
from archive.models.corpus import Corpus, CorpusFonds
from archive.models.fonds import Fonds
from archive.models.instantiation import File, Integrity, Part
from archive.models.instrument import (
    Instrument,
    InstrumentClosure,
    InstrumentEdge,
    VernacularName,
)
from archive.models.item import (
    AgentRole,
    Item,
    ItemAgent,
    ItemLanguage,
    ItemLevel,
    ItemPopulation,
)
from archive.models.language import Language
from archive.models.performance import Performance
from archive.models.place import Place, PlaceClosure, PlaceEdge, PlaceKind, PlaceName
from archive.models.population import Population, PopulationName
from archive.models.user import ApiToken, User

__all__ = [
    "Agent",
    "AgentKind",
    "AgentRole",
    "ApiToken",
    "Collection",
    "CollectionCorpus",
    "Corpus",
    "CorpusFonds",
    "Event",
    "File",
    "Fonds",
    "Instrument",
    "InstrumentClosure",
    "InstrumentEdge",
    "Integrity",
    "Item",
    "ItemAgent",
    "ItemLanguage",
    "ItemLevel",
    "ItemPopulation",
    "Language",
    "Level",
    "Part",
    "Performance",
    "Place",
    "PlaceClosure",
    "PlaceEdge",
    "PlaceKind",
    "PlaceName",
    "Population",
    "PopulationName",
    "User",
    "VernacularName",
]
