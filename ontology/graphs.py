"""Linked data in a notebook: `graph(item)` is what the world reads of it, as an rdflib graph."""

from rdflib import Graph

from archive.access import PUBLIC, Actor
from ontology import context, iris
from ontology.documents import Asked, document
from ontology.errors import OntologyError
from ontology.iris import HasPage


def graph(thing: HasPage, actor: Actor = PUBLIC) -> Graph:
    """Return the triples of a thing's document, as far as the actor may read them.

    Raises
    ------
    OntologyError : the actor may not find the thing.
    """
    parts = iris.parse(iris.iri_of(thing))
    said = document(Asked(parts.kind, parts.key), actor) if parts else None
    if said is None:
        raise OntologyError("There is no such record here, or none that this actor may see.")
    made = Graph(bind_namespaces="none")
    for prefix, namespace in context.prefixes().items():
        made.bind(prefix, namespace)
    return made.parse(data="\n".join(said.triples + said.labels), format="nt")
