"""What a record says, from the words of a service to the columns of its table.

Other records are named as people cite them (slug or code); dates are EDTF; the rest is as the
model's own declaration allows.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models

from archive.dates import PartialDate
from archive.errors import OddDate, OddValue
from archive.identifiers import check_code
from archive.models import Concept
from archive.services.cited import record_id
from archive.services.describe_links import MOST_LINKS
from archive.services.fields import checked
from archive.services.translations import translated

Pointers = Mapping[str, tuple[type[models.Model], str]]
NOTHING: Pointers = {}


def columns_of(
    model: type[models.Model],
    given: Mapping[str, Any],
    row: models.Model | None,
    *,
    points_to: Pointers = NOTHING,
    dates: Sequence[str] = (),
    links: Sequence[str] = (),
) -> dict[str, Any]:
    """Return the columns that a service's words come to, checked.

    Parameters
    ----------
    row : the record as it is, None where it is new: languages that are left out stay.
    points_to : a word that names another record -> its model, and the column that people cite.
    dates : the words that are EDTF.
    links : the words that are lists of rows of their own; they are left out.

    Raises
    ------
    OddValue, OddDate, OddCode : `field` names the word.
    """
    apart = {*points_to, *links, "translations"}
    values = checked(model, {name: value for name, value in given.items() if name not in apart})
    if "code" in values:
        check_code(values["code"])
    for name in dates:
        if values.get(name):
            edtf(name, values[name])
    for name, (to, key) in points_to.items():
        if name in given:
            cited = given[name]
            values[f"{name}_id"] = record_id(to, key, cited, name) if cited else None
    if "translations" in given:
        now = getattr(row, "translations", {})
        values["translations"] = translated(model, now, given["translations"])
    return values


def edtf(field: str, text: str) -> str:
    """Return the text if it is a date.

    Raises
    ------
    OddDate : it is none.
    """
    try:
        PartialDate.parse(text)
    except OddDate as odd:
        raise odd.about(field) from None
    return text


def concept_in(scheme: str, slug: str | None, field: str) -> Any:
    """Return the id of a vocabulary's concept; None where none is named.

    Raises
    ------
    OddValue : the vocabulary has none of that slug.
    """
    if not slug:
        return None
    found = None
    if slug.isprintable():
        rows = Concept.objects.filter(scheme__slug=scheme, slug=slug)
        found = rows.values_list("pk", flat=True).first()
    if found is None:
        raise OddValue(field, f"The vocabulary {scheme!r} has no concept {slug[:80]!r}.")
    return found


def bounded(field: str, rows: Sequence[Any]) -> Sequence[Any]:
    """Return the rows if they are not too many.

    Raises
    ------
    OddValue : more than `MOST_LINKS`.
    """
    if len(rows) > MOST_LINKS:
        raise OddValue(field, f"{field.capitalize()}: at most {MOST_LINKS} are possible.")
    return rows


def needed(given: Mapping[str, Any], *names: str) -> None:
    """Refuse a new record that leaves out what it cannot do without.

    Raises
    ------
    OddValue : `field` names the first that is missing.
    """
    for name in names:
        if not given.get(name):
            raise OddValue(name, f"{name.replace('_', ' ').capitalize()} cannot be empty.")
