"""A house of one's own: a database copied from the template, a `var`, and real processes in both.

    def test_something(house: House) -> None:
        worker = house.worker()                  # a Celery worker, ready when this returns
        start_run(...)                           # this process stands in the same house
        worker.kill()                            # -9, with all that it started

Whatever a test leaves running is killed when it ends, descendants first seen included. The
house's `var` lies below the run's own, where another user may pass (a sandbox child runs as one).
The filesystem broker is that of the pytest process, emptied, so that wake-ups sent by the test
itself arrive. Processes are slow to start (1 to 2 s): share one within a test.
"""

import contextlib
import itertools
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psutil
import pytest
from pytest_django.fixtures import Settings

from config import env

#: Two seconds is the shortest that settings allow: tests wait for leases to run out.
LEASE_S = 2
START_S = 60.0
_numbers = itertools.count(1)


def wait_until(
    holds: Callable[[], object], *, within_s: float, what: str, every_s: float = 0.05
) -> float:
    """Wait for something to become true and return how long it took; fail with `what` if never."""
    began = time.monotonic()
    while not holds():
        if time.monotonic() - began > within_s:
            pytest.fail(f"Not within {within_s:g} s: {what}")
        time.sleep(0.05)
    return time.monotonic() - began


@dataclass
class Program:
    """A process started for a test, in a group of its own, and what it writes."""

    name: str
    popen: subprocess.Popen[bytes]
    log: Path

    @property
    def pid(self) -> int:
        return self.popen.pid

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def descendants(self) -> list[psutil.Process]:
        with contextlib.suppress(psutil.NoSuchProcess):
            return psutil.Process(self.pid).children(recursive=True)
        return []

    def signal_all(self, number: signal.Signals) -> None:
        """Signal the process and every descendant, whatever group they moved to."""
        family = self.descendants()
        for pid in (self.pid, *(process.pid for process in family)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)

    def kill(self) -> None:
        """End it and all its descendants with -9, and wait until they are gone."""
        family = self.descendants()
        self.signal_all(signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        self.popen.wait()
        psutil.wait_procs(family, timeout=10)

    def stop(self, within_s: float = 20) -> int:
        """Ask it to end (SIGTERM) and return its exit code."""
        self.popen.terminate()
        return self.popen.wait(within_s)

    def is_running(self) -> bool:
        return self.popen.poll() is None


@dataclass
class House:
    """Where a test's processes live."""

    database_url: str = field(repr=False)
    var: Path
    broker: Path
    environment: dict[str, str] = field(repr=False)
    programs: list[Program] = field(default_factory=list)

    def start(self, name: str, arguments: Sequence[str], **environment: str) -> Program:
        """Start a Python program of the house; `environment` adds to its own."""
        log = self.var / "log" / f"{name}-{len(self.programs)}.log"
        log.parent.mkdir(exist_ok=True)
        with log.open("wb") as output:
            popen = subprocess.Popen(
                [sys.executable, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=self.environment | environment,
                cwd=env.ROOT,
                start_new_session=True,
            )
        program = Program(name, popen, log)
        self.programs.append(program)
        return program

    def ready(self, program: Program, holds: Callable[[], object]) -> Program:
        """Wait until it is; a program that ends instead tells why."""

        def settled() -> bool:
            return bool(holds()) or not program.is_running()

        wait_until(settled, within_s=START_S, what=f"{program.name} is ready: {program.said()}")
        if not program.is_running():
            pytest.fail(f"{program.name} ended: {program.said()}")
        return program

    def worker(
        self, *, app: str = "config.celery", concurrency: int = 2, **environment: str
    ) -> Program:
        """Start a Celery worker and wait until it takes messages."""
        number = len(self.programs)
        worker = self.start(
            "worker",
            [
                *("-m", "celery", "--app", app, "worker"),
                *("--concurrency", str(concurrency), "--hostname", f"w{number}@%h"),
                *("--without-gossip", "--without-mingle", "--without-heartbeat"),
                *("--loglevel", "INFO"),
            ],
            **environment,
        )
        return self.ready(worker, lambda: " ready." in worker.said())

    def beat(self) -> Program:
        arguments = ("-m", "celery", "--app", "config.celery", "beat", "--pidfile", "")
        return self.start("beat", arguments)

    def web(self, **environment: str) -> tuple[Program, str]:
        """Start the web server; return it with its base URL."""
        port = free_port()
        base = f"http://127.0.0.1:{port}"
        arguments = ("-m", "uvicorn", "config.asgi:application", "--host", "127.0.0.1")
        web = self.start(
            "web", (*arguments, "--port", str(port)), **{"BASE_URL": base, **environment}
        )
        return self.ready(web, lambda: _answers(port)), base

    def manage(self, *arguments: str, **environment: str) -> str:
        """Run a management command to its end and return what it wrote."""
        program = self.start(arguments[0], ("manage.py", *arguments), **environment)
        code = program.popen.wait(120)
        assert code == 0, program.said()
        return program.said()

    def close(self) -> None:
        for program in reversed(self.programs):
            program.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


def _url_of(database: str) -> str:
    parts = urlsplit(env.database_url())
    return urlunsplit(parts._replace(path=f"/{database}"))


def _located(storages: dict[str, dict[str, object]], media: Path) -> dict[str, dict[str, object]]:
    """The same storages with their files in this house."""
    return {
        alias: {**storage, "OPTIONS": {"location": str(media / alias), "base_url": None}}
        if alias in {"masters", "results", "default"}
        else storage
        for alias, storage in storages.items()
    }


@pytest.fixture
def house(own_database: str, settings: Settings) -> Iterator[House]:
    """A house in which this process stands as well: its database, its `var`, its broker."""
    kept = env.var_dir()
    var = kept / f"house-{next(_numbers)}"
    var.mkdir()
    broker = kept / "broker"
    shutil.rmtree(broker, ignore_errors=True)
    for name in ("queue", "control"):
        (broker / name).mkdir(parents=True)
    (var / "broker").symlink_to(broker)
    settings.VAR = var
    settings.MEDIA_DIR = var / "media"
    settings.LEASE_SECONDS = LEASE_S
    settings.STORAGES = _located(settings.STORAGES, var / "media")
    url = _url_of(own_database)
    environment = os.environ | {
        "DATABASE_URL": url,
        "SONOTHEQUE_VAR": str(var),
        "LEASE_SECONDS": str(LEASE_S),
        "PYTHONUNBUFFERED": "1",
    }
    made = House(url, var, broker, dict(environment))
    try:
        yield made
    finally:
        made.close()
        shutil.rmtree(var, ignore_errors=True)
