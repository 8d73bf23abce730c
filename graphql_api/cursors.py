"""Cursors that say nothing to who holds them.

A cursor is sealed: encrypted and authenticated (AES-SIV, RFC 5297) with a key derived from
SECRET_KEY, and bound to what it is a cursor of. The same place gives the same cursor, so that
answers do not differ without reason; of moments alone each is another (`changes.py`). Sort values
and positions in it would otherwise betray titles, dates and how much happens in the archive.
"""

import base64
import binascii
from functools import lru_cache

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from graphql_api.errors import Code, Refused

LONGEST = 4096


def seal(purpose: str, content: object) -> str:
    """Return a cursor that only `unseal` with the same purpose can read."""
    sealed = _cipher().encrypt(orjson.dumps([purpose, content]), None)
    return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


def unseal(purpose: str, cursor: str) -> object:
    """Return what was sealed; Refused (BAD_CURSOR) if it was for something else."""
    sealed_for, content = open_seal(cursor)
    if sealed_for != purpose:
        raise Refused(
            Code.BAD_CURSOR,
            "This cursor belongs to another list or another order: take it from the `pageInfo` "
            "of the page before, and keep the order.",
        )
    return content


def open_seal(cursor: str) -> tuple[str, object]:
    """Return purpose and content of a cursor; Refused (BAD_CURSOR) for what is none of ours."""
    if len(cursor) <= LONGEST:
        try:
            sealed = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True)
            purpose, content = orjson.loads(_cipher().decrypt(sealed, None))
            return str(purpose), content
        except (InvalidTag, binascii.Error, ValueError):
            pass
    raise Refused(Code.BAD_CURSOR, "This is not a cursor of this archive: it cannot be read.")


@lru_cache(maxsize=4)
def _cipher_of(secret: str) -> AESSIV:
    derived = HKDF(SHA256(), 64, salt=None, info=b"sonotheque graphql cursors").derive(
        secret.encode()
    )
    return AESSIV(derived)


def _cipher() -> AESSIV:
    return _cipher_of(settings.SECRET_KEY)
