"""Items that sound like an item: nearest by the cosine of what `embedding` made of their sound.

Exact: every candidate is compared, by pgvector where the database has it, else by the arrays
themselves. Only what the actor may derive from (`Act.DERIVE`) is compared and found, so a hidden
item leaves no trace; only what one version of the processor made is compared.
"""

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import F, FloatField, Func, JSONField, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from analysis.models import Result
from archive.access import Act, Actor
from archive.timeline import MAIN

#: Of one item, at most.
MOST_ALIKE = 24

_BY_ARRAYS = "(SELECT sum(a * b) FROM unnest(%(expressions)s) AS pair (a, b))"
_BY_VECTORS = "(-((%(expressions)s)::vector))"  # its <#> is the negative inner product


class Cosine(Func):
    """Inner product of two vectors of length 1, each double precision[]."""

    output_field = FloatField()
    arity = 2

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """Write it in the way that this database can."""
        if not has_vectors():
            return self.as_sql(compiler, connection, template=_BY_ARRAYS, **extra)
        return self.as_sql(
            compiler, connection, template=_BY_VECTORS, arg_joiner=")::vector <#> (", **extra
        )


@cache
def has_vectors() -> bool:
    """Whether this database has pgvector; asked once a process."""
    connection.ensure_connection()
    raw: Any = connection.connection
    found = raw.execute("SELECT 1 FROM pg_extension WHERE extname = 'vector'").fetchone()
    return found is not None


def with_alike(actor: Actor, items: Collection[UUID], first: int) -> "QuerySet[Any]":
    """Return the embedded sounds of these items, each with what is nearest to it (`near`)."""
    # An item of several parts comes once for each: as many more are read.
    most = 2 * max(0, min(first, MOST_ALIKE))
    others = (
        _embedded(actor)
        .filter(
            computation__processor=OuterRef("computation__processor"),
            computation__processor_version=OuterRef("computation__processor_version"),
        )
        .exclude(item=OuterRef("item"))
        .annotate(
            similarity=Cosine(F("computation__embedding"), OuterRef("computation__embedding"))
        )
        .order_by("-similarity", "pk")
        .values(told=JSONObject(item="item_id", similarity="similarity"))[:most]
    )
    rows: QuerySet[Any] = (
        _embedded(actor)
        .filter(item__in=items)
        .annotate(near=Func(ArraySubquery(others), function="to_jsonb", output_field=JSONField()))
        .order_by("pk")
    )
    return rows


def _embedded(actor: Actor) -> "QuerySet[Any]":
    rows: QuerySet[Any] = Result.objects.allowing(actor, Act.DERIVE).filter(
        computation__embedding__isnull=False,
        computation__effects=[],
        part__stem=MAIN,
        superseded_by=None,
    )
    return rows


def nearest(rows: Iterable[Any], first: int) -> dict[UUID, list[tuple[UUID, float]]]:
    """Return for each item those that sound most like it, the nearest first: (item, cosine)."""
    found: dict[UUID, dict[UUID, float]] = {}
    for row in rows:
        of = found.setdefault(row.item_id, {})
        for told in row.near:
            other, similarity = UUID(told["item"]), float(told["similarity"])
            of[other] = max(similarity, of.get(other, -1.0))
    count = max(0, min(first, MOST_ALIKE))
    return {
        item: sorted(of.items(), key=lambda each: (-each[1], each[0]))[:count]
        for item, of in found.items()
    }
