"""The cluster of our own, with real processes: as root and not, killed, attached to (D-03)."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest

from config import env, postgres, postgres_setup, unroot
from config.postgres import Cluster
from tests.config.intruder import doors_open
from tests.pace import allowed

#: Being root: as PostgreSQL's two ways, and as the two kinds of ordinary user those make of us.
PEOPLE = ["", *(unroot.WAYS if os.geteuid() == 0 else ())]
WAYS = list(unroot.WAYS) if os.geteuid() == 0 else [""]


@pytest.fixture
def var(tmp_path: Path) -> Iterator[Path]:
    """Below a folder of mode 0700, with spaces and accents, longer than a socket's path may be."""
    folder = tmp_path / "sono thèque" / ("é" * 40) / "vår"
    folder.mkdir(parents=True)
    yield folder
    for process in _started:
        process.kill()
        process.communicate()
    _started.clear()
    Cluster(folder).stop()


_started: list[subprocess.Popen[str]] = []


def _user(var: Path, *arguments: str, person: str = "") -> subprocess.Popen[str]:
    become = [sys.executable, "-IS", unroot.__file__, person] if person else []
    process = subprocess.Popen(
        [*become, sys.executable, "-m", "tests.config.clustered", str(var), *arguments],
        cwd=env.ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    _started.append(process)
    return process


def _told(process: subprocess.Popen[str]) -> Any:
    assert process.stdout
    line = process.stdout.readline()
    assert line, "the user of the cluster ended without a word"
    return json.loads(line)


def _end(process: subprocess.Popen[str]) -> None:
    process.communicate(timeout=60)
    _started.remove(process)
    assert process.returncode == 0


def _servers(var: Path) -> list[int]:
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.cwd() == str(var / "postgres" / "data"):
                found.append(process.pid)
    return found


@pytest.mark.parametrize("person", PEOPLE, ids=lambda name: name or "ourselves")
def test_it_starts_for_anybody_and_the_last_to_leave_stops_it(var: Path, person: str) -> None:
    if person == "user":
        for folder in (var, *var.parents[:2]):
            os.chown(folder, unroot.NOBODY, unroot.NOBODY)
    process = _user(var, person=person)
    told = _told(process)
    _end(process)
    assert told["uid"] == (unroot.NOBODY if person else os.geteuid())
    assert told["superuser"] == "false"
    assert told["fsync"] == "on"
    assert set(postgres_setup.NEEDED) <= set(told["extensions"].split())
    assert _servers(var) == []
    if person != "user":  # the secrets are then another user's
        _told(second := _user(var, person=person))
        _end(second)


@pytest.mark.parametrize("way", WAYS, ids=lambda name: name or "ourselves")
def test_as_root_it_starts_either_way_and_changes_from_one_to_the_other(
    var: Path, way: str
) -> None:
    """Where namespaces are refused, PostgreSQL becomes nobody; both find the same rows."""
    first = _user(var, way)
    assert _told(first)["marks"] == "1"
    _end(first)
    second = _user(var)
    assert _told(second)["marks"] == "2"
    _end(second)


def test_secrets_are_readable_by_their_owner_alone(var: Path) -> None:
    process = _user(var)
    _told(process)
    _end(process)
    secrets = [*(var / "postgres").glob("*.secret"), var / "run" / "database_url"]
    assert len(secrets) == 3
    assert {path.stat().st_mode & 0o777 for path in secrets} == {0o600}


def test_nobody_gets_in_without_a_password(var: Path) -> None:
    """D-03: the wheel's own default is trust. Control: tests/controls/test_database_password.py."""
    cluster = Cluster(var)
    cluster.join()
    try:
        tried, entered = doors_open(cluster.port() or 0)
    finally:
        cluster.leave()
    print(f"{tried} doors tried")
    assert tried >= 6
    assert entered == []


def test_two_users_share_it_and_a_killed_one_does_not_stop_it(var: Path) -> None:
    first, second = _user(var, "", "hold"), _user(var, "", "hold")
    told = [_told(first), _told(second)]
    assert told[0]["postmaster"] == told[1]["postmaster"]
    first.kill()
    first.wait()
    assert psutil.pid_exists(told[0]["postmaster"])
    _end(second)
    assert _servers(var) == []


def test_it_attaches_to_what_a_killed_user_left_running(var: Path) -> None:
    first = _user(var, "", "hold")
    left = _told(first)
    first.kill()
    first.wait()
    second = _user(var)
    assert _told(second)["postmaster"] == left["postmaster"]
    _end(second)
    assert _servers(var) == []


def test_killed_in_the_middle_of_a_statement_it_recovers_with_every_row(var: Path) -> None:
    """A busy backend outlives its postmaster and holds the shared memory; then there is the
    pid file, whose number a stranger has been given meanwhile.
    """
    cluster = Cluster(var)
    url = cluster.join()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE mark AS SELECT 1 AS id")
        busy = subprocess.Popen(
            [sys.executable, "-c", _BUSY, url], stdout=subprocess.PIPE, text=True
        )
        assert busy.stdout
        busy.stdout.readline()
        postmaster = cluster.postmaster()
        assert postmaster
        postmaster.send_signal(signal.SIGKILL)
        postmaster.wait()
    pid_file = var / "postgres" / "data" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    pid_file.write_text("\n".join([str(busy.pid), *lines[1:]]) + "\n")
    with psycopg.connect(cluster.join()) as connection:
        assert connection.execute("SELECT count(*) FROM mark").fetchone() == (1,)
    cluster.leave()
    busy.kill()
    busy.communicate()
    assert _servers(var) == []


_BUSY = """
import sys, psycopg
connection = psycopg.connect(sys.argv[1])
print("begun", flush=True)
connection.execute("SELECT count(*) FROM generate_series(1, 10000000000)")
"""


def test_an_interrupted_first_start_is_begun_again(var: Path) -> None:
    half = var / "postgres" / "data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("1")
    process = _user(var)
    assert _told(process)["marks"] == "1"
    _end(process)


def test_a_taken_port_is_left_to_its_owner(var: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        (var / "run").mkdir()
        (var / "run" / "postgres.port").write_text(str(port))
        cluster = Cluster(var)
        cluster.join()
        assert cluster.port() != port
        cluster.leave()


def test_data_of_another_version_is_left_alone(var: Path) -> None:
    data = var / "postgres" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("9\n")
    with pytest.raises(postgres.PostgresTrouble, match="made by PostgreSQL 9, but"):
        Cluster(var).join()


def test_a_cluster_that_cannot_start_says_why(var: Path) -> None:
    cluster = Cluster(var)
    cluster.join()
    cluster.leave()
    (var / "postgres" / "data" / "postgresql.auto.conf").write_text("no_such_setting = 1\n")
    begun = time.monotonic()
    with pytest.raises(postgres.PostgresTrouble, match="no_such_setting"):
        cluster.join()
    assert time.monotonic() - begun < allowed(10)


def test_a_given_database_is_used_and_none_is_started(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody@elsewhere.example/archive")
    assert postgres.ensure(var) == "postgresql://somebody@elsewhere.example/archive"
    assert list(var.iterdir()) == []
