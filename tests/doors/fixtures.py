"""The swept archive, one for all that ask in it; `tests/conftest.py` shows it everywhere.

It is imported where it is asked for: it knows the whole house, and most runs do without.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.own_database import copied, pointed_at

if TYPE_CHECKING:
    from tests.doors.sweep import Sweep


@pytest.fixture(scope="session")
def swept_archive(
    migrated_database: str,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, Path, "Sweep"]]:
    """Make the archive in a database, a storage and a store of its own, which are its first."""
    from ontology import iris
    from ontology.sparql.backend import close_all
    from ontology.store import LiveStore
    from tests.doors.sweep import begin

    folder = tmp_path_factory.mktemp("sweep")
    with (
        copied(migrated_database, django_db_blocker) as name,
        LiveStore(folder / "rdf", iris.public_graph()) as store,
    ):
        with _standing_in(name, folder, django_db_blocker):
            sweep = begin(store)
        yield name, folder, sweep
        close_all()


@pytest.fixture
def sweep(
    swept_archive: tuple[str, Path, "Sweep"], django_db_blocker: DjangoDbBlocker
) -> Iterator["Sweep"]:
    """Stand in the swept archive; whatever a test changes of it, it puts back."""
    name, folder, made = swept_archive
    with _standing_in(name, folder, django_db_blocker):
        yield made


@contextmanager
def _standing_in(name: str, folder: Path, blocker: DjangoDbBlocker) -> Iterator[None]:
    from tests.doors.sweep import stored

    with pointed_at(name, blocker), stored(folder):
        logging.disable(logging.ERROR)  # thousands are refused, each with a line
        try:
            yield
        finally:
            logging.disable(logging.NOTSET)
