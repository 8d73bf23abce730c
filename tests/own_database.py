"""A database of one's own, for tests of what other connections see: commits, NOTIFY, processes.

Inside pytest-django's transaction nothing is ever committed, and its flush would fail on the
append-only table of events and empty the vocabularies. So: a copy of the migrated database,
by PostgreSQL's own template, about 0.1 s each. Use the fixture `own_database` (tests/conftest.py
shows it everywhere); do not ask for `db` beside it.
"""

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import connections
from psycopg import sql
from pytest_django.plugin import DjangoDbBlocker

from config import env

_numbers = itertools.count(1)


def _administer(statement: str, *names: str) -> None:
    command = sql.SQL(statement).format(*map(sql.Identifier, names))
    with psycopg.connect(env.database_url(), autocommit=True) as connection:
        for _attempt in range(50):
            try:
                connection.execute(command)
            except psycopg.errors.InsufficientPrivilege:
                time.sleep(0.2)  # autovacuum is in it; it is not ours to end, but ends soon
            else:
                return
        connection.execute(command)


def leave() -> None:
    """Close what this process holds open, so that the database may be copied or dropped."""
    connections.close_all()
    connections["default"].close_pool()  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def migrated_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Name the migrated test database.

    pytest-django makes one only if a test of this session asks for `db`; where none does, the
    name in the settings is still that of the installation's own database.
    """
    settings = connections["default"].settings_dict
    installed, wanted = str(settings["NAME"]), str(settings["TEST"]["NAME"])
    if installed == wanted:
        yield wanted
        return
    creation = connections["default"].creation
    with django_db_blocker.unblock():
        creation.create_test_db(verbosity=0, autoclobber=True)
    yield wanted
    with django_db_blocker.unblock():
        leave()
        creation.destroy_test_db(installed, verbosity=0)


@contextmanager
def copied(template: str, blocker: DjangoDbBlocker) -> Iterator[str]:
    """Make a copy of a database that lasts as long as this; yields its name."""
    name = f"{template}_own_{next(_numbers)}"
    with blocker.unblock():
        leave()
        _administer("CREATE DATABASE {} TEMPLATE {}", name, template)
    try:
        yield name
    finally:
        _administer("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


@contextmanager
def pointed_at(name: str, blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let Django speak to the database of that name."""
    settings = connections["default"].settings_dict
    before = settings["NAME"]
    with blocker.unblock():
        leave()
        settings["NAME"] = name
        try:
            yield
        finally:
            leave()
            settings["NAME"] = before


@pytest.fixture
def own_database(migrated_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Point Django at a fresh copy of the migrated database; yields its name."""
    with (
        copied(migrated_database, django_db_blocker) as name,
        pointed_at(name, django_db_blocker),
    ):
        yield name
