"""For whom each field of the catalogue is meant: the one table (design section 5).

Resolvers, forms, documents and the RDF mappings read it; none of them says it again. It speaks of
fields. Whether somebody may find the row at all is `visible_to`'s to say, and rows that name people
or hang on records say for themselves for whom they are (`SAID_BY_ROW`): a field is read where both
allow it. A test walks every model: a field that nobody decided about does not pass.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from archive.access import Actor, Audience


@dataclass(frozen=True)
class Fields:
    """A model's fields, by audience; each list is words between spaces."""

    public: str = ""
    member: str = ""
    staff: str = ""

    def each(self) -> Iterator[tuple[str, Audience]]:
        for audience in Audience:
            for name in getattr(self, audience.value).split():
                yield name, audience


_DESCRIBED = "id version created_at modified_at"
_RECORD = (
    f"{_DESCRIBED} state published_at code title description language_of_description translations "
    "holder agreement access access_reason licence record_licence protocol_set"
)
_RECORD_STAFF = "comment archivist_notes"
_TERM = f"{_DESCRIBED} slug name is_authoritative note translations"
_NAME = "id name language kind used"
_MATCH = "id iri kind"
_EDGE = Fields("id parent child")

TABLE: Mapping[str, Fields] = {
    "Fonds": Fields(f"{_RECORD} alternative_title", staff=_RECORD_STAFF),
    "Corpus": Fields(
        f"{_RECORD} alternative_title recorded recorded_from recorded_to fonds",
        staff=_RECORD_STAFF,
    ),
    "CorpusFonds": Fields("id corpus fonds"),
    "Collection": Fields(
        f"{_RECORD} original_code alternative_title opens_with_age corpora recorded recorded_from "
        "recorded_to published_in is_published_edition publisher_serial publisher_reference "
        "booklet_author booklet_description external_references conservation_site "
        "alternative_copies carrier_count approximate_duration_s collector_is_creator "
        "publication_rule",
        staff=f"{_RECORD_STAFF} items_done accession code_policy",
    ),
    "CollectionCorpus": Fields("id collection corpus"),
    "Item": Fields(
        f"{_RECORD} original_code original_title collection recorded recorded_from recorded_to "
        "place place_comment cultural_area language_comment context_comment performance_mode "
        "summary track collector_selection collector_from_collection creator_reference "
        "external_references digitised published_in approximate_duration_s opens_with_age "
        "populations languages agents credit source embargo_until",
        # An address that plays is sound: whoever may listen is told it, by the act and not here.
        staff=f"{_RECORD_STAFF} external_sound withheld_key is_open_to_all",
    ),
    "ItemPopulation": Fields("id item population"),
    "ItemLanguage": Fields("id item language"),
    "ItemAgent": Fields("id item agent role position", staff="audience"),
    "LevelAgent": Fields("id fonds corpus collection agent role position", staff="audience"),
    "Performance": Fields(
        "id item position instrument vernacular_name instrument_count", staff="musicians"
    ),
    "PerformancePlayer": Fields("id item performance agent position", staff="audience"),
    "RecordConcept": Fields("id fonds corpus collection item carrier use concept position"),
    "RecordIdentifier": Fields("id fonds corpus collection item value type valid", staff="note"),
    "RelatedMedia": Fields(
        "id fonds corpus collection item position title description translations date mime_type "
        "url sha256 byte_size credit licence added_at",
        staff="storage_name original_name audience",
    ),
    "ExtraField": Fields(
        f"{_DESCRIBED} slug level kind label help translations group position unit scheme "
        "property_iri is_repeatable is_required audience"
    ),
    "ExtraValue": Fields(
        "id fonds corpus collection item field position text language number boolean concept "
        "agent place"
    ),
    "File": Fields(
        "id sha256 byte_size mime_type format codec sample_rate channels bit_depth frame_count "
        "duration_s integrity integrity_note deposited_at",
        staff="storage_name",
    ),
    "Part": Fields(
        "id item file position start_frame end_frame stem label starts_at_s licence",
        staff="original_name",
    ),
    "Track": Fields(
        f"{_DESCRIBED} item kind title language format licence position",
        # Where a transcript came from is often a person, who was not asked.
        staff="source author audience",
    ),
    "Annotation": Fields("id item track start_s end_s text concept confidence", staff="speaker"),
    "Carrier": Fields(
        f"{_DESCRIBED} code original_code original_number title holder copy_of made duration_s "
        "sound_quality recording_system tape_thickness_um tape_reference has_sticker digitisation",
        staff="accession shelf condition condition_comment comment",
    ),
    "CarrierContent": Fields("id carrier collection item side position start"),
    # The file may serve items that one may not see; through one's own item it is seen as a part.
    "Digitisation": Fields("id carrier done conversion equipment", staff="file digitiser note"),
    "Holder": Fields(
        f"{_DESCRIBED} slug name translations description agent country address email web_page "
        "provider default_licence default_record_licence",
        staff="code_policy",
    ),
    # Visitors meet an agreement through a record that cites it, and read its summary alone.
    "Agreement": Fields(
        "id kind public_summary",
        staff="version created_at modified_at code title scope translations signed expires_on "
        "document_storage_name document_sha256 document_name document_mime_type notes",
    ),
    "AgreementParty": Fields("id agreement agent role position", staff="audience"),
    "Accession": Fields(
        staff=f"{_DESCRIBED} code title holder donor agreement received boxes extent description "
        "notes"
    ),
    "CodePolicy": Fields(
        staff=f"{_DESCRIBED} slug title level template example is_strict description"
    ),
    # Shown with the records that stand under them: why something is closed, and whom to ask.
    "Community": Fields(f"{_DESCRIBED} slug name description translations contact is_listed"),
    "Protocol": Fields(
        f"{_DESCRIBED} slug name description translations admits withholds locates communities"
    ),
    "ProtocolCommunity": Fields("id protocol community"),
    "ProtocolSet": Fields("id combine protocols"),
    "ProtocolInSet": Fields("id protocol_set protocol"),
    "Label": Fields(
        f"{_DESCRIBED} slug family name text translations iri community asks_acknowledgement"
    ),
    "RecordLabel": Fields("id collection item label position"),
    "WithheldRange": Fields("id item start_s end_s reason"),
    "PublicationRule": Fields(f"{_DESCRIBED} slug title description years is_default"),
    "Place": Fields(f"{_TERM} kind latitude longitude type country_code"),
    "Population": Fields(_TERM),
    "Language": Fields(f"{_TERM} part1 part2b part2t scope type"),
    "Instrument": Fields(f"{_TERM} hornbostel_sachs"),
    "VernacularName": Fields("id instrument name language"),
    "Agent": Fields(f"{_TERM} kind lived image image_credit web_page"),
    "Concept": Fields(f"{_TERM} scheme notation"),
    "Scheme": Fields(
        f"{_DESCRIBED} slug title description translations source is_listed is_closed"
    ),
    "PlaceName": Fields(f"{_NAME} place"),
    "PopulationName": Fields(f"{_NAME} population"),
    "LanguageName": Fields(f"{_NAME} named"),
    "InstrumentName": Fields(f"{_NAME} instrument"),
    "AgentName": Fields(f"{_NAME} agent"),
    "ConceptName": Fields(f"{_NAME} concept"),
    "PlaceMatch": Fields(f"{_MATCH} place"),
    "PopulationMatch": Fields(f"{_MATCH} population"),
    "LanguageMatch": Fields(f"{_MATCH} language"),
    "InstrumentMatch": Fields(f"{_MATCH} instrument"),
    "AgentMatch": Fields(f"{_MATCH} agent"),
    "ConceptMatch": Fields(f"{_MATCH} concept"),
    "PlaceEdge": _EDGE,
    "PopulationEdge": _EDGE,
    "InstrumentEdge": _EDGE,
    "ConceptEdge": _EDGE,
}

#: Rows that say for whom they are, in this column of theirs or of what they belong to.
SAID_BY_ROW: Mapping[str, str] = {
    "ItemAgent": "audience",
    "LevelAgent": "audience",
    "PerformancePlayer": "audience",
    "AgreementParty": "audience",
    "RelatedMedia": "audience",
    "Track": "audience",
    "Annotation": "track__audience",
    "ExtraField": "audience",
    "ExtraValue": "field__audience",
}

#: What is no description: accounts, secrets, news, history, what is still on its way in, and what
#: triggers keep. No door shows these rows by their fields; each has a service of its own that says
#: who may know what.
NOT_DESCRIPTION = frozenset(
    {
        "User",
        "ApiToken",
        "Event",
        "Change",
        "OldCode",
        "Tombstone",
        "Merge",
        "RequestKey",
        "StagedUpload",
        # People, what is given to them, what they ask, say and collect.
        "CommunityMember",
        "ProtocolMember",
        "Acknowledgement",
        "ReadingRoom",
        "Grant",
        "EditorGroup",
        "EditorGroupEdge",
        "Editor",
        "EditorCollection",
        "Profile",
        "Request",
        "Notice",
        "Comment",
        "Selection",
        "SelectionEntry",
        "AccessEntry",
        "Erasure",
        "DoomedFile",
        "ErasedCode",
        "EditorGroupClosure",
        "PlaceClosure",
        "PopulationClosure",
        "InstrumentClosure",
        "ConceptClosure",
    }
)

_AUDIENCES = {model: dict(fields.each()) for model, fields in TABLE.items()}


def audience_of(model: type[models.Model], field: str) -> Audience:
    """Return for whom a field is; one that nobody decided about is for staff.

    >>> from archive.models import Carrier
    >>> audience_of(Carrier, "shelf").value, audience_of(Carrier, "code").value
    ('staff', 'public')
    """
    return _AUDIENCES.get(model.__name__, {}).get(field, Audience.STAFF)


def reads(actor: Actor, model: type[models.Model], field: str) -> bool:
    """Return whether the field is for this actor, of a row that they may find."""
    return audience_of(model, field) in actor.audiences


def read_from(actor: Actor, row: models.Model, field: str) -> Any:
    """Return what the row says there; None where that is not for this actor, or it says nothing."""
    if not reads(actor, type(row), field):
        return None
    value = getattr(row, field)
    return None if value == "" else value


def rows_for(actor: Actor, model: type[models.Model]) -> models.Q:
    """Return the condition under which a row that says for whom it is, is for this actor."""
    column = SAID_BY_ROW.get(model.__name__)
    return models.Q(**{f"{column}__in": actor.audiences}) if column else models.Q()
