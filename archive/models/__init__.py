"""The archive's models."""

from archive.events import Event
from archive.history import Change
from archive.models.accession import Accession, Agreement, AgreementKind, AgreementParty
from archive.models.agent import Agent, AgentKind, AgentMatch, AgentName
from archive.models.base import Level, State
from archive.models.carrier import (
    Carrier,
    CarrierContent,
    Condition,
    Digitisation,
    DigitisationState,
)
from archive.models.coding import CodePolicy, Merge, OldCode, RequestKey, Tombstone
from archive.models.collection import Collection, CollectionCorpus
from archive.models.comment import Comment
from archive.models.community import (
    Admits,
    Combine,
    Community,
    CommunityMember,
    Locates,
    Protocol,
    ProtocolCommunity,
    ProtocolInSet,
    ProtocolMember,
    ProtocolSet,
    Standing,
    Withholds,
)
from archive.models.concept import (
    Concept,
    ConceptClosure,
    ConceptEdge,
    ConceptMatch,
    ConceptName,
    Scheme,
)
from archive.models.corpus import Corpus, CorpusFonds
from archive.models.editors import (
    Editor,
    EditorCollection,
    EditorGroup,
    EditorGroupClosure,
    EditorGroupEdge,
)
from archive.models.erasure import DoomedFile, ErasedCode, Erasure, ErasureStage
from archive.models.extra import ExtraField, ExtraValue, FieldKind
from archive.models.fonds import Fonds
from archive.models.grant import Gives, Grant, ReadingRoom
from archive.models.holder import Holder
from archive.models.instantiation import File, Integrity, Part
from archive.models.instrument import (
    Instrument,
    InstrumentClosure,
    InstrumentEdge,
    InstrumentMatch,
    InstrumentName,
    VernacularName,
)
from archive.models.item import Item, ItemAgent, ItemLanguage, ItemLevel, ItemPopulation
from archive.models.label import Acknowledgement, Label, LabelFamily, RecordLabel
from archive.models.language import (
    Language,
    LanguageMatch,
    LanguageName,
    LanguageScope,
    LanguageType,
)
from archive.models.ledger import AccessEntry
from archive.models.naming import MatchKind, NameKind
from archive.models.opening import PublicationRule
from archive.models.performance import Performance, PerformancePlayer
from archive.models.place import Place, PlaceClosure, PlaceEdge, PlaceKind, PlaceMatch, PlaceName
from archive.models.population import (
    Population,
    PopulationClosure,
    PopulationEdge,
    PopulationMatch,
    PopulationName,
)
from archive.models.profile import Profile
from archive.models.request import Notice, Request, Stage, Wish
from archive.models.roles import AgentRole
from archive.models.satellites import LevelAgent, RecordConcept, RecordIdentifier, RelatedMedia
from archive.models.selection import Selection, SelectionEntry, SharedWith
from archive.models.staging import StagedUpload
from archive.models.track import Annotation, Track, TrackKind
from archive.models.user import ApiToken, User
from archive.models.withheld import WithheldRange

__all__ = [
    "AccessEntry",
    "Accession",
    "Acknowledgement",
    "Admits",
    "Agent",
    "AgentKind",
    "AgentMatch",
    "AgentName",
    "AgentRole",
    "Agreement",
    "AgreementKind",
    "AgreementParty",
    "Annotation",
    "ApiToken",
    "Carrier",
    "CarrierContent",
    "Change",
    "CodePolicy",
    "Collection",
    "CollectionCorpus",
    "Combine",
    "Comment",
    "Community",
    "CommunityMember",
    "Concept",
    "ConceptClosure",
    "ConceptEdge",
    "ConceptMatch",
    "ConceptName",
    "Condition",
    "Corpus",
    "CorpusFonds",
    "Digitisation",
    "DigitisationState",
    "DoomedFile",
    "Editor",
    "EditorCollection",
    "EditorGroup",
    "EditorGroupClosure",
    "EditorGroupEdge",
    "ErasedCode",
    "Erasure",
    "ErasureStage",
    "Event",
    "ExtraField",
    "ExtraValue",
    "FieldKind",
    "File",
    "Fonds",
    "Gives",
    "Grant",
    "Holder",
    "Instrument",
    "InstrumentClosure",
    "InstrumentEdge",
    "InstrumentMatch",
    "InstrumentName",
    "Integrity",
    "Item",
    "ItemAgent",
    "ItemLanguage",
    "ItemLevel",
    "ItemPopulation",
    "Label",
    "LabelFamily",
    "Language",
    "LanguageMatch",
    "LanguageName",
    "LanguageScope",
    "LanguageType",
    "Level",
    "LevelAgent",
    "Locates",
    "MatchKind",
    "Merge",
    "NameKind",
    "Notice",
    "OldCode",
    "Part",
    "Performance",
    "PerformancePlayer",
    "Place",
    "PlaceClosure",
    "PlaceEdge",
    "PlaceKind",
    "PlaceMatch",
    "PlaceName",
    "Population",
    "PopulationClosure",
    "PopulationEdge",
    "PopulationMatch",
    "PopulationName",
    "Profile",
    "Protocol",
    "ProtocolCommunity",
    "ProtocolInSet",
    "ProtocolMember",
    "ProtocolSet",
    "PublicationRule",
    "ReadingRoom",
    "RecordConcept",
    "RecordIdentifier",
    "RecordLabel",
    "RelatedMedia",
    "Request",
    "RequestKey",
    "Scheme",
    "Selection",
    "SelectionEntry",
    "SharedWith",
    "Stage",
    "StagedUpload",
    "Standing",
    "State",
    "Tombstone",
    "Track",
    "TrackKind",
    "User",
    "VernacularName",
    "Wish",
    "WithheldRange",
    "Withholds",
]
