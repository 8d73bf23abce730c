"""Countries (ISO 3166-1) and the regions that hold them (UN M49), as places.

The table is that of the "country codes" data package (PDDL): `fixtures/lists/country-codes.csv`
holds the columns that are read, and the package's own file is read as well. pycountry adds names
in languages that the table does not have, and countries that it does not have yet.
"""

import csv
import gettext
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pycountry

from archive.access import Actor
from archive.errors import ArchiveError
from archive.identifiers import slug_of
from archive.importers.records import Problem
from archive.importers.terms import Entry, Report, Say, bring_terms
from archive.models import OldCode, Place
from archive.models.place import PlaceKind
from archive.services.shapes import PLACE
from archive.services.terms import Match, Name

LISTS = Path(__file__).resolve().parents[2] / "fixtures" / "lists"
#: The table's columns of names, by language; pycountry's languages beside them.
_NAMED = {
    "en": "official_name_en",
    "fr": "official_name_fr",
    "es": "official_name_es",
    "ar": "official_name_ar",
    "zh": "official_name_cn",
    "ru": "official_name_ru",
}
_NAMED_BY_PYCOUNTRY = ("de", "pt")
_LEVELS = ("Region", "Sub-region", "Intermediate Region")
_CODE = "ISO3166-1-Alpha-2"


class OddTable(ArchiveError):
    """A table that is not that of countries."""

    code = "ODD_TABLE"


@dataclass(frozen=True)
class Region:
    """A region of UN M49, and that in which it lies."""

    code: str
    name: str
    parent: str
    names: tuple[Name, ...]

    def entry(self) -> Entry:
        kind = PlaceKind.REGION if self.parent else PlaceKind.CONTINENT
        return Entry(
            key=self.code,
            name=self.name,
            slug=slug_of(self.name),
            columns={"kind": kind},
            names=self.names,
            parents=(self.parent,) if self.parent else (),
        )


def load_countries(
    path: Path = LISTS / "country-codes.csv",
    *,
    actor: Actor,
    overwrite: bool = False,
    say: Say = lambda _line: None,
) -> Report:
    """Bring regions and countries in; a country that has the code already is the same place.

    Raises
    ------
    OddTable : the file cannot be read, or is another table.
    """
    rows, problems = _rows(path)
    regions = _regions(rows)
    entries = [region.entry() for region in regions.values()]
    entries += [_entry(row) for row in rows]
    entries += list(_newer({row[_CODE] for row in rows}))
    return bring_terms(
        PLACE,
        entries,
        _known(entries),
        actor=actor,
        reason=f"countries of ISO 3166 and regions of UN M49, {path.name}",
        overwrite=overwrite,
        problems=problems,
        say=say,
    )


def _rows(path: Path) -> tuple[list[Mapping[str, str]], list[Problem]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            read = csv.DictReader(file)
            lacking = {_CODE, *_NAMED.values()} - set(read.fieldnames or ())
            if lacking:
                raise OddTable(f"{path.name} has no column {sorted(lacking)[0]!r}.")
            rows: list[Mapping[str, str]] = [
                {k: (v or "").strip() for k, v in row.items() if k} for row in read
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise OddTable(f"{path} cannot be read as a table: {error}.") from error
    good, problems = [], []
    for number, row in enumerate(rows, start=2):
        if len(row[_CODE]) != 2 or not row[_CODE].isupper() or not row[_NAMED["en"]]:
            reason = f"{row[_CODE]!r}: a country has a code of two capitals, and an English name."
            problems.append(Problem(f"{path.name}, row {number}", reason))
        else:
            good.append(row)
    return good, problems


def _regions(rows: Sequence[Mapping[str, str]]) -> dict[str, Region]:
    with (LISTS / "regions.csv").open(encoding="utf-8", newline="") as file:
        others = {row["M49"]: row for row in csv.DictReader(file)}
    found: dict[str, Region] = {}
    for row in rows:
        parent = ""
        for level in _LEVELS:
            code, name = row.get(f"{level} Code", ""), row.get(f"{level} Name", "")
            if not code or not name:
                continue
            code = code.lstrip("0")
            names = [Name(name, "en", "preferred")]
            names += [
                Name(others[code][f"name_{tag}"], tag, "preferred")
                for tag in ("fr", "es")
                if code in others
            ]
            found.setdefault(code, Region(code, name, parent, tuple(names)))
            parent = code
    return found


def _entry(row: Mapping[str, str]) -> Entry:
    names = [Name(row[column], tag, "preferred") for tag, column in _NAMED.items() if row[column]]
    names += _names_by_pycountry(row[_CODE])
    shown = row.get("CLDR display name", "")
    if shown and shown != row[_NAMED["en"]]:
        names.append(Name(shown, "en", "alternative"))
    matches = []
    if row.get("wikidata_id"):
        matches.append(Match(row["wikidata_id"]))
    if row.get("Geoname ID", "").isdigit():
        matches.append(Match(f"https://sws.geonames.org/{row['Geoname ID']}/"))
    codes = [row.get(f"{level} Code", "").lstrip("0") for level in reversed(_LEVELS)]
    return Entry(
        key=row[_CODE],
        name=row[_NAMED["en"]],
        slug=slug_of(shown),
        columns={"kind": PlaceKind.COUNTRY, "country_code": row[_CODE]},
        names=tuple(names),
        matches=tuple(matches),
        parents=next(((code,) for code in codes if code), ()),
    )


def _newer(codes: set[str]) -> Iterator[Entry]:
    """Yield the countries that pycountry has and the table has not."""
    for country in pycountry.countries:
        if country.alpha_2 not in codes:
            name = getattr(country, "common_name", country.name)
            yield Entry(
                key=country.alpha_2,
                name=name,
                columns={"kind": PlaceKind.COUNTRY, "country_code": country.alpha_2},
                names=(Name(name, "en", "preferred"), *_names_by_pycountry(country.alpha_2)),
            )


def _names_by_pycountry(code: str) -> list[Name]:
    country = pycountry.countries.get(alpha_2=code)
    if country is None:
        return []
    spoken = getattr(country, "common_name", country.name)
    found = []
    for tag in _NAMED_BY_PYCOUNTRY:
        words = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [tag], fallback=True)
        said = words.gettext(spoken)
        found.append(Name(said, tag, "preferred"))
    return found


def _known(entries: Sequence[Entry]) -> dict[str, UUID]:
    """Return the places that these are: a country by its code, a region by its slug, old or new."""
    codes = [entry.key for entry in entries if "country_code" in entry.columns]
    coded = Place.objects.filter(country_code__in=codes)
    found = {
        place.country_code: place.pk
        for place in coded.filter(slug__in=[entry.slug for entry in entries])
    }
    found |= {place.country_code: place.pk for place in coded.filter(kind=PlaceKind.COUNTRY)}
    slugs = {entry.slug: entry.key for entry in entries if "country_code" not in entry.columns}
    kinds = (PlaceKind.CONTINENT, PlaceKind.REGION)
    regions = Place.objects.filter(kind__in=kinds)
    old = dict(
        OldCode.objects.filter(kind="place", code__in=slugs).values_list("subject_id", "code")
    )
    for place in regions.filter(pk__in=old):
        found[slugs[old[place.pk]]] = place.pk
    for place in regions.filter(slug__in=slugs):
        found[slugs[place.slug]] = place.pk
    return found
