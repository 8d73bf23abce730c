"""`make demo` as a visitor runs it: from a clean clone, as a process, spoken to over HTTP."""

import json
import os
import shutil
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import psutil

ROOT = Path(__file__).resolve().parents[2]
#: Of the environment only what a shell of a stranger would hold, and where packages are cached.
PASSED_ON = ("PATH", "HOME", "LANG", "TMPDIR", "USER")
PASSED_PREFIXES = ("PIP_", "UV_", "NPM_", "npm_", "NODE_", "SSL_", "REQUESTS_")


@dataclass
class Answer:
    """One reply of the server."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Demo:
    """A running demo."""

    folder: Path
    process: subprocess.Popen[str]
    started: float
    #: What it printed when it was run first.
    lines: list[str] = field(default_factory=list)
    url: str = ""
    token: str = ""
    ready_after_s: float = 0.0

    def wait(self, seconds: float) -> None:
        """Read its output until `ready:`; fail with what it printed."""
        assert self.process.stdout is not None
        deadline = time.monotonic() + seconds
        told: list[str] = []
        for line in self.process.stdout:
            told.append(line.rstrip("\n"))
            if line.startswith("token: "):
                self.token = line.split(" ", 1)[1].strip()
            if line.startswith("ready: "):
                self.url = line.split(" ", 1)[1].strip().rstrip("/")
                self.ready_after_s = time.monotonic() - self.started
                self.lines = self.lines or told
                return
            assert time.monotonic() < deadline, "\n".join(told[-40:])
        raise AssertionError("the demo ended:\n" + "\n".join(told[-60:]))

    def again(self, seconds: float, **environment: str) -> None:
        """Run `make demo` once more where it has been, and wait until it is ready."""
        self.drop()
        other = start(self.folder, **environment)
        self.process, self.started = other.process, other.started
        self.wait(seconds)

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, None, headers)

    def graphql(self, query: str, variables: dict[str, object], *, staff: bool = False) -> Any:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if staff:
            headers["Authorization"] = f"Bearer {self.token}"
        body = json.dumps({"query": query, "variables": variables}).encode()
        return self.ask("POST", "/graphql", body, headers).json

    def ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        address = path if path.startswith("http") else self.url + path
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(address, body, named, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as reply:
                return Answer(reply.status, _lower(reply.headers), reply.read())
        except HTTPError as error:
            with error:
                return Answer(error.code, _lower(error.headers), error.read())

    def events(self, query: str, variables: dict[str, object]) -> Iterator[Any]:
        """Follow a subscription over SSE (distinct connections mode) to its end."""
        body = json.dumps({"query": query, "variables": variables}).encode()
        request = urllib.request.Request(
            f"{self.url}/graphql",
            body,
            {
                "Content-Type": "application/json",
                "Accept": "text/event-stream",
                "Authorization": f"Bearer {self.token}",
            },
        )
        with urllib.request.urlopen(request, timeout=60) as stream:
            kind = ""
            for raw in stream:
                line = raw.decode().rstrip("\r\n")
                if line.startswith("event:"):
                    kind = line.split(":", 1)[1].strip()
                elif line.startswith("data:") and kind == "next":
                    yield json.loads(line.split(":", 1)[1])
                elif kind == "complete":
                    return

    def family(self) -> list[psutil.Process]:
        """Every living process that was started below this demo's folder."""
        found = []
        for process in psutil.process_iter():
            try:
                told = [*process.cmdline(), process.cwd()]
            except psutil.Error:
                continue
            if any(str(self.folder) in word for word in told) and process.pid != os.getpid():
                found.append(process)
        return found

    def is_gone(self, seconds: float = 20) -> bool:
        """Tell whether nothing is left of it, which may take a moment."""
        deadline = time.monotonic() + seconds
        while self.family():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.2)
        return True

    def interrupt(self) -> None:
        """Press Ctrl-C: the signal goes to the whole foreground group."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(60)

    def kill(self) -> None:
        """End it and all that it started, whatever they do."""
        self.drop()
        for process in self.family():
            with suppress(psutil.Error):
                process.kill()

    def drop(self) -> None:
        """End `make` alone: what it left is for the next one to find."""
        self.process.kill()
        self.process.wait(10)
        if self.process.stdout:
            self.process.stdout.close()


def _lower(headers: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def clone(into: Path) -> Path:
    """Clone what is committed, as a stranger gets it."""
    subprocess.run(
        ["git", "clone", "-q", "--no-hardlinks", str(ROOT), str(into)], check=True, timeout=120
    )
    return into


def stranger_environment() -> dict[str, str]:
    return {
        name: value
        for name, value in os.environ.items()
        if name in PASSED_ON or name.startswith(PASSED_PREFIXES)
    }


def start(folder: Path, *arguments: str, **environment: str) -> Demo:
    """Run `make demo` in the folder, in a process group of its own as a terminal would."""
    process = subprocess.Popen(
        ["make", "demo", *arguments],
        cwd=folder,
        env={**stranger_environment(), **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    return Demo(folder, process, time.monotonic())


@contextmanager
def running(folder: Path, *arguments: str, **environment: str) -> Iterator[Demo]:
    """A demo that is served, and surely ended."""
    demo = start(folder, *arguments, **environment)
    try:
        demo.wait(600)
        yield demo
    finally:
        if demo.process.poll() is None:
            demo.interrupt()
        demo.kill()


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
