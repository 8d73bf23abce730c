"""Each GraphQL field has a predicate, or a reason why it has none (D-09).

The mapping registry of `ontology` and this schema tell of the same things. A field is coherent
when its type's mapping has a name for it (the same, or the one in `UNDER`), or when it is waived
here with a reason. `incoherent` also names what has gone stale: waivers and aliases that are no
longer needed, or whose field is gone.
"""

from collections.abc import Iterator, Mapping

from graphql import GraphQLObjectType, GraphQLSchema

from ontology.mappings.registry import names_of

#: GraphQL type -> kind of the mapping in which its fields must be found.
KINDS = {
    "Agent": "agent",
    "Collection": "collection",
    "Coordinates": "place",
    "Corpus": "corpus",
    "File": "item",
    "Fonds": "fonds",
    "Instrument": "instrument",
    "Item": "item",
    "Language": "language",
    "PartialDate": "item",
    "Part": "item",
    "Performance": "item",
    "Place": "place",
    "Population": "population",
    "Processor": "processor",
    "Result": "result",
    "Run": "run",
}

#: Types that are GraphQL's own way of speaking, or the player's, and describe no thing.
SPEECH = {
    "Access": "what this viewer may do, decided per request; RDF says the level (Item.access)",
    "AlternativeName": "a name and its language: one literal with a language tag in RDF",
    "Audio": "an address for this viewer's browser, which asks the act on each request",
    "Contribution": "a role and an agent: one triple whose predicate is the role in RDF",
    "Frames": "a window of a curve for drawing; RDF points to the whole dataset in its file",
    "Hit": "what a search found, and how well it fits the words",
    "Preset": "a choice of the house; a run says which plan it followed",
    "PresetNode": "a part of a preset, or of the plan that a run followed",
    "ProcessorOutput": "the processor's contract; each result says its own name and unit",
    "RunItem": "the state of work; what was made is said of each result",
    "RunProgress": "a moment of a run that is over when it is told",
    "TileSet": "pictures for the player, not statements about the sound",
    "Viewer": "who asks",
}
ENDINGS = ("Connection", "Edge", "Payload")
ROOTS = {"Query", "Mutation", "Subscription", "PageInfo"}

#: GraphQL field -> the name that the mapping has for the same thing.
UNDER = {
    "File.mimeType": "mediaType",
    "Instrument.parents": "broader",
    "Instrument.vernacularNames": "otherNames",
    "Item.agents": "recordists",
    "Item.parts": "files",
    "Language.slug": "notation",
    "PartialDate.earliest": "recordedFrom",
    "PartialDate.edtf": "recorded",
    "PartialDate.latest": "recordedTo",
    "Part.file": "files",
    "Performance.count": "instrumentCount",
    "Place.ancestors": "within",
    "Place.coordinates": "latitude",
    "Place.kind": "placeType",
    "Place.names": "otherNames",
    "Population.names": "otherNames",
    "Processor.id": "processor",
    "Processor.title": "name",
    "Result.computedAt": "createdAt",
    "Result.frames": "firstFrameAt",
    "Result.params": "parameters",
}

_ID = "GraphQL's opaque id; in RDF the IRI names the thing"
_IRI = "the subject itself"
_SLUG = "the last segment of the IRI"
_BACK = "the same statement read backwards: SPARQL follows the triple from the other side"
_COUNT = "a count over what this viewer may see; SPARQL counts for itself"
_VERSION = "a counter for editors (ifVersion); RDF says modifiedAt"
_WORK = "the state of work while it lasts; RDF tells of runs that have ended"
_FOR_PLAYER = "an address for the player, which asks the act on each request"
_HOUSE = "about the installed program, told by the house and not of a recording"

#: Fields of mapped types that have no predicate, with the reason.
WAIVED: dict[str, str] = {
    **{f"{name}.id": _ID for name in KINDS if name != "Processor"},
    **{f"{name}.iri": _IRI for name in KINDS},
    **{f"{name}.slug": _SLUG for name in ("Agent", "Instrument", "Place", "Population")},
    **{
        f"{name}.{field}": reason
        for name in ("Agent", "Instrument", "Language", "Place", "Population")
        for field, reason in (("itemCount", _COUNT), ("items", _BACK))
    },
    **{f"{name}.version": _VERSION for name in ("Collection", "Corpus", "Fonds", "Item")},
    "Agent.kind": "said by the class of the agent (person, group or corporate body)",
    "Collection.items": _BACK,
    "Corpus.collections": _BACK,
    "Fonds.corpora": _BACK,
    "Instrument.children": _BACK,
    "Place.children": _BACK,
    "Item.audio": _FOR_PLAYER,
    "Item.waveform": _FOR_PLAYER,
    "Item.spectrogram": _FOR_PLAYER,
    "Item.next": "an order of the shelf that depends on what this viewer may see",
    "Item.previous": "an order of the shelf that depends on what this viewer may see",
    "Item.runs": "who asked for work; the results say by which activity they were made",
    "File.depositedAt": "the archive's own ledger; RDF says of the file what it is",
    "File.frameCount": "duration and sampleRate say it",
    "File.integrityNote": "a sentence for people about a damaged file; integrity says that it is",
    "Part.start": "frames of a media fragment in RDF",
    "Part.end": "frames of a media fragment in RDF",
    "Part.position": "the order of parts is that of the timeline",
    "Processor.cost": _HOUSE,
    "Processor.description": _HOUSE,
    "Processor.kind": _HOUSE,
    "Processor.licence": _HOUSE,
    "Processor.outputs": _HOUSE,
    "Processor.parameters": _HOUSE,
    "Result.kind": "said by the class of the result (value, label, curve, picture, medium)",
    "Run.createdAt": "startedAt tells when the work began; the asking is no activity",
    "Run.nodes": "each result tells its processor, version and parameters",
    "Run.requestedBy": "a person: seen by that person and by staff only",
    **{
        f"Run.{field}": _WORK
        for field in (
            "doneSeconds",
            "error",
            "eta",
            "items",
            "progress",
            "soundSeconds",
            "speed",
            "stage",
        )
    },
}


def incoherent(schema: GraphQLSchema, waived: Mapping[str, str] = WAIVED) -> tuple[list[str], int]:
    """Return what does not fit, as sentences, and how many fields were examined."""
    found: list[str] = []
    examined = 0
    fields = {f"{of.name}.{name}" for of in object_types(schema) for name in of.fields}
    for of in object_types(schema):
        if _is_speech(of):
            continue
        for name in of.fields:
            examined += 1
            found += _wrong_with(of.name, name, waived)
    for stale in sorted({*waived, *UNDER} - fields):
        if not _may_be_absent(stale):
            found.append(f"{stale} is waived or renamed here, but the schema has no such field.")
    return found, examined


def _wrong_with(type_name: str, name: str, waived: Mapping[str, str]) -> Iterator[str]:
    field = f"{type_name}.{name}"
    if type_name not in KINDS:
        yield f"{field}: the type has no mapping, and is not listed as mere speech."
        return
    names = names_of(KINDS[type_name])
    alias = UNDER.get(field)
    if alias is not None and alias not in names:
        yield f"{field} should be {alias!r} in RDF, where that name is gone."
    has_predicate = name in names or alias is not None
    if not has_predicate and field not in waived:
        yield f"{field} has no predicate: map it in ontology/mappings, or waive it with a reason."
    if alias is not None and field in waived:
        yield f"{field} is waived, and renamed to {alias!r} as well."


def object_types(schema: GraphQLSchema) -> list[GraphQLObjectType]:
    """Return the schema's own object types."""
    return [
        of
        for of in schema.type_map.values()
        if isinstance(of, GraphQLObjectType) and not of.name.startswith("__")
    ]


def _is_speech(of: GraphQLObjectType) -> bool:
    is_error = any(interface.name == "Error" for interface in of.interfaces)
    return of.name in SPEECH or of.name in ROOTS or of.name.endswith(ENDINGS) or is_error


def _may_be_absent(field: str) -> bool:
    """Inner types have neither id nor IRI; the tables above give one rule for all."""
    return field.endswith((".id", ".iri"))
