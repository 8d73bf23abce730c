"""Runs, results and the processors that made them: every number explained (AFO, PROV-O).

    feature  --prov:wasGeneratedBy-->  #computation  --prov:wasAssociatedWith-->  processor
    feature  --prov:wasDerivedFrom-->  item#file-n   --dct:isPartOf (of #computation)--> run

A result's moment is when this item received it: when the shared computation was made would
betray another item with the same bytes. Frames are linked as a dataset, never exploded.
"""

from collections.abc import Callable

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    F,
    JSONField,
    OuterRef,
    Q,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KT
from django.db.models.functions import Concat
from rdflib import URIRef

from analysis.models import (
    Computation,
    Output,
    OutputKind,
    Result,
    Run,
    RunItemComputation,
)
from archive.access import Act, Actor, item_rule
from ontology import iris
from ontology.mappings.declare import (
    Const,
    Here,
    Label,
    Link,
    Lit,
    Many,
    Node,
    Ref,
    ResourceMap,
    Rows,
    TypeBy,
)
from ontology.mappings.rules import by_uuid, citation
from ontology.mappings.texts import media_type_iri
from ontology.namespaces import (
    AFO,
    AFV,
    DCAT,
    DCT,
    MO,
    PROV,
    RDF,
    SCHEMA,
    SKOS,
    TA,
    TL,
    VAMP,
    XSD,
)
from ontology.writers.ntriples import RDF_JSON

#: `processor.output` -> the class of the feature in AFO's vocabulary, where it has one.
FEATURES = {
    "loudness.integrated": (AFV.Loudness,),
    "loudness.momentary": (AFV.Loudness,),
    "loudness.short_term": (AFV.Loudness,),
    "pitch.f0": (AFV.Pitch,),
    "pitch.f0_median": (AFV.Pitch,),
    "pitch_swift.f0": (AFV.Pitch,),
    "pitch_swift.f0_median": (AFV.Pitch,),
    "pitch_histogram.tonic": (AFV.Pitch,),
    "melody.f0": (AFV.Pitch,),
    "tempo.bpm": (AFV.Tempo,),
    "tempo.tempo": (AFV.Tempo,),
    "key.key": (AFV.Key,),
    "key.segments": (AFV.Key,),
}


def _results(actor: Actor, act: Act) -> Rows:
    return Result.objects.visible_to(actor).allowing(actor, Act.SUMMARY).allowing(actor, act)


def _outputs(_actor: Actor) -> Rows:
    """The outputs of a result's computation, beside which the result can be read."""
    return (
        Output.objects.filter(computation__results=OuterRef("pk"))
        .exclude(kind=OutputKind.TILES)
        .order_by("name")
    )


def _runs(_actor: Actor) -> Rows:
    """The runs that asked for this computation on this very item."""
    return RunItemComputation.objects.filter(
        run_item__item=OuterRef("item"), computation=OuterRef("computation")
    ).order_by("run_item__run")


def _processor_key(path: str) -> Callable[[Actor], Combinable]:
    def column(_actor: Actor) -> Combinable:
        return Concat(
            F(f"{path}processor"),
            Value("@"),
            F(f"{path}processor_version"),
            output_field=CharField(),
        )

    return column


_OF_RESULT = _processor_key("computation__")
_OF_COMPUTATION = _processor_key("")


def _feature(_actor: Actor) -> Combinable:
    return Concat(F("computation__processor"), Value("."), F("name"), output_field=CharField())


def _is(*kinds: OutputKind, act: Act | None = None) -> Callable[[Actor], Combinable]:
    """Whether an output is of these kinds, and the actor may do the act to its result's item."""

    def column(actor: Actor) -> Combinable:
        rule = Q(kind__in=kinds)
        if act is not None:
            rule &= item_rule(actor, act, "computation__results__item__")
        return Case(When(rule, then=True), default=False, output_field=BooleanField())

    return column


#: What lies in the HDF5 file as more than one number.
_DATASETS = (OutputKind.VECTOR, OutputKind.FRAMES, OutputKind.EVENTS, OutputKind.SEGMENTS)
_IS_FRAMES = _is(OutputKind.FRAMES)
_IS_DATASET, _MAY_READ_DATASET = _is(*_DATASETS), _is(*_DATASETS, act=Act.DERIVE)
_MAY_HEAR = _is(OutputKind.MEDIA, act=Act.LISTEN)
_NOT_MEDIA = _is(OutputKind.VALUE, OutputKind.LABEL, *_DATASETS)


def _listening_copy(allowed: bool, result: str, name: str) -> str | None:  # noqa: FBT001 - a column
    return f"{iris.base()}/media/results/{result}/{iris.encode(name)}" if allowed else None


def _mime_type(_actor: Actor) -> Combinable:
    return KT("data__mimeType")


def _page_of_dataset(allowed: bool, result: str) -> str | None:  # noqa: FBT001 - a column
    return iris.mint("result", str(result)) if allowed else None


def _effects(_actor: Actor) -> Combinable:
    """What the sound went through first; nothing is said where that is nothing."""
    return Case(
        When(computation__effects=[], then=None),
        default=F("computation__effects"),
        output_field=JSONField(),
    )


COMPUTATION = Node(
    PROV.wasGeneratedBy,
    "computation",
    (PROV.Activity,),
    name="computation",
    fields=(
        Ref(
            PROV.wasAssociatedWith,
            "processor",
            _OF_RESULT,
            "agent",
            Label(SKOS.prefLabel, "computation__processor"),
        ),
        Ref(
            PROV.used,
            "item",
            citation("item__"),
            "used",
            fragment="file-{}",
            by="part__position",
        ),
        Lit(TA.parameters, "computation__params", "parameters", RDF_JSON),
        Lit(TA.effects, _effects, "effects", RDF_JSON),
        Lit(TA.libraries, "computation__libraries", "libraries", RDF_JSON),
        Lit(TA.startFrame, "computation__start_frame", "startFrame", XSD.integer),
        Lit(TA.endFrame, "computation__end_frame", "endFrame", XSD.integer),
        Many(_runs, (Ref(DCT.isPartOf, "run", "run_item__run", "runs"),)),
    ),
)

GRID = Node(
    TA.timeGrid,
    "{}-grid",
    (TL.UniformSamplingWindowingMap,),
    by="name",
    when=_IS_FRAMES,
    name="timeGrid",
    fields=(
        Lit(TA.firstFrameAt, "t0_s", "firstFrameAt", XSD.double),
        Lit(TA.framePeriod, "period_s", "framePeriod", XSD.double),
        Ref(
            TL.domainTimeLine,
            "item",
            citation("computation__results__item__"),
            "domainTimeline",
            fragment="timeline",
        ),
    ),
)

DATASET = Node(
    DCAT.distribution,
    "{}-hdf5",
    (DCAT.Distribution,),
    by="name",
    when=_MAY_READ_DATASET,
    name="distribution",
    fields=(
        Const(DCAT.mediaType, URIRef(str(media_type_iri("application/x-hdf5"))), name="mediaType"),
        Link(DCAT.accessURL, (_MAY_READ_DATASET, "computation__results__pk"), _page_of_dataset),
        Lit(TA.hdf5Path, "hdf5_path", "hdf5Path"),
        Lit(TA.shape, "shape", "shape", RDF_JSON),
    ),
)

COPY = Node(
    DCAT.distribution,
    "{}-copy",
    (DCAT.Distribution, MO.AudioFile),
    by="name",
    when=_MAY_HEAR,
    name="distribution",
    fields=(
        Link(DCAT.mediaType, (_mime_type,), media_type_iri, "mediaType"),
        Link(
            DCAT.downloadURL,
            (_MAY_HEAR, "computation__results__pk", "name"),
            _listening_copy,
            "downloadUrl",
        ),
    ),
)

FEATURE = Node(
    DCT.hasPart,
    "{}",
    (PROV.Entity,),
    by="name",
    name="outputs",
    fields=(
        Const(RDF.type, AFO.AudioFeature, when=_NOT_MEDIA),
        Const(RDF.type, DCAT.Dataset, when=_IS_DATASET),
        TypeBy(_feature, FEATURES),
        Lit(SKOS.prefLabel, "name", "name"),
        Lit(AFO.value, "value", "value", XSD.double),
        Lit(AFO.value, "label", "label"),
        Lit(SCHEMA.unitText, "unit", "unit"),
        Here(PROV.wasGeneratedBy, "computation", name="computation"),
        Ref(
            PROV.wasDerivedFrom,
            "item",
            citation("computation__results__item__"),
            "derivedFrom",
            fragment="file-{}",
            by="computation__results__part__position",
        ),
        GRID,
        DATASET,
        COPY,
    ),
)

RESULT = ResourceMap(
    kind="result",
    model=Result,
    types=(PROV.Entity, TA.Result),
    visible=_results,
    key="pk",
    keyed=by_uuid,
    fields=(
        Ref(TA.resultOf, "item", citation("item__"), "item", Label(DCT.title, "item__title")),
        Lit(TA.processorId, "computation__processor", "processor"),
        Lit(SCHEMA.softwareVersion, "computation__processor_version", "version"),
        Lit(DCT.created, "created_at", "createdAt", XSD.dateTime),
        Ref(DCT.isReplacedBy, "result", "superseded_by", "replacedBy"),
        COMPUTATION,
        Many(_outputs, (FEATURE,)),
    ),
)


def _public_runs(actor: Actor, act: Act) -> Rows:
    """A run is found through a result that one may read; who asked for it, finds it at once."""
    if actor.is_staff:
        return Run.objects.all()
    asked = RunItemComputation.objects.filter(
        run_item__run=OuterRef(OuterRef("pk")),
        run_item__item=OuterRef("item"),
        computation=OuterRef("computation"),
    )
    found = Q(Exists(_results(actor, act).filter(Exists(asked))))
    if actor.user_id is not None:
        found |= Q(requested_by=actor.user_id)
    return Run.objects.filter(found)


RUN = ResourceMap(
    kind="run",
    model=Run,
    types=(PROV.Activity, TA.Run),
    visible=_public_runs,
    key="pk",
    keyed=by_uuid,
    fields=(
        Lit(TA.preset, "preset", "preset"),
        Lit(TA.status, "status", "status"),
        Lit(PROV.startedAtTime, "created_at", "startedAt", XSD.dateTime),
        Lit(PROV.endedAtTime, "finished_at", "finishedAt", XSD.dateTime),
    ),
    # A run that reuses what is there makes no new result, yet the results are part of it.
    dependents=lambda ids: {
        "result": Result.objects.filter(
            Exists(
                RunItemComputation.objects.filter(
                    run_item__run__in=ids,
                    run_item__item=OuterRef("item"),
                    computation=OuterRef("computation"),
                )
            )
        )
    },
)


def _used_processors(actor: Actor, act: Act) -> Rows:
    """One row per processor and version that made a result one may read."""
    results = _results(actor, act).filter(computation=OuterRef("pk"))
    return (
        Computation.objects.filter(Exists(results))
        .order_by("processor", "processor_version")
        .distinct("processor", "processor_version")
    )


def _processor_named(key: str) -> Q:
    name, _, version = key.rpartition("@")
    return Q(processor=name, processor_version=version)


PROCESSOR = ResourceMap(
    kind="processor",
    model=Computation,
    types=(PROV.SoftwareAgent, PROV.Entity),
    visible=_used_processors,
    pk=_OF_COMPUTATION,
    key=_OF_COMPUTATION,
    keyed=_processor_named,
    fields=(
        Lit(SKOS.prefLabel, "processor", "name"),
        Lit(VAMP.identifier, "processor"),
        Lit(TA.processorId, "processor", "processor"),
        Lit(SCHEMA.softwareVersion, "processor_version", "version"),
    ),
)
