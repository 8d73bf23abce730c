"""N-Triples: the form in which the compiled writers speak, and all other writers listen.

Numbers are written as JSON-LD reads JSON numbers, so that the same triple comes back from a
native number (JSON-LD 1.1 API section 8.2.2, canonical double).
"""

import json
import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from rdflib import URIRef

from ontology.namespaces import RDF, XSD

#: What XML 1.0 cannot hold, and so no RDF/XML. It is shown as U+FFFD in every format, that all
#: formats say the same. A carriage return is a line feed to every XML reader.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEWLINES = re.compile("\r\n?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\n\r\t]')
_ODD_IN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`\x7f]')
_LANGUAGE = re.compile(r"[a-z]{1,8}(-[a-z0-9]{1,8})*")
RDF_JSON = URIRef(f"{RDF}JSON")


def text_of(value: str) -> str:
    """Return the text as every format can hold it."""
    return _NEWLINES.sub("\n", _NO_XML.sub("\ufffd", value))


def string(value: str) -> str:
    return '"' + _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text_of(value)) + '"'


def iri(value: str) -> str:
    """Return an IRI in brackets; what may not stand in one is %-encoded."""
    return f"<{_ODD_IN_IRI.sub(_percent, _NO_XML.sub('', value))}>"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def canonical_double(value: float) -> str:
    """Return the canonical xsd:double of JSON-LD: at most 16 digits, an exponent, no plus sign.

    >>> canonical_double(220.5), canonical_double(0), canonical_double(-1e-7)
    ('2.205E2', '0.0E0', '-1.0E-7')
    """
    mantissa, exponent = f"{value:.15E}".split("E")
    mantissa = mantissa.rstrip("0")
    return (
        f"{mantissa}0E{int(exponent)}" if mantissa.endswith(".") else f"{mantissa}E{int(exponent)}"
    )


Encoder = Callable[[Any], str | None]


def _double(value: Any) -> str | None:
    number = float(value)
    return f'"{canonical_double(number)}"^^<{XSD}double>' if math.isfinite(number) else None


def _float(value: Any) -> str | None:
    number = float(value)
    if not math.isfinite(number):
        return None
    lexical = str(int(number)) if number.is_integer() else canonical_double(number)
    return f'"{lexical}"^^<{XSD}float>'


def _duration(value: Any) -> str | None:
    """Seconds as xsd:duration, to the microsecond."""
    number = float(value)
    if not math.isfinite(number):
        return None
    seconds = f"{number:.6f}".rstrip("0").rstrip(".")
    return f'"PT{seconds}S"^^<{XSD}duration>'


def _moment(value: Any) -> str:
    """The canonical xsd:dateTime: UTC as Z, no zeros at the fraction's end."""
    read = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    shown = read.astimezone(UTC).replace(tzinfo=None).isoformat()
    shown = shown.rstrip("0") if "." in shown else shown
    return f'"{shown}Z"^^<{XSD}dateTime>'


def _json(value: Any) -> str:
    """Canonical enough to compare: sorted keys, no spaces."""
    shown = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"{string(shown)}^^<{RDF_JSON}>"


_BY_DATATYPE: dict[str, Encoder] = {
    f"{XSD}double": _double,
    f"{XSD}float": _float,
    f"{XSD}dateTime": _moment,
    f"{XSD}duration": _duration,
    f"{XSD}boolean": lambda value: f'"{"true" if value else "false"}"^^<{XSD}boolean>',
    f"{XSD}integer": lambda value: f'"{int(value)}"^^<{XSD}integer>',
    str(RDF_JSON): _json,
}


def encoder(datatype: URIRef | None) -> Encoder:
    """Return the function that writes a column's values as literals of the datatype."""
    if datatype is None:
        return lambda value: string(str(value))
    known = _BY_DATATYPE.get(str(datatype))
    suffix = f"^^<{datatype}>"
    return known or (lambda value: string(_plain(value)) + suffix)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def tagged(value: str, language: str | None) -> str:
    """Return a literal with its language, lower-case; an odd tag is left out."""
    tag = (language or "").strip().lower()
    return f"{string(value)}@{tag}" if _LANGUAGE.fullmatch(tag) else string(value)
