"""What the endpoint is, in its own words: SPARQL 1.1 Service Description."""

from ontology import iris
from ontology.namespaces import RDF, SD
from ontology.negotiate import TURTLE
from ontology.writers import serialise

_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
)


def describe() -> bytes:
    """Return the description in Turtle."""
    service = f"<{iris.base()}/sparql>"
    dataset, named = (f"<{iris.base()}/sparql#{name}>" for name in ("dataset", "public"))
    graph = f"<{iris.public_graph()}>"
    said = [
        f"{service} <{RDF.type}> <{SD.Service}> .",
        f"{service} <{SD.endpoint}> {service} .",
        f"{service} <{SD.supportedLanguage}> <{SD.SPARQL11Query}> .",
        *(
            f"{service} <{SD.resultFormat}> <http://www.w3.org/ns/formats/{name}> ."
            for name in _FORMATS
        ),
        f"{service} <{SD.defaultDataset}> {dataset} .",
        f"{dataset} <{RDF.type}> <{SD.Dataset}> .",
        f"{dataset} <{SD.namedGraph}> {named} .",
        f"{named} <{RDF.type}> <{SD.NamedGraph}> .",
        f"{named} <{SD.name}> {graph} .",
    ]
    return serialise.rdf(said, TURTLE)
