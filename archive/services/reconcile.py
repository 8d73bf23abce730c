"""Bring rows in line with a description, and touch none that already is."""

from collections.abc import Collection as Rows
from enum import StrEnum
from typing import TypeVar

from django.db import models

_M = TypeVar("_M", bound=models.Model)


class Outcome(StrEnum):
    """What became of a record."""

    CREATED = "created"
    UNCHANGED = "unchanged"
    KEPT = "kept as the catalogue has it"
    UPDATED = "updated"


class Reconciliation:
    """One record being kept: writes what is new, compares what is not, and sums it up.

    What differs is written only if the caller may overwrite.
    """

    def __init__(self, *, overwrite: bool) -> None:
        self._overwrite = overwrite
        self._created = False
        self._differs = False

    @property
    def outcome(self) -> Outcome:
        if self._created:
            return Outcome.CREATED
        if not self._differs:
            return Outcome.UNCHANGED
        return Outcome.UPDATED if self._overwrite else Outcome.KEPT

    @property
    def _may_write(self) -> bool:
        return self._created or self._overwrite

    def row(
        self,
        model: type[_M],
        key: dict[str, object],
        values: dict[str, object],
        *,
        when_new: dict[str, object] | None = None,
    ) -> _M:
        """Return the row of that key, made or brought in line if this may be done.

        Parameters
        ----------
        when_new : what a row has from its beginning, and is never brought in line with.
        """
        row = model._default_manager.filter(**key).first()
        if row is None:
            self._created = True
            row = model(**key, **values, **(when_new or {}))
            row.full_clean()
            row.save(force_insert=True)
            return row
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        self._differs |= bool(changed)
        if changed and self._overwrite:
            for name in changed:
                setattr(row, name, values[name])
            row.full_clean()
            row.save(update_fields=changed)
        return row

    def links(
        self,
        model: type[models.Model],
        owner: dict[str, object],
        rows: Rows[dict[str, object]],
        *,
        exact: bool = True,
    ) -> None:
        """Bring the rows that hang on the owner in line; not `exact`: others may hang there too."""
        manager = model._default_manager
        if not rows and not (exact and manager.filter(**owner).exists()):
            return
        fields = list(next(iter(rows), {"pk": None}))
        wanted = {tuple(row.values()) for row in rows}
        present = set(manager.filter(**owner).values_list(*fields))
        extra = present - wanted if exact else set()
        missing = [row for row in rows if tuple(row.values()) not in present]
        if not extra and not missing:
            return
        self._differs = True
        if self._may_write:
            for gone in extra:
                manager.filter(**owner, **dict(zip(fields, gone, strict=True))).delete()
            for row in missing:
                link = model(**owner, **row)
                link.full_clean()
                link.save(force_insert=True)
