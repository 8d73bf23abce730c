"""What was changed, by whom and why: every table's rows before and after, kept by triggers.

One append-only table holds them all (ADR 0010), whichever road a change takes: ORM, bulk or raw
SQL. Who asked and for what reason is said once per transaction by `changing`; what nobody
signed is kept all the same. `archive.services.history` reads it, restores and undoes.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pgtrigger
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
    before = models.JSONField(null=True, help_text="what it said; of an update what has changed")
    after = models.JSONField(null=True)
    author_id = models.UUIDField(null=True, help_text="kept when the account is gone")
    reason = models.CharField(max_length=500, blank=True)
    undoes = models.BigIntegerField(null=True, help_text="the transaction that this one took back")

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["subject_id", "id"], name="change_of_subject"),
            models.Index(fields=["transaction_id"], name="change_of_transaction"),
            models.Index(fields=["author_id", "id"], name="change_by_author"),
            BrinIndex(fields=["at"], name="change_at"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="append_only",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func="""
                    IF current_setting('archive.erase', true) = 'on' THEN
                        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
                    END IF;
                    RAISE EXCEPTION 'archive_change is append-only';
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.operation} {self.table} {self.row_id}"


@contextmanager
def changing(actor: Actor, *, reason: str = "", undoes: int | None = None) -> Iterator[None]:
    """One transaction, signed: what changes in it bears the actor and the reason.

    Inside another `changing` the outer signature stays.
    """
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
        if signed and connection.in_atomic_block:
            # An outer transaction (a test's, an importer's) may hold others' changes after ours.
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('archive.author', '', true)")


def keeps_history(kind: str, subject_id: str) -> list[pgtrigger.Trigger]:
    """Return the triggers that write a table's changes down, once per statement.

    Parameters
    ----------
    kind : SQL for the subject's kind over the row alias ``r``, such as ``'item'`` in quotes.
    subject_id : SQL for its id, such as ``r.item_id``.
    """
    less = " ".join(f"- '{column}'" for column in BOOKKEEPING)
    updated = f"""
        (SELECT to_jsonb(n) AS n, to_jsonb(o) AS o, n AS r
           FROM new_values AS n JOIN old_values AS o ON o.id = n.id) AS pair,
        LATERAL (SELECT jsonb_object_agg(key, value) AS was FROM jsonb_each(pair.o {less})
                  WHERE pair.n -> key IS DISTINCT FROM value) AS b,
        LATERAL (SELECT jsonb_object_agg(key, value) AS "is" FROM jsonb_each(pair.n {less})
                  WHERE pair.o -> key IS DISTINCT FROM value) AS a
        WHERE b.was IS NOT NULL"""
    return [
        _history(
            "insert", pgtrigger.Insert, kind, subject_id, "NULL, to_jsonb(r)", "new_values AS r"
        ),
        _history(
            "update",
            pgtrigger.Update,
            kind.replace("r.", "(r)."),
            subject_id.replace("r.", "(r)."),
            'b.was, a."is"',
            updated,
            row_id="(r).id",
        ),
        _history(
            "delete", pgtrigger.Delete, kind, subject_id, "to_jsonb(r), NULL", "old_values AS r"
        ),
    ]


def _history(
    what: str,
    operation: pgtrigger.Operation,
    kind: str,
    subject_id: str,
    images: str,
    rows: str,
    row_id: str = "r.id",
) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=f"history_{what}",
        level=pgtrigger.Statement,
        operation=operation,
        when=pgtrigger.After,
        referencing=pgtrigger.Referencing(  # type: ignore[no-untyped-call]  # pgtrigger's
            old=None if what == "insert" else "old_values",
            new=None if what == "delete" else "new_values",
        ),
        func=f"""
            INSERT INTO archive_change (transaction_id, "table", row_id, operation, subject_kind,
                subject_id, before, after, author_id, reason, undoes)
            SELECT pg_current_xact_id()::text::bigint, TG_TABLE_NAME, {row_id}::text, TG_OP,
                   {kind}, {subject_id}, {images},
                   CASE WHEN current_setting('archive.author', true) ~ '^[0-9a-f-]{{36}}$'
                        THEN current_setting('archive.author')::uuid END,
                   CASE WHEN coalesce(current_setting('archive.author', true), '') <> ''
                        THEN coalesce(current_setting('archive.reason', true), '') ELSE '' END,
                   CASE WHEN coalesce(current_setting('archive.author', true), '') <> ''
                        THEN nullif(current_setting('archive.undoes', true), '')::bigint END
            FROM {rows};
            RETURN NULL;
        """,
    )


def owner_of(owners: Sequence[str]) -> tuple[str, str]:
    """Return SQL for the kind and the id of the one owner that a row has of several.

    >>> owner_of(["item", "collection"])[1]
    'coalesce(r.item_id, r.collection_id)'
    """
    cases = " ".join(f"WHEN r.{each}_id IS NOT NULL THEN '{each}'" for each in owners)
    ids = ", ".join(f"r.{each}_id" for each in owners)
    return f"CASE {cases} END", f"coalesce({ids})" if len(owners) > 1 else ids
