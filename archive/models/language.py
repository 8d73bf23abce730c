"""Languages of ISO 639-3."""

from django.db import models

from archive.models.base import Described, Term
from archive.models.naming import TermMatch, TermName, once
from archive.querysets import LanguageQuerySet
from archive.versions import link_triggers, part_triggers, record_triggers


class LanguageScope(models.TextChoices):
    """ISO 639-3: what the code stands for."""

    INDIVIDUAL = "I", "one language"
    MACROLANGUAGE = "M", "several that are sometimes taken for one"
    SPECIAL = "S", "none, several, or unknown"


class LanguageType(models.TextChoices):
    """ISO 639-3: whether it is spoken."""

    ANCIENT = "A"
    CONSTRUCTED = "C"
    EXTINCT = "E"
    HISTORICAL = "H"
    LIVING = "L"
    SPECIAL = "S"


class Language(Term):
    """A language; its slug is the ISO 639-3 code."""

    part1 = models.CharField(
        max_length=2, blank=True, default="", db_default="", help_text="ISO 639-1"
    )
    part2b = models.CharField(
        max_length=3, blank=True, default="", db_default="", help_text="ISO 639-2, bibliographic"
    )
    part2t = models.CharField(
        max_length=3, blank=True, default="", db_default="", help_text="ISO 639-2, terminological"
    )
    scope = models.CharField(
        max_length=1, choices=LanguageScope, blank=True, default="", db_default=""
    )
    type = models.CharField(
        max_length=1, choices=LanguageType, blank=True, default="", db_default=""
    )

    objects = models.Manager.from_queryset(LanguageQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        constraints = [
            models.CheckConstraint(
                name="language_is_iso_639_3", condition=models.Q(slug__regex=r"^[a-z]{3}$")
            )
        ]
        triggers = record_triggers("language")

    def get_absolute_url(self) -> str:
        return f"/languages/{self.slug}"


class LanguageName(TermName):
    """Another name of a language."""

    #: "language" is the name's own.
    named = models.ForeignKey(Language, on_delete=models.CASCADE, related_name="names")

    class Meta(TermName.Meta):
        abstract = False
        constraints = [once("named", "name", "language", name="language_name_once")]
        triggers = link_triggers("language", "archive_language", "named_id")


class LanguageMatch(TermMatch):
    """The language in another authority's list."""

    language = models.ForeignKey(Language, on_delete=models.CASCADE, related_name="matches")

    class Meta(TermMatch.Meta):
        abstract = False
        constraints = [once("language", "iri", name="language_match_once")]
        triggers = part_triggers({"language": "archive_language"})
