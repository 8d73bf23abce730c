"""Fonds, corpora and collections: the tree above the items, as RiC-O has it."""

from django.db.models import OuterRef, Q

from archive.access import Actor
from archive.models import (
    Collection,
    CollectionCorpus,
    Corpus,
    CorpusFonds,
    Fonds,
    Item,
)
from ontology.mappings.declare import Const, Field, Label, Lit, Many, Ref, ResourceMap, Rows
from ontology.namespaces import DCAT, DCT, RICO, RICO_SETS, XSD


def _corpora(actor: Actor) -> Rows:
    visible = Corpus.objects.visible_to(actor)
    return CollectionCorpus.objects.filter(collection=OuterRef("pk"), corpus__in=visible)


def _fonds(actor: Actor) -> Rows:
    visible = Fonds.objects.visible_to(actor)
    return CorpusFonds.objects.filter(corpus=OuterRef("pk"), fonds__in=visible)


def _keyed(code: str) -> Q:
    return Q(code=code)


#: Who may find a level may harvest it: the rule knows no finer act above the items.
def _fields(*others: Field) -> tuple[Field, ...]:
    return (
        Lit(DCT.identifier, "code", "code"),
        Lit(DCT.title, "title", "title"),
        Lit(DCT.abstract, "description", "description"),
        Lit(DCT.accessRights, "access", "access"),
        Lit(DCT.modified, "modified_at", "modifiedAt", XSD.dateTime),
        *others,
    )


def _set_type(name: str) -> Const:
    return Const(RICO.hasRecordSetType, RICO_SETS[name], name="recordSetType")


FONDS = ResourceMap(
    kind="fonds",
    model=Fonds,
    types=(RICO.RecordSet,),
    visible=lambda actor, act: Fonds.objects.visible_to(actor),
    key="code",
    keyed=_keyed,
    fields=_fields(_set_type("Fonds")),
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
        _set_type("Series"),
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
    dependents=lambda ids: {"collection": Collection.objects.filter(corpus_links__corpus__in=ids)},
)

COLLECTION = ResourceMap(
    kind="collection",
    model=Collection,
    types=(RICO.RecordSet, DCAT.Catalog),
    visible=lambda actor, act: Collection.objects.visible_to(actor),
    key="code",
    keyed=_keyed,
    fields=_fields(
        _set_type("Collection"),
        Lit(DCT.alternative, "alternative_title", "alternativeTitle"),
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
    spreads_on=(DCT.accessRights,),
    dependents=lambda ids: {"item": Item.objects.filter(collection__in=ids)},
)
