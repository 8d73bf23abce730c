"""Codes: what they must look like, which is next, and what became of the old ones."""

from django.db import models
from django.db.models.functions import Now

from archive.history import keeps_history
from archive.models.base import Described
from archive.querysets import StaffQuerySet
from archive.versions import record_triggers


class CodePolicy(Described):
    """What codes look like, in the template language of archive/codes.py."""

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=250)
    level = models.CharField(
        max_length=10, choices=[(each, each) for each in ("fonds", "corpus", "collection", "item")]
    )
    template = models.CharField(
        max_length=500, help_text="CNRSMH_I_{year}_{digits:3}; of an item {collection}_{number:3}"
    )
    example = models.CharField(max_length=128, blank=True, default="", db_default="")
    is_strict = models.BooleanField(
        default=True,
        db_default=True,
        help_text="other codes are refused; else they are only remarked upon",
    )
    description = models.TextField(blank=True, default="", db_default="")

    objects = models.Manager.from_queryset(StaffQuerySet)()

    class Meta(Described.Meta):
        ordering = ["slug"]
        verbose_name_plural = "code policies"
        triggers = record_triggers("code_policy")

    def __str__(self) -> str:
        return self.slug


class OldCode(models.Model):
    """A code or slug that a record bore: its address leads to where the record is now.

    Kept by triggers when a code changes, and by merges.
    """

    kind = models.CharField(max_length=40, help_text="item, collection, place and so on")
    code = models.CharField(max_length=250)
    subject_id = models.UUIDField()
    since = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="old_code_once")]
        indexes = [models.Index(fields=["subject_id"], name="old_code_of_subject")]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"


class Tombstone(models.Model):
    """What is left to say of a record that was public and is no more."""

    kind = models.CharField(max_length=40)
    code = models.CharField(max_length=250)
    subject_id = models.UUIDField(unique=True)
    title = models.CharField(
        max_length=500, blank=True, default="", db_default="", help_text="shown when announced"
    )
    is_announced = models.BooleanField(
        default=True,
        db_default=True,
        help_text="410 and a sentence; otherwise as if it had never been",
    )
    reason = models.CharField(max_length=500, blank=True, default="", db_default="")
    is_erased = models.BooleanField(
        default=False, db_default=False, help_text="nothing is left of it that could come back"
    )
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["kind", "code"], name="tombstone_by_code")]
        # A part of the record that it stands for: to undo a withdrawal removes it.
        triggers = keeps_history({"": "subject_id"}, kind="r.kind")

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"


class Merge(models.Model):
    """One term taken into another: what to undo, if it was a mistake."""

    kind = models.CharField(max_length=40)
    source_id = models.UUIDField()
    target_id = models.UUIDField()
    source_name = models.CharField(max_length=250)
    transaction_id = models.BigIntegerField(help_text="whose changes taking it back undoes")
    #: What else had led to the source; OldCode keeps no history of its own.
    old_codes = models.JSONField(default=list, db_default=[], editable=False)
    at = models.DateTimeField(db_default=Now(), editable=False)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["source_id"], name="merge_of_source"),
            models.Index(fields=["target_id"], name="merge_into_target"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} into {self.target_id}"


class RequestKey(models.Model):
    """A client's own key for a request: asked twice, a record is made once."""

    user_id = models.UUIDField()
    key = models.CharField(max_length=120)
    mutation = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, help_text="of what was asked: another is a conflict")
    subject_id = models.UUIDField()
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user_id", "key"], name="request_key_once")]

    def __str__(self) -> str:
        return f"{self.mutation} {self.key}"
