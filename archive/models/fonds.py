"""Fonds: all the records that one person or body gathered in the course of its work."""

from django.db import models

from archive.events import EmitsEvent
from archive.models.base import VERSION_TRIGGER, Described, Level, closed_set, validate_code
from archive.querysets import LevelQuerySet


class Fonds(Described):
    """The highest level of description."""

    code = models.CharField(max_length=128, unique=True, validators=[validate_code])
    title = models.CharField(max_length=500)
    description = models.TextField(blank=True)
    access = models.CharField(max_length=8, choices=Level, default=Level.METADATA)

    objects = models.Manager.from_queryset(LevelQuerySet)()

    class Meta(Described.Meta):
        verbose_name_plural = "fonds"
        ordering = ["code"]
        constraints = [closed_set("access", Level, name="fonds_level")]
        triggers = [
            VERSION_TRIGGER,
            *EmitsEvent("fonds", was_public="r.access <> 'none'").triggers(),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/fonds/{self.code}"
