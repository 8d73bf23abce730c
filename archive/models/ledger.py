"""Books that are only written on.

Who was given restricted material; what was erased, by whom and why.
"""

import pgtrigger
from django.db import models
from django.db.models.functions import Now

from archive.identifiers import new_id
from archive.models.base import closed_set


def append_only(table: str) -> list[pgtrigger.Trigger]:
    """Return the triggers by which the database refuses to change what was written."""
    return [
        pgtrigger.Trigger(
            name="append_only",
            operation=pgtrigger.Update | pgtrigger.Delete,
            when=pgtrigger.Before,
            func=f"""
                IF current_setting('archive.erase', true) = 'on' THEN
                    RETURN coalesce(NEW, OLD);
                END IF;
                RAISE EXCEPTION '{table} is append-only';
            """,
        ),
        pgtrigger.Trigger(
            name="no_truncate",
            level=pgtrigger.Statement,
            operation=pgtrigger.Truncate,
            when=pgtrigger.Before,
            func=f"RAISE EXCEPTION '{table} is append-only';",
        ),
    ]


class AccessEntry(models.Model):
    """Somebody was given something of an item that is not open to everybody."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_default=Now(), editable=False)
    item_id = models.UUIDField()
    act = models.CharField(max_length=10)
    door = models.CharField(max_length=40, help_text="sound, tiles, results, download and so on")
    user_id = models.UUIDField(null=True, help_text="NULL: nobody had signed in")
    room_id = models.UUIDField(null=True, help_text="the reading room that it was given to")
    was_given = models.BooleanField(help_text="or refused")

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["item_id", "-id"], name="access_entry_of_item"),
            models.Index(fields=["user_id", "-id"], name="access_entry_of_user"),
        ]
        triggers = append_only("archive_accessentry")

    def __str__(self) -> str:
        return f"{self.act} of {self.item_id}"


class ErasureStage(models.TextChoices):
    """How far an erasure has come."""

    ASKED = "asked", "one person asked; another must agree"
    REFUSED = "refused", "the other did not agree"
    DONE = "done", "nothing is left but the reason"


class Erasure(models.Model):
    """A record that is to be, or was, erased: the reason is kept, not the content."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    reason = models.CharField(max_length=500)
    stage = models.CharField(max_length=7, choices=ErasureStage, default=ErasureStage.ASKED)
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField(db_default=Now(), editable=False)
    decided_by = models.UUIDField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    #: What was erased, in numbers; and what had left the house before, and to whom.
    report = models.JSONField(default=dict, db_default={}, blank=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            closed_set("stage", ErasureStage, name="erasure_stage"),
            models.CheckConstraint(
                name="erasure_by_two",
                condition=models.Q(decided_by__isnull=True)
                | models.Q(stage=ErasureStage.REFUSED)
                | ~models.Q(decided_by=models.F("asked_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.subject_kind} {self.subject_id}"
