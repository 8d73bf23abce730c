"""Fonds: all the records that one person or body gathered in the course of its work."""

from django.db import models

from archive.models.base import Level, Record, State, closed_set, validate_code
from archive.querysets import LevelQuerySet
from archive.versions import record_triggers


class Fonds(Record):
    """The highest level of description."""

    code = models.CharField(max_length=128, unique=True, validators=[validate_code])
    title = models.CharField(max_length=500)
    alternative_title = models.CharField(max_length=500, blank=True, default="", db_default="")
    access = models.CharField(max_length=8, choices=Level, default=Level.METADATA)

    objects = models.Manager.from_queryset(LevelQuerySet)()

    class Meta(Record.Meta):
        verbose_name_plural = "fonds"
        ordering = ["code"]
        constraints = [
            closed_set("access", Level, name="fonds_level"),
            closed_set("state", State, name="fonds_state"),
        ]
        triggers = record_triggers(
            "fonds",
            was_public="r.access <> 'none' AND r.state = 'published'",
            cited_by="code",
        )

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/fonds/{self.code}"
