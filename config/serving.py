"""Serving the site: the one supervisor of a var folder, at one address, until Ctrl-C."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from config import address, env, processes, readiness, supervisor
from config.postgres import Cluster

#: Commands that serve: the address is part of every IRI, so it is known before settings are read.
COMMANDS = ("demo", "up")
#: What `place` holds for `serve`: Django, which calls the command in between, passes nothing on.
_held: list[address.Address] = []


@contextmanager
def place(var: Path) -> Iterator[None]:
    """Hold this var folder and a free address for a command that is about to serve."""
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGHUP, _leave)
    with supervisor.sole(var):
        held = address.claim(var)
        _held.append(held)
        try:
            yield
        finally:
            _held.remove(held)
            held.listener.close()


def site() -> readiness.Site:
    """Return where the site is reached from this machine."""
    return readiness.Site(env.env_str("HOST", "127.0.0.1"), env.served_port(), env.base_url())


def serve(var: Path, companion: Callable[[], None] | None = None) -> int:
    """Run every process of the site at the address that `place` holds; return the exit code."""
    cluster = None if env.env_str("DATABASE_URL") else Cluster(var)
    listed = processes.listening(_held[-1].listener.fileno())
    return supervisor.Supervisor(var, cluster).run(listed, companion and _plainly(companion))


def _plainly(companion: Callable[[], None]) -> Callable[[], None]:
    """Say what did not come up in a sentence: where to look further is in it."""

    def _said() -> None:
        try:
            companion()
        except readiness.NotReady as trouble:
            supervisor.tell(str(trouble))
            sys.exit(1)

    return _said


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    """End as after Ctrl-C: what was begun is cleared away."""
    sys.exit(128 + number)
