"""Warm query processes, each asked one query at a time and killed when its time is up.

Oxigraph has no timeout, and a sort of a cross product grows until memory ends; only killing a
process stops it. One that was killed is replaced at once by another.
"""

import atexit
import json
import logging
import os
import queue
import select
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from ontology.errors import EndpointBusy, QueryStopped
from ontology.sparql.worker import Head, Request, Setting

log = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Bounds:
    """How much a query may take."""

    seconds: float = 10.0
    memory: int = 2 << 30
    """Bytes of address space; what a process maps is several times what it holds."""
    largest: int = 16 << 20
    """Bytes of an answer."""
    workers: int = 3
    waiting: int = 12
    """Queries that may wait for a process to be free."""
    patience: float = 5.0
    """Seconds that a query waits for a process."""
    starting: float = 30.0
    """Seconds that a process may take to be ready."""


class Process:
    """One query process."""

    def __init__(self, setting: Setting, starting: float) -> None:
        self._child = subprocess.Popen(  # noqa: S603 - our own program, no shell
            [sys.executable, "-m", "ontology.sparql.worker", json.dumps(asdict(setting))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        )
        try:
            self.wall = str(json.loads(self._line(time.monotonic() + starting))["wall"])
        except (OSError, EOFError, ValueError):
            self.end()
            raise

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def is_alive(self) -> bool:
        return self._child.poll() is None

    def ask(self, request: Request, seconds: float) -> tuple[Head, bytes]:
        """Return the answer.

        Raises
        ------
        QueryStopped : it was not there in time, or the process ended. It is gone then.
        """
        until = time.monotonic() + seconds
        try:
            self._write(json.dumps(asdict(request)).encode() + b"\n")
            head = Head(**json.loads(self._line(until)))
            return head, self._read(head.length, until)
        except TimeoutError:
            self.end()
            raise QueryStopped(
                f"The query was stopped after {seconds:g} seconds: make it more selective, "
                "or add a LIMIT to its inner patterns."
            ) from None
        except (OSError, EOFError, ValueError):
            self.end()
            raise QueryStopped(
                "The query was stopped: it needed more memory than it is given."
            ) from None

    def end(self) -> None:
        """Kill it, whatever it does."""
        self._child.kill()
        self._child.wait()
        for stream in (self._child.stdin, self._child.stdout):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:
                    continue

    def _write(self, data: bytes) -> None:
        assert self._child.stdin is not None  # noqa: S101 - opened above
        self._child.stdin.write(data)
        self._child.stdin.flush()

    def _line(self, until: float) -> bytes:
        found = b""
        while not found.endswith(b"\n"):
            found += self._read(1, until)
        return found

    def _read(self, length: int, until: float) -> bytes:
        assert self._child.stdout is not None  # noqa: S101 - opened above
        descriptor, parts, missing = self._child.stdout.fileno(), [], length
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        while missing:
            if not poll.poll(max(0.0, until - time.monotonic()) * 1000):
                raise TimeoutError
            part = os.read(descriptor, min(missing, 1 << 20))
            if not part:
                raise EOFError("the query process ended")
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)


class Pool:
    """Processes that are asked in turn. `ask` may be called from many threads."""

    def __init__(
        self,
        directory: Path,
        graph: str,
        bounds: Bounds,
        *,
        guarded: bool = True,
        walled: bool = True,
    ) -> None:
        self.bounds = bounds
        self._setting = Setting(
            directory=str(directory),
            graph=graph,
            parent=os.getpid(),
            memory=bounds.memory,
            largest=bounds.largest,
            guarded=guarded,
            walled=walled,
        )
        self._idle: queue.LifoQueue[Process] = queue.LifoQueue()
        self._all: set[Process] = set()
        self._closed = False
        self._room = threading.BoundedSemaphore(bounds.workers + bounds.waiting)
        # PR_SET_PDEATHSIG follows the thread that started the child: this one never ends.
        self._keeper = ThreadPoolExecutor(1, "sparql-keeper")
        self._ordered = 0
        self._counting = threading.Lock()
        self._fill()
        atexit.register(self.close)

    def ask(self, request: Request) -> tuple[Head, bytes]:
        """Return the answer to a query, or raise the QueryProblem that says why there is none."""
        if not self._room.acquire(blocking=False):
            raise EndpointBusy("Too many queries are waiting: try again in a few seconds.")
        try:
            process = self._take()
            try:
                answer = process.ask(request, self.bounds.seconds)
            except QueryStopped:
                self._replace(process)
                raise
            self._idle.put(process)
            return answer
        finally:
            self._room.release()

    @property
    def idle(self) -> int:
        """How many processes wait for a query."""
        return self._idle.qsize()

    def pids(self) -> set[int]:
        return {process.pid for process in self._all}

    def close(self) -> None:
        """End all processes."""
        self._closed = True
        self._keeper.shutdown(wait=True, cancel_futures=True)
        for process in self._all:
            process.end()
        self._all.clear()
        atexit.unregister(self.close)

    def _take(self) -> Process:
        """Wait for a process; one that died in its idleness is replaced by another."""
        # The first query waits for the first process; later ones have no such excuse.
        patience = self.bounds.patience if self._all else self.bounds.starting
        until = time.monotonic() + patience
        self._fill()
        while True:
            try:
                process = self._idle.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                raise EndpointBusy(
                    "All query processes are at work: try again in a few seconds."
                ) from None
            if process.is_alive:
                return process
            self._replace(process)

    def _replace(self, process: Process) -> None:
        process.end()
        with self._counting:
            self._all.discard(process)
        self._fill()

    def _fill(self) -> None:
        """Have as many processes started, soon, as there are too few: also after failed starts."""
        with self._counting:
            missing = self.bounds.workers - len(self._all) - self._ordered
            for _ in range(0 if self._closed else missing):
                self._ordered += 1
                self._keeper.submit(self._start)

    def _start(self) -> None:
        process = None
        try:
            if not self._closed:
                process = Process(self._setting, self.bounds.starting)
        except (OSError, EOFError, ValueError):
            log.exception("A query process did not start.")
        with self._counting:
            self._ordered -= 1
            if process is None:
                return
            self._all.add(process)
        self._idle.put(process)
