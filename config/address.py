"""The address the site is served at. It is part of every IRI, so it is kept from start to start."""

import errno
import socket
from dataclasses import dataclass
from pathlib import Path

from config import env

FIRST_PORT = 8000
PORTS_TRIED = 100
NO_SUCH_ADDRESS = {errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL}


class AddressTaken(RuntimeError):
    """The port that was asked for is not to be had."""


@dataclass(frozen=True)
class Address:
    host: str
    port: int


def claim(var: Path) -> Address:
    """Return a free address and keep it: PORT, else the last one, else the first that is free.

    Raises
    ------
    AddressTaken : PORT was set and another program listens there, or HOST is not ours.
    """
    host = env.env_str("HOST", "127.0.0.1")
    kept = var / "run" / "port"
    port = env.env_int("PORT", 0, low=1, high=65535)
    if port and not is_free(host, port):
        raise AddressTaken(
            f"Port {port} of {host} is in use by another program. "
            "Stop that one, or choose another PORT (without PORT, a free one is found)."
        )
    if not port:
        last = env.served_port()
        candidates = (last, *range(FIRST_PORT, FIRST_PORT + PORTS_TRIED))
        port = next((number for number in candidates if is_free(host, number)), 0)
    if not port:
        raise AddressTaken(
            f"No port of {host} from {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1} is free: "
            "set PORT."
        )
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(str(port), encoding="ascii")
    return Address(host, port)


def is_free(host: str, port: int) -> bool:
    """Tell whether nobody listens there, nor on the other loopback that "localhost" may mean."""
    if not _can_bind(host, port):
        return False
    # A machine without IPv6 has nobody listening on it.
    return host not in {"127.0.0.1", "localhost"} or _can_bind("::1", port, absent=True)


def _can_bind(host: str, port: int, *, absent: bool = False) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            # As uvicorn binds: a port that is only waiting out its last connections is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            probe.listen(1)
    except OSError as error:
        if error.errno in NO_SUCH_ADDRESS or isinstance(error, socket.gaierror):
            if absent:
                return True
            raise AddressTaken(
                f"HOST is {host!r}, which is no address of this machine: use 127.0.0.1 for this "
                "machine alone, or 0.0.0.0 for every network it is on."
            ) from error
        return False
    return True
