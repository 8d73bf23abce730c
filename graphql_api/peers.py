"""Rows that were read together ask the database together.

Whoever resolves a relation of one row resolves it for all its peers, in one statement, and the
others find the answer there. The number of statements thus depends on the query's shape alone,
never on how many rows there are; aliases with other arguments are other questions. Peers live as
long as one operation, so an answer never outlives the actor's rights.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

V = TypeVar("V")


class Peers:
    """The rows of one list, whoever of its parents each belongs to."""

    def __init__(self, rows: Iterable[models.Model]) -> None:
        self.rows: dict[UUID, models.Model] = {row.pk: row for row in rows}
        self._answers: dict[Hashable, Mapping[UUID, Any]] = {}

    @property
    def keys(self) -> Sequence[UUID]:
        return list(self.rows)

    def ask(
        self, question: Hashable, read: Callable[["Peers"], Mapping[UUID, V]]
    ) -> Mapping[UUID, V]:
        """Return the answer for every peer, read once; rows without one are absent from it."""
        if question not in self._answers:
            self._answers[question] = read(self)
        return self._answers[question]

    def knows(self, question: Hashable) -> bool:
        """Whether the question was answered already."""
        return question in self._answers

    def tell(self, question: Hashable, answer: Mapping[UUID, Any]) -> None:
        """Keep the answer to a question that will be asked."""
        self._answers[question] = answer
