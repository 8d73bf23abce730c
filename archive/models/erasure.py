"""Erasures: what is to go for good, and what is left to say of it.

An erasure is asked for by one person and confirmed by another. The reason is kept, not the
content: ids, who and when, and the code where the address is to say that something was erased.
"""

import hashlib
from datetime import timedelta

from django.db import models
from django.db.models.functions import Now

from archive.identifiers import new_id
from archive.models.base import closed_set
from archive.querysets import StaffQuerySet

#: How long a second person has to confirm it.
WAITS_FOR = timedelta(days=14)


class ErasureStage(models.TextChoices):
    """How far an erasure has come."""

    ASKED = "asked", "one person asked; another must agree"
    REFUSED = "refused", "the other did not agree, or who asked took it back"
    EXPIRED = "expired", "nobody agreed in time"
    DONE = "done", "nothing is left but the reason"


class Erasure(models.Model):
    """A record that is to be, or was, erased: the reason is kept, not the content."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    reason = models.CharField(max_length=500)
    is_announced = models.BooleanField(
        default=False,
        db_default=False,
        help_text="its address says 410, with date and code; otherwise as if it had never been",
    )
    code = models.CharField(
        max_length=250, blank=True, default="", db_default="", help_text="kept where announced"
    )
    stage = models.CharField(max_length=7, choices=ErasureStage, default=ErasureStage.ASKED)
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField(db_default=Now(), editable=False)
    expires_at = models.DateTimeField(db_default=Now() + WAITS_FOR, editable=False)
    decided_by = models.UUIDField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    refusal = models.CharField(
        max_length=500, blank=True, default="", db_default="", help_text="why it was refused"
    )
    #: What it held when it was asked for: {"items": 3, "sounds": 4}. More is not erased by it.
    scope = models.JSONField(default=dict, db_default={}, blank=True)
    #: What was erased, in numbers; and what had left the house before, and to whom.
    report = models.JSONField(default=dict, db_default={}, blank=True)
    #: Doors that have not caught up: names of `archive.erasing` finishers. Empty when all have.
    catching_up = models.JSONField(default=list, db_default=[], blank=True)

    objects = models.Manager.from_queryset(StaffQuerySet)()

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            closed_set("stage", ErasureStage, name="erasure_stage"),
            models.CheckConstraint(
                name="erasure_by_two",
                condition=models.Q(decided_by__isnull=True)
                | models.Q(stage=ErasureStage.REFUSED)
                | ~models.Q(decided_by=models.F("asked_by")),
            ),
            models.CheckConstraint(
                name="erasure_done_by_somebody",
                condition=~models.Q(stage=ErasureStage.DONE) | models.Q(decided_by__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["subject_id"],
                name="erasure_asked_once",
                condition=models.Q(stage=ErasureStage.ASKED),
            ),
        ]
        indexes = [
            models.Index(fields=["-asked_at", "-id"], name="erasure_newest"),
            models.Index(
                fields=["id"],
                name="erasure_unfinished",
                condition=models.Q(stage=ErasureStage.DONE) & ~models.Q(catching_up=[]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.subject_kind} {self.subject_id}"


class ErasedCode(models.Model):
    """That a code was borne by what was erased, so that no other record is given it: a digest.

    An old citation must not lead to another record; the code itself is kept nowhere.
    """

    kind = models.CharField(max_length=40)
    digest = models.CharField(max_length=64, help_text="SHA-256 of kind and code")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "digest"], name="erased_code_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.digest[:8]}"

    @staticmethod
    def digest_of(kind: str, code: str) -> str:
        return hashlib.sha256(f"{kind} {code}".encode()).hexdigest()

    @classmethod
    def was_borne(cls, kind: str, code: str) -> bool:
        """Tell whether something that was erased bore the code."""
        return cls.objects.filter(kind=kind, digest=cls.digest_of(kind, code)).exists()


class DoomedFile(models.Model):
    """Bytes that an erasure has still to remove: written with it, gone when they are.

    Whoever finds the row removes the bytes, so that a process that is killed leaves nothing.
    """

    erasure = models.ForeignKey(Erasure, on_delete=models.CASCADE, related_name="doomed_files")
    storage = models.CharField(max_length=20, help_text="masters, related, results, staged")
    name = models.CharField(max_length=200, help_text="made of the checksum of the content")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["erasure", "storage", "name"], name="doomed_file_once")
        ]

    def __str__(self) -> str:
        return f"{self.storage} {self.name}"
