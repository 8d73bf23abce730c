"""A count under the rule, in two halves: what is open to all, and what somebody finds besides.

The rule of who finds more than a visitor is "open to all, or ...". A page asks that of each row on
its way; a count would ask it of a million, from an index that holds all that the rule reads. Its
two halves have no row in common, so that each may be counted by itself: the first from an index of
one column, the second over the few rows that are not open to all. What the rule says is not said
again here: its own condition is taken apart where it stands in the statement.
"""

from typing import Any, cast

from django.db.models.sql import Query
from django.db.models.sql.where import AND, OR, WhereNode


class FoundNode(WhereNode):
    """The rule in a statement: its first condition is the column, the others open more."""


def mark_last(query: Query) -> None:
    """Mark the condition that was added last as the rule, if it is of two halves."""
    node = query.where.children[-1] if query.where.children else None
    if type(node) is WhereNode and node.connector == OR and not node.negated:
        query.where.children[-1] = FoundNode(node.children, OR)


def halves_of(query: Query) -> tuple[Query, Query] | None:
    """Return what counts each half, or None where the statement is not to be taken apart."""
    if query.where.connector != AND or query.where.negated or query.combinator or query.is_sliced:
        return None
    places = [n for n, each in enumerate(query.where.children) if isinstance(each, FoundNode)]
    if len(places) != 1 or query.group_by is not None or (query.distinct and query.values_select):
        return None
    opened, *others = cast(FoundNode, query.where.children[places[0]]).children
    closed = WhereNode([WhereNode([opened], negated=True), WhereNode(others, OR)], AND)
    return _with(query, places[0], opened), _with(query, places[0], closed)


def _with(query: Query, place: int, condition: Any) -> Query:
    half = query.chain()
    half.where.children[place] = condition
    return half
