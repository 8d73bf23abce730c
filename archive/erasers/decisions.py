"""What an erasure does to each table of the archive, and of the libraries that it stands on."""

from archive.erasers.files import FILES, SOUNDS
from archive.erasers.history import HISTORY
from archive.erasers.pages import PAGES
from archive.erasers.rows import ROWS
from archive.erasers.words import (
    ADDRESSES,
    COMMENTS,
    EVENTS,
    KEYS,
    NOTICES,
    OPERATORS_LOG,
    REQUESTS,
)
from archive.erasing import decide, holds_nothing, register_eraser, register_finisher

_TERMS = "describes the world and not a record: what points to it goes with the record"
_PEOPLE = "people's accounts and what they may do; it names no record, or by its id alone"
_LIBRARY = "a library's own: accounts, sessions and names of tables"


def register() -> None:
    """Tell `archive.erasing`; called when the archive is loaded."""
    for eraser in (
        ROWS, SOUNDS, COMMENTS, REQUESTS, NOTICES, KEYS, ADDRESSES, EVENTS, OPERATORS_LOG, HISTORY
    ):  # fmt: skip
        register_eraser(eraser)
    register_finisher(FILES)
    register_finisher(PAGES)
    decide(
        ROWS.name,
        *_of_archive(
            "Item ItemPopulation ItemLanguage ItemAgent Performance PerformancePlayer Collection "
            "CollectionCorpus LevelAgent RecordConcept RecordIdentifier ExtraValue Track "
            "Annotation CarrierContent RecordLabel WithheldRange Grant EditorCollection "
            "SelectionEntry Agent AgentName AgentMatch AgreementParty Digitisation Part Merge"
        ),
    )
    decide(SOUNDS.name, *_of_archive("File RelatedMedia StagedUpload DoomedFile"))
    decide(COMMENTS.name, "archive.Comment")
    decide(REQUESTS.name, "archive.Request")
    decide(NOTICES.name, "archive.Notice")
    decide(KEYS.name, "archive.RequestKey")
    decide(ADDRESSES.name, *_of_archive("OldCode Tombstone"))
    decide(EVENTS.name, "archive.Event")
    decide(HISTORY.name, "archive.Change")
    decide(OPERATORS_LOG.name, "admin.LogEntry")
    _without()


def _without() -> None:
    holds_nothing(
        _TERMS,
        *_of_archive(
            "Place PlaceName PlaceEdge PlaceClosure PlaceMatch Population PopulationName "
            "PopulationEdge PopulationClosure PopulationMatch Language LanguageName LanguageMatch "
            "Instrument InstrumentName InstrumentEdge InstrumentClosure InstrumentMatch "
            "VernacularName Concept ConceptName ConceptEdge ConceptClosure ConceptMatch Scheme "
            "ExtraField CodePolicy PublicationRule"
        ),
    )
    holds_nothing(
        "the archive's own words around collections; it is deleted when it holds none",
        *_of_archive("Fonds Corpus CorpusFonds Holder"),
    )
    holds_nothing(
        "a thing, a paper or an agreement of its own, which an erasure does not undo; what it says "
        "of an item or a person are rows of other tables",
        *_of_archive("Carrier Accession Agreement"),
    )
    holds_nothing(
        "a list of somebody's own: its lines about the record go, with their titles and texts",
        "archive.Selection",
    )
    holds_nothing(
        "who was given restricted material, by id alone; it ages out by ACCESS_LOG_DAYS",
        "archive.AccessEntry",
    )
    holds_nothing(
        "what is left: reason, ids, who and when; digests of codes",
        *_of_archive("Erasure ErasedCode"),
    )
    holds_nothing(
        _PEOPLE,
        *_of_archive(
            "User ApiToken Profile Community CommunityMember Protocol ProtocolCommunity "
            "ProtocolMember ProtocolSet ProtocolInSet Label Acknowledgement ReadingRoom "
            "EditorGroup EditorGroupEdge EditorGroupClosure Editor User_groups "
            "User_user_permissions"
        ),
    )
    holds_nothing(
        _LIBRARY,
        "auth.Permission",
        "auth.Group",
        "auth.Group_permissions",
        "contenttypes.ContentType",
        "sessions.Session",
        "account.EmailAddress",
        "account.EmailConfirmation",
        "socialaccount.SocialApp",
        "socialaccount.SocialAccount",
        "socialaccount.SocialToken",
    )


def _of_archive(names: str) -> list[str]:
    return [f"archive.{name}" for name in names.split()]
