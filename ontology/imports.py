"""Vocabularies that others publish in SKOS become the archive's terms, marked as authoritative.

rdflib reads the file; nothing is fetched. JSON-LD is not read here: its contexts would be.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from rdflib import Graph, Literal, URIRef

from archive.identifiers import slug_of
from archive.models import (
    Instrument,
    InstrumentEdge,
    Language,
    Place,
    PlaceEdge,
    PlaceName,
    Population,
    PopulationName,
    VernacularName,
)
from ontology.errors import OntologyError
from ontology.namespaces import RDF, SKOS

FORMATS = {".ttl": "turtle", ".nt": "nt", ".rdf": "xml", ".xml": "xml"}


class OddVocabulary(OntologyError):
    """A file that holds no SKOS concepts that can be read."""


@dataclass(frozen=True)
class _Kind:
    """Where a concept, its other names and its broader concepts go."""

    model: type[Any]
    names: type[Any] | None = None
    owner: str = ""
    edges: type[Any] | None = None


KINDS: Mapping[str, _Kind] = {
    "place": _Kind(Place, PlaceName, "place", PlaceEdge),
    "instrument": _Kind(Instrument, VernacularName, "instrument", InstrumentEdge),
    "population": _Kind(Population, PopulationName, "population"),
    "language": _Kind(Language),
}


def read_file(path: Path) -> Graph:
    """Read an RDF file.

    Raises
    ------
    OddVocabulary : of another format, or unreadable.
    """
    format_ = FORMATS.get(path.suffix.lower())
    if format_ is None:
        raise OddVocabulary(f"{path.name}: use a file that ends in {', '.join(FORMATS)}.")
    try:
        return Graph(bind_namespaces="none").parse(data=path.read_bytes(), format=format_)
    except OSError as error:
        raise OddVocabulary(f"{path.name} cannot be opened: {error.strerror}.") from error
    except Exception as error:  # rdflib's parsers raise anything, from SyntaxError to Exception
        raise OddVocabulary(f"{path.name} is no {format_}: {str(error)[:200]}") from error


def import_concepts(graph: Graph, kind: str, *, language: str = "en") -> int:
    """Make each skos:Concept a term, in one transaction; return how many there are.

    The slug is the last part of the concept's IRI. A concept imported before is brought up to
    date; nothing is removed.

    Parameters
    ----------
    language : of the preferred label, where there are several.
    """
    into = KINDS[kind]
    concepts = sorted(
        one for one in graph.subjects(RDF.type, SKOS.Concept) if isinstance(one, URIRef)
    )
    if not concepts:
        raise OddVocabulary("The file holds no skos:Concept.")
    with transaction.atomic():
        made = {concept: _term(graph, concept, into, language) for concept in concepts}
        for concept, term in made.items():
            for parent in graph.objects(concept, SKOS.broader):
                if into.edges is None or not isinstance(parent, URIRef) or parent not in made:
                    continue
                into.edges.objects.get_or_create(parent=made[parent], child=term)
    return len(made)


def _term(graph: Graph, concept: URIRef, into: _Kind, language: str) -> Any:
    label = _label(graph, concept, language)
    slug = slug_of(concept.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]) or slug_of(label)
    term, _ = into.model.objects.update_or_create(
        slug=slug, defaults={"name": label, "is_authoritative": True}
    )
    for other in graph.objects(concept, SKOS.altLabel):
        if into.names is not None and isinstance(other, Literal):
            into.names.objects.get_or_create(
                **{into.owner: term, "name": str(other)[:250], "language": other.language or ""}
            )
    return term


def _label(graph: Graph, concept: URIRef, language: str) -> str:
    labels = [one for one in graph.objects(concept, SKOS.prefLabel) if isinstance(one, Literal)]
    if not labels:
        raise OddVocabulary(f"{concept} has no skos:prefLabel: nothing was imported.")
    labels.sort(key=lambda one: (one.language != language, one.language or "", str(one)))
    return str(labels[0])[:250]
