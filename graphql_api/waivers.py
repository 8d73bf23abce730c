"""What the check of coherence goes by: which type is which mapping, and what has no predicate."""

#: GraphQL type -> kind of the mapping in which its fields must be found.
KINDS = {
    "Agent": "agent",
    "Annotation": "track",
    "Carrier": "carrier",
    "CarrierContent": "carrier",
    "Collection": "collection",
    "Coordinates": "place",
    "Concept": "concept",
    "Corpus": "corpus",
    "Digitisation": "carrier",
    "File": "item",
    "Fonds": "fonds",
    "Holder": "holder",
    "Identifier": "item",
    "Instrument": "instrument",
    "Item": "item",
    "Language": "language",
    "PartialDate": "item",
    "Part": "item",
    "Performance": "item",
    "Place": "place",
    "Population": "population",
    "Processor": "processor",
    "RelatedMedia": "item",
    "Result": "result",
    "Run": "run",
    "Scheme": "scheme",
    "Track": "track",
}

#: Types that are GraphQL's own way of speaking, or the player's, and describe no thing.
_KEPT = "kept to itself by the archive: RDF says the record's own conditions of use"
_HISTORY = "the history of records is for those who edit them; RDF says what holds now"

SPEECH = {
    "Access": "what this viewer may do, decided per request; RDF says the level (Item.access)",
    "Accession": _KEPT,
    "Agreement": _KEPT,
    "AgreementParty": _KEPT,
    "AlternativeName": "a name and its language: one literal with a language tag in RDF",
    "BinEntry": _HISTORY,
    "ChangedRecord": _HISTORY,
    "CodePolicy": "how codes are made; what a record is called, RDF says",
    "ConceptLink": "a use and a concept: one triple whose predicate is the use in RDF",
    "Difference": _HISTORY,
    "DifferenceValue": _HISTORY,
    "ExtraField": "defines a predicate: its IRI is that predicate, and records say its values",
    "ExtraValue": "a field and its value: one triple whose predicate is the field in RDF",
    "HistoryEntry": _HISTORY,
    "JournalEntry": _HISTORY,
    "Player": "who plays: one triple (mo:performer) of the performance in RDF",
    "Siblings": "an order of the shelf that depends on what this viewer may see",
    "StagedUpload": "bytes that wait for their record, seen by who sent them",
    "Translation": "a text in a language: one literal with a language tag in RDF",
    "Audio": "an address for this viewer's browser, which asks the act on each request",
    "Contribution": "a role and an agent: one triple whose predicate is the role in RDF",
    "Frames": "a window of a curve for drawing; RDF points to the whole dataset in its file",
    "Hit": "what a search found, and how well it fits the words",
    "Preset": "a choice of the house; a run says which plan it followed",
    "RecordChange": "news of a change; RDF says what holds now",
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
    "Annotation.concept": "concepts",
    "Carrier.concepts": "physicalFormats",
    "CarrierContent.collection": "contentCollection",
    "CarrierContent.item": "contentItem",
    "CarrierContent.start": "startAsWritten",
    "Collection.agents": "recordists",
    "Collection.collectorIsCreator": "creators",
    "Corpus.agents": "recordists",
    "Digitisation.conversion": "adConversions",
    "Digitisation.done": "digitised",
    "Digitisation.note": "editorialNote",
    "Fonds.agents": "recordists",
    "Holder.agent": "authority",
    "Identifier.note": "editorialNote",
    "Identifier.type": "identifierType",
    "Identifier.value": "identifier",
    "RelatedMedia.mimeType": "mediaType",
    "Track.item": "about",
    "Item.agents": "recordists",
    "Item.collectorFromCollection": "collectors",
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

#: Names of fields that have no predicate on whatever mapped type they stand, with the reason.
WAIVED_ANYWHERE: dict[str, str] = {
    "id": _ID,
    "iri": _IRI,
    "slug": _SLUG,
    "itemCount": _COUNT,
    "items": _BACK,
    "version": _VERSION,
    "translations": "each is a literal with its language tag, beside the text that it translates",
    "languageOfDescription": "the language tag of the literals that describe the record",
    "askedByOldCode": "how this viewer asked; RDF says dct:replaces of every old address",
    "createdAt": "the archive's own ledger; RDF says publishedAt and modifiedAt",
    "state": "only what is published is said in public",
    "opensWithAge": "a rule for the clock; access says how far it goes today",
    "audience": "RDF says what the reader may read, and not who else may",
}

#: Fields of mapped types that have no predicate, with the reason.
WAIVED: dict[str, str] = {
    "Annotation.speaker": "a person's voice: for staff, and said nowhere else",
    "Carrier.accession": _KEPT,
    "Carrier.copies": _BACK,
    "Carrier.hasSticker": "a mark on the box for who handles it",
    "Digitisation.file": "which file came of which tape is for staff: it may serve hidden items",
    "Holder.collections": _BACK,
    "Holder.defaultLicence": "each record says its own licence",
    "Holder.defaultRecordLicence": "each record says its own licence",
    "RelatedMedia.isKeptHere": "who stores it, which its address does not depend on",
    "RelatedMedia.position": "an order on the page",
    "Track.author": "an account: seen by that person and by staff only",
    "Track.url": "a file of timed text made on request from what RDF says",
    "Agent.kind": "said by the class of the agent (person, group or corporate body)",
    "Corpus.collections": _BACK,
    "Fonds.corpora": _BACK,
    "Instrument.children": _BACK,
    "Place.children": _BACK,
    "Item.audio": _FOR_PLAYER,
    "Item.waveform": _FOR_PLAYER,
    "Item.spectrogram": _FOR_PLAYER,
    "Item.next": "an order of the shelf that depends on what this viewer may see",
    "Item.previous": "an order of the shelf that depends on what this viewer may see",
    "Item.siblings": "an order of the shelf that depends on what this viewer may see",
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
