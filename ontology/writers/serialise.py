"""From N-Triples to what was asked for, always the same triples."""

from collections.abc import Iterable

from pyoxigraph import RdfFormat, Triple, parse, serialize

from ontology import context
from ontology.negotiate import JSONLD, NTRIPLES, RDFXML, TURTLE, Format
from ontology.writers import jsonld

_OXIGRAPH = {TURTLE: RdfFormat.TURTLE, RDFXML: RdfFormat.RDF_XML}


def read(lines: Iterable[str]) -> list[Triple]:
    """Return N-Triples lines as terms."""
    return [quad.triple for quad in parse("\n".join(lines), format=RdfFormat.N_TRIPLES)]


def document(iri: str, lines: list[str], kind: str, format_: Format) -> bytes:
    """Return a thing's document in a format."""
    if format_ == NTRIPLES:
        return ("\n".join(lines) + "\n").encode()
    if format_ == JSONLD:
        # Neighbours' labels go by names of other kinds: the kind's own names come first.
        names = context.names_of(kind) | {
            name: meaning
            for name, meaning in context.all_names().items()
            if name not in context.names_of(kind)
        }
        return jsonld.dumps(jsonld.tree_of(iri, read(lines), names))
    return rdf(lines, format_)


def rdf(lines: Iterable[str], format_: Format) -> bytes:
    """Return triples in Turtle or RDF/XML under our prefixes."""
    written = serialize(read(lines), format=_OXIGRAPH[format_], prefixes=context.prefixes())
    return written if isinstance(written, bytes) else b""
