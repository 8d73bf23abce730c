"""ISO 639-3, ISO 3166 and UN M49: what becomes of the lists, and what they cost."""

import csv
import time
from io import StringIO
from pathlib import Path

import psutil
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.access import HOUSE
from archive.importers.countries import OddTable, load_countries
from archive.importers.languages import load_languages
from archive.importers.skos import load_skos
from archive.models import Instrument, Language, Place, PlaceClosure, Population
from archive.services.describe_terms import update_place
from tests.factories import make_place
from tests.shared_data import DATA, reads

pytestmark = pytest.mark.django_db

TABLE = DATA / "vocabularies" / "country-codes.csv"
MOST_CPU_S = 60


def test_countries_stand_in_their_regions_under_many_names() -> None:
    report = load_countries(actor=HOUSE)
    assert not report.problems
    assert Place.objects.filter(kind="country").count() >= 249
    assert Place.objects.filter(kind__in=["continent", "region"]).count() == 29
    mali = Place.objects.get(country_code="ML")
    assert (mali.slug, mali.name, mali.is_authoritative) == ("mali", "Mali", True)
    above = PlaceClosure.objects.filter(descendant=mali).exclude(ancestor=mali)
    assert set(above.values_list("ancestor__slug", flat=True)) == {
        "western-africa",
        "sub-saharan-africa",
        "africa",
    }
    assert set(mali.matches.values_list("iri", flat=True)) == {
        "http://www.wikidata.org/entity/Q912",
        "https://sws.geonames.org/2453866/",
    }
    names = set(Place.objects.get(country_code="BO").names.values_list("name", "language"))
    assert {("Bolivia", "en"), ("Bolivien", "de")} <= names
    assert Place.objects.get(slug="western-africa").names.get(language="es").name == (
        "África occidental"
    )


def test_what_the_catalogue_has_is_the_same_country() -> None:
    """A country of the code, or a region of the name, is not made twice."""
    africa = make_place("Africa", kind="continent")
    make_place("Mali", kind="country", country_code="ML", parents=[africa])
    load_countries(actor=HOUSE)
    assert Place.objects.filter(country_code="ML").count() == 1
    assert Place.objects.filter(name="Africa").count() == 1
    update_place(actor=HOUSE, cited="africa", slug="the-continent-of-africa", name="Afrika")
    again = load_countries(actor=HOUSE)
    assert (again.created, again.changed) == (0, 0)
    assert Place.objects.get(country_code="ML").names.filter(language="fr").exists()


def test_a_table_with_odd_rows_gives_the_good_ones(tmp_path: Path) -> None:
    with (Path("fixtures") / "lists" / "country-codes.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))[:3]
    rows[1]["ISO3166-1-Alpha-2"] = "Andorra"
    table = tmp_path / "countries.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    report = load_countries(table, actor=HOUSE)
    assert [problem.label for problem in report.problems] == ["countries.csv, row 3"]
    assert Place.objects.filter(country_code=rows[0]["ISO3166-1-Alpha-2"]).exists()
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(OddTable, match="has no column"):
        load_countries(table, actor=HOUSE)
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("load_lists", "countries", "--from", str(tmp_path / "none.csv"))


def test_languages_have_their_codes_and_names() -> None:
    said: list[str] = []
    with CaptureQueriesContext(connection) as asked:
        report = load_languages(actor=HOUSE, say=said.append)
    assert report.created >= 7900
    assert len(asked) < 100
    assert said
    german = Language.objects.get(slug="deu")
    assert (german.part1, german.part2b, german.part2t) == ("de", "ger", "deu")
    assert (german.scope, german.type) == ("I", "L")
    assert ("Allemand", "fr") in set(german.names.values_list("name", "language"))
    assert german.matches.get().iri == "http://lexvo.org/id/iso639-3/deu"
    out = StringIO()
    call_command("load_lists", "languages", stdout=out)
    assert f"languages: {report.created:,} unchanged" in out.getvalue()


def cpu_s() -> tuple[float, float]:
    """Return what this process has used, and the server's process that works for it (if here)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    if not psutil.pid_exists(pid):
        return time.process_time(), 0.0
    used = psutil.Process(pid).cpu_times()
    return time.process_time(), used.user + used.system


@pytest.mark.data
@reads("vocabularies")
def test_all_vocabularies_load_in_a_minute_of_cpu() -> None:
    """Issue 3's number: 419 instruments, 2,513 groups, 249 countries, 7,900 languages."""
    began = cpu_s()
    load_skos(DATA / "vocabularies" / "mop-iaml.ttl", "instruments", actor=HOUSE)
    load_skos(DATA / "vocabularies" / "mop_mimo_iaml.ttl", "instruments", actor=HOUSE)
    load_skos(DATA / "vocabularies" / "groups-rameau.ttl", "populations", actor=HOUSE)
    load_countries(TABLE, actor=HOUSE)
    load_languages(actor=HOUSE)
    took = [after - before for before, after in zip(began, cpu_s(), strict=True)]
    began = cpu_s()
    again = [
        load_skos(DATA / "vocabularies" / "groups-rameau.ttl", "populations", actor=HOUSE),
        load_countries(TABLE, actor=HOUSE),
        load_languages(actor=HOUSE),
    ]
    once_more = [after - before for before, after in zip(began, cpu_s(), strict=True)]
    print(
        f"all vocabularies: {took[0]:.1f} s CPU of this process, {took[1]:.1f} s of the database; "
        f"again: {once_more[0]:.1f} and {once_more[1]:.1f} s"
    )
    assert Instrument.objects.count() == 419
    assert Population.objects.count() >= 2513
    assert Place.objects.filter(kind="country").count() >= 249
    assert Language.objects.count() >= 7900
    assert all(report.created == report.changed == 0 for report in again)
    assert sum(took) <= MOST_CPU_S
