"""The migrated database, made once of the same sources: every run and every worker copies it.

To migrate from nothing takes a dozen seconds of CPU and comes to the same end each time. What it
came of stands in its name, every source of the house and the locks of what it stands on, so that a
change of any makes it anew. It lies in the cluster of tests' own alone; a cluster that was given to
us is left without.
"""

import fcntl
import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql
from pytest_django.plugin import DjangoDbBlocker

from config import env
from tests.own_database import leave

MADE = "made_sonotheque_"
SOURCES = ("analysis", "archive", "config", "fixtures", "frontend/pages", "graphql_api", "ontology")
#: So many stay: another run may be copying that of the sources before a change.
KEPT = 3


def use_made_database(cluster: Path, blocker: DjangoDbBlocker) -> None:
    """Let Django's test database begin as a copy of the one that is made, or is made now."""
    if env.database_url() != _url_of(cluster):
        return
    name = MADE + digest_of(env.ROOT)[:16]
    with _alone(cluster):
        if name not in _made():
            _make(name, blocker)
    connections["default"].settings_dict["TEST"]["TEMPLATE"] = name


def _url_of(cluster: Path) -> str:
    kept = cluster / "run" / "database_url"
    return kept.read_text(encoding="utf-8").strip() if kept.exists() else ""


def digest_of(root: Path) -> str:
    """Return what stands for all that a migrated database comes of."""
    digest = hashlib.sha256(sys.version.encode())
    found = (each for folder in SOURCES for each in (root / folder).rglob("*"))
    for path in sorted([*found, *root.glob("requirements*.lock")]):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(f"\0{path.relative_to(root)}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@contextmanager
def _alone(cluster: Path) -> Iterator[None]:
    with (cluster / "run" / "made.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _made() -> list[str]:
    """Return the names of those that are made, the newest first."""
    with psycopg.connect(env.database_url()) as connection:
        found = connection.execute("SELECT datname FROM pg_database ORDER BY oid DESC").fetchall()
    return [str(name) for (name,) in found if str(name).startswith(MADE)]


def _make(name: str, blocker: DjangoDbBlocker) -> None:
    """Migrate a database under this process's name for it, then give it the lasting one."""
    connection = connections["default"]
    installed = connection.settings_dict["NAME"]
    with blocker.unblock():
        made = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        leave()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = installed
    with psycopg.connect(env.database_url(), autocommit=True) as administering:
        rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        administering.execute(rename.format(sql.Identifier(made), sql.Identifier(name)))
        for old in _made()[KEPT:]:
            administering.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(old)))
