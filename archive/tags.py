"""Language tags (BCP 47, RFC 5646): well formed, and written as the standard recommends.

Whether a language of that code exists is not asked here: archives write of more languages than any
list has, and `x-` tags are for them.
"""

import re

from archive.errors import OddValue

_TAG = re.compile(
    r"""
    (?: [a-z]{2,3}(?:-[a-z]{3}){0,3} | [a-z]{4,8} )      # language, extended languages
    (?: -[a-z]{4} )?                                     # script
    (?: -(?:[a-z]{2}|[0-9]{3}) )?                        # region
    (?: -(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}) )*           # variants
    (?: -[a-wy-z0-9](?:-[a-z0-9]{2,8})+ )*               # extensions
    (?: -x(?:-[a-z0-9]{1,8})+ )?                         # for private use
    | x(?:-[a-z0-9]{1,8})+
    """,
    re.VERBOSE | re.IGNORECASE,
)
LONGEST_TAG = 35


def language_tag(text: str, field: str = "language") -> str:
    """Return the tag as RFC 5646, section 2.1.1, writes it.

    Raises
    ------
    OddValue : it is no language tag.

    >>> language_tag("ZH-hant-tw"), language_tag("x-Dogon")
    ('zh-Hant-TW', 'x-dogon')
    """
    text = text.strip()
    if len(text) > LONGEST_TAG or not _TAG.fullmatch(text):
        raise OddValue(
            field, f"{text[:40]!r} is no language tag: write fr, pt-BR or zh-Hant (BCP 47)."
        )
    first, *others = text.lower().split("-")
    written, after_single = [first], len(first) == 1
    for part in others:
        if not after_single and len(part) == 2:
            written.append(part.upper())
        elif not after_single and len(part) == 4 and part.isalpha():
            written.append(part.title())
        else:
            written.append(part)
        after_single |= len(part) == 1
    return "-".join(written)
