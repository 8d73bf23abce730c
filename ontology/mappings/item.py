"""Items: the record, the recording event, its signal, the files that hold it, who plays what.

Performance -> Recording -> Signal -> AudioFile as the Music Ontology has them; the record as
RiC-O has it. `mo:sample_rate` ranges over xsd:float; a file is never a signal.
"""

import re

from django.db.models import F, FloatField, OuterRef, Q, Subquery, Sum
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce
from rdflib import URIRef

from analysis.models import Output, OutputKind, Result
from archive.access import Act, Actor, Audience, item_rule
from archive.models import (
    Item,
    ItemAgent,
    ItemLanguage,
    ItemPopulation,
    Part,
    Performance,
)
from ontology.mappings.declare import (
    Const,
    Field,
    Here,
    Label,
    Link,
    Lit,
    Many,
    Node,
    Ref,
    ResourceMap,
    RoleRef,
    Rows,
)
from ontology.mappings.rules import citation, effective_access, uuid_or_none
from ontology.namespaces import (
    ACO,
    DCAT,
    DCT,
    EVENT,
    MO,
    RDF,
    RICO,
    SCHEMA,
    SKOS,
    SPDX,
    TA,
    TL,
    XSD,
)

EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
_SPDX_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")


def licence_iri(licence: str) -> str | None:
    """Return the licence's address: its URL, or SPDX's page of it."""
    if re.match(r"https?://", licence):
        return licence
    return f"http://spdx.org/licenses/{licence}" if _SPDX_ID.fullmatch(licence) else None


def media_type_iri(mime_type: str) -> str | None:
    """Return IANA's page of a media type, as DCAT wants it."""
    return f"https://www.iana.org/assignments/media-types/{mime_type}" if mime_type else None


def _duration(_actor: Actor) -> Combinable:
    """A part's length in seconds."""
    end = Coalesce(F("end_frame"), F("file__frame_count"))
    return Cast(end - F("start_frame"), FloatField()) / F("file__sample_rate")


def _total_duration(actor: Actor) -> Combinable:
    """The parts' lengths together, in seconds."""
    parts = Part.objects.filter(item=OuterRef("pk")).order_by().values("item")
    return Subquery(parts.annotate(length=Sum(_duration(actor))).values("length"))


def _parts(_actor: Actor) -> Rows:
    return Part.objects.filter(item=OuterRef("pk")).order_by("position")


def _performances(_actor: Actor) -> Rows:
    return Performance.objects.filter(item=OuterRef("pk")).order_by("position")


def _results(actor: Actor) -> Rows:
    """Return also those that were replaced: they say so themselves (dct:isReplacedBy)."""
    rule = item_rule(actor, Act.SUMMARY, "item__")
    return Result.objects.filter(rule, item=OuterRef("pk")).order_by("pk")


def _features(actor: Actor) -> Rows:
    """What is measured of the signal, as it stands; tiles are the player's, not the world's."""
    rule = item_rule(actor, Act.SUMMARY, "computation__results__item__")
    return (
        Output.objects.filter(
            rule,
            computation__results__item=OuterRef("pk"),
            computation__results__superseded_by=None,
        )
        .exclude(kind__in=[OutputKind.TILES, OutputKind.MEDIA])
        .order_by("computation__results__pk", "name")
    )


RECORDING = Node(
    TA.recordingEvent,
    "recording",
    (MO.Recording,),
    name="recording",
    fields=(
        Ref(EVENT.place, "place", "place__slug"),
        Node(
            EVENT.time,
            "recording-time",
            (TL.Interval,),
            when="recorded_from",
            fields=(
                Lit(SCHEMA.startDate, "recorded_from", "recordedFrom", XSD.date),
                Lit(SCHEMA.endDate, "recorded_to", "recordedTo", XSD.date),
            ),
        ),
        Here(MO.produced_signal, "signal"),
    ),
)

SIGNAL = Node(
    TA.signal,
    "signal",
    (MO.Signal, ACO.Signal),
    name="signal",
    fields=(
        Many(
            _parts,
            (
                Const(RDF.type, MO.DigitalSignal),
                Lit(MO.sample_rate, "file__sample_rate", "sampleRate", XSD.float),
                Lit(MO.channels, "file__channels", "channels", XSD.integer),
                Lit(MO.bitsPerSample, "file__bit_depth", "bitDepth", XSD.integer),
            ),
        ),
        Node(
            MO.time,
            "extent",
            (TL.Interval,),
            fields=(
                Lit(TL.durationXSD, _total_duration, datatype=XSD.duration),
                Node(TL.timeline, "timeline", (TL.TimeLine,), fields=(), name="timeline"),
            ),
        ),
        Many(
            _features,
            (
                Ref(
                    ACO.audioFeature,
                    "result",
                    "computation__results__pk",
                    "features",
                    fragment="{}",
                    by="name",
                ),
            ),
        ),
    ),
)

FILE = Node(
    RICO.hasOrHadDigitalInstantiation,
    "file-{}",
    (MO.AudioFile, RICO.Instantiation, DCAT.Distribution),
    by="position",
    name="files",
    fields=(
        Here(MO.encodes, "signal"),
        Lit(DCT["format"], "file__format", "format"),
        Lit(TA.codec, "file__codec", "codec"),
        Link(DCAT.mediaType, ("file__mime_type",), media_type_iri, "mediaType"),
        Lit(DCAT.byteSize, "file__byte_size", "byteSize", XSD.integer),
        Lit(TA.duration, _duration, "duration", XSD.double),
        Lit(TA.integrity, "file__integrity", "integrity"),
        Lit(TA.originalName, "original_name", "originalName", audience=Audience.STAFF),
        Node(
            SPDX.checksum,
            "checksum-{}",
            (SPDX.Checksum,),
            by="position",
            name="checksum",
            fields=(
                Const(SPDX.algorithm, SPDX.checksumAlgorithm_sha256),
                Lit(SPDX.checksumValue, "file__sha256", "sha256", XSD.hexBinary),
            ),
        ),
    ),
)

PERFORMANCE = Node(
    TA.performance,
    "performance-{}",
    (MO.Performance,),
    by="position",
    name="performances",
    fields=(
        Ref(
            MO.instrument,
            "instrument",
            "instrument__slug",
            "instrument",
            Label(SKOS.prefLabel, "instrument__name"),
        ),
        Lit(
            TA.vernacularName,
            "vernacular_name__name",
            "vernacularName",
            language="vernacular_name__language",
        ),
        Lit(TA.instrumentCount, "instrument_count", "instrumentCount", XSD.integer),
        Lit(TA.musicians, "musicians", "musicians", audience=Audience.STAFF),
        Here(MO.recorded_as, "signal"),
    ),
)

ROLES = {
    "recordist": ("recordists", TA.recordist),
    "collector": ("collectors", RICO.hasCollector),
    "performer": ("performers", TA.performer),
    "author": ("authors", DCT.creator),
    "depositor": ("depositors", TA.depositor),
    "informant": ("informants", TA.informant),
    "publisher": ("publishers", DCT.publisher),
}

PEOPLE = Many(
    lambda actor: ItemAgent.objects.filter(item=OuterRef("pk"), audience__in=actor.audiences),
    (RoleRef("role", ROLES, "agent", "agent__slug", Label(SKOS.prefLabel, "agent__name")),),
)

_FIELDS: tuple[Field, ...] = (
    Lit(DCT.identifier, "code", "code"),
    Lit(TA.originalCode, "original_code", "originalCode"),
    Lit(DCT.title, "title", "title"),
    Lit(DCT.alternative, "original_title", "originalTitle"),
    Lit(DCT.abstract, "description", "description"),
    Lit(DCT.created, "recorded", "recorded", EDTF),
    Lit(TA.placeComment, "place_comment", "placeComment"),
    Lit(DCT.source, "source", "source"),
    Lit(SCHEMA.creditText, "credit", "credit"),
    Lit(DCT.rights, "licence", "licence"),
    Link(DCT.license, ("licence",), licence_iri, "licenceUrl"),
    Lit(DCT.accessRights, effective_access, "access"),
    Lit(DCT.available, "embargo_until", "embargoUntil", XSD.dateTime),
    Lit(DCT.modified, "modified_at", "modifiedAt", XSD.dateTime),
    Lit(SKOS.editorialNote, "archivist_notes", "archivistNotes", audience=Audience.STAFF),
    Ref(
        RICO.isDirectlyIncludedIn,
        "collection",
        "collection__code",
        "collection",
        Label(DCT.title, "collection__title"),
    ),
    Ref(DCT.spatial, "place", "place__slug", "place", Label(SKOS.prefLabel, "place__name")),
    Many(
        lambda actor: ItemPopulation.objects.filter(item=OuterRef("pk")),
        (
            Ref(
                TA.ethnicGroup,
                "population",
                "population__slug",
                "populations",
                Label(SKOS.prefLabel, "population__name"),
            ),
        ),
    ),
    Many(
        lambda actor: ItemLanguage.objects.filter(item=OuterRef("pk")),
        (
            Ref(
                DCT.language,
                "language",
                "language__slug",
                "languages",
                Label(SKOS.prefLabel, "language__name"),
            ),
        ),
    ),
    PEOPLE,
    RECORDING,
    SIGNAL,
    Many(_parts, (FILE,)),
    Many(_performances, (PERFORMANCE,)),
    Many(_results, (Ref(TA.result, "result", "pk", "results"),)),
)


def _visible(actor: Actor, act: Act) -> Rows:
    return Item.objects.visible_to(actor).allowing(actor, act)


def _keyed(key: str) -> Q:
    uuid = uuid_or_none(key)
    return Q(pk=uuid) if uuid else Q(code=key)


ITEM = ResourceMap(
    kind="item",
    model=Item,
    types=(RICO.Record, TA.Item, SCHEMA.AudioObject),
    visible=_visible,
    key=citation(),
    keyed=_keyed,
    fields=_FIELDS,
    # What may be heard is said of the results; which names are borne, of the instruments.
    spreads_on=(DCT.accessRights, TA.vernacularName),
    touches={"file": lambda ids: Item.objects.filter(parts__file__in=ids)},
)
