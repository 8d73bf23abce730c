"""Post signed news to an address that somebody gave, so that it can do no harm to ours.

    posted(url, body, secret=secret, event=event, plain_hosts=[], within_s=10).is_taken

- The rules of `archive.fetching` hold: usual ports, public addresses, gone to as looked at.
- https to any host; http only to hosts that whoever runs the archive names.
- No redirect is followed: who may answer for an address may not pass it on. Nothing of the answer
  is read but its status.
- `Sonotheque-Signature: t=SECONDS,v1=HEX` is HMAC-SHA256 over `SECONDS.BODY`. `Sonotheque-Event`
  is the same at each try, so that what came twice is known.
"""

import hashlib
import hmac
import http.client
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit
from uuid import UUID

from archive.fetching import NotFetched, checked, connected, ended_at, target_of

SIGNATURE = "Sonotheque-Signature"
EVENT = "Sonotheque-Event"
#: Seconds by which the clocks of the two sites may differ, and the message be under way.
TOLERANCE_S = 300
_AGENT = "Sonotheque/1 (+webhook)"
_SIGNED = re.compile(r"t=(\d{1,12}),v1=([0-9a-f]{64})")


@dataclass(frozen=True)
class Answer:
    """What the other site said."""

    status: int
    took_s: float

    @property
    def is_taken(self) -> bool:
        return 200 <= self.status < 300


def signature(secret: str, body: bytes, at: int) -> str:
    """Return the header's value.

    Parameters
    ----------
    at : seconds since 1970.

    >>> is_signed(signature("s", b"{}", 1), "s", b"{}", now=2.0)
    True
    """
    return f"t={at},v1={_mac(secret, body, at)}"


def is_signed(header: str, secret: str, body: bytes, now: float) -> bool:
    """Return whether a message is of who knows the secret, and new: what a receiver does."""
    found = _SIGNED.fullmatch(header)
    if found is None:
        return False
    at = int(found[1])
    same = hmac.compare_digest(found[2], _mac(secret, body, at))
    return same and abs(now - at) <= TOLERANCE_S


def may_be_told(url: str, plain_hosts: Sequence[str]) -> SplitResult:
    """Return an address in its parts, if news may be sent there.

    Raises
    ------
    NotFetched
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        raise NotFetched("This is no web address.") from None
    return checked(url, [host] if parts.scheme == "https" else plain_hosts)


def posted(
    url: str,
    body: bytes,
    *,
    secret: str,
    event: UUID,
    plain_hosts: Sequence[str],
    within_s: float,
) -> Answer:
    """Post JSON, signed now; any status is an answer.

    Parameters
    ----------
    plain_hosts : hosts, as `archive.fetching.is_named` reads them, that are told over http too.
    within_s : seconds for all of it; looking the name up goes by the system's own limit.

    Raises
    ------
    NotFetched : not an address that is gone to, or nobody answers there in time.
    """
    begun = time.monotonic()
    parts = may_be_told(url, plain_hosts)
    host = parts.hostname or ""
    headers = {
        "User-Agent": _AGENT,
        "Content-Type": "application/json",
        SIGNATURE: signature(secret, body, int(time.time())),
        EVENT: str(event),
    }
    connection = connected(parts, begun + within_s)
    try:
        with ended_at(connection, begun + within_s) as is_late:
            try:
                connection.request("POST", target_of(parts), body=body, headers=headers)
                status = connection.getresponse().status
            except (OSError, ValueError, http.client.HTTPException) as error:
                if is_late.is_set() or isinstance(error, TimeoutError):
                    raise NotFetched(f"{host} took longer than {within_s:g} seconds.") from error
                raise NotFetched(f"{host} does not answer as a web server: {error}.") from error
    finally:
        connection.close()
    return Answer(status, time.monotonic() - begun)


def _mac(secret: str, body: bytes, at: int) -> str:
    return hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
