"""How often somebody may do what needs no account: counted in the cache, by a hashed address."""

import hashlib

from django.core.cache import cache

from archive.standing import address_of
from graphql_api.context import Context
from graphql_api.errors import Code, Refused


def limit(context: Context, what: str, *, most: int, within_s: int) -> None:
    """Count one more, of this address; what comes from no address is our own.

    Raises
    ------
    Refused : TOO_MANY.
    """
    address = address_of(context.request) if context.request is not None else ""
    if not address and context.held:
        address = context.held[0]
    if not address:
        return
    key = f"rate.{what}.{hashlib.sha256(address.encode()).hexdigest()}"
    cache.add(key, 0, within_s)
    try:
        count = cache.incr(key)
    except ValueError:  # it ended between the two
        count = 1
    if count > most:
        raise Refused(
            Code.TOO_MANY, f"At most {most} of these are taken in {within_s // 60} minutes: wait."
        )
