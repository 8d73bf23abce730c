"""Tracks along an item's time: transcripts, lyrics, translations, markers, labels by people."""

from django.conf import settings
from django.db import models

from archive.access import Audience
from archive.identifiers import new_id
from archive.models.base import Described, closed_set
from archive.models.concept import Concept
from archive.models.item import PART_OF_ITEM, Item
from archive.querysets import AnnotationQuerySet, TrackQuerySet
from archive.versions import VERSION_TRIGGER


class TrackKind(models.TextChoices):
    """What a track says about the sound."""

    LYRICS = "lyrics"
    TRANSCRIPT = "transcript"
    TRANSLATION = "translation"
    MARKERS = "markers"
    LABELS = "labels"


class Track(Described):
    """A layer of timed text or marks on an item."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="tracks")
    kind = models.CharField(max_length=12, choices=TrackKind)
    title = models.CharField(max_length=250, blank=True, default="", db_default="")
    language = models.CharField(
        max_length=35, blank=True, default="", db_default="", help_text="BCP 47"
    )
    source = models.CharField(
        max_length=250,
        blank=True,
        default="",
        db_default="",
        help_text="the file or person it came from",
    )
    format = models.CharField(
        max_length=12, blank=True, default="", db_default="", help_text="lrc, webvtt, ttml"
    )
    licence = models.CharField(max_length=250, blank=True, default="", db_default="")
    position = models.PositiveSmallIntegerField(default=1, db_default=1)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="tracks",
    )
    audience = models.CharField(
        max_length=8,
        choices=[(audience.value, audience.value) for audience in Audience],
        default=Audience.PUBLIC,
        db_default=Audience.PUBLIC,
    )

    objects = models.Manager.from_queryset(TrackQuerySet)()

    class Meta(Described.Meta):
        ordering = ["item", "position", "id"]
        constraints = [
            closed_set("kind", TrackKind, name="track_kind"),
            closed_set("audience", Audience, name="track_audience"),
        ]
        triggers = [VERSION_TRIGGER, *PART_OF_ITEM]

    def __str__(self) -> str:
        return f"{self.kind} of {self.item_id}"


class Annotation(models.Model):
    """What is said of a moment or a stretch of an item: `[start_s, end_s)` on its timeline."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    #: The item too, so that the row belongs to its record as all parts do.
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="annotations")
    track = models.ForeignKey(Track, on_delete=models.CASCADE, related_name="annotations")
    start_s = models.FloatField(help_text="seconds")
    end_s = models.FloatField(null=True, blank=True, help_text="seconds; NULL: a moment")
    text = models.TextField(blank=True, default="", db_default="")
    speaker = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="who is heard, for staff"
    )
    concept = models.ForeignKey(
        Concept, null=True, blank=True, on_delete=models.PROTECT, related_name="annotations"
    )
    confidence = models.FloatField(
        null=True, blank=True, help_text="0 to 1, if a machine said it first"
    )

    objects = models.Manager.from_queryset(AnnotationQuerySet)()

    class Meta:
        ordering = ["track", "start_s", "id"]
        indexes = [models.Index(fields=["track", "start_s", "id"], name="annotation_in_time")]
        constraints = [
            models.CheckConstraint(
                name="annotation_in_order",
                condition=models.Q(start_s__gte=0)
                & (models.Q(end_s__isnull=True) | models.Q(end_s__gte=models.F("start_s"))),
            ),
            models.CheckConstraint(
                name="annotation_confidence",
                condition=models.Q(confidence__isnull=True)
                | models.Q(confidence__gte=0, confidence__lte=1),
            ),
        ]
        triggers = PART_OF_ITEM

    def __str__(self) -> str:
        return f"{self.track_id} @{self.start_s}"
