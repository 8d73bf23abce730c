"""Catalogue records written as TOML: foreign tables in, typed descriptions out.

A file holds tables named for their kind: `[[place]]`, `[[item]]` and so on. Each becomes one
frozen dataclass below, whose fields are the fields that such a table may have; a field too many,
one too few or one of the wrong type makes that one record a `Problem`, and the others go on.
"""

import dataclasses
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import UnionType
from typing import ClassVar, TypeVar, Union, get_args, get_origin, get_type_hints

from archive.errors import ArchiveError

_T = TypeVar("_T")


class OddRecord(ArchiveError):
    """A record that cannot be understood."""

    code = "ODD_RECORD"


@dataclass(frozen=True)
class Named:
    """Another name, in a language (BCP 47) where that is known."""

    name: str
    language: str = ""


@dataclass(frozen=True)
class Called:
    """The name to show in each language of the site."""

    en: str = ""
    fr: str = ""
    es: str = ""


@dataclass(frozen=True)
class PlaceRecord:
    kind_of_record: ClassVar = "place"
    slug: str
    name: str
    kind: str
    latitude: float | None = None
    longitude: float | None = None
    country_code: str = ""
    is_authoritative: bool = False
    within: tuple[str, ...] = ()
    called: Called = Called()
    names: tuple[Named, ...] = ()


@dataclass(frozen=True)
class PopulationRecord:
    kind_of_record: ClassVar = "population"
    slug: str
    name: str
    is_authoritative: bool = False
    called: Called = Called()
    names: tuple[Named, ...] = ()


@dataclass(frozen=True)
class LanguageRecord:
    kind_of_record: ClassVar = "language"
    slug: str
    name: str
    is_authoritative: bool = False
    called: Called = Called()


@dataclass(frozen=True)
class InstrumentRecord:
    kind_of_record: ClassVar = "instrument"
    slug: str
    name: str
    hornbostel_sachs: str = ""
    is_authoritative: bool = False
    kind_of: tuple[str, ...] = ()
    called: Called = Called()
    vernacular_names: tuple[Named, ...] = ()


@dataclass(frozen=True)
class AgentRecord:
    kind_of_record: ClassVar = "agent"
    slug: str
    name: str
    kind: str = "person"


@dataclass(frozen=True)
class HolderRecord:
    """Who keeps recordings; `country` is a place's slug."""

    kind_of_record: ClassVar = "holder"
    slug: str
    name: str
    description: str = ""
    country: str = ""
    web_page: str = ""


@dataclass(frozen=True)
class FondsRecord:
    kind_of_record: ClassVar = "fonds"
    code: str
    title: str
    access: str
    description: str = ""
    holder: str = ""


@dataclass(frozen=True)
class CorpusRecord:
    kind_of_record: ClassVar = "corpus"
    code: str
    title: str
    access: str
    description: str = ""
    holder: str = ""
    fonds: tuple[str, ...] = ()


@dataclass(frozen=True)
class CollectionRecord:
    kind_of_record: ClassVar = "collection"
    code: str
    title: str
    access: str
    alternative_title: str = ""
    description: str = ""
    holder: str = ""
    corpora: tuple[str, ...] = ()


@dataclass(frozen=True)
class PerformanceRecord:
    instrument: str
    vernacular_name: str = ""
    count: int | None = None
    musicians: str = ""


@dataclass(frozen=True)
class RoleRecord:
    agent: str
    role: str
    audience: str = "staff"


@dataclass(frozen=True)
class ItemRecord:
    """`sound` names an entry of the list of sounds; without one the record is a description."""

    kind_of_record: ClassVar = "item"
    code: str
    title: str
    collection: str
    original_code: str = ""
    original_title: str = ""
    description: str = ""
    recorded: str = ""
    place: str = ""
    place_comment: str = ""
    licence: str = ""
    credit: str = ""
    source: str = ""
    holder: str = ""
    archivist_notes: str = ""
    access: str | None = None
    embargo_until: datetime | None = None
    populations: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    agent: tuple[RoleRecord, ...] = ()
    performance: tuple[PerformanceRecord, ...] = ()
    sound: str = ""


Record = (
    PlaceRecord
    | PopulationRecord
    | LanguageRecord
    | InstrumentRecord
    | AgentRecord
    | HolderRecord
    | FondsRecord
    | CorpusRecord
    | CollectionRecord
    | ItemRecord
)
#: In the order in which one may point to another.
KINDS: dict[str, type[Record]] = {kind.kind_of_record: kind for kind in get_args(Record)}


@dataclass(frozen=True)
class Problem:
    """A record that was not taken: which, and why in one sentence."""

    label: str
    reason: str


def label_of(record: Record) -> str:
    """Return the words by which a report calls a record, such as ``item DEMO_BIRDS_001``."""
    return f"{record.kind_of_record} {record.slug if hasattr(record, 'slug') else record.code}"


def read_records(folder: Path) -> tuple[list[Record], list[Problem]]:
    """Read every TOML file of a folder, in the order of their names, terms before what uses them.

    Raises
    ------
    OddRecord : there is no TOML file to read.
    """
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise OddRecord(f"{folder} holds no .toml file with records.")
    records: list[Record] = []
    problems: list[Problem] = []
    for file in files:
        for read in _read_file(file):
            if isinstance(read, Problem):
                problems.append(read)
            else:
                records.append(read)
    order = list(KINDS)
    return sorted(records, key=lambda record: order.index(record.kind_of_record)), problems


def _read_file(file: Path) -> Iterator[Record | Problem]:
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        yield Problem(file.name, f"It cannot be read as TOML: {error}.")
        return
    for kind, rows in tables.items():
        if kind not in KINDS or not isinstance(rows, list):
            known = ", ".join(f"[[{name}]]" for name in KINDS)
            yield Problem(f"{file.name} [{kind}]", f"No such kind of record: use {known}.")
            continue
        for number, row in enumerate(rows, start=1):
            try:
                yield parse(KINDS[kind], row)
            except OddRecord as error:
                yield Problem(f"{file.name} [[{kind}]] number {number}", str(error))


def parse(kind: type[_T], row: object) -> _T:
    """Return the row as a dataclass of that kind; its annotations are the schema.

    Raises
    ------
    OddRecord : not a table, a field too many, too few, or of another type.
    """
    if not isinstance(row, Mapping):
        raise OddRecord(f"A table was expected, not {row!r}.")
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]  # KINDS holds dataclasses
    types = get_type_hints(kind)
    for name in row:
        if name not in fields:
            raise OddRecord(f"{_called(row)}has a field {name!r} that such a record does not have.")
    lacking = [
        name
        for name, field in fields.items()
        if field.default is dataclasses.MISSING and name not in row
    ]
    if lacking:
        raise OddRecord(f"{_called(row)}lacks the field {lacking[0]!r}.")
    values = {name: _value(f"{_called(row)}{name}", types[name], row[name]) for name in row}
    return kind(**values)


def _called(row: Mapping[str, object]) -> str:
    name = row.get("code") or row.get("slug")
    return f"{name}: " if isinstance(name, str) else ""


def _value(where: str, wanted: object, value: object) -> object:
    """Return the value in the wanted type; whole numbers serve as floats, nothing else bends."""
    if get_origin(wanted) in {UnionType, Union}:
        (wanted,) = (option for option in get_args(wanted) if option is not type(None))
    if get_origin(wanted) is tuple:
        if not isinstance(value, list):
            raise OddRecord(f"{where} must be a list, not {value!r}.")
        (of, _) = get_args(wanted)
        return tuple(_value(where, of, member) for member in value)
    if isinstance(wanted, type) and dataclasses.is_dataclass(wanted):
        return parse(wanted, value)
    if wanted is float and type(value) is int:
        return float(value)
    if not isinstance(wanted, type) or type(value) is not wanted:
        name = getattr(wanted, "__name__", str(wanted))
        raise OddRecord(f"{where} must be of type {name}, not {value!r}.")
    if isinstance(value, datetime) and value.tzinfo is None:
        raise OddRecord(f"{where} needs its time zone, as in 2060-01-01T00:00:00Z.")
    return value
