"""The vocabularies that every archive starts with (T-44; spec/telemeta.md, section 1.5)."""

import importlib

import pytest
from django.apps import apps
from django.db import connection

from archive.errors import OddValue
from archive.models import Scheme
from archive.vocabularies import ETHNIC_GROUPS, SCHEMES, USES, use_named
from archive.vocabulary_words import DESCRIPTIONS

TELEMETA = """
    PhysicalFormat PublishingStatus AcquisitionMode MetadataAuthor MetadataWriter LegalRight
    RecordingContext AdConversion VernacularStyle GenericStyle ContextKeyword Publisher
    EthnicGroup TapeWheelDiameter TapeLength TapeWidth TapeSpeed TapeVendor NumberOfChannels
    Organization Rights Topic CopyType MediaType OriginalFormat Status IdentifierType
    """
POITIERS = "Coupe KindOfSong KindOfShortSong KindOfTale Function HornbostelSachs"


def test_each_enumeration_of_telemeta_has_its_scheme() -> None:
    """All 27 by name, EthnicGroup being the populations; Poitiers' six too."""
    was = {scheme.was for scheme in SCHEMES}
    assert len(TELEMETA.split()) == 27
    assert set(TELEMETA.split()) - was == {ETHNIC_GROUPS}
    assert set(POITIERS.split()) <= was


@pytest.mark.django_db
def test_every_installation_has_them_in_three_languages() -> None:
    there = Scheme.objects.in_bulk(field_name="slug")
    assert {scheme.slug for scheme in SCHEMES} <= set(there)
    for scheme in SCHEMES:
        row = there[scheme.slug]
        assert row.title == scheme.title.en
        assert set(row.translations["title"]) == {"fr", "es"}
        assert row.description == scheme.description
        assert set(row.translations["description"]) == {"fr", "es"}


@pytest.mark.django_db
def test_what_curators_wrote_of_one_is_left_alone() -> None:
    """Whether they changed the description or translated it themselves."""
    Scheme.objects.filter(slug="keywords").update(description="Ours", translations={})
    own = {"description": {"fr": "Le nôtre"}}
    Scheme.objects.filter(slug="topics").update(translations=own)
    Scheme.objects.filter(slug="rights").update(translations={})
    migration = importlib.import_module(
        "archive.migrations.0021_vocabularies_say_what_they_are_in_three_languages"
    )
    with connection.schema_editor() as editor:
        migration.describe(apps, editor)
    there = Scheme.objects.in_bulk(field_name="slug")
    assert there["keywords"].translations == {}
    assert there["topics"].translations == own
    assert there["rights"].translations["description"]["es"].startswith("Quién tiene")


def test_each_is_described_in_french_and_spanish() -> None:
    assert {scheme.slug for scheme in SCHEMES} == DESCRIPTIONS.keys()


@pytest.mark.django_db
def test_making_them_again_changes_nothing() -> None:
    Scheme.objects.filter(slug="keywords").update(title="Our keywords")
    before = list(Scheme.objects.order_by("pk").values_list("pk", "title", "version"))
    migration = importlib.import_module(
        "archive.migrations.0008_the_vocabularies_that_every_archive_starts_with"
    )
    with connection.schema_editor() as editor:
        migration.make_schemes(apps, editor)
    assert list(Scheme.objects.order_by("pk").values_list("pk", "title", "version")) == before


def test_uses_are_of_schemes_and_of_records() -> None:
    slugs = {scheme.slug for scheme in SCHEMES}
    assert len(USES) >= 30
    for use in USES.values():
        assert use.scheme in slugs
        assert set(use.levels) <= {"fonds", "corpus", "collection", "item", "carrier"}
        assert use.label.others.keys() == {"fr", "es"}


def test_a_use_is_of_some_records_alone() -> None:
    assert use_named("tape_speed", "carrier").scheme == "tape-speeds"
    with pytest.raises(OddValue, match="is said of carrier, and not of this kind"):
        use_named("tape_speed", "item")
    with pytest.raises(OddValue, match="no concept says 'colour'"):
        use_named("colour", "item")
