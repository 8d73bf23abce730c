"""What many records hold, counted in one pass over what is found for all of them.

`found` has a column `via` (a collection, say) by which each of its rows belongs to somebody;
`links` tells by `owner` and `via` to whom, each pair once. Both are asked once in a statement,
whatever the number of owners: a subquery for each read 100,000 items again for each question.
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import (
    Expression,
    F,
    JSONField,
    QuerySet,
    Subquery,
    TextField,
)
from django.db.models.sql.compiler import SQLCompiler


class _OfOwner(Expression):
    """What `template` makes of {found} and {links}, in this order, for the row {owner}."""

    template = ""
    empty_result_set_value = None

    def __init__(
        self, found: "QuerySet[Any, Any]", links: "QuerySet[Any, Any]", **words: str
    ) -> None:
        super().__init__(output_field=self.output_field)
        self._sources: list[Any] = [Subquery(found), Subquery(links), F("pk")]
        self._words = words

    def get_source_expressions(self) -> list[Any]:
        return self._sources

    def set_source_expressions(self, exprs: Any) -> None:
        self._sources = list(exprs)

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        compiled = [compiler.compile(each) for each in self._sources]
        found, links, owner = (sql for sql, _ in compiled)
        sql = self.template.format(found=found, links=links, owner=owner, **self._words)
        return sql, tuple(param for _, params in compiled for param in params)


class Totals(_OfOwner):
    """The sums that `made` names, as a JSON object: 'items', count(*)."""

    # Kept apart (MATERIALIZED), or PostgreSQL would ask all of it anew for each owner.
    template = (
        "(WITH told AS MATERIALIZED (SELECT link.owner, jsonb_build_object({made}) AS sums"
        " FROM {found} AS each JOIN {links} AS link ON link.via = each.via GROUP BY link.owner)"
        " SELECT told.sums FROM told WHERE told.owner = {owner})"
    )
    output_field = JSONField()


class Heard(_OfOwner):
    """How many items have parts, how long these last, and what their files hold, each once."""

    template = (
        "(WITH part AS MATERIALIZED (SELECT link.owner, each.item, each.thing, each.size,"
        " each.length FROM {found} AS each JOIN {links} AS link ON link.via = each.via),"
        # By item first: to count different items among parts, PostgreSQL would sort them all.
        " told AS MATERIALIZED (SELECT of_item.owner, jsonb_build_object("
        "'with_sound', count(*), 'duration_s', sum(of_item.length)) AS sums FROM"
        " (SELECT part.owner, part.item, sum(part.length) AS length FROM part GROUP BY 1, 2)"
        " AS of_item GROUP BY of_item.owner),"
        " kept AS MATERIALIZED (SELECT one.owner, sum(one.size) AS bytes FROM"
        " (SELECT DISTINCT part.owner, part.thing, part.size FROM part) AS one GROUP BY one.owner)"
        " SELECT told.sums || jsonb_build_object('byte_size', kept.bytes)"
        " FROM told JOIN kept ON kept.owner = told.owner WHERE told.owner = {owner})"
    )
    output_field = JSONField()


class Ranked(_OfOwner):
    """The terms with most items, as texts of key and number; `first` of them, equals by name."""

    # Texts read the same alone and among the other questions of a wave.
    template = (
        "ARRAY(WITH told AS MATERIALIZED (SELECT * FROM (SELECT sums.owner, sums.term, sums.number,"
        " row_number() OVER (PARTITION BY sums.owner"
        " ORDER BY sums.number DESC, named.name, sums.term) AS rank"
        " FROM (SELECT link.owner, each.term, count(*) AS number FROM {found} AS each"
        " JOIN {links} AS link ON link.via = each.via GROUP BY link.owner, each.term) AS sums"
        " JOIN {table} AS named ON named.id = sums.term) AS ranked WHERE ranked.rank <= {first})"
        " SELECT told.term || ' ' || told.number FROM told WHERE told.owner = {owner}"
        " ORDER BY told.rank)"
    )
    output_field = ArrayField(TextField())


class Upward(Ranked):
    """The countries above the places that are found: places are fewer than items."""

    # Each place is looked up by itself (OFFSET 0 keeps it so) and for all owners together: how many
    # places there are is what the planner guesses worst, and a join by a wrong guess took eight
    # seconds.
    template = (
        "ARRAY(WITH told AS MATERIALIZED (SELECT * FROM (SELECT of.owner, up.id AS term,"
        " sum(of.number) AS number, row_number() OVER (PARTITION BY of.owner"
        " ORDER BY sum(of.number) DESC, up.name, up.id) AS rank"
        " FROM (SELECT sums.term, array_agg(sums.owner) AS owners,"
        " array_agg(sums.number) AS numbers"
        " FROM (SELECT link.owner, each.term, count(*) AS number FROM {found} AS each"
        " JOIN {links} AS link ON link.via = each.via GROUP BY link.owner, each.term) AS sums"
        " GROUP BY sums.term) AS place"
        " CROSS JOIN LATERAL (SELECT named.id, named.name FROM archive_placeclosure AS within"
        " JOIN {table} AS named ON named.id = within.ancestor_id"
        " WHERE within.descendant_id = place.term AND named.kind = 'country' OFFSET 0) AS up"
        " CROSS JOIN LATERAL unnest(place.owners, place.numbers) AS of (owner, number)"
        " GROUP BY of.owner, up.id, up.name) AS ranked WHERE ranked.rank <= {first})"
        " SELECT told.term || ' ' || told.number FROM told WHERE told.owner = {owner}"
        " ORDER BY told.rank)"
    )
