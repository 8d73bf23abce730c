"""One demo for all the browser's and the stranger's tests: a clean clone, on a difficult path."""

import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e import demo as demos
from tests.e2e.browser import chromium, tried_site
from tests.e2e.own_sounds import write_own_sounds

USUAL_PORTS = (5432, 6379, 8000)


@pytest.fixture(scope="session")
def taken_ports() -> Iterator[None]:
    """The usual ports belong to somebody else."""
    held = []
    for port in USUAL_PORTS:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
            listener.listen()
        except OSError:
            listener.close()  # taken already: as good
        else:
            held.append(listener)
    yield
    for listener in held:
        listener.close()


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean clone on a path with spaces and accents."""
    return demos.clone(tmp_path_factory.mktemp("démo é") / "sono thèque")


@pytest.fixture(scope="session")
def own_sounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A visitor's folder: some sounds, and much that only looks like it."""
    return write_own_sounds(tmp_path_factory.mktemp("own") / "my söunds")


#: Ends with the folder: other tests count the processes that are left.
@pytest.fixture(scope="package")
def demo(
    demo_folder: Path,
    own_sounds: Path,
    taken_ports: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[demos.Demo]:
    if "PYTEST_XDIST_WORKER" in os.environ:  # all workers' folders lie in one of this run's
        (tmp_path_factory.getbasetemp().parent / "one demo is enough").mkdir()
    with demos.running(demo_folder, f"AUDIO={own_sounds}") as running:
        yield running
        if running.process.poll() is None:
            running.interrupt()
        assert running.is_gone(), [process.cmdline() for process in running.family()]


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest) -> str:
    """Return the address of a served site: a demo of our own unless TRIED_SITE names one."""
    return tried_site() or str(request.getfixturevalue("demo").url)


@pytest.fixture(scope="module")
def staff(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Return a staff account's name and password, as the demo prints them (or TRIED_LOGIN)."""
    if tried_site():
        name, _, password = os.environ["TRIED_LOGIN"].partition(":")
        return name, password
    printed = "\n".join(request.getfixturevalue("demo").lines)
    found = re.search(r"log in\s+\S+ as (\S+), password (\S+)", printed)
    assert found, printed[-2000:]
    return found.group(1), found.group(2)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started
