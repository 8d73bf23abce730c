"""Rolling publication: sound opens as it grows old, by a rule that an archive keeps as data."""

from django.db import models

from archive.models.base import Described
from archive.permits import OpenQuerySet
from archive.versions import record_triggers


class PublicationRule(Described):
    """So many years after the year of recording, on 1 January, what it covers opens."""

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=250)
    description = models.TextField(blank=True, default="", db_default="")
    years = models.PositiveSmallIntegerField(help_text="1 to 500, after the year of recording")
    is_default = models.BooleanField(
        default=False, db_default=False, help_text="for collections that name no rule"
    )

    objects = models.Manager.from_queryset(OpenQuerySet)()

    class Meta(Described.Meta):
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                name="publication_rule_years", condition=models.Q(years__range=(1, 500))
            ),
            models.UniqueConstraint(
                fields=["is_default"],
                name="publication_rule_one_default",
                condition=models.Q(is_default=True),
            ),
        ]
        triggers = record_triggers("publication_rule")

    def __str__(self) -> str:
        return self.title
