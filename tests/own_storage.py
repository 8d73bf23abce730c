"""A storage of one's own, for tests that keep bytes; the fixture is known everywhere."""

from pathlib import Path

import pytest
from pytest_django import Settings

from archive.storage import MASTERS, RELATED, RESULTS, STAGED


@pytest.fixture
def store(tmp_path: Path, settings: Settings) -> Path:
    """Give a test storage of its own; its folders, named as the aliases, lie in the path."""
    stores = dict(settings.STORAGES)
    for alias in (MASTERS, RESULTS, RELATED, STAGED):
        stores[alias] = {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "store" / alias), "base_url": None},
        }
    settings.STORAGES = stores
    return tmp_path / "store"
