"""Sub-selects that are written once and spliced into many statements.

Django builds a nested sub-select anew for each statement that holds it, and copies it whenever the
statement is: with the rule's several it took longer than the database took to answer. A sub-select
that refers to nothing around it has the same text wherever it stands.
"""

from typing import Any, Self

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL


class Spliced(RawSQL):
    """The text of an uncorrelated sub-select, with its parameters."""

    @classmethod
    def of(cls, rows: QuerySet[Any, Any]) -> Self:
        return cls(*rows.query.sql_with_params())

    def get_group_by_cols(self) -> list[Any]:
        """Nothing of it is a column of the statement around it."""
        return []
