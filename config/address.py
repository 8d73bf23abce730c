"""The address the site is served at. It is part of every IRI, so it is kept from start to start."""

import errno
import socket
from dataclasses import dataclass
from pathlib import Path

from config import env

FIRST_PORT = 8000
PORTS_TRIED = 100
#: Who comes while the web server starts waits here.
BACKLOG = 2048
NO_SUCH_ADDRESS = {errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL}


class AddressTaken(RuntimeError):
    """The port that was asked for is not to be had."""


@dataclass(frozen=True)
class Address:
    """Where the site is reached, listened at from now on: what comes early waits in the queue."""

    host: str
    port: int
    listener: socket.socket


def claim(var: Path) -> Address:
    """Listen at a free address and keep it: PORT, else the last one, else the first that is free.

    The socket is handed on to the web server, also to the next one if that dies: from here on no
    other program can come by the port, which is part of every IRI.

    Raises
    ------
    AddressTaken : PORT was set and another program listens there, or HOST is not ours.
    """
    host = env.env_str("HOST", "127.0.0.1")
    kept = var / "run" / "port"
    port = env.env_int("PORT", 0, low=1, high=65535)
    listener: socket.socket | None
    if port:
        listener = listen(host, port)
        if listener is None:
            raise AddressTaken(
                f"Port {port} of {host} is in use by another program. "
                "Stop that one, or choose another PORT (without PORT, a free one is found)."
            )
    else:
        candidates = (env.served_port(), *range(FIRST_PORT, FIRST_PORT + PORTS_TRIED))
        port, listener = next(
            ((number, heard) for number in candidates if (heard := listen(host, number))),
            (0, None),
        )
        if listener is None:
            raise AddressTaken(
                f"No port of {host} from {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1} is free: "
                "set PORT."
            )
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(str(port), encoding="ascii")
    return Address(host, port, listener)


def listen(host: str, port: int) -> socket.socket | None:
    """Listen there, unless somebody does, or does on the other loopback "localhost" may mean.

    Raises
    ------
    AddressTaken : the host is no address of this machine.
    """
    try:
        listener = _bound(host, port)
    except OSError as error:
        if _is_no_address(error):
            raise AddressTaken(
                f"HOST is {host!r}, which is no address of this machine: use 127.0.0.1 for this "
                "machine alone, or 0.0.0.0 for every network it is on."
            ) from error
        return None
    if host in {"127.0.0.1", "localhost"} and not _other_loopback_is_free(port):
        listener.close()
        return None
    return listener


def _other_loopback_is_free(port: int) -> bool:
    try:
        _bound("::1", port).close()
    except OSError as error:
        return _is_no_address(error)  # a machine without IPv6 has nobody listening on it
    return True


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        # A port that is only waiting out its last connections is free.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # uvicorn takes a socket that it is given for a local one, and would leave Nagle's delay.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def _is_no_address(error: OSError) -> bool:
    return error.errno in NO_SUCH_ADDRESS or isinstance(error, socket.gaierror)
