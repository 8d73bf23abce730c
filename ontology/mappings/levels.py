"""Fonds, corpora and collections: the tree above the items, as RiC-O has it."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import OuterRef, Q, TextField
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat
from rdflib import URIRef

from archive.access import Actor, Audience
from archive.models import (
    Carrier,
    Collection,
    CollectionCorpus,
    Corpus,
    CorpusFonds,
    Fonds,
    Item,
)
from ontology.mappings import people
from ontology.mappings.declare import Const, Field, Label, Lit, Many, Node, Ref, ResourceMap, Rows
from ontology.mappings.satellites import former, satellites, touched
from ontology.mappings.texts import EDTF, RIGHTS, described, translated
from ontology.namespaces import (
    DC,
    DCAT,
    DCT,
    FOAF,
    MO,
    RICO,
    RICO_SETS,
    SCHEMA,
    SKOS,
    TA,
    XSD,
)


def _corpora(actor: Actor) -> Rows:
    visible = Corpus.objects.visible_to(actor)
    return CollectionCorpus.objects.filter(collection=OuterRef("pk"), corpus__in=visible)


def _fonds(actor: Actor) -> Rows:
    visible = Fonds.objects.visible_to(actor)
    return CorpusFonds.objects.filter(corpus=OuterRef("pk"), fonds__in=visible)


def _keyed(code: str) -> Q:
    return Q(code=code)


#: What all four levels say of themselves, but for their code, title and level of access.
RECORD: tuple[Field, ...] = (
    described(DCT.abstract, "description", "description"),
    *RIGHTS,
    Ref(
        RICO.hasOrHadHolder,
        "holder",
        "holder__slug",
        "holder",
        Label(SKOS.prefLabel, "holder__name"),
    ),
    Lit(DCT.modified, "modified_at", "modifiedAt", XSD.dateTime),
    Lit(SCHEMA.sdDatePublished, "published_at", "publishedAt", XSD.dateTime),
    Lit(SKOS.note, "comment", "comment", audience=Audience.STAFF),
    Lit(SKOS.editorialNote, "archivist_notes", "archivistNotes", audience=Audience.STAFF),
)

RECORDED: tuple[Field, ...] = (
    Lit(DCT.created, "recorded", "recorded", EDTF),
    Lit(SCHEMA.startDate, "recorded_from", "recordedFrom", XSD.date),
    Lit(SCHEMA.endDate, "recorded_to", "recordedTo", XSD.date),
)


#: Who may find a level may harvest it: the rule knows no finer act above the items.
def _fields(kind: str, record_set: str, *others: Field) -> tuple[Field, ...]:
    return (
        Const(RICO.hasRecordSetType, RICO_SETS[record_set], name="recordSetType"),
        Lit(DCT.identifier, "code", "code"),
        described(DCT.title, "title", "title"),
        translated(DCT.alternative, "alternative_title", "alternativeTitle"),
        Lit(DCT.accessRights, "access", "access"),
        *RECORD,
        former(kind),
        people.of_level(kind),
        *satellites(kind),
        *others,
    )


FONDS = ResourceMap(
    kind="fonds",
    model=Fonds,
    types=(RICO.RecordSet,),
    visible=lambda actor, act: Fonds.objects.visible_to(actor),
    key="code",
    keyed=_keyed,
    fields=_fields("fonds", "Fonds"),
    touches=touched(Fonds),
    dependents=lambda ids: {"corpus": Corpus.objects.filter(fonds_links__fonds__in=ids)},
)

CORPUS = ResourceMap(
    kind="corpus",
    model=Corpus,
    types=(RICO.RecordSet,),
    visible=lambda actor, act: Corpus.objects.visible_to(actor),
    key="code",
    keyed=_keyed,
    fields=_fields(
        "corpus",
        "Series",
        *RECORDED,
        Many(
            _fonds,
            (
                Ref(
                    RICO.isDirectlyIncludedIn,
                    "fonds",
                    "fonds__code",
                    "fonds",
                    Label(DCT.title, "fonds__title"),
                ),
            ),
        ),
    ),
    touches=touched(Corpus),
    dependents=lambda ids: {"collection": Collection.objects.filter(corpus_links__corpus__in=ids)},
)


def _has_booklet(_actor: Actor) -> Combinable:
    return Concat("booklet_author", "booklet_description", output_field=TextField())


_BOOKLET = Node(
    DCT.relation,
    "booklet",
    (FOAF.Document,),
    when=_has_booklet,
    name="booklet",
    fields=(
        Lit(DC.creator, "booklet_author", "bookletAuthor"),
        translated(DCT.description, "booklet_description", "bookletDescription"),
    ),
)

_EDITION: tuple[Field, ...] = (
    Lit(DCT.issued, "published_in", "publishedIn", EDTF),
    Const(DCT.type, URIRef(str(MO.Release)), "is_published_edition", "isPublishedEdition"),
    Lit(MO.catalogue_number, "publisher_serial", "publisherSerial"),
    Lit(RICO.identifier, "publisher_reference", "publisherReference"),
    _BOOKLET,
    Lit(SCHEMA.citation, "external_references", "externalReferences"),
)


def _dependents(ids: Sequence[UUID]) -> dict[str, Rows]:
    return {
        "item": Item.objects.filter(collection__in=ids),
        "carrier": Carrier.objects.filter(contents__collection__in=ids),
    }


COLLECTION = ResourceMap(
    kind="collection",
    model=Collection,
    types=(RICO.RecordSet, DCAT.Catalog),
    visible=lambda actor, act: Collection.objects.visible_to(actor),
    key="code",
    keyed=_keyed,
    fields=_fields(
        "collection",
        "Collection",
        Lit(TA.originalCode, "original_code", "originalCode"),
        *RECORDED,
        *_EDITION,
        Lit(SCHEMA.itemLocation, "conservation_site", "conservationSite"),
        Lit(TA.copiesElsewhere, "alternative_copies", "alternativeCopies"),
        Lit(SCHEMA.materialExtent, "carrier_count", "carrierCount", XSD.integer),
        Lit(DCT.extent, "approximate_duration_s", "approximateDuration", XSD.duration),
        Lit(SCHEMA.creativeWorkStatus, "items_done", "itemsDone", audience=Audience.STAFF),
        people.COLLECTOR_IS_CREATOR,
        Many(
            _corpora,
            (
                Ref(
                    RICO.isDirectlyIncludedIn,
                    "corpus",
                    "corpus__code",
                    "corpora",
                    Label(DCT.title, "corpus__title"),
                ),
            ),
        ),
    ),
    # Items may have their collection's collectors, and are heard as it allows.
    spreads_on=(DCT.accessRights, RICO.hasCollector),
    touches=touched(Collection),
    dependents=_dependents,
)
