"""The history of what goes: its row images, and the words that were said of its changes.

Also the images of rows that stood under another record and pointed to it: a line of somebody's
list, a song on a tape's side, a person's part in a song. All that is known of a table is declared
(`archive.history.tracked`), so that a table which comes later is searched as well.
"""

from typing import Any

from django.db import connection

from archive.erasing import Doomed, Eraser, goes_with, named, pointers_to
from archive.history import current_transaction, tracked

#: A reason was given for all that one transaction did. Where other records of the same kind were
#: changed by it too, as in an import, it was not said of this one, and stays.
_WORDS = """
    UPDATE archive_change AS c SET reason = ''
    WHERE transaction_id = ANY (%(transactions)s) AND reason <> ''
      AND NOT EXISTS (SELECT FROM archive_change AS o
                      WHERE o.transaction_id = c.transaction_id AND o.subject_kind = %(kind)s)
"""
#: The journal shows a transaction by its first row.
_FIRST = """
    UPDATE archive_change SET is_first = true WHERE id IN (
        SELECT min(id) FROM archive_change WHERE transaction_id = ANY (%(transactions)s)
        GROUP BY transaction_id HAVING NOT bool_or(is_first))
"""
_GOES = """
    subject_id = ANY (%(subjects)s) OR moved_from = ANY (%(subjects)s)
    OR ("table", row_id) IN (SELECT * FROM unnest(%(tables)s::text[], %(ids)s::text[]))
"""


def _seek(doomed: Doomed) -> None:
    """Find the rows that once pointed to what goes, and are in no table any more."""
    conditions, values = [], list[Any]()
    for model, keys in doomed.rows.items():
        ids = sorted(str(key) for key in keys)
        for other, pointer in pointers_to(model):
            table = other._meta.db_table
            is_part = goes_with(other, pointer) or named(other, pointer).endswith(".Part.file")
            if ids and table in tracked() and is_part:
                conditions.append(
                    '("table" = %s AND (before ->> %s = ANY (%s) OR after ->> %s = ANY (%s)))'
                )
                values += [table, pointer.column, ids, pointer.column, ids]
    if not conditions:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT DISTINCT "table", row_id FROM archive_change '  # noqa: S608 - conditions above
            f"WHERE {' OR '.join(conditions)}",
            values,
        )
        doomed.gone |= set(cursor.fetchall())


def _erase(doomed: Doomed) -> int:
    """Take the images out, those that this transaction wrote among them."""
    pairs = doomed.gone | {
        (model._meta.db_table, str(key)) for model, keys in doomed.rows.items() for key in keys
    }
    given: dict[str, Any] = {
        "subjects": sorted(doomed.subjects),
        "tables": [table for table, _ in pairs],
        "ids": [row for _, row in pairs],
        "kind": doomed.erasure.subject_kind,
        "now": current_transaction(),
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('archive.erase', 'on', true)")
        cursor.execute(
            f"SELECT DISTINCT transaction_id FROM archive_change WHERE ({_GOES}) "  # noqa: S608
            "AND transaction_id <> %(now)s",
            given,
        )
        transactions = [row[0] for row in cursor.fetchall()]
        cursor.execute(f"DELETE FROM archive_change WHERE {_GOES}", given)  # noqa: S608
        taken = cursor.rowcount
        cursor.execute(_WORDS, given | {"transactions": transactions})
        cursor.execute(_FIRST, {"transactions": [*transactions, given["now"]]})
        cursor.execute("SELECT set_config('archive.erase', 'off', true)")
    return int(taken)


HISTORY = Eraser("history", _seek, _erase)
