"""Entries of other authorities, as a term's matches name them: one address each, checked.

What people paste from their browser becomes the entry's own address; an identifier that has a
check digit is counted through, so that a typing error does not link to somebody else.

>>> check_match("https://www.wikidata.org/wiki/Q912")
'http://www.wikidata.org/entity/Q912'
>>> check_match("https://isni.org/isni/0000000121032683")
'https://isni.org/isni/0000000121032683'
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from archive.errors import OddValue

LONGEST = 500
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20/]+[^\s<>\"{}|\\^`\x00-\x20]*")
#: NOID's digits and consonants, in which ARKs are written.
_NOID = "0123456789bcdfghjkmnpqrstvwxz"


@dataclass(frozen=True)
class Authority:
    """A list of the world: how its entries are written, and whether one can be."""

    name: str
    written: re.Pattern[str]
    address: str
    is_sound: Callable[[str], bool] = bool
    example: str = ""


def check_digit_11_2(digits: str) -> str:
    """Return the last character of an ISNI or ORCID (ISO/IEC 7064, MOD 11-2).

    >>> check_digit_11_2("000000012103268")
    '3'
    """
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    result = (12 - total % 11) % 11
    return "X" if result == 10 else str(result)


def check_character_noid(name: str) -> str:
    """Return the last character of the BnF's names: NOID's, counted without the authority.

    It fits all 6,213 names in the RAMEAU list of groups.

    >>> check_character_noid("cb11930840")
    'x'
    """
    total = sum(
        place * _NOID.find(letter) for place, letter in enumerate(name, start=1) if letter in _NOID
    )
    return _NOID[total % len(_NOID)]


def _mod_11_2(identifier: str) -> bool:
    plain = identifier.replace("-", "")
    return check_digit_11_2(plain[:-1]) == plain[-1]


def _noid(identifier: str) -> bool:
    return check_character_noid(identifier[:-1]) == identifier[-1]


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


AUTHORITIES = (
    Authority(
        "ISNI",
        _pattern(
            r"https?://(?:www\.)?isni\.org/(?:page/|isni/)?(?P<id>(?:\d{4}[ -]?){3}\d{3}[\dX])/?"
        ),
        "https://isni.org/isni/{}",
        _mod_11_2,
        "https://isni.org/isni/0000000121032683",
    ),
    Authority(
        "ORCID",
        _pattern(r"https?://orcid\.org/(?P<id>(?:\d{4}-){3}\d{3}[\dX])/?"),
        "https://orcid.org/{}",
        _mod_11_2,
        "https://orcid.org/0000-0002-1825-0097",
    ),
    Authority(
        "VIAF",
        _pattern(r"https?://(?:www\.)?viaf\.org/(?:\w\w/)?viaf/(?P<id>[1-9]\d{0,21})(?:/.*)?"),
        "http://viaf.org/viaf/{}",
        example="http://viaf.org/viaf/46946176",
    ),
    Authority(
        "Wikidata",
        _pattern(r"https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/(?P<id>Q[1-9]\d*)"),
        "http://www.wikidata.org/entity/{}",
        example="http://www.wikidata.org/entity/Q912",
    ),
    Authority(
        "GeoNames",
        _pattern(r"https?://(?:sws\.|www\.)?geonames\.org/(?P<id>[1-9]\d*)(?:/.*)?"),
        "https://sws.geonames.org/{}/",
        example="https://sws.geonames.org/2453866/",
    ),
    Authority(
        "BnF",
        _pattern(r"https?://(?:data|catalogue)\.bnf\.fr/ark:/12148/(?P<id>cb\d{8}\w)(?:#.*)?"),
        "http://data.bnf.fr/ark:/12148/{}",
        _noid,
        "http://data.bnf.fr/ark:/12148/cb11930840x",
    ),
)
#: Hosts of the authorities: an address there that is none of their entries is refused.
_HOSTS = _pattern(
    r"https?://(?:\w+\.)?(isni\.org|orcid\.org|viaf\.org|wikidata\.org|geonames\.org)(?:/|$)"
)


def check_match(address: str, field: str = "matches") -> str:
    """Return the entry's own address.

    Raises
    ------
    OddValue : no web address, no entry of that authority, or a check digit that is wrong.
    """
    said = address.strip()
    if len(said) > LONGEST or not _ADDRESS.fullmatch(said):
        raise OddValue(
            field,
            f"{said[:80]!r} is no web address of an entry: it begins with http:// or https://, "
            f"holds no blanks and has at most {LONGEST} characters.",
        )
    for authority in AUTHORITIES:
        found = authority.written.fullmatch(said)
        if found is not None:
            return _sound(authority, found["id"], field)
    if _HOSTS.match(said):
        shapes = ", ".join(each.example for each in AUTHORITIES if each.example)
        raise OddValue(field, f"{said[:80]!r} names no entry: addresses look like {shapes}.")
    return said


def authority_of(address: str) -> str:
    """Return the name of the authority whose entry it is; its host for all others."""
    for authority in AUTHORITIES:
        if authority.written.fullmatch(address):
            return authority.name
    return re.sub(r"^https?://(?:www\.)?([^/]+).*$", r"\1", address)


def _sound(authority: Authority, identifier: str, field: str) -> str:
    plain = identifier.replace(" ", "")
    if authority.name == "ISNI":
        plain = plain.replace("-", "")
    plain = plain if authority.name == "BnF" else plain.upper()
    if not authority.is_sound(plain):
        raise OddValue(
            field, f"{identifier!r} is no {authority.name}: its check digit does not fit."
        )
    return authority.address.format(plain)
