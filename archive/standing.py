"""What an account and an address may count on: groups, grants, reading rooms. One statement.

The facts that an `Actor` carries are whether there is anything to ask for; what there is, the rule
asks in its own statement, so that a grant taken back is taken back at once.
"""

import ipaddress
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

_STANDING = """
    WITH communities AS (
        SELECT community_id FROM archive_communitymember
        WHERE user_id = %(user)s AND (until IS NULL OR until > now())
    )
    SELECT (SELECT coalesce(array_agg(id), '{}') FROM archive_readingroom
            WHERE %(address)s::inet <<= ANY (networks::cidr[])
              AND (until IS NULL OR until > now())),
           EXISTS (SELECT FROM archive_user
                   WHERE id = %(user)s AND is_active
                     AND (expires_at IS NULL OR expires_at > now())),
           EXISTS (SELECT FROM archive_grant
                   WHERE (user_id = %(user)s OR community_id IN (SELECT * FROM communities))
                     AND (until IS NULL OR until > now())),
           EXISTS (SELECT FROM archive_editor
                   WHERE user_id = %(user)s AND (until IS NULL OR until > now())),
           EXISTS (SELECT FROM communities) OR EXISTS (
                   SELECT FROM archive_protocolmember
                   WHERE user_id = %(user)s AND (until IS NULL OR until > now()))
"""


@dataclass(frozen=True)
class Standing:
    """What the database knows of an account and of where it asks from."""

    rooms: frozenset[UUID]
    #: Whether the account is one that may do anything: active, and not expired.
    is_open: bool
    has_grants: bool
    is_editor: bool
    is_named: bool


def standing_of(user_id: UUID | None, address: str) -> Standing:
    """Ask it, on the database's clock."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, {"user": user_id, "address": address or None})
        rooms, *facts = cursor.fetchone()
    return Standing(frozenset(rooms), *facts)


def address_of(request: HttpRequest) -> str:
    """Return the address that a request comes from; "" where it has none.

    What `X-Forwarded-For` says is believed only of the proxies that the settings name, read from
    its end: whoever wrote the rest of it may be the client.
    """
    hops = [request.META.get("REMOTE_ADDR", "")]
    hops = [*request.META.get("HTTP_X_FORWARDED_FOR", "").split(","), *hops]
    return client_address(hops)


def client_address(hops: list[str]) -> str:
    """Return the last address of the way that is not one of our own proxies.

    >>> client_address(["203.0.113.9", "198.51.100.7"])
    '198.51.100.7'
    >>> client_address(["not an address"])
    ''
    """
    trusted = settings.TRUSTED_PROXIES
    found = ""
    for hop in reversed(hops):
        address = _address(hop)
        if address is None:
            return found
        found = str(address)
        if not any(address in network for network in trusted):
            return found
    return found


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(text.strip().partition("%")[0])
    except ValueError:
        return None
    mapped = getattr(address, "ipv4_mapped", None)
    return mapped or address
