"""A house for a fault: a database and a `var` made for it, and gone after it.

This process stands in the house too, so Django is set up only here: import nothing of the site
before, and break one thing in a process (`python -m tests.faults F-01`).
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from config import env, postgres
from tests.processes import House

LEASE_S = 2
PERCENT = int(os.environ.get("FAULT_PERCENT", "100"))


def share(count: int) -> int:
    """Return how much of a plan is done: FAULT_PERCENT of it, one at least."""
    return max(1, count * PERCENT // 100)


@contextmanager
def standing(**environment: str) -> Iterator[House]:
    """Give a migrated, empty house; `environment` is told to it and to this process."""
    served = postgres.ensure(env.var_dir())
    name = f"test_sonotheque_{os.getpid()}_own_0"
    var = env.var_dir() / "tests" / str(os.getpid())
    var.mkdir(parents=True)
    url = urlunsplit(urlsplit(served)._replace(path=f"/{name}"))
    os.environ.update(
        DATABASE_URL=url,
        SONOTHEQUE_VAR=str(var),
        LEASE_SECONDS=str(LEASE_S),
        DJANGO_SETTINGS_MODULE="config.settings",
        LOG_LEVEL="ERROR",
        **environment,
    )
    _administer(served, "CREATE DATABASE {}", name)
    house = House(url, var, var / "broker", os.environ | {"LOG_LEVEL": "INFO"})
    try:
        house.manage("migrate")
        import django

        django.setup()
        yield house
    finally:
        house.close()
        _leave()
        _administer(served, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        shutil.rmtree(var, ignore_errors=True)


def _leave() -> None:
    if "django.db" in sys.modules:
        from django.db import connections

        connections.close_all()
        connections["default"].close_pool()  # type: ignore[attr-defined]


def _administer(url: str, statement: str, name: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


def folder(house: House) -> Path:
    """Return a folder for sounds, made."""
    made = house.var / "made"
    made.mkdir(exist_ok=True)
    return made


def deposit_quickly() -> None:
    """Believe the headers of our own sounds: a child for each would be most of the time."""
    import soundfile

    from archive.sniffing import SoundFacts, register_probe

    def facts(path: Path) -> SoundFacts:
        told = soundfile.info(path)
        return SoundFacts(
            format="wav",
            codec="pcm_s16",
            mime_type="audio/wav",
            sample_rate=told.samplerate,
            channels=told.channels,
            bit_depth=16,
            frame_count=told.frames,
            duration_s=told.duration,
        )

    register_probe(facts)
