"""Under which licence a sound or a description may be used: SPDX, or a web address.

Rights statements (rightsstatements.org) and Creative Commons' marks are web addresses; licences of
one's own as well.
"""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from archive.errors import OddValue

_is_address = URLValidator(schemes=["http", "https"])


def licence(text: str, field: str = "licence") -> str:
    """Return the licence as SPDX writes it, or the address as it is; "" stays "".

    Raises
    ------
    OddValue : neither.

    >>> licence("cc-by-4.0"), licence("https://rightsstatements.org/vocab/InC/1.0/")
    ('CC-BY-4.0', 'https://rightsstatements.org/vocab/InC/1.0/')
    """
    text = text.strip()
    if not text:
        return ""
    try:
        if "://" in text:
            _is_address(text)
            return text
        return str(canonicalize_license_expression(text))
    except (InvalidLicenseExpression, ValidationError):
        raise OddValue(
            field,
            f"{field.replace('_', ' ').capitalize()}: {text[:60]!r} is neither an SPDX identifier "
            "such as CC-BY-4.0 nor a web address.",
        ) from None
