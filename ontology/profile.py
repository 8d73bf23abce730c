"""Our own terms: few, thin, each under a published one. Served at `{BASE}/ns`.

A term is coined where no published one says what the archive must say; the test of the registry
holds this table and the declarations to each other.
"""

from dataclasses import dataclass

from rdflib import URIRef

from ontology import iris
from ontology.namespaces import (
    ACO,
    DCT,
    EVENT,
    GN,
    MO,
    OWL,
    PROV,
    RDF,
    RDFS,
    RICO,
    SCHEMA,
    SKOS,
    TL,
)
from ontology.writers import ntriples


@dataclass(frozen=True)
class Term:
    """A class, property or datatype of ours, and the published term above it."""

    label: str
    comment: str
    type: URIRef
    above: URIRef | None = None


def _class(label: str, comment: str, above: URIRef) -> Term:
    return Term(label, comment, OWL.Class, above)


def _value(label: str, comment: str, above: URIRef | None = None) -> Term:
    return Term(label, comment, OWL.DatatypeProperty, above)


def _link(label: str, comment: str, above: URIRef | None = None) -> Term:
    return Term(label, comment, OWL.ObjectProperty, above)


TERMS: dict[str, Term] = {
    "Item": _class("item", "One recorded thing as the archive describes it.", RICO.Record),
    "EthnicGroup": _class(
        "ethnic group", "A group as a subject of records; no claim about a person.", SKOS.Concept
    ),
    "Result": _class("result", "What one processor found in one item.", PROV.Entity),
    "Run": _class("run", "A request to analyse some items with a preset.", PROV.Activity),
    "recordingEvent": _link("recording event", "The event that recorded it.", DCT.relation),
    "signal": _link("signal", "The sound of an item, whatever files hold it.", DCT.relation),
    "performance": _link("performance", "An instrument's part in an item.", DCT.relation),
    "result": _link("result", "A result of analysis that an item shows.", DCT.relation),
    "resultOf": _link("result of", "The item that a result is about.", DCT.relation),
    "ethnicGroup": _link("ethnic group", "A group whose music or speech is heard.", DCT.subject),
    "informant": _link("informant", "Who told what the record says.", DCT.contributor),
    "digitiser": _link("digitiser", "Who made sound that lasts of it.", DCT.contributor),
    "describer": _link("describer", "Who established what the record says.", DCT.contributor),
    "recordingContext": _link(
        "recording context", "The circumstances in which it was recorded.", DCT.relation
    ),
    "function": _link("function", "What it is sung, played or told for.", DCT.subject),
    "within": _link("within", "A place that holds it or is it.", DCT.isPartOf),
    "timeGrid": _link("time grid", "How a framewise feature's frames lie in time.", DCT.relation),
    "originalCode": _value("original code", "The code that it had before.", DCT.identifier),
    "languageComment": _value("language comment", "Dialects, registers.", DCT.description),
    "contextComment": _value("context comment", "Its ethnographic context.", DCT.description),
    "performanceMode": _value("performance mode", "Solo, in unison.", DCT.description),
    "collectorSelection": _value(
        "collector's selection", "What its collector chose it for.", DCT.description
    ),
    "copiesElsewhere": _value("copies elsewhere", "Who else keeps it.", DCT.description),
    "placeComment": _value("place comment", "More on the place.", DCT.description),
    "duration": _value("duration", "Length in seconds.", DCT.extent),
    "vernacularName": _value("vernacular name", "As players call it.", SKOS.altLabel),
    "instrumentCount": _value("instrument count", "How many of the instrument play."),
    "processorId": _value("processor", "Its registered name.", DCT.identifier),
    "parameters": _value("parameters", "All parameters of a computation, as JSON."),
    "effects": _value("effects", "What the sound went through before it was computed, as JSON."),
    "libraries": _value("libraries", "The libraries that computed, and their versions, as JSON."),
    "startFrame": _value("start frame", "First sample frame of the interval analysed."),
    "endFrame": _value("end frame", "The sample frame after the interval's last."),
    "firstFrameAt": _value("first frame at", "Seconds from the start to the first frame's centre."),
    "framePeriod": _value("frame period", "Seconds between frames."),
    "hdf5Path": _value("HDF5 path", "Where the dataset lies in its HDF5 file."),
    "shape": _value("shape", "The dataset's dimensions, as JSON."),
    "preset": _value("preset", "The preset that a run was asked with."),
    "status": _value("status", "How far work is: of a run, or of a carrier's copying."),
    "hs": Term("Hornbostel-Sachs number", "A class of instruments.", RDFS.Datatype),
}

#: What a newcomer may take each borrowed vocabulary for.
SEE_ALSO = (ACO, EVENT, GN, MO, SCHEMA, TL)


def triples() -> list[str]:
    """Return the profile as N-Triples."""
    profile = iris.profile()
    head = f"<{profile.removesuffix('#')}>"
    said = [
        f"{head} <{RDF.type}> <{OWL.Ontology}> .",
        f"{head} <{DCT.title}> {ntriples.string('Sonotheque application profile')} .",
        *(f"{head} <{RDFS.seeAlso}> <{vocabulary}> ." for vocabulary in SEE_ALSO),
    ]
    for name, term in TERMS.items():
        s = f"<{profile}{name}>"
        below = RDFS.subClassOf if term.type == OWL.Class else RDFS.subPropertyOf
        said += [
            f"{s} <{RDF.type}> <{term.type}> .",
            f"{s} <{RDFS.label}> {ntriples.tagged(term.label, 'en')} .",
            f"{s} <{RDFS.comment}> {ntriples.tagged(term.comment, 'en')} .",
            f"{s} <{RDFS.isDefinedBy}> {head} .",
        ]
        if term.above is not None:
            said.append(f"{s} <{below}> <{term.above}> .")
    return said
