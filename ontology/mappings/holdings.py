"""Who holds what is described, and the tapes, discs and cylinders that hold it.

Accessions and agreements are the archive's own affair: of an agreement the record tells its public
summary, and nothing leaves of an accession.
"""

from django.db.models import CharField, OuterRef, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import MD5, Cast, Coalesce, Concat

from archive.access import Act, Actor, Audience, item_rule, level_rule
from archive.models import (
    Agent,
    Carrier,
    CarrierContent,
    Digitisation,
    Holder,
    Place,
)
from ontology.mappings.declare import (
    Label,
    Link,
    Lit,
    Many,
    Node,
    Ref,
    ResourceMap,
    Rows,
)
from ontology.mappings.satellites import concept_at, concepts, former
from ontology.mappings.texts import EDTF, translated, web_address
from ontology.namespaces import (
    DCT,
    EBU,
    EDM,
    FOAF,
    OWL,
    PROV,
    RICO,
    SCHEMA,
    SKOS,
    TA,
    XSD,
)

HOLDER = ResourceMap(
    kind="holder",
    model=Holder,
    types=(RICO.CorporateBody, FOAF.Organization, SCHEMA.ArchiveOrganization),
    visible=lambda actor, act: Holder.objects.visible_to(actor),
    key="slug",
    keyed=lambda slug: Q(slug=slug),
    fields=(
        translated(SKOS.prefLabel, "name", "name"),
        Lit(FOAF.name, "name"),
        translated(DCT.abstract, "description", "description"),
        Lit(DCT.modified, "modified_at", "modifiedAt", XSD.dateTime),
        former("holder"),
        Many(
            lambda actor: Agent.objects.visible_to(actor).filter(holdings=OuterRef("pk")),
            (Ref(OWL.sameAs, "agent", "slug", "authority", Label(SKOS.prefLabel, "name")),),
        ),
        Many(
            lambda actor: Place.objects.visible_to(actor).filter(holders=OuterRef("pk")),
            (Ref(SCHEMA.location, "place", "slug", "country", Label(SKOS.prefLabel, "name")),),
        ),
        Lit(SCHEMA.address, "address", "address"),
        Lit(SCHEMA.email, "email", "email"),
        Link(FOAF.homepage, ("web_page",), web_address, "webPage"),
        Lit(EDM.provider, "provider", "provider"),
    ),
)


def _contents(actor: Actor) -> Rows:
    held = CarrierContent.objects.filter(carrier=OuterRef("pk"))
    item = Q(item__isnull=False) & item_rule(actor, Act.FIND, "item__")
    collection = Q(collection__isnull=False) & level_rule(actor, "collection", "collection__")
    return held.filter(item | collection).order_by("side", "position", "pk")


def _what_and_where(_actor: Actor) -> Combinable:
    """One thing stands once on each side."""
    what = Coalesce("item__code", Cast("item__pk", CharField()), "collection__code")
    return Concat(what, Value("-"), "side", output_field=CharField())


def _item_or_none(_actor: Actor) -> Combinable:
    return Coalesce("item__code", Cast("item__pk", CharField()), output_field=CharField())


_CONTENT = Node(
    DCT.hasPart,
    "content-{}",
    (RICO.Instantiation,),
    by=_what_and_where,
    name="contents",
    fields=(
        Ref(
            RICO.isOrWasInstantiationOf,
            "item",
            _item_or_none,
            "contentItem",
            Label(DCT.title, "item__title"),
        ),
        Ref(
            RICO.isOrWasInstantiationOf,
            "collection",
            "collection__code",
            "contentCollection",
            Label(DCT.title, "collection__title"),
        ),
        Lit(SKOS.prefLabel, "side", "side"),
        Lit(SCHEMA.position, "position", "position", XSD.integer),
        Lit(DCT.description, "start", "startAsWritten"),
    ),
)


def _opaque(_actor: Actor) -> Combinable:
    """Which file came of it is for staff: the file may serve items that one may not see."""
    return MD5(Concat(Cast("carrier", CharField()), Cast("pk", CharField())))


_DIGITISATION = Node(
    RICO.isOrWasAffectedBy,
    "digitisation-{}",
    (PROV.Activity,),
    by=_opaque,
    name="digitisations",
    fields=(
        Ref(PROV.used, "carrier", "carrier__code"),
        Lit(EBU.dateDigitised, "done", "digitised", EDTF),
        concept_at(RICO.hasProductionTechniqueType, "adConversions", "digitisations"),
        Lit(SCHEMA.instrument, "equipment", "equipment"),
        Ref(
            PROV.wasAssociatedWith,
            "agent",
            "digitiser__slug",
            "digitiser",
            Label(SKOS.prefLabel, "digitiser__name"),
            audience=Audience.STAFF,
        ),
        Lit(SKOS.editorialNote, "note", "editorialNote", audience=Audience.STAFF),
    ),
)

CARRIER = ResourceMap(
    kind="carrier",
    model=Carrier,
    types=(RICO.Instantiation, SCHEMA.ArchiveComponent),
    visible=lambda actor, act: Carrier.objects.visible_to(actor),
    key="code",
    keyed=lambda code: Q(code=code),
    fields=(
        Lit(DCT.identifier, "code", "code"),
        Lit(TA.originalCode, "original_code", "originalCode"),
        Lit(RICO.identifier, "original_number", "originalNumber"),
        Lit(DCT.title, "title", "title"),
        Lit(DCT.modified, "modified_at", "modifiedAt", XSD.dateTime),
        former("carrier"),
        Ref(
            RICO.hasOrHadHolder,
            "holder",
            "holder__slug",
            "holder",
            Label(SKOS.prefLabel, "holder__name"),
        ),
        Many(
            lambda actor: Carrier.objects.visible_to(actor).filter(copies=OuterRef("pk")),
            (Ref(PROV.wasDerivedFrom, "carrier", "code", "copyOf"),),
        ),
        Lit(DCT.created, "made", "made", EDTF),
        Lit(TA.duration, "duration_s", "duration", XSD.double),
        Lit(RICO.qualityOfRepresentationNote, "sound_quality", "soundQuality"),
        Lit(RICO.productionTechnique, "recording_system", "recordingSystem"),
        Lit(SCHEMA.depth, "tape_thickness_um", "tapeThickness", XSD.double),
        Lit(SCHEMA.model, "tape_reference", "tapeReference"),
        Lit(TA.status, "digitisation", "digitisation"),
        Lit(SCHEMA.itemLocation, "shelf", "shelf", audience=Audience.STAFF),
        Lit(SCHEMA.itemCondition, "condition", "condition", audience=Audience.STAFF),
        Lit(
            RICO.physicalCharacteristicsNote,
            "condition_comment",
            "conditionComment",
            audience=Audience.STAFF,
        ),
        Lit(SKOS.note, "comment", "comment", audience=Audience.STAFF),
        concepts("carrier"),
        Many(_contents, (_CONTENT,)),
        Many(
            lambda actor: Digitisation.objects.filter(carrier=OuterRef("pk")).order_by("pk"),
            (_DIGITISATION,),
        ),
    ),
    dependents=lambda ids: {"carrier": Carrier.objects.filter(copy_of__in=ids)},
)
