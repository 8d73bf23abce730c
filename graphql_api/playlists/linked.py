"""A list as a document of linked data: JSON-LD with all of its words in it, and no other door.

An `ore:Aggregation` of the items, and their order as a chain of `aco:AudioCollectionNode`s, which
may name one item twice or a stretch of it (Audio Commons Ontology; W3C Media Fragments 4.2.1). It
is drawn for who asks, and never stands in the public graph: lists are people's own.
"""

from collections.abc import Sequence
from typing import Any

import orjson
from rdflib.namespace import DCTERMS

from graphql_api.playlists.formats import Head
from graphql_api.playlists.lines import Line
from ontology.namespaces import ACO, SCHEMA

MEDIA_TYPE = "application/ld+json"
CONTEXT: dict[str, Any] = {
    "aco": str(ACO),
    "dcterms": str(DCTERMS),
    "ore": "http://www.openarchives.org/ore/terms/",
    "schema": str(SCHEMA),
    "title": "dcterms:title",
    "description": "dcterms:description",
    "creator": "dcterms:creator",
    "aggregates": {"@id": "ore:aggregates", "@type": "@id"},
    "first": {"@id": "aco:firstNode", "@type": "@id"},
    "next": {"@id": "aco:nextNode", "@type": "@id"},
    "content": {"@id": "aco:nodeContent", "@type": "@id"},
    "position": "schema:position",
    "sound": {"@id": "schema:contentUrl", "@type": "@id"},
}


def as_jsonld(head: Head, lines: Sequence[Line]) -> bytes:
    """Return a list as JSON-LD 1.1; what its reader may not hear has no address of a sound."""
    about = {
        "@id": head.iri,
        "@type": ["ore:Aggregation", "aco:AudioCollection"],
        "title": head.title,
        "description": head.description,
        "creator": head.owner,
        "aggregates": list(dict.fromkeys(line.iri for line in lines)),
        "first": f"{head.iri}#1" if lines else "",
    }
    nodes = [_node(head.iri, number, line, len(lines)) for number, line in enumerate(lines, 1)]
    said = {"@context": CONTEXT, "@graph": [_said(about), *nodes]}
    return orjson.dumps(said, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _node(iri: str, number: int, line: Line, last: int) -> dict[str, Any]:
    return _said(
        {
            "@id": f"{iri}#{number}",
            "@type": "aco:AudioCollectionNode",
            "position": number,
            "title": line.title,
            "description": line.text,
            "content": f"{line.iri}{line.fragment}",
            "sound": line.address or "",
            "next": f"{iri}#{number + 1}" if number < last else "",
        }
    )


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
