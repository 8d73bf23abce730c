"""What the tests of doors stand on: one archive for all tests of a module."""

import logging
from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.doors.sweep import Sweep, begin, stored
from tests.own_database import copied


@pytest.fixture(scope="module")
def sweep(
    migrated_database: str,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Sweep]:
    """Ask the public in an archive without the hidden, then hide them."""
    folder = tmp_path_factory.mktemp("sweep")
    with copied(migrated_database, django_db_blocker), stored(folder):
        logging.disable(logging.WARNING)  # thousands are refused, each with a line
        try:
            yield begin()
        finally:
            logging.disable(logging.NOTSET)
