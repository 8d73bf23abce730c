"""Runs the processes of the site, starts again what dies, and leaves none behind.

Every child leads a session of its own and ends when the supervisor does (`config.leash`). All of
them, and whatever they start, carry this installation's mark in their environment: by it a
supervisor that starts after one that was killed with -9 knows what that one left behind. A number
that the system has meanwhile given to a stranger carries no mark and is never shot.
"""

import fcntl
import os
import secrets
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

import psutil

from config import leash
from config.postgres import Cluster, PostgresTrouble
from config.postgres_setup import write_secret
from config.processes import Process

MARK = "SONOTHEQUE_MARK"
FIRST_DELAY_S = 0.5
LONGEST_DELAY_S = 30.0
#: Who lived this long did not die of its start: the back-off begins anew.
STEADY_S = 30.0
LOOK_S = 0.5
LOG_BYTES = 20_000_000
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class AlreadyServed(RuntimeError):
    """Another supervisor serves this var folder."""


def tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


class Child:
    """One process of the list: its present life, and when its next may begin."""

    def __init__(self, process: Process, var: Path, mark: str) -> None:
        self.process = process
        self.log = var / "log" / f"{process.name}.log"
        self.pid_file = var / "run" / f"{process.name}.pid"
        self._mark = mark
        self._popen: subprocess.Popen[bytes] | None = None
        self._born = 0.0
        self._deaths = 0
        self._not_before = 0.0

    @property
    def pid(self) -> int | None:
        return self._popen.pid if self._popen else None

    def look(self) -> None:
        """Start it if it is time; notice its death."""
        if self._popen is None:
            if time.monotonic() >= self._not_before:
                self._start()
            return
        code = self._popen.poll()
        if code is not None:
            self._mourn(code)
        elif self.log.stat().st_size > LOG_BYTES:
            self._turn_log()

    def ask_to_stop(self) -> None:
        if self._popen and self._popen.poll() is None:
            self._popen.terminate()

    def make_stop(self, *, until: float) -> None:
        """Wait for it until that moment, then kill it and the rest of its group."""
        if self._popen is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self._popen.wait(max(0.0, until - time.monotonic()))
        with suppress(ProcessLookupError):
            os.killpg(self._popen.pid, signal.SIGKILL)
        self._popen.wait()
        self._popen = None
        self.pid_file.unlink(missing_ok=True)

    def _start(self) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, *self.process.arguments]
        with self.log.open("ab") as log:
            self._popen = subprocess.Popen(
                [sys.executable, "-IS", leash.__file__, str(os.getpid()), *command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=self.process.inherits,
                env={**os.environ, MARK: self._mark, "PYTHONUNBUFFERED": "1"},
            )
        self._born = time.monotonic()
        self.pid_file.write_text(str(self._popen.pid), encoding="ascii")

    def _mourn(self, code: int) -> None:
        lived = time.monotonic() - self._born
        self._deaths = 1 if lived > STEADY_S else self._deaths + 1
        delay = min(LONGEST_DELAY_S, FIRST_DELAY_S * 2 ** (self._deaths - 1))
        self.make_stop(until=0.0)
        self._not_before = time.monotonic() + delay
        how = f"by signal {-code}" if code < 0 else f"with code {code}"
        tell(f"{self.process.name} ended {how}; again in {delay:g} s (see {self.log})")

    def _turn_log(self) -> None:
        """Keep one older log; the child goes on writing to the end of the same file."""
        shutil.copyfile(self.log, self.log.with_suffix(".log.1"))
        os.truncate(self.log, 0)


class Supervisor:
    """Keeps the processes and the database of one var folder alive until told to stop."""

    def __init__(self, var: Path, cluster: Cluster | None) -> None:
        self.var = var
        self._cluster = cluster
        self._cluster_not_before = 0.0
        self._url = ""
        self._stopping = threading.Event()
        self._failed = False

    def run(self, processes: Sequence[Process], companion: Callable[[], None] | None = None) -> int:
        """Serve until a signal comes; return the exit code.

        `companion` runs beside the processes in a thread of its own (the demo's tour); when it
        raises, everything is stopped.
        """
        children = [Child(process, self.var, mark(self.var)) for process in processes]
        with self._woken_by_signals() as woken:
            try:
                if companion:
                    threading.Thread(target=self._accompany, args=[companion], daemon=True).start()
                while not self._stopping.is_set():
                    self._look_after_database(children)
                    for child in children:
                        child.look()
                    select.select([woken], [], [], LOOK_S)
                    with suppress(BlockingIOError):
                        os.read(woken, 4096)
            finally:
                self._stop(children)
        return 1 if self._failed else 0

    def _accompany(self, companion: Callable[[], None]) -> None:
        try:
            companion()
        except SystemExit:  # it has said why
            self._give_up()
        except BaseException:
            self._give_up()
            raise

    def _give_up(self) -> None:
        self._failed = True
        self._stopping.set()

    def _look_after_database(self, children: Sequence[Child]) -> None:
        if self._cluster is None or time.monotonic() < self._cluster_not_before:
            return
        if self._url and self._cluster.postmaster():
            return
        try:
            url = self._cluster.join()
        except PostgresTrouble as trouble:
            tell(str(trouble))
            self._cluster_not_before = time.monotonic() + LONGEST_DELAY_S
            return
        if self._url:
            tell(f"postgres had ended; started again (see {self._cluster.log})")
        if self._url not in {"", url}:
            for child in children:  # its port went to another program meanwhile
                child.ask_to_stop()
        self._url = url

    def _stop(self, children: Sequence[Child]) -> None:
        for child in children:
            child.ask_to_stop()
        begun = time.monotonic()
        for child in children:
            child.make_stop(until=begun + child.process.stop_s)
        end_marked(self.var)
        if self._cluster:
            self._cluster.leave()

    @contextmanager
    def _woken_by_signals(self) -> Iterator[int]:
        """Give a descriptor that becomes readable when a child dies or we are told to stop."""
        reader, writer = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        before = {number: signal.getsignal(number) for number in (*STOP_SIGNALS, signal.SIGCHLD)}
        old = signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        for number in STOP_SIGNALS:
            signal.signal(number, self._on_stop)
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
        try:
            yield reader
        finally:
            signal.set_wakeup_fd(old)
            for number, handler in before.items():
                signal.signal(number, handler)
            os.close(reader)
            os.close(writer)

    def _on_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping.set()


@contextmanager
def sole(var: Path) -> Iterator[None]:
    """Be the only supervisor of this var folder, with nothing left of an earlier one.

    Raises
    ------
    AlreadyServed : another one is at work.
    """
    lock_path = var / "run" / "supervisor.lock"
    lock_path.parent.mkdir(parents=True, exist_ok=True)
    with lock_path.open("a+", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise AlreadyServed(
                f"{var} is already served by process {lock.read().strip()}: "
                "stop that one with Ctrl-C, or set SONOTHEQUE_VAR to another folder."
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        end_marked(var)
        yield


def mark(var: Path) -> str:
    """Return what tells this installation's processes from all others, making it on first use."""
    path = var / "run" / "mark"
    if not path.exists():
        write_secret(path, secrets.token_hex(16))
    return path.read_text(encoding="ascii")


def marked(var: Path) -> list[psutil.Process]:
    """Return the processes that a supervisor of this var folder started, at any remove."""
    ours = mark(var)
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.pid != os.getpid() and process.environ().get(MARK) == ours:
                found.append(process)
    return found


def end_marked(var: Path) -> None:
    """Kill what is left, until nothing is: what is being killed may still fork."""
    while left := marked(var):
        for process in left:
            with suppress(psutil.Error):
                process.kill()
        psutil.wait_procs(left, timeout=5)
