"""A road between a browser and a site: real connections, which can be cut or made to wait.

with road(site) as between, visit(browser, between.url) as visitor:
between.cuts_after = 1 << 20     # every upload ends in its second megabyte
"""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Barrier, Thread
from urllib.parse import urlsplit

_BLOCK = 1 << 16
#: Closing sends a reset, as a cable pulled out does in the end.
_AT_ONCE = struct.pack("ii", 1, 0)


class Road:
    """Passes on what comes, in both directions."""

    def __init__(self, site: str) -> None:
        to = urlsplit(site)
        self._to = (to.hostname or "", to.port or 80)
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        #: How many bytes of an upload go through before its connection is cut; None: all.
        self.cuts_after: int | None = None
        #: How many were cut.
        self.cuts = 0
        #: Uploads wait here until so many are on their way.
        self.meeting: Barrier | None = None
        Thread(target=self._open, daemon=True).start()

    def close(self) -> None:
        self._door.close()

    def _open(self) -> None:
        with suppress(OSError):  # the door is closed
            while True:
                came, _ = self._door.accept()
                Thread(target=self._carry, args=(came,), daemon=True).start()

    def _carry(self, came: socket.socket) -> None:
        with suppress(OSError), came, socket.create_connection(self._to) as site:
            Thread(target=_pass_on, args=(site, came), daemon=True).start()
            sent: int | None = None
            while block := came.recv(_BLOCK):
                if _begins_upload(block):
                    sent = 0
                    if self.meeting is not None:
                        self.meeting.wait()
                if sent is not None:
                    sent += len(block)
                    if self.cuts_after is not None and sent > self.cuts_after:
                        self.cuts += 1
                        for end in (came, site):
                            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
                        return
                site.sendall(block)


def _begins_upload(block: bytes) -> bool:
    head = block.partition(b"\r\n\r\n")[0].lower()
    return head.startswith(b"post /graphql ") and b"multipart/form-data" in head


def _pass_on(site: socket.socket, came: socket.socket) -> None:
    with suppress(OSError):
        while block := site.recv(_BLOCK):
            came.sendall(block)
        came.shutdown(socket.SHUT_WR)


@contextmanager
def road(site: str) -> Iterator[Road]:
    between = Road(site)
    try:
        yield between
    finally:
        between.close()
