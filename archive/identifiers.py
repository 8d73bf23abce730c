"""Codes that people cite, and slugs.

A code is what stands on the box and in the literature; it is part of the record's IRI.
The safe alphabet is Telemeta's RESOURCE_CODE_REGEX (T-07): letters, digits, dot, underscore,
hyphen.
"""

import re
import unicodedata
from uuid import UUID

import uuid6

from archive.errors import OddCode

CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9])?")


def new_id() -> UUID:
    """Return a uuid7: ordered by time of making, so that indexes stay dense."""
    return UUID(int=uuid6.uuid7().int)


def check_code(code: str) -> str:
    """Return the code, or raise OddCode with what is allowed.

    A code that reads as a UUID is refused: `/items/{uuid}` names records without a code.
    """
    if not CODE.fullmatch(code) or len(code) > 128:
        raise OddCode(
            f"The code {code[:140]!r} cannot be used: 1 to 128 letters, digits, dots, "
            "underscores or hyphens, a letter or digit first and last."
        )
    if re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", code):
        raise OddCode(f"The code {code!r} cannot be used: it looks like a record's internal id.")
    return code


def slug_of(name: str) -> str:
    """Return a slug of ASCII letters, digits and hyphens; empty where none is left."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folded.lower()).strip("-")[:120]
