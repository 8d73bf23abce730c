"""What grows old enough on 1 January is looked at again by the store, with no event to tell it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection

from archive.models import Collection, Item, PublicationRule
from ontology.store import Changes
from ontology.sync import Projector
from tests.ontology.test_sync import bring_up_to_date, projector, seen, small_archive

__all__ = ["projector"]  # the fixture

YEARS = 51


def last_evening() -> str:
    """Return the last second of the year before this, as the database writes moments."""
    return f"{datetime.now(UTC).year - 1}-12-31 23:59:59+00"


def closed_until_the_new_year() -> Item:
    """Return an item that grew old enough on 1 January of this year."""
    PublicationRule.objects.create(slug="aged", title="Aged", years=YEARS, is_default=True)
    item = small_archive()
    recorded = date(datetime.now(UTC).year - YEARS, 6, 30)
    Collection.objects.update(access="mixed")
    Item.objects.filter(pk=item.pk).update(
        access="metadata", opens_with_age=True, recorded_from=recorded, recorded_to=recorded
    )
    return item


def as_it_was_last_year(projector: Projector, item: Item) -> None:
    """Bring the store to what it said on the last evening of the year, and the rows to now."""
    Item.objects.filter(pk=item.pk).update(opens_with_age=False)
    bring_up_to_date(projector)
    with connection.cursor() as cursor:  # time makes no event
        cursor.execute("ALTER TABLE archive_item DISABLE TRIGGER USER")
        cursor.execute("UPDATE archive_item SET opens_with_age = true WHERE id = %s", [item.pk])
        cursor.execute("ALTER TABLE archive_item ENABLE TRIGGER USER")
    changes = Changes()
    projector.store.note(changes, "opened", last_evening())
    projector.store.apply(changes)


@pytest.mark.parametrize("years", [YEARS, YEARS + 1], ids=["old enough", "a year too young"])
def test_the_turn_of_the_year_opens_what_is_old_enough(
    projector: Projector, rdf_dir: Path, years: int
) -> None:
    item = closed_until_the_new_year()
    as_it_was_last_year(projector, item)
    PublicationRule.objects.filter(slug="aged").update(years=years)
    assert "/media/" not in seen(rdf_dir)
    assert projector.seconds_to_opening() is not None, "the writer wakes at the turn of the year"
    bring_up_to_date(projector)
    assert ("/media/" in seen(rdf_dir)) is (years == YEARS)


def test_without_the_turn_of_the_year_nothing_is_looked_at(
    projector: Projector, rdf_dir: Path
) -> None:
    """The control: the same rows and the same store, but the year has not changed since."""
    item = closed_until_the_new_year()
    as_it_was_last_year(projector, item)
    changes = Changes()
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()::text")
        projector.store.note(changes, "opened", str(cursor.fetchone()[0]))
    projector.store.apply(changes)
    assert not projector.step().changed
    assert "/media/" not in seen(rdf_dir)
