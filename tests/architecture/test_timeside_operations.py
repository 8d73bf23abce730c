"""docs/timeside-operations.md: each operation of TimeSide's API is served, where the page says."""

import re
from pathlib import Path

from django.urls import get_resolver

from config import env
from graphql_api.schema import schema

PAGE = Path(env.ROOT) / "docs" / "timeside-operations.md"

#: spec/timeside.md, 3.2: no more and no fewer.
OPERATIONS = 75

_ROW = re.compile(r"^\| ((?:GET|POST|PUT|PATCH|DELETE) \S+) \| (\S+) \| ([^|]*)\|$", re.MULTILINE)
_FIELD = re.compile(r"\b([A-Z]\w+)\.([a-z]\w*)\b")
_ADDRESS = re.compile(r"`([a-z]+-[a-z-]+)`")


def missing(text: str) -> list[str]:
    """Return the fields that the schema lacks, and the names of addresses that are none."""
    types = schema.as_str()
    lost = []
    for name, field in sorted(set(_FIELD.findall(text))):
        body = re.search(rf"^type {name}\b[^{{]*\{{(.*?)^\}}", types, re.DOTALL | re.MULTILINE)
        if body is None or not re.search(rf"^  {field}[(:]", body[1], re.MULTILINE):
            lost.append(f"{name}.{field}")
    known = set(get_resolver().reverse_dict)
    return lost + [name for name in sorted(set(_ADDRESS.findall(text))) if name not in known]


def test_each_operation_has_a_place_that_is_there() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = _ROW.findall(text)
    print(f"{len({row[0] for row in rows})} operations, {len(set(_FIELD.findall(text)))} fields")
    assert len({row[0] for row in rows}) == len(rows) == OPERATIONS
    assert missing(text) == []


def test_what_has_no_field_says_where_it_went() -> None:
    for operation, place, how in _ROW.findall(PAGE.read_text(encoding="utf-8")):
        assert _FIELD.search(place) or (place == "—" and how.strip()), operation


def test_a_place_that_is_not_there_is_found() -> None:
    """Control: a field and an address that nobody has are missed."""
    text = PAGE.read_text(encoding="utf-8")
    text = text.replace("| Query.items |", "| Query.itemz |").replace(
        "`item-waveform`", "`item-wav-e`"
    )
    assert missing(text) == ["Query.itemz", "item-wav-e"]
