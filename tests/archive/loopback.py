"""A server on loopback of which one address alone is open: the rest stays a private network."""

import ipaddress
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from archive import fetching
from archive.fetching import Address


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler], patch: pytest.MonkeyPatch) -> Iterator[int]:
    """Serve on all of loopback, open 127.0.0.1 to who asks by the rule, and yield the port."""
    server = ThreadingHTTPServer(("0.0.0.0", 0), handler)  # noqa: S104 - 127.0.0.1 and .2
    threading.Thread(target=server.serve_forever, daemon=True).start()
    number = server.server_address[1]
    rule = fetching.is_public

    def opened(address: Address) -> bool:
        return address == ipaddress.ip_address("127.0.0.1") or rule(address)

    patch.setattr(fetching, "is_public", opened)
    patch.setattr(fetching, "PORTS", frozenset({80, 443, number}))
    yield number
    server.shutdown()
    server.server_close()
