"""Language tags (BCP 47): which language a name or a text is in.

Checked for shape alone, as RFC 5646 has it: an archive needs tags that no registry lists yet.

>>> check_language_tag("FR-ca")
'fr-CA'
>>> check_language_tag("mandarin chinese")
Traceback (most recent call last):
archive.errors.OddValue: 'mandarin chinese' is no language tag: write it as fr, pt-BR or zh-Hans.
"""

import re

from archive.errors import OddValue

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8})"
    r"(-(?P<script>[a-z]{4}))?"
    r"(-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    r"(-[a-wy-z0-9](-[a-z0-9]{2,8})+)*"  # extensions
    r"(-x(-[a-z0-9]{1,8})+)?"
    r"|x(-[a-z0-9]{1,8})+",
    re.IGNORECASE,
)
LONGEST = 35


def check_language_tag(tag: str, field: str = "language") -> str:
    """Return the tag in its usual letters; an empty one (not known) stays empty.

    Raises
    ------
    OddValue : it has not the shape of a tag.
    """
    if not tag:
        return ""
    found = _TAG.fullmatch(tag) if len(tag) <= LONGEST else None
    if found is None:
        raise OddValue(field, f"{tag[:40]!r} is no language tag: write it as fr, pt-BR or zh-Hans.")
    pieces = list(tag.lower())
    if found["script"]:
        pieces[found.start("script")] = pieces[found.start("script")].upper()
    if found["region"]:
        start, end = found.span("region")
        pieces[start:end] = tag[start:end].upper()
    return "".join(pieces)
