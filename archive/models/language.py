"""Languages of ISO 639-3."""

from django.db import models

from archive.events import EmitsEvent
from archive.models.base import VERSION_TRIGGER, Described, Term
from archive.querysets import LanguageQuerySet


class Language(Term):
    """A language; its slug is the ISO 639-3 code."""

    objects = models.Manager.from_queryset(LanguageQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        constraints = [
            models.CheckConstraint(
                name="language_is_iso_639_3", condition=models.Q(slug__regex=r"^[a-z]{3}$")
            )
        ]
        triggers = [VERSION_TRIGGER, *EmitsEvent("language").triggers()]

    def get_absolute_url(self) -> str:
        return f"/languages/{self.slug}"
