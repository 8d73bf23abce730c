"""Collections: the main level of description, usually one mission, one record, one deposit."""

from django.db import models

from archive.events import EmitsEvent
from archive.models.base import VERSION_TRIGGER, Described, Level, closed_set, validate_code
from archive.models.corpus import Corpus
from archive.querysets import LevelQuerySet


class Collection(Described):
    """A set of items that were made or kept together."""

    code = models.CharField(max_length=128, unique=True, validators=[validate_code])
    title = models.CharField(max_length=500)
    alternative_title = models.CharField(max_length=500, blank=True)
    description = models.TextField(blank=True)
    access = models.CharField(max_length=8, choices=Level, default=Level.METADATA)
    corpora = models.ManyToManyField(Corpus, through="CollectionCorpus", related_name="collections")

    objects = models.Manager.from_queryset(LevelQuerySet)()

    class Meta(Described.Meta):
        ordering = ["code"]
        constraints = [closed_set("access", Level, name="collection_level")]
        triggers = [
            VERSION_TRIGGER,
            *EmitsEvent("collection", was_public="r.access <> 'none'").triggers(),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/collections/{self.code}"


class CollectionCorpus(models.Model):
    """A collection's place in a corpus."""

    collection = models.ForeignKey(
        Collection, on_delete=models.CASCADE, related_name="corpus_links"
    )
    corpus = models.ForeignKey(Corpus, on_delete=models.CASCADE, related_name="collection_links")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "corpus"], name="collection_once_per_corpus"
            )
        ]
        triggers = EmitsEvent("collection", subject_id="r.collection_id", part_of=True).triggers()

    def __str__(self) -> str:
        return f"{self.collection_id} in {self.corpus_id}"
