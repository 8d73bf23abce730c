"""A book that is only written on: who was given restricted material."""

import pgtrigger
from django.db import models
from django.db.models.functions import Now


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
