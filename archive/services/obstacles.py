"""What stands in the way of taking a change back, said so that a curator can act on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from django.db import IntegrityError, connection

from archive.errors import ArchiveError
from archive.history import tracked
from archive.kinds import KINDS
from archive.models import Merge


@dataclass(frozen=True)
class Obstacle:
    """One row that is not any more what the change left."""

    table: str
    row_id: str
    #: The column that says something else; empty where it is the row as a whole.
    column: str
    subject_kind: str
    subject_id: UUID

    def __str__(self) -> str:
        return f"{self.column.removesuffix('_id').replace('_', ' ') or 'all'} of {self.subject}"

    @property
    def subject(self) -> str:
        """Return what the record is called, as staff knows it."""
        kind = KINDS.get(self.subject_kind)
        row = kind.model._base_manager.filter(pk=self.subject_id).first() if kind else None
        noun = self.subject_kind.replace("_", " ")
        return f"{noun} {row}" if row is not None else f"{noun} {self.subject_id}"


class ChangedSince(ArchiveError):
    """A change cannot be taken back: later ones stand on it. Nothing was done."""

    code = "CHANGED_SINCE"

    def __init__(self, message: str, obstacles: Sequence[Obstacle] = ()) -> None:
        self.obstacles = tuple(obstacles)
        super().__init__(message)

    @classmethod
    def because(cls, what: str, obstacles: Sequence[Obstacle]) -> Self:
        """Return the refusal that names the first few, such as what was "changed again"."""
        named = "; ".join(dict.fromkeys(str(each) for each in obstacles[:5]))
        return cls(
            f"This cannot be taken back, since something was {what} afterwards: {named}. "
            "Take the later change back first, or change the record by hand.",
            obstacles,
        )


def explained(error: IntegrityError, table: str = "", row_id: str = "") -> ChangedSince:
    """Return what a constraint refused, in words: a code taken, a thing gone, a thing in use."""
    diagnosis = getattr(error.__cause__, "diag", None)
    table = getattr(diagnosis, "table_name", None) or table
    constraint = getattr(diagnosis, "constraint_name", None) or ""
    detail = getattr(diagnosis, "message_detail", None) or ""
    columns, foreign = _constraint(table, constraint)
    found = re.search(r"\)=\((.*?)\)", detail)
    value = found[1] if found else ""
    where = f"{_noun(table)} {' and '.join(_words(each) for each in columns)}".strip()
    if foreign is None:
        return ChangedSince(
            f"This cannot be taken back: {where} {value!r} is another's now, or may not be any "
            "more. Change what took its place first."
        )
    merged = _merged_into(value)
    if merged:
        return ChangedSince(f"This cannot be taken back: {where} was {merged} since then.")
    return ChangedSince(
        f"This cannot be taken back: {where} would point to a {_noun(foreign)} that is not there."
    )


def _constraint(table: str, name: str) -> tuple[list[str], str | None]:
    """Return a constraint's columns and, of a foreign key, the table that it points to."""
    if not table or not name:
        return [], None
    with connection.cursor() as cursor:
        known = connection.introspection.get_constraints(cursor, table).get(name)
    if known is None:
        return [], None
    return list(known["columns"]), known["foreign_key"][0] if known["foreign_key"] else None


def _merged_into(value: str) -> str:
    """Say into what a term was merged; empty where it was not."""
    if not re.fullmatch(r"[0-9a-f-]{36}", value):
        return ""
    merge = Merge.objects.filter(source_id=value, undone_at__isnull=True).first()
    if merge is None or merge.kind not in KINDS:
        return ""
    target = KINDS[merge.kind].model._base_manager.filter(pk=merge.target_id).first()
    return f"{merge.source_name!r}, merged into {str(target)!r}" if target else ""


def _noun(table: str) -> str:
    of = tracked().get(table)
    return str(of.model._meta.verbose_name) if of else table.removeprefix("archive_")


def _words(column: str) -> str:
    return column.removesuffix("_id").replace("_", " ")
