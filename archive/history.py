"""What was changed, by whom and why: every table's rows before and after, kept by triggers.

One append-only table holds them all (ADR 0011), whichever road a change takes: ORM, bulk, raw
SQL or COPY. Who asked and for what reason is said once per transaction by `changing`; what nobody
signed is kept all the same. `archive.services.history` reads it, restores and undoes.

The triggers call functions that migration 0006 makes: `archive_transaction()`, the number of the
transaction, and `archive_signature()`, which reads what `changing` said.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import pgtrigger
from django.apps import apps
from django.contrib.postgres.indexes import BrinIndex
from django.db import connection, models, transaction
from django.db.models.functions import Now

from archive.access import Actor

#: Columns that every change moves: a row in which nothing else differs was not changed.
BOOKKEEPING = ("version", "modified_at")


class Change(models.Model):
    """One row of one table as it was before, and after, a statement."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_default=Now())
    transaction_id = models.BigIntegerField(help_text="changes of one number were made together")
    table = models.CharField(max_length=63)
    row_id = models.CharField(max_length=40)
    operation = models.CharField(max_length=6, help_text="INSERT, UPDATE or DELETE")
    subject_kind = models.CharField(max_length=40, help_text="the record that the row belongs to")
    subject_id = models.UUIDField()
    moved_from = models.UUIDField(null=True, help_text="the record that it belonged to before")
    before = models.JSONField(null=True, help_text="what it said; of an update what has changed")
    after = models.JSONField(null=True)
    author_id = models.UUIDField(null=True, help_text="kept when the account is gone")
    reason = models.CharField(max_length=500, blank=True)
    undoes = models.BigIntegerField(null=True, help_text="the transaction that this one took back")
    is_first = models.BooleanField(
        default=False, db_default=False, help_text="the first of its transaction and signature"
    )

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["subject_id", "id"], name="change_of_subject"),
            models.Index(
                fields=["moved_from", "id"],
                name="change_that_moved",
                condition=models.Q(moved_from__isnull=False),
            ),
            models.Index(fields=["transaction_id", "id"], name="change_of_transaction"),
            models.Index(fields=["author_id", "id"], name="change_by_author"),
            models.Index(
                fields=["id"], name="change_in_journal", condition=models.Q(is_first=True)
            ),
            models.Index(
                fields=["undoes"],
                name="change_taken_back",
                condition=models.Q(undoes__isnull=False),
            ),
            BrinIndex(fields=["at"], name="change_at"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="append_only",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func="""
                    IF current_setting('archive.erase', true) = 'on' THEN
                        RETURN coalesce(NEW, OLD);
                    END IF;
                    RAISE EXCEPTION 'archive_change is append-only';
                """,
            ),
            pgtrigger.Trigger(
                name="no_truncate",
                level=pgtrigger.Statement,
                operation=pgtrigger.Truncate,
                when=pgtrigger.Before,
                func="RAISE EXCEPTION 'archive_change is append-only';",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.operation} {self.table} {self.row_id}"


@contextmanager
def changing(actor: Actor, *, reason: str = "", undoes: int | None = None) -> Iterator[None]:
    """One transaction, signed: what changes in it bears the actor and the reason.

    Inside another `changing` the outer signature stays. The signature ends with its block, also
    where an outer transaction (a test's, an importer's) goes on, and never outlives a transaction.
    """
    is_inner = connection.in_atomic_block
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                """
                SELECT set_config('archive.author', %s, true),
                       set_config('archive.reason', %s, true),
                       set_config('archive.undoes', %s, true)
                WHERE coalesce(current_setting('archive.author', true), '') = ''
                """,
                [str(actor.user_id or "house"), reason[:500], str(undoes or "")],
            )
            signed = cursor.fetchone() is not None
        yield
        if signed and is_inner:
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('archive.author', '', true)")


def current_transaction() -> int:
    """Return the number that this transaction's changes bear."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT archive_transaction()")
        (number,) = cursor.fetchone()
    return int(number)


class KeepsHistory(pgtrigger.Trigger):
    """A trigger that writes a table's changes down; it knows whose they are.

    `owners` says which kind's record a row belongs to, by the column that names it: ``id`` where
    the row is the record itself, no kind at all where a column of the row names that too.
    """

    def __init__(self, owners: Mapping[str, str], **kwargs: Any) -> None:
        self.owners = dict(owners)
        super().__init__(**kwargs)


def keeps_history(
    owners: Mapping[str, str], *, kind: str = "", less: Sequence[str] = ()
) -> list[pgtrigger.Trigger]:
    """Return the triggers that write a table's changes down, once per statement.

    Parameters
    ----------
    owners : the subject's kind -> the column with its id, such as ``{"item": "item_id"}``. Where
        there are several, a row has exactly one of them.
    kind : SQL over the row alias ``r``, where the row itself says of which kind its subject is.
    less : columns that follow from others: that they differ alone is not written down.
    """
    kind = kind or _kind_of(owners)
    subject, old_subject = (_subject_of(list(owners.values()), row) for row in ("r", "q"))
    without = " ".join(f"- '{column}'" for column in (*BOOKKEEPING, *less))
    moves = set(owners.values()) != {"id"}
    moved_from = f"CASE WHEN {old_subject} <> {subject} THEN {old_subject} END"
    # OFFSET 0: each row becomes JSON once, not once for every key that is compared.
    updated = f"""
                (SELECT to_jsonb(r) {without} AS new, to_jsonb(q) {without} AS old,
                        r.id AS row_id, {kind} AS kind, {subject} AS subject,
                        {moved_from if moves else "NULL::uuid"} AS moved_from
                   FROM new_values AS r JOIN old_values AS q ON q.id = r.id
                  OFFSET 0) AS pair,
                LATERAL (SELECT jsonb_object_agg(key, value) AS said FROM jsonb_each(pair.old)
                          WHERE pair.new -> key IS DISTINCT FROM value) AS b,
                LATERAL (SELECT jsonb_object_agg(key, value) AS said FROM jsonb_each(pair.new)
                          WHERE pair.old -> key IS DISTINCT FROM value) AS a
            WHERE pair.new <> pair.old"""
    its_own = f"r.id::text, {kind}, {subject}, NULL"
    return [
        _written(
            "insert", pgtrigger.Insert, owners, f"{its_own}, NULL, to_jsonb(r)", "new_values AS r"
        ),
        _written(
            "update",
            pgtrigger.Update,
            owners,
            "pair.row_id::text, pair.kind, pair.subject, pair.moved_from, b.said, a.said",
            updated,
        ),
        _written(
            "delete", pgtrigger.Delete, owners, f"{its_own}, to_jsonb(r), NULL", "old_values AS r"
        ),
        pgtrigger.Trigger(
            name="no_truncate",
            level=pgtrigger.Statement,
            operation=pgtrigger.Truncate,
            when=pgtrigger.Before,
            func="""
                RAISE EXCEPTION USING MESSAGE =
                    TG_TABLE_NAME || ' keeps its history, which TRUNCATE does not tell: DELETE';
            """,
        ),
    ]


def _written(
    what: str, operation: pgtrigger.Operation, owners: Mapping[str, str], images: str, rows: str
) -> KeepsHistory:
    return KeepsHistory(
        owners,
        name=f"history_{what}",
        level=pgtrigger.Statement,
        operation=operation,
        when=pgtrigger.After,
        declare=[("s", "record")],
        referencing=pgtrigger.Referencing(  # type: ignore[no-untyped-call]  # pgtrigger's
            old=None if what == "insert" else "old_values",
            new=None if what == "delete" else "new_values",
        ),
        func=f"""
            SELECT * INTO s FROM archive_signature();
            INSERT INTO archive_change (transaction_id, author_id, reason, undoes, is_first,
                operation, "table", row_id, subject_kind, subject_id, moved_from, before, after)
            SELECT s.transaction_id, s.author_id, s.reason, s.undoes,
                   s.is_first AND row_number() OVER () = 1, TG_OP, TG_TABLE_NAME, {images}
            FROM {rows};
            IF FOUND THEN
                PERFORM set_config('archive.noted', s.note, true);
            END IF;
            RETURN NULL;
        """,
    )


def _kind_of(owners: Mapping[str, str]) -> str:
    if len(owners) == 1:
        return f"'{next(iter(owners))}'"
    cases = " ".join(f"WHEN r.{column} IS NOT NULL THEN '{of}'" for of, column in owners.items())
    return f"CASE {cases} END"


def _subject_of(columns: Sequence[str], row: str) -> str:
    """Return SQL for the id of the one owner that a row has.

    >>> _subject_of(["item_id", "collection_id"], "r")
    'coalesce(r.item_id, r.collection_id)'
    """
    ids = ", ".join(f"{row}.{column}" for column in columns)
    return f"coalesce({ids})" if len(columns) > 1 else ids


@dataclass(frozen=True)
class Tracked:
    """A table whose history is kept."""

    model: type[models.Model]
    #: Kind of record -> the column that names the record that a row belongs to.
    owners: Mapping[str, str]

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    @property
    def is_record(self) -> bool:
        """Whether its rows are records themselves, and not parts of them."""
        return set(self.owners.values()) == {"id"}

    def owner_column(self, kind: str) -> str | None:
        """Return the column that names a record of that kind; None if it never does."""
        return self.owners.get(kind) or self.owners.get("")


@cache
def tracked() -> Mapping[str, Tracked]:
    """Return every table whose history is kept, by name."""
    found = {}
    for model in apps.get_models():
        for trigger in getattr(model._meta, "triggers", ()):
            if isinstance(trigger, KeepsHistory):
                found[model._meta.db_table] = Tracked(model, trigger.owners)
    return found
