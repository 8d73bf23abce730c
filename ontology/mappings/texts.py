"""Literals and foreign addresses that many declarations share."""

import re

from rdflib import URIRef

from ontology.mappings.declare import Field, Link, Lit
from ontology.namespaces import DCT, RICO, SCHEMA

EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
_SPDX_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")


def licence_iri(licence: str) -> str | None:
    """Return the licence's address: its URL, or SPDX's page of it."""
    if re.match(r"https?://", licence):
        return licence
    return f"http://spdx.org/licenses/{licence}" if _SPDX_ID.fullmatch(licence) else None


def media_type_iri(mime_type: str) -> str | None:
    """Return IANA's page of a media type, as DCAT wants it."""
    return f"https://www.iana.org/assignments/media-types/{mime_type}" if mime_type else None


def web_address(url: str) -> str | None:
    """Return an address that may stand as an IRI: of the web, and nothing that runs."""
    return url if re.match(r"https?://", url) else None


LICENCE: tuple[Field, ...] = (
    Lit(DCT.rights, "licence", "licence"),
    Link(DCT.license, ("licence",), licence_iri, "licenceUrl"),
)


def translated(predicate: URIRef, column: str, name: str) -> Lit:
    """Return a text of a record, and the same in the languages that it was translated into."""
    return Lit(predicate, column, name, translations=("translations", column))


def described(predicate: URIRef, column: str, name: str) -> Lit:
    """As `translated`, in the language in which the record is described."""
    return Lit(
        predicate,
        column,
        name,
        language="language_of_description",
        translations=("translations", column),
    )


#: What the reader is told of how a record may be used, and why.
RIGHTS: tuple[Field, ...] = (
    *LICENCE,
    Link(SCHEMA.sdLicense, ("record_licence",), licence_iri, "recordLicence"),
    Lit(RICO.conditionsOfAccess, "access_reason", "accessReason"),
    Lit(RICO.conditionsOfUse, "agreement__public_summary", "conditionsOfUse"),
)
