"""Control of tests/archive/test_locating.py: without the grid, doors say where it lies."""

import pytest
from django.db.models import Q
from django.test import Client

from archive import locating
from ontology import prepared
from tests.archive.test_locating import LATITUDE, a_song, shown, told

pytestmark = pytest.mark.django_db


def test_without_the_grid_every_door_says_the_point(monkeypatch: pytest.MonkeyPatch) -> None:
    a_song()
    assert told(Client()) == set()
    monkeypatch.setattr(locating, "_generalised", lambda *_: Q(pk__in=[]))
    assert shown()["latitude"] == LATITUDE
    prepared._prepared.cache_clear()
    exactly = told(Client())
    prepared._prepared.cache_clear()
    assert exactly >= {
        "/places",
        "/places/sanga",
        "/places/sanga.ttl",
        "/places/sanga.nt",
        "/places/sanga.rdf",
        "/places/sanga.jsonld",
    }
