"""Putting rows back as they were before changes, in SQL, from the images that history keeps.

The images never leave the database: neighbouring changes of one shape are one statement, so that
a place used by ten thousand items is taken back as fast as it was changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, models, transaction
from psycopg import sql

from archive.history import BOOKKEEPING, Change, Tracked, tracked
from archive.services.obstacles import ChangedSince, Obstacle, explained

MOST_CHANGES = 200_000


@dataclass(frozen=True)
class Step:
    """One change to take back, without its images: these stay in the database."""

    change_id: int
    table: str
    row_id: str
    operation: str
    subject: tuple[str, UUID]
    #: The columns that are put back: of an update those that it changed.
    columns: tuple[str, ...]


def steps_of(
    changes: "models.QuerySet[Change]", *, without: frozenset[str] = frozenset()
) -> list[Step]:
    """Return what is to be done, newest first.

    Parameters
    ----------
    without : columns that stay as they are, in rows that stay.
    """
    if changes.count() > MOST_CHANGES:
        raise ChangedSince(
            f"More than {MOST_CHANGES} rows would have to be put back: take back less at once."
        )
    steps = []
    going = set(changes.filter(operation="INSERT").values_list("table", "row_id"))
    for change in changes.order_by("-pk").iterator(2000):
        image: dict[str, Any] = change.before or change.after or {}
        skipped: frozenset[str] = frozenset()
        if change.operation == "UPDATE" and (change.table, change.row_id) not in going:
            skipped = without
        known = _columns(change.table)
        columns = tuple(name for name in image if name in known and name not in skipped)
        if columns:
            subject = (change.subject_kind, change.subject_id)
            steps.append(
                Step(change.pk, change.table, change.row_id, change.operation, subject, columns)
            )
    return steps


def put_back(steps: Sequence[Step]) -> None:
    for run in _runs(steps):
        try:
            with transaction.atomic():
                _undo_run(run)
        except IntegrityError as error:
            if len(run) == 1:
                raise explained(error, run[0].table, run[0].row_id) from error
            _one_by_one(run)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what points to nothing shows now
    except IntegrityError as error:
        raise explained(error) from error
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _one_by_one(run: Sequence[Step]) -> None:
    """Go back step by step: rows that changed places may meet when all move at once."""
    for step in run:
        try:
            with transaction.atomic():
                _undo_run([step])
        except IntegrityError as error:
            raise explained(error, step.table, step.row_id) from error


def _runs(steps: Iterable[Step]) -> Iterator[list[Step]]:
    """Group neighbours of one shape, each row once, so that many rows are one statement."""
    run: list[Step] = []
    rows: set[str] = set()
    for step in steps:
        shape = (step.table, step.operation, step.columns)
        if run and (
            shape != (run[0].table, run[0].operation, run[0].columns) or step.row_id in rows
        ):
            yield run
            run, rows = [], set()
        run.append(step)
        rows.add(step.row_id)
    if run:
        yield run


def _undo_run(run: Sequence[Step]) -> None:
    of = tracked()[run[0].table]
    ids = [step.change_id for step in run]
    {"INSERT": _remove, "DELETE": _insert, "UPDATE": _update}[run[0].operation](
        of, ids, run[0].columns
    )


def _update(of: Tracked, ids: list[int], columns: Sequence[str]) -> None:
    _refuse_differing(of, ids, columns)
    _ask(
        """
        UPDATE {table} AS t SET {setting}
        FROM archive_change AS c, jsonb_populate_record(NULL::{table}, c.before) AS was
        WHERE c.id = ANY (%s) AND t.id = c.row_id::{key}
        """,
        of,
        [ids],
        setting=sql.SQL(", ").join(
            sql.SQL("{0} = was.{0}").format(sql.Identifier(name)) for name in columns
        ),
    )


def _remove(of: Tracked, ids: list[int], columns: Sequence[str]) -> None:
    _refuse_differing(of, ids, [name for name in columns if name not in BOOKKEEPING])
    for table, column in _kept_by_triggers(of):
        _ask(
            """
            DELETE FROM {kept} AS k USING archive_change AS c
            WHERE c.id = ANY (%s) AND k.{column} = c.row_id::{key}
            """,
            of,
            [ids],
            kept=sql.Identifier(table),
            column=sql.Identifier(column),
        )
    _ask(
        """
        DELETE FROM {table} AS t USING archive_change AS c
        WHERE c.id = ANY (%s) AND t.id = c.row_id::{key}
        """,
        of,
        [ids],
    )


def _insert(of: Tracked, ids: list[int], columns: Sequence[str]) -> None:
    there = _ask(
        """
        SELECT c.row_id, c.subject_kind, c.subject_id
        FROM archive_change AS c JOIN {table} AS t ON t.id = c.row_id::{key}
        WHERE c.id = ANY (%s) LIMIT 20
        """,
        of,
        [ids],
    )
    if there:
        raise ChangedSince.because(
            "made again",
            [Obstacle(of.table, row_id, "", kind, subject) for row_id, kind, subject in there],
        )
    names = [sql.Identifier(name) for name in columns]
    _ask(
        """
        INSERT INTO {table} ({names}) SELECT {values}
        FROM archive_change AS c, jsonb_populate_record(NULL::{table}, c.before) AS was
        WHERE c.id = ANY (%s) ORDER BY c.id DESC
        """,
        of,
        [ids],
        names=sql.SQL(", ").join(names),
        values=sql.SQL(", ").join(sql.SQL("was.{}").format(name) for name in names),
    )


def _refuse_differing(of: Tracked, ids: list[int], columns: Sequence[str]) -> None:
    """Refuse where a row does not say any more what the change made it say."""
    _ask(
        """
        SELECT t.id FROM {table} AS t JOIN archive_change AS c ON t.id = c.row_id::{key}
        WHERE c.id = ANY (%s) ORDER BY t.id FOR UPDATE OF t
        """,
        of,
        [ids],
    )
    differing = _ask(
        """
        SELECT c.row_id, c.subject_kind, c.subject_id, coalesce(d.key, ''), t.id IS NULL
        FROM archive_change AS c
        LEFT JOIN {table} AS t ON t.id = c.row_id::{key}
        LEFT JOIN LATERAL (
            SELECT key FROM jsonb_each(c.after)
            WHERE key = ANY (%s) AND to_jsonb(t) -> key IS DISTINCT FROM value LIMIT 1
        ) AS d ON t.id IS NOT NULL
        WHERE c.id = ANY (%s) AND (t.id IS NULL OR d.key IS NOT NULL) LIMIT 20
        """,
        of,
        [list(columns), ids],
    )
    if differing:
        raise ChangedSince.because(
            "removed" if differing[0][4] else "changed again",
            [
                Obstacle(of.table, row_id, column, kind, subject)
                for row_id, kind, subject, column, _ in differing
            ],
        )


def _kept_by_triggers(of: Tracked) -> list[tuple[str, str]]:
    """Return tables and columns that point to such rows and that triggers keep: closures."""
    return [
        (str(relation.related_model._meta.db_table), str(relation.field.column))
        for relation in of.model._meta.related_objects
        if str(relation.related_model._meta.model_name).endswith("closure")
    ]


def _columns(table: str) -> frozenset[str]:
    if table not in tracked():
        raise ChangedSince(f"This cannot be taken back: there is no table {table!r} any more.")
    return frozenset(str(field.column) for field in tracked()[table].model._meta.concrete_fields)


def _ask(statement: str, of: Tracked, parameters: list[Any], **words: sql.Composable) -> list[Any]:
    """Run a statement over a table; `{table}` and `{key}`, its key's type, are filled in."""
    is_uuid = isinstance(of.model._meta.pk, models.UUIDField)
    composed = sql.SQL(statement).format(
        table=sql.Identifier(of.table), key=sql.SQL("uuid" if is_uuid else "bigint"), **words
    )
    with connection.cursor() as cursor:
        cursor.execute(composed.as_string(None), parameters)
        return list(cursor.fetchall()) if cursor.description else []
