"""The supervisor, with real processes: it restarts what dies and leaves nothing behind (F-01)."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from config import supervisor
from config.postgres import Cluster
from config.processes import Process


@pytest.fixture
def var(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "vår 1"
    (folder / "run").mkdir(parents=True)
    yield folder
    supervisor.end_marked(folder)


@pytest.fixture
def start(var: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    started = []

    def _start(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.config.supervised", str(var), *arguments],
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield _start
    for process in started:
        with suppress(ProcessLookupError):
            process.kill()
        process.communicate()


def _until(answer: Callable[[], bool], within_s: float = 15) -> None:
    deadline = time.monotonic() + within_s
    while not answer():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.05)


def _pid(var: Path, name: str) -> int:
    with suppress(FileNotFoundError, ValueError):
        return int((var / "run" / f"{name}.pid").read_text())
    return 0


def _whole(var: Path) -> bool:
    """Both processes live, and the stubborn one's child."""
    return len(supervisor.marked(var)) == 3


def test_ctrl_c_leaves_no_process_behind(
    var: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    process = start()
    _until(lambda: _whole(var))
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0
    assert supervisor.marked(var) == []
    assert not _pid(var, "polite")


def test_what_dies_is_started_again_and_said(
    var: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    process = start()
    _until(lambda: _whole(var))
    first = _pid(var, "polite")
    psutil.Process(first).kill()
    _until(lambda: _pid(var, "polite") not in {0, first} and _whole(var))
    process.send_signal(signal.SIGTERM)
    _, told = process.communicate(timeout=10)
    assert "polite ended by signal 9; again in 0.5 s" in told


def test_what_keeps_dying_is_given_time(tmp_path: Path) -> None:
    """0.5 s, 1 s, 2 s: a process that cannot start does not eat the machine."""
    told: list[str] = []
    child = supervisor.Child(Process("dead", ("-c", "raise SystemExit(7)")), tmp_path, "m")
    (tmp_path / "run").mkdir()

    def _has_died_three_times() -> bool:
        child.look()
        return len(told) >= 3

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(supervisor, "tell", told.append)
        _until(_has_died_three_times)
    waits = [line.split("again in ")[1].split(" s")[0] for line in told]
    assert waits == ["0.5", "1", "2"]
    assert "with code 7" in told[0]


def test_killed_with_9_and_started_again_it_clears_what_was_left(
    var: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    first = start()
    _until(lambda: _whole(var))
    polite = psutil.Process(_pid(var, "polite"))
    before = supervisor.marked(var)
    first.kill()
    first.wait()
    # Who hears SIGTERM ends with its parent (PR_SET_PDEATHSIG)…
    _until(lambda: not polite.is_running())
    # … and who does not is ended by the next supervisor.
    assert supervisor.marked(var)
    second = start()
    _until(lambda: _whole(var) and not any(process.is_running() for process in before))
    second.send_signal(signal.SIGINT)
    assert second.wait(10) == 0
    assert supervisor.marked(var) == []


def test_a_stranger_with_an_old_number_is_not_shot(
    var: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    """Numbers are used again: what counts is the mark, not the pid file."""
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    (var / "run" / "polite.pid").write_text(str(stranger.pid))
    process = start()
    _until(lambda: _whole(var))
    process.send_signal(signal.SIGINT)
    process.wait(10)
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_a_second_supervisor_says_who_is_at_work(
    var: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    first = start()
    _until(lambda: _whole(var))
    second = start()
    _, told = second.communicate(timeout=20)
    assert second.returncode == 3
    assert f"already served by process {first.pid}" in told
    assert _whole(var)
    first.send_signal(signal.SIGINT)
    first.wait(10)


def test_the_database_is_started_again_and_ends_with_the_house(
    var: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    cluster = Cluster(var)
    process = start("database")
    _until(lambda: cluster.postmaster() is not None and bool(_pid(var, "polite")), 30)
    first = cluster.postmaster()
    url = (var / "run" / "database_url").read_text()
    assert first
    first.kill()
    _until(lambda: cluster.postmaster() not in {None, first} and cluster.port() is not None, 30)
    assert (var / "run" / "database_url").read_text() == url
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "postgres had ended; started again" in told
    assert cluster.postmaster() is None
    assert supervisor.marked(var) == []
