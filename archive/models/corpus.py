"""Corpora: collections brought together by a subject, a region or a project."""

from django.db import models

from archive.models.base import Level, Record, State, closed_set, validate_code
from archive.models.fonds import Fonds
from archive.querysets import LevelQuerySet
from archive.versions import part_triggers, record_triggers


class Corpus(Record):
    """A grouping of collections; it may stand in several fonds."""

    code = models.CharField(max_length=128, unique=True, validators=[validate_code])
    title = models.CharField(max_length=500)
    alternative_title = models.CharField(max_length=500, blank=True, default="", db_default="")
    recorded = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="EDTF"
    )
    recorded_from = models.DateField(null=True, blank=True, editable=False)
    recorded_to = models.DateField(null=True, blank=True, editable=False)
    access = models.CharField(max_length=8, choices=Level, default=Level.METADATA)
    fonds = models.ManyToManyField(Fonds, through="CorpusFonds", related_name="corpora")

    objects = models.Manager.from_queryset(LevelQuerySet)()

    class Meta(Record.Meta):
        verbose_name_plural = "corpora"
        ordering = ["code"]
        constraints = [
            closed_set("access", Level, name="corpus_level"),
            closed_set("state", State, name="corpus_state"),
        ]
        triggers = record_triggers(
            "corpus",
            was_public="r.access <> 'none' AND r.state = 'published'",
            cited_by="code",
        )

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/corpora/{self.code}"


class CorpusFonds(models.Model):
    """A corpus's place in a fonds."""

    corpus = models.ForeignKey(Corpus, on_delete=models.CASCADE, related_name="fonds_links")
    fonds = models.ForeignKey(Fonds, on_delete=models.CASCADE, related_name="corpus_links")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["corpus", "fonds"], name="corpus_once_per_fonds")
        ]
        triggers = part_triggers({"corpus": "archive_corpus"})

    def __str__(self) -> str:
        return f"{self.corpus_id} in {self.fonds_id}"
