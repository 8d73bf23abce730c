"""Selections: lists of people's own. A playlist, a research corpus, what a grant opens."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from archive.identifiers import new_id
from archive.models.base import Described, closed_set
from archive.models.belonging import belongs, exactly_one
from archive.permits import SelectionEntryQuerySet, SelectionQuerySet
from archive.versions import part_triggers, record_triggers


class SharedWith(models.TextChoices):
    """Who may see a selection; what it lists they see as far as they may find that."""

    PRIVATE = "private", "its owner"
    GROUP = "group", "its owner, and an editor group"
    PUBLIC = "public", "everybody"


class Selection(Described):
    """An ordered list with a title, made by somebody."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="selections"
    )
    title = models.CharField(max_length=500)
    description = models.TextField(blank=True, default="", db_default="")
    shared = models.CharField(max_length=7, choices=SharedWith, default=SharedWith.PRIVATE)
    group = models.ForeignKey(
        "archive.EditorGroup",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="selections",
    )
    #: A filter in the words of the API: what it finds is listed, each time anew. NULL: entries.
    live_filter = models.JSONField(null=True, blank=True)
    frozen_at = models.DateTimeField(
        null=True, blank=True, help_text="since then it does not change: cited, analysed"
    )
    deleted_at = models.DateTimeField(
        null=True, blank=True, help_text="since then it lies in its owner's bin"
    )

    objects = models.Manager.from_queryset(SelectionQuerySet)()

    class Meta(Described.Meta):
        ordering = ["-modified_at", "-id"]
        constraints = [closed_set("shared", SharedWith, name="selection_shared")]
        indexes = [models.Index(fields=["owner", "-modified_at"], name="selection_of_owner")]
        triggers = record_triggers("selection", was_public="r.shared = 'public'")

    def __str__(self) -> str:
        return self.title


class SelectionEntry(models.Model):
    """One line of a selection: an item, a stretch of one, or another selection."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    selection = models.ForeignKey(Selection, on_delete=models.CASCADE, related_name="entries")
    position = models.PositiveIntegerField()
    item = belongs("Item", "selection_entries")
    inner = belongs("Selection", "listed_in")
    start_s = models.FloatField(null=True, blank=True, help_text="seconds; NULL: from the start")
    end_s = models.FloatField(null=True, blank=True, help_text="seconds; NULL: to the end")
    title = models.CharField(max_length=500, blank=True, default="", db_default="")
    text = models.TextField(blank=True, default="", db_default="")
    added_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = models.Manager.from_queryset(SelectionEntryQuerySet)()

    class Meta:
        ordering = ["selection", "position", "id"]
        constraints = [
            exactly_one("item", "inner", name="selection_entry_of_one"),
            models.CheckConstraint(
                name="selection_entry_in_order",
                condition=(models.Q(start_s__isnull=True) | models.Q(start_s__gte=0))
                & (
                    models.Q(start_s__isnull=True)
                    | models.Q(end_s__isnull=True)
                    | models.Q(end_s__gt=models.F("start_s"))
                ),
            ),
        ]
        indexes = [models.Index(fields=["selection", "position"], name="selection_in_order")]
        triggers = part_triggers({"selection": "archive_selection"})

    def __str__(self) -> str:
        return f"{self.selection_id} {self.position}"

    @property
    def is_segment(self) -> bool:
        """Whether it is a stretch of an item and not the whole."""
        return self.start_s is not None or self.end_s is not None
