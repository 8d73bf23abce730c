"""Tracks along an item's time, as Web Annotations on media fragments.

A track is a collection whose lines are its # parts: an item's document names its tracks and does
not repeat a thousand lines. Each line's target is an interval too, so that times can be compared.
"""

from django.db.models import Case, CharField, F, FloatField, OuterRef, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Concat
from rdflib import URIRef

from archive.access import Act, Actor, Audience, item_rule
from archive.models import Annotation, Track, TrackKind
from ontology.mappings.declare import (
    Const,
    Label,
    Link,
    Lit,
    Many,
    Node,
    Ref,
    ResourceMap,
    Rows,
)
from ontology.mappings.rules import by_uuid, citation
from ontology.mappings.satellites import concept_at
from ontology.mappings.texts import LICENCE
from ontology.namespaces import AFO, AS, DCT, OA, RDF, SCHEMA, TL, XSD

_MEDIA_FRAGMENTS = URIRef("http://www.w3.org/TR/media-frags/")

#: What a line of each kind of track is for, in the words of Web Annotation.
_MOTIVATIONS = {
    TrackKind.LYRICS: OA.describing,
    TrackKind.TRANSCRIPT: OA.describing,
    TrackKind.TRANSLATION: OA.describing,
    TrackKind.MARKERS: OA.bookmarking,
    TrackKind.LABELS: OA.tagging,
}


def _visible(actor: Actor, act: Act) -> Rows:
    # What a track may be read by is one rule: words that are heard are for those who may hear them.
    return Track.objects.visible_to(actor).filter(item_rule(actor, act, "item__"))


def _lines(actor: Actor) -> Rows:
    rows = Annotation.objects.visible_to(actor).filter(track=OuterRef("pk"))
    return rows.order_by("start_s", "pk")


def _end(_actor: Actor) -> Combinable:
    """A moment ends when it begins."""
    return Coalesce(F("end_s"), F("start_s"), output_field=FloatField())


def _fragment(_actor: Actor) -> Combinable:
    """Media Fragments' `t=12.5,17`; of a moment `t=12.5`."""
    start, end = Cast("start_s", CharField()), Cast("end_s", CharField())
    ended = Concat(Value(","), end, output_field=CharField())
    return Concat(
        Value("t="),
        start,
        Case(When(end_s__isnull=True, then=Value("")), default=ended),
        output_field=CharField(),
    )


def _motivation(kind: str) -> str | None:
    return str(_MOTIVATIONS[TrackKind(kind)]) if kind in _MOTIVATIONS else None


_TARGET = Node(
    OA.hasTarget,
    "{}-target",
    (OA.SpecificResource, TL.Interval),
    by="pk",
    name="target",
    fields=(
        Ref(OA.hasSource, "item", citation("item__"), fragment="signal"),
        Lit(TL.start, "start_s", "start", XSD.double),
        Lit(TL.end, _end, "end", XSD.double),
        Node(
            OA.hasSelector,
            "{}-time",
            (OA.FragmentSelector,),
            by="pk",
            name="selector",
            fields=(
                Lit(RDF.value, _fragment, "fragment"),
                Const(DCT.conformsTo, _MEDIA_FRAGMENTS),
            ),
        ),
    ),
)

_LINE = Node(
    AS.items,
    "{}",
    (OA.Annotation,),
    by="pk",
    name="annotations",
    fields=(
        Link(OA.motivatedBy, ("track__kind",), _motivation, "motivation"),
        Node(
            OA.hasBody,
            "{}-body",
            (OA.TextualBody,),
            by="pk",
            when="text",
            name="body",
            fields=(Lit(RDF.value, "text", "text", language="track__language"),),
        ),
        concept_at(OA.hasBody, "concepts", "annotations"),
        Lit(AFO.confidence, "confidence", "confidence", XSD.double),
        _TARGET,
    ),
)

TRACK = ResourceMap(
    kind="track",
    model=Track,
    types=(AS.OrderedCollection,),
    visible=_visible,
    key="pk",
    keyed=by_uuid,
    fields=(
        Ref(SCHEMA.about, "item", citation("item__"), "about", Label(DCT.title, "item__title")),
        Lit(DCT.type, "kind", "kind"),
        Lit(DCT.title, "title", "title", language="language"),
        Lit(DCT.language, "language", "language"),
        Lit(DCT["format"], "format", "format"),
        Lit(SCHEMA.position, "position", "position", XSD.integer),
        Lit(DCT.modified, "modified_at", "modifiedAt", XSD.dateTime),
        Lit(DCT.source, "source", "source", audience=Audience.STAFF),
        *LICENCE,
        Many(_lines, (_LINE,)),
    ),
)
