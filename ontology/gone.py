"""What an address says of a record that was public and whose withdrawal was announced: 410.

Where silence was chosen there is nothing to say: the door answers as if it had never been. Who
may still find the record, as staff may, is shown it and never comes here.
"""

from datetime import UTC
from html import escape

from django.http import HttpRequest, HttpResponse

from archive.models import Tombstone
from archive.tombstones import announced
from ontology import iris
from ontology.documents import Asked
from ontology.namespaces import DCT, PROV, RDF, XSD
from ontology.negotiate import HTML, Format, html_gone_renderer
from ontology.writers import serialise
from ontology.writers.ntriples import iri, string


def gone(request: HttpRequest, asked: Asked, format_: Format) -> HttpResponse | None:
    """Return the answer of a tombstone; None where there is none to be seen."""
    tombstone = announced(asked.kind, asked.name) or announced(asked.kind, asked.split[0])
    if tombstone is None:
        return None
    if format_ == HTML:
        renderer = html_gone_renderer()
        response = renderer(request, tombstone) if renderer else HttpResponse(_page(tombstone))
    else:
        body = serialise.document(_iri(tombstone), _lines(tombstone), asked.kind, format_)
        response = HttpResponse(body, content_type=format_.content_type)
    response.status_code = 410
    response["Vary"] = "Accept, Authorization, Cookie"
    response["Cache-Control"] = "private, no-store"
    return response


def sentence(tombstone: Tombstone) -> str:
    """Return what is left to say of it."""
    on = tombstone.at.astimezone(UTC).date().isoformat()
    because = f" {tombstone.reason}" if tombstone.reason else ""
    what = "erased" if tombstone.is_erased else "withdrawn"
    return f"This record was {what} on {on}.{because}"


def _page(tombstone: Tombstone) -> str:
    title = escape(tombstone.title or tombstone.code)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        f"<h1>{title}</h1><p>{escape(sentence(tombstone))}</p></html>"
    )


def _iri(tombstone: Tombstone) -> str:
    return iris.mint(tombstone.kind, tombstone.code)


def _lines(tombstone: Tombstone) -> list[str]:
    subject = iri(_iri(tombstone))
    at = tombstone.at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return [
        f"{subject} {iri(RDF.type)} {iri(PROV.Entity)} .",
        f"{subject} {iri(PROV.invalidatedAtTime)} {string(at)}^^{iri(XSD.dateTime)} .",
        f"{subject} {iri(DCT.title)} {string(tombstone.title or tombstone.code)} .",
        f"{subject} {iri(DCT.description)} {string(sentence(tombstone))}@en .",
    ]
