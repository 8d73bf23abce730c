"""Fetch a file from another site, so that it can do no harm to ours (R-24).

    with fetched(url, hosts=["*.archive.org"], most_bytes=…, within_s=…) as answer: …

- Only hosts that are named, only http and https on their usual ports, no user or password in the
  address; the same is asked of every redirect, of which there are at most `MOST_REDIRECTS`.
- A name is resolved once. All its addresses must be public (no loopback, private, link-local or
  multicast one, nor an IPv6 address that stands for such an IPv4 one), and the connection goes to
  the address that was looked at: a name that answers otherwise the second time changes nothing.
- Bytes and seconds are counted while they come. Nothing of the answer is believed but its length.
"""

import contextlib
import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from archive.errors import ArchiveError

MOST_REDIRECTS = 5
#: Ports that are gone to.
PORTS = frozenset({80, 443})
_BLOCK = 1 << 16
_REDIRECTS = {301, 302, 303, 307, 308}
_AGENT = "Sonotheque/1 (+fetch)"
#: A host as it may be written: labels, or an address of either kind.
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:.]+")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotFetched(ArchiveError):
    """Something of another site was not fetched; the sentence says why."""

    code = "NOT_FETCHED"


@dataclass
class Remote:
    """An answer as it comes."""

    url: str
    """Where it was found in the end."""
    media_type: str
    _answer: http.client.HTTPResponse
    _connection: http.client.HTTPConnection
    _most: int
    _deadline: float

    def blocks(self) -> Iterator[bytes]:
        """Yield its bytes.

        Raises
        ------
        NotFetched : too many of them, too slow, or the line broke.
        """
        declared, got = self._answer.length, 0
        if declared is not None and declared > self._most:
            raise _too_large(self.url, self._most)
        while True:
            left = self._deadline - time.monotonic()
            if left <= 0:
                raise _too_slow(self.url)
            if self._connection.sock is not None:
                self._connection.sock.settimeout(left)
            try:
                block = self._answer.read1(_BLOCK)
            except TimeoutError as error:
                raise _too_slow(self.url) from error
            except (OSError, http.client.HTTPException) as error:
                raise NotFetched(f"{_shown(self.url)} broke off: {error}.") from error
            if not block:
                if declared is not None and got < declared:
                    raise NotFetched(f"{_shown(self.url)} broke off after {got} bytes.")
                return
            got += len(block)
            if got > self._most:
                raise _too_large(self.url, self._most)
            yield block


@contextlib.contextmanager
def fetched(
    url: str,
    *,
    hosts: Sequence[str],
    most_bytes: int,
    within_s: float,
    headers: dict[str, str] | None = None,
) -> Iterator[Remote]:
    """Open what lies at an address.

    Parameters
    ----------
    hosts : names, or `*.name` for whatever stands below one.
    within_s : seconds for all of it, redirects and bytes.

    Raises
    ------
    NotFetched
    """
    deadline = time.monotonic() + within_s
    for _ in range(MOST_REDIRECTS + 1):
        parts = checked(url, hosts)
        connection = connected(parts, deadline)
        try:
            with ended_at(connection, deadline) as is_late:
                answer = _asked(connection, parts, url, headers or {}, is_late)
            if answer.status in _REDIRECTS:
                url = urljoin(url, answer.headers.get("Location", ""))
                headers = None  # what was for the first host is not for the next
                continue
            if answer.status != http.client.OK:
                raise NotFetched(f"{_shown(url)} answers {answer.status} {answer.reason}.")
            media_type = answer.headers.get_content_type()
            yield Remote(url, media_type, answer, connection, most_bytes, deadline)
            return
        finally:
            connection.close()
    raise NotFetched(f"{_shown(url)} leads on and on: more than {MOST_REDIRECTS} times.")


def checked(url: str, hosts: Sequence[str]) -> SplitResult:
    """Return the address in its parts, if it may be gone to.

    Raises
    ------
    NotFetched
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise NotFetched("This is no web address.") from None
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        raise NotFetched("Give a web address that begins with http:// or https://.")
    if parts.username is not None or parts.password is not None:
        raise NotFetched("An address with a user name or password is not gone to.")
    if port is not None and port not in PORTS:
        raise NotFetched(f"Port {port} is not gone to.")
    if not is_named(host, hosts):
        raise NotFetched(
            f"{host} is not among the hosts that this archive fetches from; whoever runs it can "
            "add it to REMOTE_HOSTS."
        )
    return parts


def is_named(host: str, hosts: Sequence[str]) -> bool:
    """Return whether a host is among the named ones.

    >>> is_named("a.archive.org", ["*.archive.org"]), is_named("archive.org", ["*.archive.org"])
    (True, False)
    >>> is_named("evil-archive.org", ["archive.org", "*.archive.org"])
    False
    """
    return any(
        host == each or (each.startswith("*.") and len(each) > 2 and host.endswith(each[1:]))
        for each in (one.lower() for one in hosts)
    )


def is_public(address: Address) -> bool:
    """Return whether an address is one of the open internet."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        teredo = address.teredo
        if inner is not None:
            return is_public(inner)
        if teredo is not None:
            return False
        if address in _NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address.is_global and not address.is_multicast and not address.is_reserved


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def connected(parts: SplitResult, deadline: float) -> http.client.HTTPConnection:
    """Return a line to the host of an address that `checked` let through.

    Parameters
    ----------
    deadline : by `time.monotonic`, in seconds.

    Raises
    ------
    NotFetched : not known, of a private network, or it does not answer in time.
    """
    host = (parts.hostname or "").rstrip(".")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = _resolved(host, port)
    left = deadline - time.monotonic()
    if left <= 0:
        raise _too_slow(parts.geturl())
    try:
        sock = socket.create_connection((str(address), port), timeout=left)
        if parts.scheme == "https":
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
    except TimeoutError as error:
        raise _too_slow(parts.geturl()) from error
    except OSError as error:
        raise NotFetched(f"{host} cannot be reached: {error.strerror or error}.") from error
    connection = http.client.HTTPConnection(host, port, timeout=left)
    connection.sock = sock
    return connection


@contextlib.contextmanager
def ended_at(connection: http.client.HTTPConnection, deadline: float) -> Iterator[threading.Event]:
    """Cut a line at its time: an answer that comes byte by byte never runs into a timeout.

    The event is set where it was cut.
    """
    late, sock = threading.Event(), connection.sock

    def cut() -> None:
        late.set()
        with contextlib.suppress(OSError):  # closed by now
            sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, deadline - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def target_of(parts: SplitResult) -> str:
    """Return path and query as a request line has them, odd characters quoted."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return f"{path}?{query}" if query else path


def _resolved(host: str, port: int) -> Address:
    """Return the address that will be gone to; all that the name has must be public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched(f"{host} is not known.") from error
    addresses = [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found]
    if not addresses or not all(is_public(each) for each in addresses):
        raise NotFetched(f"{host} is an address within a private network, which is not gone to.")
    return addresses[0]


def _asked(
    connection: http.client.HTTPConnection,
    parts: SplitResult,
    url: str,
    headers: dict[str, str],
    is_late: threading.Event,
) -> http.client.HTTPResponse:
    said = {"User-Agent": _AGENT, "Accept-Encoding": "identity", **headers}
    try:
        connection.request("GET", target_of(parts), headers=said)
        answer = connection.getresponse()
    except (OSError, http.client.HTTPException, ValueError) as error:
        if is_late.is_set() or isinstance(error, TimeoutError):
            raise _too_slow(url) from error
        raise NotFetched(f"{_shown(url)} does not answer as a web server: {error}.") from error
    if is_late.is_set():  # cut among its headers, which then end there
        raise _too_slow(url)
    return answer


def _shown(url: str) -> str:
    """Return an address for people, without what may be a secret in its query."""
    return url.partition("?")[0][:200]


def _too_large(url: str, most: int) -> NotFetched:
    return NotFetched(
        f"{_shown(url)} is larger than {most / 1e6:.0f} MB, the most that is fetched."
    )


def _too_slow(url: str) -> NotFetched:
    return NotFetched(f"{_shown(url)} took too long.")
