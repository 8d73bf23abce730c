"""Collections: the main level of description, usually one mission, one record, one deposit."""

from django.db import models

from archive.models.base import Level, Record, State, closed_set, validate_code
from archive.models.corpus import Corpus
from archive.open_to_all import OF_COLLECTION
from archive.querysets import LevelQuerySet
from archive.versions import part_triggers, record_triggers


class Collection(Record):
    """A set of items that were made or kept together."""

    code = models.CharField(max_length=128, unique=True, validators=[validate_code])
    original_code = models.CharField(max_length=250, blank=True, default="", db_default="")
    title = models.CharField(max_length=500)
    alternative_title = models.CharField(max_length=500, blank=True, default="", db_default="")
    access = models.CharField(max_length=8, choices=Level, default=Level.METADATA)
    opens_with_age = models.BooleanField(
        default=False,
        db_default=False,
        help_text="its sound opens when it is as old as the archive's rule says",
    )
    publication_rule = models.ForeignKey(
        "archive.PublicationRule",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="collections",
        help_text="when its sound is old enough; without one, the archive's rule",
    )
    corpora = models.ManyToManyField(Corpus, through="CollectionCorpus", related_name="collections")
    recorded = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="EDTF"
    )
    recorded_from = models.DateField(null=True, blank=True, editable=False)
    recorded_to = models.DateField(null=True, blank=True, editable=False)
    published_in = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="EDTF: brought out in"
    )
    is_published_edition = models.BooleanField(
        default=False,
        db_default=False,
        help_text="a published record or disc, not an unpublished field recording",
    )
    publisher_serial = models.CharField(max_length=250, blank=True, default="", db_default="")
    publisher_reference = models.CharField(max_length=250, blank=True, default="", db_default="")
    booklet_author = models.CharField(max_length=250, blank=True, default="", db_default="")
    booklet_description = models.TextField(
        blank=True, default="", db_default="", help_text="related documentation"
    )
    external_references = models.TextField(
        blank=True, default="", db_default="", help_text="bibliography"
    )
    conservation_site = models.CharField(max_length=250, blank=True, default="", db_default="")
    alternative_copies = models.TextField(
        blank=True, default="", db_default="", help_text="copies kept elsewhere"
    )
    carrier_count = models.PositiveIntegerField(null=True, blank=True)
    approximate_duration_s = models.FloatField(null=True, blank=True, help_text="seconds")
    items_done = models.CharField(
        max_length=250, blank=True, default="", db_default="", help_text="how far it is described"
    )
    collector_is_creator = models.BooleanField(default=False, db_default=False)
    accession = models.ForeignKey(
        "archive.Accession",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="collections",
    )
    code_policy = models.ForeignKey(
        "archive.CodePolicy",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="collections",
        help_text="what its items' codes look like; without one, its holder's",
    )

    objects = models.Manager.from_queryset(LevelQuerySet)()

    class Meta(Record.Meta):
        ordering = ["code"]
        constraints = [
            closed_set("access", Level, name="collection_level"),
            closed_set("state", State, name="collection_state"),
        ]
        triggers = [
            OF_COLLECTION,
            *record_triggers(
                "collection",
                was_public="r.access <> 'none' AND r.state = 'published'",
                cited_by="code",
            ),
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
        triggers = part_triggers({"collection": "archive_collection"})

    def __str__(self) -> str:
        return f"{self.collection_id} in {self.corpus_id}"
