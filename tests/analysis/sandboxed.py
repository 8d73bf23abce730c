"""Sounds and jobs for the sandbox's child, and an intruder in it."""

import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from analysis.core.job import Job, Limits, Node
from analysis.core.sandbox import run_pass
from tests import signals

PLUGINS = "tests.analysis.plugins"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    return signals.write(tmp_path / "tone.wav", signals.harmonic(220, 3))


def job_with(
    work: Path,
    *plugins: str,
    ours: tuple[str, ...] = (),
    limits: Limits | None = None,
    block: int = 1 << 16,
) -> Job:
    names = [*(plugin.lower() for plugin in plugins), *ours]
    return Job(
        nodes=tuple(Node(name, name) for name in names),
        work=str(work),
        plugins=tuple(f"{PLUGINS}:{plugin}" for plugin in plugins),
        limits=limits or Limits(),
        block=block,
    )


def children() -> list[int]:
    """Return what this process started and still runs.

    The tests' own database is no matter, nor are processes that answer SPARQL for other tests.
    """
    started = psutil.Process().children(recursive=True)
    return [child.pid for child in started if not _is_of_others(child)]


def _is_of_others(child: psutil.Process) -> bool:
    try:
        return child.name() == "postgres" or "ontology.sparql.worker" in child.cmdline()
    except psutil.NoSuchProcess:
        return True


@pytest.fixture
def listeners(tmp_path: Path) -> Iterator[tuple[int, str]]:
    """Somebody who says `hello` on TCP and on a socket file, like a database would."""
    sockets = [socket.create_server(("127.0.0.1", 0)), socket.socket(socket.AF_UNIX)]
    path = f"/tmp/listener-{os.getpid()}"  # noqa: S108  socket paths must be short
    sockets[1].bind(path)
    sockets[1].listen()
    Path(path).chmod(0o777)

    def serve(listening: socket.socket) -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                connection.sendall(b"hello")

    threads = [threading.Thread(target=serve, args=(s,), daemon=True) for s in sockets]
    for thread in threads:
        thread.start()
    yield sockets[0].getsockname()[1], path
    for listening in sockets:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
    Path(path).unlink()


@dataclass
class Intrusion:
    """What an intruder in the child reported."""

    attempts: dict[str, str]
    environment: set[str]
    descriptors: int


def intrude(
    work: Path, tone: Path, listeners: tuple[int, str], *, confined: bool = True
) -> Intrusion:
    beside = tone.with_name("beside.txt")
    beside.write_text("the neighbour's secret")
    beside.chmod(0o666)
    tone.parent.chmod(0o777)
    params = {
        "beside": str(beside),
        "port": listeners[0],
        "unix": listeners[1],
        "parent": os.getpid(),
    }
    job = Job(
        nodes=(Node("i", "intruder", params=params),),  # type: ignore[arg-type]
        work=str(work),
        plugins=(f"{PLUGINS}:Intruder",),
        confined=confined,
    )
    os.environ["SECRET_KEY_FOR_TEST"] = "SECRET"
    try:
        (node,) = run_pass(job, tone).nodes
    finally:
        del os.environ["SECRET_KEY_FOR_TEST"]
    assert node.status == "done", node.detail
    labels = {o.name: o.label for o in node.outputs}
    descriptors = next(o.value for o in node.outputs if o.name == "descriptors")
    environment = set(labels.pop("environment").split())
    labels.pop("descriptors")
    return Intrusion(labels, environment, int(descriptors or 0))
