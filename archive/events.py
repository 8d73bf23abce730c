"""News of the archive: one append-only table, written in the transaction that makes the change.

A row has no place in the order until its transaction has committed: `sequence` then gives it
a `position`. Consumers keep their own cursor in positions, are idempotent, and are woken by
NOTIFY on `CHANNEL`, which carries no payload. Reading by id instead would lose the rows of
transactions that commit out of order.
"""

from dataclasses import dataclass
from uuid import UUID

import pgtrigger
from django.db import connection, models, transaction

CHANNEL = "archive_events"
_SEQUENCER_LOCK = 0x736F6E6F  # "sono": one sequencer at a time, across all processes


class Event(models.Model):
    """One thing that happened to one subject."""

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=64)
    subject_kind = models.CharField(max_length=32)
    subject_id = models.UUIDField()
    item_id = models.UUIDField(null=True)
    was_public = models.BooleanField(default=False)
    data = models.JSONField(default=dict)
    created_at = models.DateTimeField(db_default=models.functions.Now())
    position = models.BigIntegerField(null=True, unique=True)

    class Meta:
        app_label = "archive"
        indexes = [
            models.Index(
                fields=["id"],
                name="event_unsequenced",
                condition=models.Q(position__isnull=True),
            ),
            models.Index(fields=["subject_id", "position"], name="event_by_subject"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="notify",
                level=pgtrigger.Statement,
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                func=f"PERFORM pg_notify('{CHANNEL}', ''); RETURN NULL;",
            ),
            pgtrigger.Trigger(
                name="append_only",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func="""
                    IF TG_OP = 'UPDATE' AND OLD.position IS NULL AND NEW.position IS NOT NULL
                       AND (to_jsonb(OLD) - 'position') = (to_jsonb(NEW) - 'position') THEN
                        RETURN NEW;
                    END IF;
                    IF TG_OP = 'DELETE' AND current_setting('archive.prune', true) = 'on' THEN
                        RETURN OLD;
                    END IF;
                    IF TG_OP = 'UPDATE' AND current_setting('archive.erase', true) = 'on'
                       AND (to_jsonb(OLD) - 'data') = (to_jsonb(NEW) - 'data') THEN
                        RETURN NEW;
                    END IF;
                    RAISE EXCEPTION 'archive_event is append-only';
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id} @{self.position}"


@dataclass(frozen=True)
class EmitsEvent:
    """Declares that a model's rows tell the event table of each change, by whatever road it comes.

    Parameters
    ----------
    subject : the word for what changed; kinds become ``item.created`` and so on.
    subject_id, item_id, was_public, data : SQL over the row alias ``r`` (the new row, or the old
        one when it is deleted).
    part_of : rows are a part of the subject: whatever happens to them is ``<subject>.updated``.
    changed : SQL that says whether the row ``o`` became another, ``r``.
    """

    subject: str
    subject_id: str = "r.id"
    item_id: str = "NULL::uuid"
    was_public: str = "FALSE"
    data: str = "'{}'::jsonb"
    part_of: bool = False
    changed: str = "r.* IS DISTINCT FROM o.*"

    def triggers(self) -> list[pgtrigger.Trigger]:
        """Return the three statement-level triggers, for a model's Meta.triggers."""
        changed = f"new_values AS r JOIN old_values AS o ON o.id = r.id WHERE {self.changed}"
        return [
            self._trigger("created", pgtrigger.Insert, "new_values AS r", "FALSE"),
            self._trigger(
                "updated", pgtrigger.Update, changed, self.was_public.replace("r.", "o.")
            ),
            self._trigger("deleted", pgtrigger.Delete, "old_values AS r", self.was_public),
        ]

    def _trigger(
        self, what: str, operation: pgtrigger.Operation, rows: str, was_public: str
    ) -> pgtrigger.Trigger:
        kind = f"{self.subject}.{'updated' if self.part_of else what}"
        return pgtrigger.Trigger(
            name=f"emit_{self.subject}_{what}",
            level=pgtrigger.Statement,
            operation=operation,
            when=pgtrigger.After,
            referencing=pgtrigger.Referencing(  # type: ignore[no-untyped-call]  # pgtrigger's
                old=None if what == "created" else "old_values",
                new=None if what == "deleted" else "new_values",
            ),
            func=f"""
                INSERT INTO archive_event
                    (kind, subject_kind, subject_id, item_id, was_public, data)
                SELECT '{kind}', '{self.subject}', {self.subject_id}, {self.item_id},
                       {was_public}, {self.data}
                FROM {rows};
                RETURN NULL;
            """,
        )


def emit(
    kind: str,
    *,
    subject_kind: str,
    subject_id: UUID,
    item_id: UUID | None = None,
    was_public: bool = False,
    data: dict[str, object] | None = None,
) -> None:
    """Write one event in the caller's transaction, for what no row change tells."""
    Event.objects.create(
        kind=kind,
        subject_kind=subject_kind,
        subject_id=subject_id,
        item_id=item_id,
        was_public=was_public,
        data=data or {},
    )


def sequence() -> int:
    """Give every committed event without a position its place in the order.

    Waits for another sequencer rather than leaving to it: its snapshot may be older than
    the event that woke us. Positions have no gaps, which a sequence would leave when a sequencer
    is ended: a cursor just before the oldest that is kept has missed nothing.

    Returns
    -------
    how many events received a position.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_SEQUENCER_LOCK])
        cursor.execute(
            """
            UPDATE archive_event AS e SET position = p.position
            FROM (SELECT id, row_number() OVER (ORDER BY id)
                             + (SELECT coalesce(max(position), 0) FROM archive_event) AS position
                  FROM archive_event WHERE position IS NULL) AS p
            WHERE e.id = p.id
            """
        )
        return int(cursor.rowcount)


def last_position() -> int:
    """Return the newest position, 0 before the first event."""
    newest = Event.objects.aggregate(newest=models.Max("position"))["newest"]
    return int(newest or 0)


def first_position() -> int:
    """Return the oldest position that is still kept, 0 before the first event.

    A cursor below the one before it has missed what was pruned: who holds it begins anew.
    """
    oldest = Event.objects.aggregate(oldest=models.Min("position"))["oldest"]
    return int(oldest or 0)


def prune(*, older_than_days: int = 30) -> int:
    """Forget events that had their place in the order and are older than that.

    The newest always stays, so that `first_position` and `last_position` go on telling what was.

    Returns
    -------
    how many are gone.
    """
    if older_than_days < 1:
        raise ValueError("Events are kept for a day at least: consumers may be on their way.")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL archive.prune = 'on'")
        cursor.execute(
            """
            DELETE FROM archive_event
            WHERE position < (SELECT max(position) FROM archive_event)
              AND created_at < statement_timestamp() - make_interval(days => %s)
            """,
            [older_than_days],
        )
        gone = int(cursor.rowcount)
        cursor.execute("SET LOCAL archive.prune = 'off'")
    return gone
