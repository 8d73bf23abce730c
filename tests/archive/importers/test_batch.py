"""The demo's records come in once, whole, and beside odd ones (T-43)."""

import re
import shutil
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from archive.access import PUBLIC, Act
from archive.importers.batch import Report, import_records, sound_files
from archive.models import (
    Agent,
    Collection,
    Event,
    File,
    Item,
    Part,
    Place,
    PlaceClosure,
    Population,
)
from archive.services.reconcile import Outcome
from tests.demo_sounds import FIXTURES, demo_wheels

pytestmark = pytest.mark.django_db
WHEELS = demo_wheels()


def import_demo(sounds: Path, *, overwrite: bool = False) -> Report:
    return import_records(FIXTURES / "records", sound_files(WHEELS, sounds), overwrite=overwrite)


def import_descriptions(folder: Path, *, overwrite: bool = False) -> Report:
    """Import all records but those that have sound, which take seconds to be looked at."""
    for file in (FIXTURES / "records").glob("*.toml"):
        if file.name != "42-demo.toml":
            shutil.copy(file, folder)
    return import_records(folder, {}, overwrite=overwrite)


def fingerprint() -> dict[str, object]:
    """Return what a second run must not change: every version, and the events told."""
    return {
        "versions": list(Item.objects.order_by("code").values_list("code", "version")),
        "places": list(Place.objects.order_by("slug").values_list("slug", "version")),
        "events": Event.objects.count(),
        "parts": list(Part.objects.order_by("id").values_list("id", flat=True)),
    }


def test_the_demo_comes_in_and_a_second_run_changes_nothing(demo_sounds: Path) -> None:
    first = import_demo(demo_sounds)
    assert first.problems == ()
    assert Item.objects.count() == 30
    assert File.objects.count() == 12
    before = fingerprint()

    second = import_demo(demo_sounds)
    over = import_demo(demo_sounds, overwrite=True)

    assert second.count(Outcome.UNCHANGED) == over.count(Outcome.UNCHANGED) == len(first.done)
    assert fingerprint() == before


def test_the_slides_record_is_as_the_slides_show_it(tmp_path: Path) -> None:
    import_descriptions(tmp_path)
    item = Item.objects.get(code="CNRSMH_I_1970_012_041_15")
    assert (item.title, item.original_title) == ("TROMPE ET TAMBOUR", "OLU BOY")
    assert item.original_code == "BM.1970.012.001/46:41-15"
    assert (item.recorded_from, item.recorded_to) == (date(1960, 11, 1), date(1960, 11, 30))
    assert item.collection.holder is not None
    assert item.collection.holder.slug == "crem"
    assert item.place is not None
    ancestors = PlaceClosure.objects.filter(descendant=item.place)
    assert set(ancestors.values_list("ancestor__name", flat=True)) == {
        "Sanga",
        "Mali",
        "Western Africa",
        "Africa",
    }
    assert [population.name for population in item.populations.all()] == ["Dogon"]
    assert list(
        item.performances.values_list(
            "instrument__name", "vernacular_name__name", "instrument_count"
        )
    ) == [("trompe", "KAKELE", 1), ("tambour frappé", "BOYDUNULE", 1)]


def test_the_demo_has_the_sounds_it_says_and_shows_the_policy(demo_sounds: Path) -> None:
    import_demo(demo_sounds)
    _the_sounds_are_what_they_are_said_to_be()
    _the_policy_shows()


def _the_sounds_are_what_they_are_said_to_be() -> None:
    parts = Part.objects.select_related("file", "item")
    facts = {
        part.item.code: (part.file.format, part.file.sample_rate, part.file.channels)
        for part in parts
    }
    assert facts["DEMO_ULTRASOUND_001"] == ("wav", 300_000, 1)
    assert facts["DEMO_ULTRASOUND_002"] == ("wav", 250_000, 1)
    assert facts["DEMO_INSECTS_001"] == ("wav", 10_000, 3)
    assert facts["DEMO_BIRDS_001"] == ("wav", 32_000, 1)
    assert facts["DEMO_MUSIC_001"] == ("mp3", 44_100, 2)
    mouse = Item.objects.get(code="DEMO_ULTRASOUND_001")
    assert mouse.licence == "CC0-1.0"
    assert "10.7924/r4gq6zn8w" in mouse.source
    assert "vocalpy 0.10.3" in mouse.source
    assert {part.file.integrity for part in parts} == {"ok"}


def _the_policy_shows() -> None:
    """None is not found, metadata and embargo give no sound, mixed lets each item say."""
    found = set(Item.objects.visible_to(PUBLIC).values_list("code", flat=True))
    heard = set(
        Item.objects.allowing(PUBLIC, Act.LISTEN).with_sound().values_list("code", flat=True)
    )
    assert {"DEMO_VOICES_005", "GJB_9368"}.isdisjoint(found)
    assert len(found) == 28
    assert heard == {
        *("DEMO_BIRDS_001", "DEMO_BIRDS_002", "DEMO_ULTRASOUND_001", "DEMO_ULTRASOUND_002"),
        *("DEMO_INSECTS_001", "DEMO_VOICES_001", "DEMO_VOICES_002", "DEMO_VOICES_003"),
        "DEMO_MUSIC_001",
    }
    assert not Agent.objects.visible_to(PUBLIC).filter(name="Elizabeth Marshall").exists()
    assert not Population.objects.visible_to(PUBLIC).filter(slug="juhoansi").exists()


def test_what_a_curator_mended_is_kept_unless_overwriting_is_asked(tmp_path: Path) -> None:
    import_descriptions(tmp_path)
    Item.objects.filter(code="GJB_702").update(title="Asekoni, mended")
    Item.objects.get(code="GJB_2279").languages.clear()
    kept = import_descriptions(tmp_path)
    assert dict(kept.done)["item GJB_702"] is Outcome.KEPT
    assert dict(kept.done)["item GJB_2279"] is Outcome.KEPT
    assert Item.objects.get(code="GJB_702").title == "Asekoni, mended"

    over = import_descriptions(tmp_path, overwrite=True)

    assert over.count(Outcome.UPDATED) == 2
    assert Item.objects.get(code="GJB_702").title == "Asékoni"
    assert Item.objects.get(code="GJB_2279").languages.get().slug == "axk"


BATCH = """
[[collection]]
code = "C"
title = "c"
access = "{access}"

[[item]]
code = "GOOD"
title = "good"
collection = "C"

[[item]]
code = "{code}"
title = "t"
collection = "{collection}"
recorded = "{recorded}"
{more}
"""


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"code": "a/b"}, "letters, digits, dots"),
        ({"code": "x" * 129}, "128"),
        ({"collection": "NOWHERE"}, "no collection called 'NOWHERE' is known"),
        ({"recorded": "1960-13"}, "'1960-13' is not a date"),
        ({"recorded": "1970/1960"}, "is not a date|ends before it begins"),
        ({"more": 'place = "atlantis"'}, "no place called 'atlantis' is known"),
        ({"more": 'access = "mixed"'}, "access: "),
        ({"more": 'sound = "no.wav"'}, "no sound called 'no.wav' is listed"),
        ({"more": 'languages = ["xyz"]'}, "no language called 'xyz' is known"),
        ({"more": '[[item.agent]]\nagent = "nobody"\nrole = "recordist"'}, "no agent called"),
    ],
    ids=[
        *("slash in code", "long code", "no such collection", "no such month", "backwards"),
        *("no such place", "odd level", "no such sound", "no such language", "no such agent"),
    ],
)
def test_a_bad_row_is_told_and_the_good_ones_are_in(
    tmp_path: Path, change: dict[str, str], sentence: str
) -> None:
    row = {"access": "full", "code": "BAD", "collection": "C", "recorded": "", "more": ""} | change
    (tmp_path / "1.toml").write_text(BATCH.format(**row), encoding="utf-8")
    report = import_records(tmp_path, {})
    assert list(Item.objects.values_list("code", flat=True)) == ["GOOD"]
    (problem,) = report.problems
    assert problem.label == f"item {row['code']}"
    assert problem.reason
    assert re.search(sentence, problem.reason), problem.reason


def test_a_place_within_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "1.toml").write_text(
        '[[place]]\nslug = "a"\nname = "A"\nkind = "region"\n', encoding="utf-8"
    )
    import_records(tmp_path, {})
    (tmp_path / "1.toml").write_text(
        '[[place]]\nslug = "b"\nname = "B"\nkind = "region"\nwithin = ["a"]\n'
        '[[place]]\nslug = "a"\nname = "A"\nkind = "region"\nwithin = ["b"]\n',
        encoding="utf-8",
    )
    report = import_records(tmp_path, {}, overwrite=True)
    assert [problem.label for problem in report.problems] == ["place a"]


def test_the_command_reports_and_fails_when_a_record_was_not_taken(
    tmp_path: Path, demo_sounds: Path
) -> None:
    row = {"access": "full", "code": "a/b", "collection": "C", "recorded": "", "more": ""}
    (tmp_path / "1.toml").write_text(BATCH.format(**row), encoding="utf-8")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="the others were"):
        call_command("ingest_demo", records=tmp_path, sounds=demo_sounds, stdout=out, stderr=err)
    assert "records: 2 created, 1 failed" in out.getvalue()
    assert "item a/b: " in err.getvalue()
    assert Collection.objects.get().code == "C"
