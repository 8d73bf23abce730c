"""Statements that are built once: what the projector asks for, thousands of times a day.

Building a plan's SELECT with Django costs several times what PostgreSQL needs to run it. The
public's statement is the same each time but for the primary keys, which stand in it as one array.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Field, Lookup

from archive.access import PUBLIC, Act
from ontology import iris
from ontology.compile import Described, Plan, plan_of


@Field.register_lookup
class AnyOf(Lookup):
    """`= ANY(array)`: one parameter, however many values."""

    lookup_name = "any_of"

    def get_prep_lookup(self) -> Any:
        return self.rhs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        left, parameters = self.process_lhs(compiler, connection)
        return f"{left} = ANY(%s)", (*parameters, self.rhs)


class _Wanted:
    """Stands in a statement's parameters for the keys of one asking; found again by identity."""


@dataclass(frozen=True)
class Prepared:
    """A plan's statement for the public, with room for primary keys."""

    plan: Plan
    sql: str
    before: tuple[Any, ...]
    after: tuple[Any, ...]
    converters: dict[int, Any]
    compiler: Any

    def described(self, pks: Sequence[UUID]) -> Iterator[Described]:
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [*self.before, list(pks), *self.after])
            rows = cursor.fetchall()
        for row in self.compiler.apply_converters(rows, self.converters):
            yield self.plan.describe(row)


def prepared(kind: str, act: Act) -> Prepared:
    """Return the public's statement for things of this kind, known by their primary keys."""
    return _prepared(kind, act, iris.base())


@cache
def _prepared(kind: str, act: Act, _base: str) -> Prepared:
    plan, wanted = plan_of(kind, PUBLIC), _Wanted()
    rows = plan.rows(plan.resource.visible(PUBLIC, act).filter(pk__any_of=wanted), PUBLIC)
    compiler = rows.query.get_compiler(connection=connection)
    sql, parameters = compiler.as_sql()
    at = next(number for number, one in enumerate(parameters) if one is wanted)
    columns = [column for column, _, _ in compiler.select]
    return Prepared(
        plan,
        sql,
        tuple(parameters[:at]),
        tuple(parameters[at + 1 :]),
        compiler.get_converters(columns),
        compiler,
    )
