"""What hangs on a record of any level: concepts, identifiers, related media, fields of one's own.

A concept is said of a record under the predicate of its use. Where concepts serve in passing (an
identifier's type, a value of an extra field) they are said where they may be found for a better
reason; that they appear or vanish is told to what names them (`naming` in vocabularies.py).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import CharField, Exists, Model, OuterRef, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat
from rdflib import URIRef

from archive.access import Actor, Audience
from archive.kinds import KINDS
from archive.models import (
    Agent,
    Concept,
    ExtraValue,
    FieldKind,
    OldCode,
    Place,
    RecordConcept,
    RecordIdentifier,
    RelatedMedia,
)
from archive.vocabularies import USES
from ontology import iris
from ontology.mappings.declare import (
    Column,
    Const,
    Extra,
    Field,
    Former,
    Label,
    Link,
    Lit,
    Many,
    Node,
    Ref,
    RoleRef,
    Rows,
)
from ontology.mappings.rules import concept_key
from ontology.mappings.texts import EDTF, LICENCE, media_type_iri, web_address
from ontology.namespaces import (
    ADMS,
    DCAT,
    DCT,
    EBU,
    FOAF,
    MO,
    RICO,
    SCHEMA,
    SKOS,
    SPDX,
    TA,
    XSD,
)

#: use -> (the name in JSON-LD, the predicate). Uses that say the same sort of thing share both:
#: which of them it is, the concept's scheme says. A test holds it to `USES`.
PREDICATES: Mapping[str, tuple[str, URIRef]] = {
    "keyword": ("keywords", DCT.subject),
    "topic": ("topics", SCHEMA.about),
    "recording_context": ("recordingContexts", TA.recordingContext),
    "vernacular_style": ("vernacularStyles", SCHEMA.genre),
    "generic_style": ("genericStyles", MO.genre),
    "media_type": ("types", DCT.type),
    "song_type": ("types", DCT.type),
    "short_song_type": ("types", DCT.type),
    "tale_type": ("types", DCT.type),
    "strophic_form": ("strophicForms", SCHEMA.musicCompositionForm),
    "function": ("functions", TA.function),
    "hornbostel_sachs": ("instrumentClasses", MO.instrument),
    "organisation": ("organisations", SCHEMA.sourceOrganization),
    "rights": ("rights", DCT.rights),
    "legal_right": ("rights", DCT.rights),
    "publisher": ("publishers", DCT.publisher),
    "publisher_series": ("publisherSeries", DCT.isPartOf),
    "publishing_status": ("publishingStatus", SCHEMA.creativeWorkStatus),
    "acquisition_mode": ("acquisitionModes", DCT.accrualMethod),
    "copy_type": ("copyType", RICO.hasRecordState),
    "record_author": ("recordAuthors", TA.describer),
    "record_writer": ("recordWriters", SCHEMA.sdPublisher),
    "description_status": ("descriptionStatus", ADMS.status),
    "ad_conversion": ("adConversions", RICO.hasProductionTechniqueType),
    "original_format": ("originalFormats", DCT.isFormatOf),
    "physical_format": ("physicalFormats", DCT.medium),
    "tape_wheel_diameter": ("tapeWheelDiameter", SCHEMA.size),
    "tape_length": ("tapeLength", DCT.extent),
    "tape_width": ("tapeWidth", SCHEMA.width),
    "tape_speed": ("tapeSpeeds", EBU.playbackSpeed),
    "tape_vendor": ("tapeVendor", SCHEMA.manufacturer),
    "channel_layout": ("channelLayout", EBU.audioTrackConfiguration),
}


def concepts(owner: str) -> Many:
    """Return a record's values of the vocabularies."""
    borne = {use: said for use, said in PREDICATES.items() if owner in USES[use].levels}

    def rows(actor: Actor) -> Rows:
        links = RecordConcept.objects.filter(**{owner: OuterRef("pk")})
        listed = links if actor.is_staff else links.filter(concept__scheme__is_listed=True)
        return listed.order_by("use", "position", "pk")

    label = Label(SKOS.prefLabel, "concept__name")
    return Many(rows, (RoleRef("use", borne, "concept", concept_key("concept__"), label),))


def _of_identifier(_actor: Actor) -> Combinable:
    return Concat("type__slug", Value("-"), "value", output_field=CharField())


def concept_at(predicate: URIRef, name: str, from_concept: str) -> Many:
    """Return the concept that a row names, where it may be found.

    Parameters
    ----------
    from_concept : the way back from the concept to the row.
    """
    return Many(
        lambda actor: Concept.objects.visible_to(actor).filter(**{from_concept: OuterRef("pk")}),
        (Ref(predicate, "concept", concept_key(), name, Label(SKOS.prefLabel, "name")),),
    )


def identifiers(owner: str) -> Many:
    """Return what else a record is called."""
    return Many(
        lambda actor: RecordIdentifier.objects.filter(**{owner: OuterRef("pk")}).order_by("pk"),
        (
            Node(
                RICO.hasOrHadIdentifier,
                "identifier-{}",
                (RICO.Identifier,),
                by=_of_identifier,
                name="identifiers",
                fields=(
                    Lit(RICO.textualValue, "value", "identifier"),
                    concept_at(RICO.hasIdentifierType, "identifierType", "typed_identifiers"),
                    Lit(DCT.valid, "valid", "valid", EDTF),
                    Lit(SKOS.editorialNote, "note", "editorialNote", audience=Audience.STAFF),
                ),
            ),
        ),
    )


def _media_address(url: str, pk: object) -> str | None:
    """Where it is: elsewhere, or at our own door, which asks again who may have it."""
    return web_address(url) if url else f"{iris.base()}/media/related/{pk}"


def related_media(owner: str) -> Many:
    """Return the pictures, scans, films and pages that go with a record."""
    return Many(
        lambda actor: RelatedMedia.objects.filter(
            **{owner: OuterRef("pk")}, audience__in=actor.audiences
        ).order_by("position", "pk"),
        (
            Node(
                DCT.relation,
                "media-{}",
                (SCHEMA.MediaObject, FOAF.Document),
                by="pk",
                name="relatedMedia",
                fields=(
                    Lit(DCT.title, "title", "title", translations=("translations", "title")),
                    Lit(
                        DCT.abstract,
                        "description",
                        "description",
                        translations=("translations", "description"),
                    ),
                    Lit(DCT.date, "date", "date", EDTF),
                    Link(DCAT.mediaType, ("mime_type",), media_type_iri, "mediaType"),
                    Link(SCHEMA.url, ("url", "pk"), _media_address, "url"),
                    Lit(DCAT.byteSize, "byte_size", "byteSize", XSD.integer),
                    Lit(SCHEMA.creditText, "credit", "credit"),
                    *LICENCE,
                    Lit(SCHEMA.uploadDate, "added_at", "addedAt", XSD.dateTime),
                    Lit(EBU.filename, "original_name", "originalName", audience=Audience.STAFF),
                    Node(
                        SPDX.checksum,
                        "media-checksum-{}",
                        (SPDX.Checksum,),
                        by="pk",
                        when="sha256",
                        name="checksum",
                        fields=(
                            Const(SPDX.algorithm, SPDX.checksumAlgorithm_sha256),
                            Lit(SPDX.checksumValue, "sha256", "sha256", XSD.hexBinary),
                        ),
                    ),
                ),
            ),
        ),
    )


_EXTRA = Extra(
    "field__property_iri",
    "field__slug",
    "field__kind",
    {
        FieldKind.LINE: lambda p: Lit(p, "text", language="language"),
        FieldKind.TEXT: lambda p: Lit(p, "text", language="language"),
        FieldKind.NUMBER: lambda p: Lit(p, "number", datatype=XSD.double),
        FieldKind.DATE: lambda p: Lit(p, "text", datatype=EDTF),
        FieldKind.BOOLEAN: lambda p: Lit(p, "boolean", datatype=XSD.boolean),
        FieldKind.LINK: lambda p: Link(p, ("text",), web_address),
        FieldKind.CONCEPT: lambda p: Ref(p, "concept", concept_key("concept__")),
        FieldKind.AGENT: lambda p: Ref(p, "agent", "agent__slug"),
        FieldKind.PLACE: lambda p: Ref(p, "place", "place__slug"),
    },
)


#: Kinds of fields whose values are things that may be found, or not.
_NAMED_BY_VALUES: dict[str, Any] = {
    FieldKind.CONCEPT.value: Concept,
    FieldKind.AGENT.value: Agent,
    FieldKind.PLACE.value: Place,
}


def extra_values(owner: str) -> Many:
    """Return what a record says in the archive's own fields."""

    def rows(actor: Actor) -> Rows:
        found = ~Q(field__kind__in=_NAMED_BY_VALUES)
        for kind, model in _NAMED_BY_VALUES.items():
            # Asked of the one thing: "in all that one may find" would look for all of them.
            seen = model._default_manager.visible_to(actor).filter(pk=OuterRef(f"{kind}_id"))
            found |= Q(Exists(seen), field__kind=kind)
        return (
            ExtraValue.objects.filter(**{owner: OuterRef("pk")})
            .filter(found, field__audience__in=actor.audiences)
            .order_by("field__position", "field", "position", "pk")
        )

    return Many(rows, (_EXTRA,))


def former(kind: str, key: Column = "code", taken: Callable[[], Rows] | None = None) -> Many:
    """Return the addresses that a thing had and that no other has taken since.

    Parameters
    ----------
    taken : things of the kind that stand there today, by OuterRef("code"); by default those of
        that code or slug.
    """

    def rows(_actor: Actor) -> Rows:
        of = KINDS[kind]
        there = taken() if taken else of.rows.filter(**{of.cited_by: OuterRef("code")})
        return OldCode.objects.filter(
            ~Exists(there), kind=kind, subject_id=OuterRef("pk")
        ).order_by("code")

    return Many(rows, (Former(kind, key, "replaces"),))


def touched(model: type[Model]) -> dict[str, Callable[[Sequence[UUID]], Rows]]:
    """Return which records change with an agreement, a field, or a protocol that they are under."""
    rows = model._default_manager
    return {
        "agreement": lambda ids: rows.filter(agreement__in=ids),
        "protocol": lambda ids: rows.filter(protocol_set__protocols__in=ids).distinct(),
        "extra_field": lambda ids: rows.filter(extra_values__field__in=ids).distinct(),
    }


def satellites(owner: str) -> tuple[Field, ...]:
    """Return all that hangs on a record of a level but its people."""
    return (
        concepts(owner),
        identifiers(owner),
        related_media(owner),
        extra_values(owner),
    )
