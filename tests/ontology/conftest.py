"""What the tests of linked data stand on."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from pytest_django import Settings

from tests.ontology.sparql_store import door, endpoint

__all__ = ["door", "endpoint"]


@pytest.fixture(autouse=True)
def rdf_dir(settings: Settings, tmp_path: Path) -> Path:
    """A store folder of each test's own."""
    Path(str(django_settings.STATIC_ROOT)).mkdir(parents=True, exist_ok=True)  # whitenoise warns
    settings.RDF_DIR = tmp_path / "rdf"
    return tmp_path / "rdf"
