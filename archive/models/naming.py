"""Names in many languages, and the same thing in other authorities' lists: what terms share."""

from django.db import models


class NameKind(models.TextChoices):
    """What sort of name it is, beside the one that the term goes by."""

    PREFERRED = "preferred", "the name to show in its language"
    ALTERNATIVE = "alternative", "another name in use"
    FORMER = "former", "a name from another time"
    TRANSLITERATION = "transliteration", "the name in another script"
    HIDDEN = "hidden", "found by searches, never shown: misspellings"


class TermName(models.Model):
    """A name of a term, in a language or from a time."""

    name = models.CharField(max_length=250)
    language = models.CharField(
        max_length=35, blank=True, default="", db_default="", help_text="BCP 47"
    )
    kind = models.CharField(
        max_length=15,
        choices=NameKind,
        default=NameKind.ALTERNATIVE,
        db_default=NameKind.ALTERNATIVE,
    )
    used = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="EDTF: when it was in use"
    )

    class Meta:
        abstract = True
        ordering = ["language", "name"]

    def __str__(self) -> str:
        return self.name


class MatchKind(models.TextChoices):
    """How well another authority's entry fits, in SKOS's own terms."""

    EXACT = "exact", "the same thing"
    CLOSE = "close", "the same for most purposes"
    BROAD = "broad", "the other is wider"
    NARROW = "narrow", "the other is narrower"
    RELATED = "related", "the other has to do with it"


class TermMatch(models.Model):
    """The same or a like thing in another list: GeoNames, Wikidata, VIAF, ISNI, RAMEAU, MIMO."""

    iri = models.URLField(max_length=500, help_text="the entry's own address")
    kind = models.CharField(
        max_length=7, choices=MatchKind, default=MatchKind.EXACT, db_default=MatchKind.EXACT
    )

    class Meta:
        abstract = True
        ordering = ["iri"]

    def __str__(self) -> str:
        return f"{self.kind} {self.iri}"


def once(*fields: str, name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(fields=list(fields), name=name)
