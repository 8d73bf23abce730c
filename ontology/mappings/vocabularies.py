"""Controlled vocabularies as SKOS has them: schemes, and the concepts in them.

A scheme does not list its concepts (it may have thousands): each says which scheme it is in, and
whether it stands at its top.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F, Func, OuterRef, Q, Subquery, TextField, UUIDField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat

from archive.access import Actor
from archive.models import (
    Carrier,
    Collection,
    Concept,
    ConceptClosure,
    ConceptEdge,
    ConceptMatch,
    ConceptName,
    Corpus,
    Fonds,
    Item,
    Place,
    Scheme,
    Track,
)
from ontology.mappings.declare import Label, Link, Lit, Many, Ref, ResourceMap, Rows
from ontology.mappings.names import matches, names
from ontology.mappings.rules import by_concept_key, concept_key
from ontology.mappings.satellites import former
from ontology.mappings.texts import translated, web_address
from ontology.namespaces import DCT, SKOS, XSD

SCHEME = ResourceMap(
    kind="scheme",
    model=Scheme,
    types=(SKOS.ConceptScheme,),
    visible=lambda actor, act: Scheme.objects.visible_to(actor),
    key="slug",
    keyed=lambda slug: Q(slug=slug),
    fields=(
        translated(DCT.title, "title", "title"),
        translated(DCT.abstract, "description", "description"),
        Link(DCT.source, ("source",), web_address, "sourceUrl"),
        Lit(DCT.modified, "modified_at", "modifiedAt", XSD.dateTime),
        former("scheme"),
    ),
    # A vocabulary that is listed no longer takes its concepts with it, wherever they are named.
    dependents=lambda ids: {
        "concept": Concept.objects.filter(scheme__in=ids),
        **_naming(Q(scheme__in=ids)),
    },
)


def _naming(which: Q) -> dict[str, Rows]:
    """Return the records that name some concepts, whatever for."""
    some = Concept.objects.filter(which)
    levels = {"fonds": Fonds, "corpus": Corpus, "collection": Collection, "item": Item}
    return {
        "place": Place.objects.filter(type__in=some),
        "track": Track.objects.filter(annotations__concept__in=some).distinct(),
        "carrier": Carrier.objects.filter(
            Q(concept_links__concept__in=some) | Q(digitisations__conversion__in=some)
        ).distinct(),
        **{
            kind: model._default_manager.filter(
                Q(concept_links__concept__in=some)
                | Q(identifiers__type__in=some)
                | Q(extra_values__concept__in=some)
            ).distinct()
            for kind, model in levels.items()
        },
    }


def _dependents(ids: Sequence[UUID]) -> dict[str, Rows]:
    around = Q(ancestor_links__ancestor__in=ids) | Q(child_edges__child__in=ids)
    return {
        "concept": Concept.objects.filter(around).exclude(pk__in=ids).distinct(),
        **_naming(Q(pk__in=ids)),
    }


def _broader(actor: Actor) -> Rows:
    visible = Concept.objects.visible_to(actor)
    return ConceptEdge.objects.filter(child=OuterRef("pk"), parent__in=visible).order_by("pk")


def _all_broader(actor: Actor) -> Rows:
    visible = Concept.objects.visible_to(actor)
    return ConceptClosure.objects.filter(descendant=OuterRef("pk"), ancestor__in=visible).exclude(
        ancestor=F("descendant")
    )


def _narrower(actor: Actor) -> Rows:
    visible = Concept.objects.visible_to(actor)
    return ConceptEdge.objects.filter(parent=OuterRef("pk"), child__in=visible).order_by("pk")


def _split(code: F, number: int) -> Func:
    """Old codes of concepts are kept as `{scheme's uuid}/{slug}` (`Kind.old_code`)."""
    return Func(code, Value("/"), Value(number), function="split_part", output_field=TextField())


def _taken() -> Rows:
    code = OuterRef("code")
    return Concept.objects.filter(
        scheme=Cast(_split(code, 1), UUIDField()), slug=Cast(_split(code, 2), TextField())
    )


def _old_key(_actor: Actor) -> Combinable:
    scheme = Scheme.objects.filter(pk=Cast(_split(OuterRef("code"), 1), UUIDField()))
    slug = Subquery(scheme.values("slug"), output_field=TextField())
    return Concat(slug, Value("/"), _split(F("code"), 2), output_field=TextField())


CONCEPT = ResourceMap(
    kind="concept",
    model=Concept,
    types=(SKOS.Concept,),
    visible=lambda actor, act: Concept.objects.visible_to(actor),
    key=concept_key(),
    keyed=by_concept_key,
    fields=(
        Lit(SKOS.prefLabel, "name", "name"),
        *names(ConceptName, "concept"),
        matches(ConceptMatch, "concept"),
        translated(SKOS.note, "note", "note"),
        Lit(SKOS.notation, "notation", "notation"),
        Lit(DCT.modified, "modified_at", "modifiedAt", XSD.dateTime),
        former("concept", _old_key, _taken),
        Ref(SKOS.inScheme, "scheme", "scheme__slug", "scheme", Label(DCT.title, "scheme__title")),
        Many(
            lambda actor: Concept.objects.filter(pk=OuterRef("pk"), parent_edges=None),
            (Ref(SKOS.topConceptOf, "scheme", "scheme__slug", "topConceptOf"),),
        ),
        Many(
            _broader,
            (
                Ref(
                    SKOS.broader,
                    "concept",
                    concept_key("parent__"),
                    "broader",
                    Label(SKOS.prefLabel, "parent__name"),
                ),
            ),
        ),
        Many(
            _all_broader,
            (
                Ref(
                    SKOS.broaderTransitive,
                    "concept",
                    concept_key("ancestor__"),
                    "broaderTransitive",
                ),
            ),
        ),
        Many(
            _narrower,
            (
                Ref(
                    SKOS.narrower,
                    "concept",
                    concept_key("child__"),
                    "narrower",
                    Label(SKOS.prefLabel, "child__name"),
                ),
            ),
        ),
    ),
    above=lambda ids: Concept.objects.filter(descendant_links__descendant__in=ids),
    spreads_on=(SKOS.broaderTransitive,),
    dependents=_dependents,
)
