"""The doctor names what is wrong and how to mend it, and goes on to the next thing."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from config import doctor, env
from config.doctor import State
from tests.factories import make_item

NOWHERE = "postgresql://x@127.0.0.1:1/x"


def _consult(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "doctor", *arguments],
        cwd=env.ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def _told(about: str, findings: list[Any]) -> Any:
    return next(finding for finding in findings if finding["about"] == about)


def test_a_whole_house_passes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "manifest.json").write_text("{}")
    done = _consult("--json", SONOTHEQUE_VAR=str(tmp_path))
    findings = json.loads(done.stdout)
    failed = [finding["about"] for finding in findings if finding["state"] == "fail"]
    # The tests' own cluster forgets what it committed when the machine crashes, and is told so.
    assert [about for about in failed if about != "durability"] == []
    assert done.returncode == (1 if failed else 0)
    abouts = {finding["about"] for finding in findings}
    print(f"{len(findings)} findings: {sorted(abouts)}")
    assert abouts >= {"database", "broker", "disk", "clock", "base URL", "codecs", "sandbox"}


def test_a_broken_database_fails_and_the_rest_is_still_looked_at(tmp_path: Path) -> None:
    done = _consult("--json", DATABASE_URL=NOWHERE, SONOTHEQUE_VAR=str(tmp_path))
    assert done.returncode == 1
    findings = json.loads(done.stdout)
    database = _told("database", findings)
    assert database["state"] == "fail"
    assert "refused" in database["said"]
    assert "DATABASE_URL" in database["mend"]
    assert _told("codecs", findings)["state"] == "ok"


def test_it_is_readable_by_people(tmp_path: Path) -> None:
    """Redis is nowhere, the address has a path: one line each, and one that says how to mend it."""
    done = _consult(
        DATABASE_URL=NOWHERE,
        REDIS_URL="redis://127.0.0.1:1/0",
        BASE_URL="http://archive.example.org/sounds",
        SONOTHEQUE_VAR=str(tmp_path),
    )
    assert done.returncode == 1
    assert "fail  broker: Redis: " in done.stdout
    assert "      -> Start it or correct REDIS_URL" in done.stdout
    assert "has a path" in done.stdout
    assert "is not https" in done.stdout


@pytest.fixture
def bare() -> Iterator[str]:
    """A database of template0: none of the extensions, and nothing migrated."""
    name = f"test_sonotheque_{os.getpid()}_own_bare"
    with psycopg.connect(env.database_url(), autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name))
        )
        yield env.database_url().rpartition("/")[0] + f"/{name}"
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def test_missing_extensions_and_migrations_are_named(
    bare: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", bare)
    found = list(doctor.database())
    failed = [finding for finding in found if finding.state is State.FAIL]
    failed = [finding for finding in failed if finding.about != "durability"]  # tests' cluster
    assert [finding.about for finding in failed] == ["extensions"]
    assert "CREATE EXTENSION pg_trgm" in failed[0].mend
    warned = {finding.about for finding in found if finding.state is State.WARN}
    assert "migrations" in warned


def test_a_column_that_tells_too_much_is_found_and_mended_as_it_says(own_database: str) -> None:
    """As after rows were loaded with triggers standing still (archive/open_to_all.py)."""
    item = make_item(access="none")
    url = env.database_url().rpartition("/")[0] + f"/{own_database}"
    with psycopg.connect(url, autocommit=True) as connection:
        assert doctor._open_to_all(connection).state is State.OK
        connection.execute("ALTER TABLE archive_item DISABLE TRIGGER USER")
        connection.execute("UPDATE archive_item SET is_open_to_all = true")
        connection.execute("ALTER TABLE archive_item ENABLE TRIGGER USER")
        found = doctor._open_to_all(connection)
        assert (found.state, found.said[:7]) == (State.FAIL, "1 items")
        connection.execute(found.mend.partition(":")[0])
        assert doctor._open_to_all(connection).state is State.OK
    item.refresh_from_db()
    assert not item.is_open_to_all


@pytest.mark.parametrize(
    ("offset_s", "state"),
    [(0.0, State.OK), (5.0, State.WARN), (-300.0, State.FAIL)],
    ids=["together", "apart", "far apart"],
)
def test_two_clocks_that_differ_are_told(
    monkeypatch: pytest.MonkeyPatch, offset_s: float, state: State
) -> None:
    true_time = time.time
    monkeypatch.setattr(time, "time", lambda: true_time() + offset_s)
    with psycopg.connect(env.database_url()) as connection:
        assert doctor._skew(connection).state is state


def test_a_secret_that_others_may_read_fails(tmp_path: Path, settings: Any) -> None:
    settings.VAR = tmp_path
    (tmp_path / "run").mkdir()
    secret = tmp_path / "run" / "secret_key"
    secret.write_text("x")
    secret.chmod(0o644)
    (finding,) = doctor.secrets()
    assert finding.state is State.FAIL
    assert "0644" in finding.said
    assert finding.mend == f"chmod 600 '{secret}'"
    secret.chmod(0o600)
    assert [finding.state for finding in doctor.secrets()] == [State.OK]


def test_a_full_disk_fails(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.VAR = tmp_path
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=10**8))
    states = {finding.about: finding.state for finding in doctor.disk()}
    assert states["disk"] is State.FAIL


def test_a_machine_that_woke_in_1970_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 1000.0)
    (finding,) = doctor.clock()
    assert finding.state is State.FAIL


def test_an_unknown_host_is_a_warning(settings: Any) -> None:
    settings.BASE_URL = "https://no-such-host.invalid"
    settings.ALLOWED_HOSTS = ["no-such-host.invalid"]
    (finding,) = doctor.base_url()
    assert finding.state is State.WARN
    settings.ALLOWED_HOSTS = ["localhost"]
    assert State.FAIL in {finding.state for finding in doctor.base_url()}


def test_a_redis_that_answers_nonsense_is_told(settings: Any) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        settings.REDIS_URL = f"redis://127.0.0.1:{listener.getsockname()[1]}/0"
        (finding,) = doctor.broker()
    assert finding.state is State.FAIL
