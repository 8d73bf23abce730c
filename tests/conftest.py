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
from typing import Any

import django
import hypothesis
import psutil
import psycopg
import pytest
from psycopg import sql
from pytest_django.plugin import DjangoDbBlocker

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

# Examples are held to no time: one that took half a second of a busy machine is no fault found.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Let the workers of pytest-xdist come here first: by this name pytest-django reads settings.

    A worker that inherited it would read them before it had a `var` of its own.
    """
    if config.getoption("numprocesses", None):
        del os.environ["DJANGO_SETTINGS_MODULE"]


#: Files whose tests stand in the swept archive.
SWEPT = ("test_sweep.py", "test_door_sweep.py", "test_guessed.py")


def ground(nodeid: str) -> str:
    """Return what a test shares with others: the demo, the archive that doors are asked in, a file.

    What shares a ground runs on one worker: the ground is made once.
    """
    file = nodeid.partition("::")[0]
    if file.startswith("tests/e2e/"):
        return "demo"
    return "sweep" if file.endswith(SWEPT) else file


def _turn(nodeid: str) -> int:
    """Order by what lasts longest; the demo is started again before others change it."""
    if nodeid.startswith("tests/e2e/"):
        return 0 if "/test_restart.py" in nodeid else 1
    return 2 if ground(nodeid) == "sweep" and "sweep.py" in nodeid else 3


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "swept_archive" in getattr(item, "fixturenames", ()) and ground(item.nodeid) != "sweep":
            raise pytest.UsageError(
                f"{item.nodeid} asks in the swept archive: name its file in SWEPT "
                "(tests/conftest.py), or another worker makes that archive once more."
            )
    items.sort(key=lambda item: _turn(item.nodeid))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Deal by grounds. xdist's own `loadgroup` deals test by test since pytest 9 ignores its marks.

    It writes the group behind `Item._nodeid`, which nobody reads any more: each worker made a demo.
    """
    from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

    class ByGround(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            return ground(nodeid)

    return ByGround(config, log)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_blocker: DjangoDbBlocker) -> None:
    """Name the test database after this process, and drop those of runs that were killed."""
    from django.db import connections  # not before the environment above is set

    from tests.made_database import use_made_database

    with psycopg.connect(env.database_url(), autocommit=True) as connection:
        for (name,) in connection.execute("SELECT datname FROM pg_database").fetchall():
            left_by = re.fullmatch(DATABASE + r"(\d+)(_own_\d+)?", str(name))
            if left_by and not psutil.pid_exists(int(left_by.group(1))):
                drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
                connection.execute(drop.format(sql.Identifier(str(name))))
    connections["default"].settings_dict["TEST"]["NAME"] = f"{DATABASE}{os.getpid()}"
    use_made_database(_kept / "testing", django_db_blocker)


@pytest.fixture
def transactional_db() -> None:
    """Refuse what would flush the database: the tests after it find no vocabulary and no preset."""
    pytest.fail(
        "ask for `own_database` (tests/own_database.py) in place of live_server and flushes"
    )
