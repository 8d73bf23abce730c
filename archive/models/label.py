"""Label notices, and who has read them before they listened.

What a community says beside a recording: Traditional Knowledge and Biocultural labels of Local
Contexts, or its own words.
"""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from archive.models.base import Described, closed_set
from archive.models.belonging import belongs, exactly_one
from archive.models.community import Community
from archive.permits import LabelQuerySet
from archive.versions import part_triggers, record_triggers


class LabelFamily(models.TextChoices):
    """Whose label it is."""

    TK = "tk", "Traditional Knowledge"
    BC = "bc", "Biocultural"
    OWN = "own", "the community's own"


class Label(Described):
    """A notice in a community's words."""

    slug = models.SlugField(max_length=120, unique=True)
    family = models.CharField(max_length=3, choices=LabelFamily, default=LabelFamily.TK)
    name = models.CharField(max_length=250)
    text = models.TextField(help_text="what is read before play")
    translations = models.JSONField(default=dict, db_default={}, blank=True)
    iri = models.URLField(
        max_length=500, blank=True, default="", db_default="", help_text="where it is explained"
    )
    community = models.ForeignKey(
        Community, null=True, blank=True, on_delete=models.PROTECT, related_name="labels"
    )
    asks_acknowledgement = models.BooleanField(
        default=True, db_default=True, help_text="no sound before it was read"
    )

    objects = models.Manager.from_queryset(LabelQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        constraints = [closed_set("family", LabelFamily, name="label_family")]
        triggers = record_triggers("label")

    def __str__(self) -> str:
        return self.name


class RecordLabel(models.Model):
    """A label on a collection, and so on all its items, or on one item."""

    collection = belongs("Collection", "label_links")
    item = belongs("Item", "label_links")
    label = models.ForeignKey(Label, on_delete=models.PROTECT, related_name="record_links")
    position = models.PositiveSmallIntegerField(default=1, db_default=1)

    class Meta:
        constraints = [
            exactly_one("collection", "item", name="record_label_of_one"),
            models.UniqueConstraint(fields=["collection", "label"], name="collection_label_once"),
            models.UniqueConstraint(fields=["item", "label"], name="item_label_once"),
        ]
        triggers = part_triggers({"collection": "archive_collection", "item": "archive_item"})

    def __str__(self) -> str:
        return f"{self.label_id} on {self.item_id or self.collection_id}"


class Acknowledgement(models.Model):
    """Somebody has read a label. It holds until the label's words change."""

    label = models.ForeignKey(Label, on_delete=models.CASCADE, related_name="acknowledgements")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="acknowledgements"
    )
    label_version = models.PositiveIntegerField()
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["label", "user", "label_version"], name="acknowledged_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} read {self.label_id}"
