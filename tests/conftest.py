"""What every test stands on: a database of its own and a `var` of its own.

The settings are read here and not by pytest-django, which would read them before this. The
cluster is that of DATABASE_URL, else an embedded one for tests alone; the database in it and
everything a test writes are this run's alone, so that suites run side by side and none touches a
site that is being served.
"""

import atexit
import os
import re
import shutil
from pathlib import Path

import django
import psutil
import psycopg
import pytest
from psycopg import sql

from config import env, postgres

DATABASE = "test_sonotheque_"
#: Made by set-up, read by tests, too large to make anew.
SHARED = ("sounds", "site", "node")


def _var_of_this_run(kept: Path) -> Path:
    folder = kept / "tests" / str(os.getpid())
    for old in (kept / "tests").glob("[0-9]*"):
        if not psutil.pid_exists(int(old.name)):
            shutil.rmtree(old, ignore_errors=True)
    for made in ("run", "static"):
        (folder / made).mkdir(parents=True, exist_ok=True)
    for name in SHARED:
        (kept / name).mkdir(parents=True, exist_ok=True)  # not yet, in a fresh clone
        (folder / name).symlink_to(kept / name)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


# The workers of pytest-xdist inherit this process's environment: the database as it is, but each
# makes a `var` of its own beside this one.
_kept = Path(os.environ.setdefault("SONOTHEQUE_KEPT_VAR", str(env.var_dir())))
os.environ["DATABASE_URL"] = postgres.ensure(_kept / "testing", is_lasting=False)
os.environ["SONOTHEQUE_VAR"] = str(_var_of_this_run(_kept))
os.environ["BASE_URL"] = "http://localhost:8000"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from tests.demo_sounds import demo_sounds  # noqa: E402, F401 (fixtures for all)
from tests.doors.fixtures import sweep, swept_archive  # noqa: E402, F401
from tests.own_database import migrated_database, own_database  # noqa: E402, F401
from tests.own_storage import store  # noqa: E402, F401


def pytest_configure(config: pytest.Config) -> None:
    """Let the workers of pytest-xdist come here first: by this name pytest-django reads settings.

    A worker that inherited it would read them before it had a `var` of its own.
    """
    if config.getoption("numprocesses", None):
        del os.environ["DJANGO_SETTINGS_MODULE"]


def _turn(nodeid: str) -> int:
    if nodeid.startswith("tests/e2e/"):
        return 0
    return 1 if "door" in nodeid and "sweep" in nodeid else 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep a file's tests on one worker, and all that share the demo, or the archive that the
    doors are asked in; the longest begin first.
    """
    items.sort(key=lambda item: _turn(item.nodeid))
    for item in items:
        asked = {"demo", "site"} & set(getattr(item, "fixturenames", ()))
        swept = "sweep" in getattr(item, "fixturenames", ())
        group = "demo" if asked else "sweep" if swept else item.path.as_posix()
        group = "sweep" if "sweep" in getattr(item, "fixturenames", ()) else group
        item.add_marker(pytest.mark.xdist_group(group))


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Name the test database after this process, and drop those of runs that were killed."""
    from django.db import connections  # not before the environment above is set

    with psycopg.connect(env.database_url(), autocommit=True) as connection:
        for (name,) in connection.execute("SELECT datname FROM pg_database").fetchall():
            left_by = re.fullmatch(DATABASE + r"(\d+)(_own_\d+)?", str(name))
            if left_by and not psutil.pid_exists(int(left_by.group(1))):
                drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
                connection.execute(drop.format(sql.Identifier(str(name))))
    connections["default"].settings_dict["TEST"]["NAME"] = f"{DATABASE}{os.getpid()}"


@pytest.fixture
def transactional_db() -> None:
    """Refuse what would flush the database: the tests after it find no vocabulary and no preset."""
    pytest.fail(
        "ask for `own_database` (tests/own_database.py) in place of live_server and flushes"
    )
