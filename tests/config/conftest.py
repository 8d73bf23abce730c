"""What the tests of brokers stand on: a house of processes, and a Redis of one's own."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.processes import free_port, house

__all__ = ["house"]


@dataclass
class Redis:
    """A real redis-server, as compose.yaml starts it, on a port of its own."""

    folder: Path
    port: int = field(default_factory=free_port)
    _popen: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        self._popen = subprocess.Popen(
            [
                *("redis-server", "--port", str(self.port), "--bind", "127.0.0.1"),
                *("--appendonly", "yes", "--maxmemory-policy", "noeviction"),
                *("--dir", str(self.folder)),
            ],
            stdout=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        pytest.fail("redis-server did not start")

    def kill(self) -> None:
        if self._popen:
            self._popen.kill()
            self._popen.wait()
            self._popen = None

    def forget(self) -> None:
        """Lose everything that was kept on disk."""
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    if not shutil.which("redis-server"):
        pytest.skip("no redis-server on this machine (.ci/run installs it)")
    folder = tmp_path / "redis"
    folder.mkdir()
    server = Redis(folder)
    server.start()
    yield server
    server.kill()
