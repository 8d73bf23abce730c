"""Items: the record, the recording event, its signal, the files that hold it, who plays what.

Performance -> Recording -> Signal -> AudioFile as the Music Ontology has them; the record as
RiC-O has it. `mo:sample_rate` ranges over xsd:float; a file is never a signal.
"""

from django.db.models import (
    BooleanField,
    Case,
    F,
    FloatField,
    OuterRef,
    Q,
    Subquery,
    Sum,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from analysis.models import Output, OutputKind, Result
from analysis.querysets import result_rule
from archive.access import Act, Actor, Audience
from archive.models import (
    Carrier,
    Item,
    ItemLanguage,
    ItemPopulation,
    Part,
    Performance,
    PerformancePlayer,
    Track,
)
from ontology.mappings import people
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
    Rows,
)
from ontology.mappings.levels import RECORD
from ontology.mappings.rules import (
    citation,
    effective_access,
    may,
    shown_collection,
    uuid_or_none,
)
from ontology.mappings.satellites import former, satellites, touched
from ontology.mappings.texts import (
    EDTF,
    LICENCE,
    described,
    media_type_iri,
    translated,
    web_address,
)
from ontology.namespaces import (
    ACO,
    DCAT,
    DCT,
    EBU,
    EDM,
    EVENT,
    MO,
    RDF,
    RDFS,
    RICO,
    SCHEMA,
    SKOS,
    SPDX,
    TA,
    TL,
    XSD,
)


def _duration(_actor: Actor) -> Combinable:
    """A part's length in seconds."""
    end = Coalesce(F("end_frame"), F("file__frame_count"))
    return Cast(end - F("start_frame"), FloatField()) / F("file__sample_rate")


def _total_duration(actor: Actor) -> Combinable:
    """The parts' lengths together, in seconds."""
    parts = Part.objects.filter(item=OuterRef("pk"), stem=0).order_by().values("item")
    return Subquery(parts.annotate(length=Sum(_duration(actor))).values("length"))


def _parts(_actor: Actor) -> Rows:
    return Part.objects.filter(item=OuterRef("pk")).order_by("position")


def _mix(_actor: Actor) -> Rows:
    """What is heard first; stems run beside it."""
    return Part.objects.filter(item=OuterRef("pk"), stem=0).order_by("position")


def _performances(_actor: Actor) -> Rows:
    return Performance.objects.filter(item=OuterRef("pk")).order_by("position")


def _players(actor: Actor) -> Rows:
    return PerformancePlayer.objects.filter(
        performance=OuterRef("pk"), audience__in=actor.audiences
    ).order_by("position", "pk")


def _tracks(actor: Actor) -> Rows:
    return Track.objects.visible_to(actor).filter(item=OuterRef("pk")).order_by("pk")


def _external_sound(allowed: bool, url: str) -> str | None:  # noqa: FBT001 - a column
    return web_address(url) if allowed else None


def _is_mix(_actor: Actor) -> Combinable:
    return Case(When(stem=0, then=True), default=False, output_field=BooleanField())


def _results(actor: Actor) -> Rows:
    """Return also those that were replaced: they say so themselves (dct:isReplacedBy)."""
    rule = result_rule(actor, Act.SUMMARY)
    return Result.objects.filter(rule, item=OuterRef("pk")).order_by("pk")


def _features(actor: Actor) -> Rows:
    """What is measured of the signal, as it stands; tiles are the player's, not the world's."""
    rule = result_rule(actor, Act.SUMMARY, "computation__results__")
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
            _mix,
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

#: What runs beside the signal that is heard first: a voice, a drum. Several files may hold one.
STEM = Node(
    MO.encodes,
    "stem-{}",
    (MO.Signal, MO.DigitalSignal),
    by="stem",
    when="stem",
    name="stem",
    fields=(
        Here(DCT.isPartOf, "signal", name="stemOf"),
        Lit(MO.sample_rate, "file__sample_rate", "sampleRate", XSD.float),
        Lit(MO.channels, "file__channels", "channels", XSD.integer),
    ),
)

FILE = Node(
    RICO.hasOrHadDigitalInstantiation,
    "file-{}",
    (MO.AudioFile, RICO.Instantiation, DCAT.Distribution),
    by="position",
    name="files",
    fields=(
        Here(MO.encodes, "signal", when=_is_mix),
        STEM,
        Lit(DCT["format"], "file__format", "format"),
        Lit(EDM.codecName, "file__codec", "codec"),
        Link(DCAT.mediaType, ("file__mime_type",), media_type_iri, "mediaType"),
        Lit(DCAT.byteSize, "file__byte_size", "byteSize", XSD.integer),
        Lit(TA.duration, _duration, "duration", XSD.double),
        # Not integrityNote: that is of a record, and says whether its content is whole (RiC-O 1.1).
        Lit(RICO.authenticityNote, "file__integrity", "integrity"),
        Lit(RDFS.label, "label", "partLabel"),
        Lit(TL.start, "starts_at_s", "startsAt", XSD.double),
        *LICENCE,
        Lit(EBU.filename, "original_name", "originalName", audience=Audience.STAFF),
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
        Lit(SCHEMA.performer, "musicians", "musicians", audience=Audience.STAFF),
        Many(
            _players,
            (
                Ref(
                    MO.performer,
                    "agent",
                    "agent__slug",
                    "players",
                    Label(SKOS.prefLabel, "agent__name"),
                ),
            ),
        ),
        Here(MO.recorded_as, "signal"),
    ),
)

_FIELDS: tuple[Field, ...] = (
    Lit(DCT.identifier, "code", "code"),
    Lit(TA.originalCode, "original_code", "originalCode"),
    described(DCT.title, "title", "title"),
    Lit(DCT.alternative, "original_title", "originalTitle"),
    *RECORD,
    former("item"),
    Lit(DCT.created, "recorded", "recorded", EDTF),
    translated(TA.placeComment, "place_comment", "placeComment"),
    translated(DCT.coverage, "cultural_area", "culturalArea"),
    translated(TA.languageComment, "language_comment", "languageComment"),
    translated(TA.contextComment, "context_comment", "contextComment"),
    translated(TA.performanceMode, "performance_mode", "performanceMode"),
    translated(RICO.scopeAndContent, "summary", "summary"),
    Lit(SCHEMA.position, "track", "track"),
    Lit(TA.collectorSelection, "collector_selection", "collectorSelection"),
    Lit(RICO.identifier, "creator_reference", "creatorReference"),
    Lit(SCHEMA.citation, "external_references", "externalReferences"),
    Lit(EBU.dateDigitised, "digitised", "digitised", EDTF),
    Lit(DCT.issued, "published_in", "publishedIn", EDTF),
    Lit(DCT.extent, "approximate_duration_s", "approximateDuration", XSD.duration),
    Link(SCHEMA.contentUrl, (may(Act.LISTEN), "external_sound"), _external_sound, "externalSound"),
    Lit(DCT.source, "source", "source"),
    Lit(SCHEMA.creditText, "credit", "credit"),
    Lit(DCT.accessRights, effective_access, "access"),
    Lit(DCT.available, "embargo_until", "embargoUntil", XSD.dateTime),
    Ref(
        RICO.isDirectlyIncludedIn,
        "collection",
        shown_collection,
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
    people.OF_ITEM,
    people.COLLECTED_WITH_COLLECTION,
    *satellites("item"),
    RECORDING,
    SIGNAL,
    Many(_parts, (FILE,)),
    Many(_performances, (PERFORMANCE,)),
    Many(_results, (Ref(TA.result, "result", "pk", "results"),)),
    Many(_tracks, (Ref(SCHEMA.subjectOf, "track", "pk", "tracks"),)),
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
    touches={
        "file": lambda ids: Item.objects.filter(parts__file__in=ids),
        # As levels of access do, protocols of the collection and its rule of age reach its items.
        "publication_rule": lambda _: Item.objects.ageing(),
        **touched(Item),
    },
    # A track changes with its item; a carrier is found through what it holds.
    parts=lambda ids: {"track": Track.objects.filter(item__in=ids)},
    dependents=lambda ids: {"carrier": Carrier.objects.filter(contents__item__in=ids)},
)
