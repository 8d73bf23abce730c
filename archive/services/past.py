"""How a record and its parts once stood: today's rows, and their changes taken back in memory."""

import json
from typing import Any, TypeAlias
from uuid import UUID

from django.db import connection
from django.db.models import Max, Q
from psycopg import sql

from archive.errors import NotFound, OddValue
from archive.history import BOOKKEEPING, Change, tracked

#: Table and key -> the row's image.
Rows: TypeAlias = dict[tuple[str, str], dict[str, Any]]

MOST_CHANGES = 50_000


def rows_at(kind: str, record_id: UUID, *, after: int | None = None) -> Rows:
    """Return the record's own row and its parts' as they were after a transaction; None is now.

    Raises
    ------
    NotFound : the record was not changed by that transaction.
    OddValue : too much has happened since to go back in one step.
    """
    rows = _rows_now(kind, record_id)
    if after is None:
        return rows
    mine = Change.objects.filter(
        Q(subject_kind=kind, subject_id=record_id) | Q(moved_from=record_id)
    )
    last = mine.filter(transaction_id=after).aggregate(last=Max("pk"))["last"]
    if last is None:
        raise NotFound("The record's history has no such moment.")
    later = mine.filter(pk__gt=last)
    if later.count() > MOST_CHANGES:
        raise OddValue("since", f"More than {MOST_CHANGES} changes came after: look nearer.")
    for change in later.order_by("-pk").iterator(2000):
        _take_back(rows, change, record_id)
    return rows


def _take_back(rows: Rows, change: Change, record_id: UUID) -> None:
    key = (change.table, change.row_id)
    if change.operation == "INSERT":
        rows.pop(key, None)
    elif change.operation == "DELETE":
        rows[key] = _said(change.before)
    elif change.moved_from is not None and change.subject_id == record_id:
        rows.pop(key, None)  # it came from another record
    else:
        if change.moved_from == record_id:
            rows[key] = _row_before(change)
        rows.setdefault(key, {}).update(change.before or {})


def _row_before(moved: Change) -> dict[str, Any]:
    """Return a row that has left the record, as it was when it left."""
    of = tracked()[moved.table]
    found = of.model._base_manager.filter(pk=moved.row_id)
    row: dict[str, Any] = {}
    later = Change.objects.filter(table=moved.table, row_id=moved.row_id, pk__gt=moved.pk)
    statement = sql.SQL("SELECT to_jsonb(t) FROM {} AS t WHERE id::text = %s").format(
        sql.Identifier(of.table)
    )
    if found.exists():
        with connection.cursor() as cursor:
            cursor.execute(statement.as_string(None), [moved.row_id])
            row = _said(_json(cursor.fetchone()[0]))
    for change in later.order_by("-pk"):
        if change.operation == "DELETE":
            row = _said(change.before)
        elif change.operation == "UPDATE":
            row.update(change.before or {})
    return row


def _rows_now(kind: str, record_id: UUID) -> Rows:
    """Read the record and its parts in one statement."""
    selects, parameters = [], []
    for table, of in tracked().items():
        column = of.owner_column(kind)
        if column is None:
            continue
        selects.append(
            sql.SQL("SELECT {}, id::text, to_jsonb(t) FROM {} AS t WHERE {} = %s").format(
                sql.Literal(table), sql.Identifier(table), sql.Identifier(column)
            )
        )
        parameters.append(record_id)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(" UNION ALL ").join(selects).as_string(None), parameters)
        return {(table, key): _said(_json(row)) for table, key, row in cursor.fetchall()}


def _json(value: Any) -> dict[str, Any]:
    """Return an image as a dictionary; Django leaves jsonb of raw statements as text."""
    read: dict[str, Any] = json.loads(value) if isinstance(value, str) else value
    return read


def _said(image: dict[str, Any] | None) -> dict[str, Any]:
    return {name: value for name, value in (image or {}).items() if name not in BOOKKEEPING}
