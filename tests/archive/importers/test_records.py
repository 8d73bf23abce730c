"""Foreign tables are parsed at the door: one odd record is told, and stops no other."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.importers.records import (
    ItemRecord,
    Named,
    OddRecord,
    PerformanceRecord,
    PlaceRecord,
    label_of,
    parse,
    read_records,
)

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"


def test_every_record_of_the_fixtures_is_understood() -> None:
    records, problems = read_records(FIXTURES / "records")
    assert problems == []
    assert len([record for record in records if isinstance(record, ItemRecord)]) == 30
    assert label_of(records[0]) == "place africa"
    assert label_of(records[-1]) == "item DEMO_MUSIC_002"


def test_terms_come_before_what_uses_them_whatever_the_order_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "1.toml").write_text(
        '[[item]]\ncode = "A"\ntitle = "a"\ncollection = "C"\n[[place]]\nslug = "p"\nname = "P"\n'
        'kind = "site"\n',
        encoding="utf-8",
    )
    records, problems = read_records(tmp_path)
    assert not problems
    assert [record.kind_of_record for record in records] == ["place", "item"]


def test_a_table_becomes_a_typed_record() -> None:
    row = {
        "code": "A",
        "title": "a",
        "collection": "C",
        "embargo_until": datetime(2060, 1, 1, tzinfo=UTC),
        "populations": ["dogon"],
        "performance": [{"instrument": "trompe", "count": 1}],
    }
    item = parse(ItemRecord, row)
    assert item.populations == ("dogon",)
    assert item.performance == (PerformanceRecord("trompe", count=1),)
    place = parse(
        PlaceRecord,
        {"slug": "p", "name": "P", "kind": "site", "latitude": 3, "names": [{"name": "Π"}]},
    )
    assert place.latitude == 3.0
    assert place.names == (Named("Π"),)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"code": "A", "title": "a"}, "A: lacks the field 'collection'"),
        ({"code": "A", "title": "a", "collection": "C", "titel": "b"}, "A: has a field 'titel'"),
        ({"code": "A", "title": 3, "collection": "C"}, "A: title must be of type str, not 3"),
        ({"code": 4, "title": "a", "collection": "C"}, "code must be of type str, not 4"),
        ({"code": "A", "title": "a", "collection": "C", "agent": "B"}, "A: agent must be a list"),
        ({"code": "A", "title": "a", "collection": "C", "agent": ["B"]}, "A table was expected"),
        (
            {"code": "A", "title": "a", "collection": "C", "performance": [{"instrument": 1}]},
            "instrument must be of type str",
        ),
        (
            {
                "code": "A",
                "title": "a",
                "collection": "C",
                "performance": [{"instrument": "t", "count": True}],
            },
            "count must be of type int, not True",
        ),
        (
            {
                "code": "A",
                "title": "a",
                "collection": "C",
                "embargo_until": datetime(2060, 1, 1),  # noqa: DTZ001 (the case itself)
            },
            "needs its time zone",
        ),
        ("text", "A table was expected"),
    ],
    ids=[
        *("field lacking", "unknown field", "number as title", "number as code", "text as list"),
        *("text as table", "odd inside", "truth as number", "no time zone", "no table"),
    ],
)
def test_an_odd_row_is_refused_with_a_sentence(row: object, sentence: str) -> None:
    with pytest.raises(OddRecord, match=sentence):
        parse(ItemRecord, row)


def test_odd_rows_and_odd_files_are_told_beside_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "1.toml").write_text("[[place]", encoding="utf-8")
    (tmp_path / "2.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "3.toml").write_text('[[spaceship]]\nname = "x"\n[place]\nslug = "p"\n', "utf-8")
    (tmp_path / "4.toml").write_text(
        '[[agent]]\nslug = "good"\nname = "Good"\n[[agent]]\nslug = "bad"\n', encoding="utf-8"
    )
    records, problems = read_records(tmp_path)
    assert [label_of(record) for record in records] == ["agent good"]
    assert [problem.label for problem in problems] == [
        "1.toml",
        "2.toml",
        "3.toml [spaceship]",
        "3.toml [place]",
        "4.toml [[agent]] number 2",
    ]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(OddRecord, match=r"holds no \.toml file"):
        read_records(tmp_path)
