"""The wall around the child: what it cannot reach, whoever runs it (D-06, R-21, R-22)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.core import sandbox
from analysis.core.sandbox import wall
from analysis.core.wall import landlock_abi
from tests.analysis.plugins import ATTEMPTS
from tests.analysis.sandboxed import ROOT, intrude


def test_a_wall_stands_here() -> None:
    """No skip: where no wall can stand, this installation must not decode foreign files."""
    found = wall()
    assert found.stands, found


def test_the_child_cannot_get_out(work: Path, tone: Path, listeners: tuple[int, str]) -> None:
    """No file beside the sound, no database, no secret, no process, no signal (R-21, R-22)."""
    found = intrude(work, tone, listeners)
    assert set(found.attempts) == set(ATTEMPTS)
    through = {n: said for n, said in found.attempts.items() if not said.startswith("refused: ")}
    assert through == {}
    assert not tone.with_name("written").exists()
    assert "SECRET_KEY_FOR_TEST" not in found.environment
    assert found.environment <= set(sandbox._environment()) | {"LC_CTYPE"}
    # standard three, the sound (opened, and once more by its reader), the report, the result,
    # its own /proc/self/status
    assert found.descriptors <= 10


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to become an ordinary user")
@pytest.mark.parametrize("namespaces", [True, False], ids=["namespaces", "landlock"])
def test_the_wall_stands_for_an_ordinary_user_too(
    work: Path, listeners: tuple[int, str], *, namespaces: bool
) -> None:
    """Namespaces of one's own where the kernel gives them, else Landlock."""
    if not namespaces and not landlock_abi():
        pytest.skip("this kernel has no Landlock")
    work.chmod(0o777)
    found = subprocess.run(
        [sys.executable, "-c", ORDINARY, str(work), str(listeners[0]), str(namespaces)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    standing, read, connect, write = found.stdout.splitlines()
    files, network = ("empty root", "empty namespace") if namespaces else ("landlock",) * 2
    for part in ("same uid", f"files='{files}'", f"network='{network}'"):
        assert part in standing
    assert read.startswith("refused")
    assert connect.startswith("refused")
    assert write == "written"


ORDINARY = """
import ctypes, os, socket, sys
from pathlib import Path
from analysis.core import wall
def attempt(call):
    try:
        return call()
    except OSError as error:
        return f"refused: {error}"
def connect(port):
    connection = socket.socket(socket.AF_INET)
    connection.connect(("127.0.0.1", port))
    return connection.recv(5)
def refuse(*args):
    raise OSError("taken out")
wall._seccomp = refuse  # each wall must hold by itself
os.chdir(sys.argv[1])
os.setgroups([]); os.setresgid(12345, 12345, 12345); os.setresuid(12345, 12345, 12345)
ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # dumpable, as a process started by that user is
if sys.argv[3] == "False":
    wall._new_namespaces = refuse
print(wall.close_in(Path("."), os.getppid()))
print(attempt(lambda: Path("/etc/passwd").read_text()[:9]))
print(attempt(lambda: connect(int(sys.argv[2]))))
print(attempt(lambda: Path("x").write_text("x") and "written"))
"""
