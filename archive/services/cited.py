"""From the names that people cite, codes and slugs, to the rows that bear them."""

from collections.abc import Sequence
from typing import Any

from django.db import models

from archive.access import HOUSE
from archive.errors import OddValue


def record_id(model: type[models.Model], key: str, name: str, field: str) -> Any:
    """Return the id of the record of that name.

    Raises
    ------
    OddValue : none bears it.
    """
    return record_ids(model, [name], field, key=key)[0]


def record_ids(
    model: type[models.Model], names: Sequence[str], field: str, *, key: str = "slug"
) -> list[Any]:
    """Return the ids of records, each once, in the order of their names."""
    found = ids_by_name(model, names, field, key=key)
    return [found[name] for name in dict.fromkeys(names)]


def ids_by_name(
    model: type[models.Model], names: Sequence[str], field: str, *, key: str = "slug"
) -> dict[str, Any]:
    """Return the ids of records by their names; what lies in the bin is not there.

    Raises
    ------
    OddValue : one of the names is nobody's.
    """
    rows: Any = model._default_manager
    if hasattr(rows, "visible_to"):
        rows = rows.visible_to(HOUSE)
    found = dict(rows.filter(**{f"{key}__in": _askable(names)}).values_list(key, "pk"))
    for name in names:
        if name not in found:
            kind, what = model._meta.verbose_name, field.replace("_", " ").capitalize()
            raise OddValue(field, f"{what}: no {kind} is called {str(name)[:80]!r}.")
    return found


def _askable(names: Sequence[str]) -> set[str]:
    """Leave out what the database cannot even be asked for."""
    return {name for name in names if name.isprintable()}
