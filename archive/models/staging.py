"""What was uploaded and is not attached to a record yet."""

from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from archive.access import Actor
from archive.identifiers import new_id

#: How long it is kept for who uploaded it.
KEPT_FOR = timedelta(hours=24)


class StagedUploadQuerySet(models.QuerySet[Any]):
    """Everybody sees their own, while they are kept."""

    def visible_to(self, actor: Actor) -> Self:
        if not (actor.is_staff or actor.is_editor) or actor.user_id is None:
            return self.none()
        return self.filter(user=actor.user_id, expires_at__gt=Now())


class StagedUpload(models.Model):
    """A file that has come in, and what its beginning says it is. No record: it has no history.

    The bytes lie in a storage of their own until they are attached, discarded or swept.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="staged_uploads"
    )
    sha256 = models.CharField(max_length=64)
    byte_size = models.BigIntegerField()
    storage_name = models.CharField(max_length=200)
    original_name = models.CharField(max_length=255, blank=True, default="", db_default="")
    mime_type = models.CharField(max_length=100)
    format = models.CharField(max_length=40, help_text="container, such as wav")
    codec = models.CharField(max_length=40, blank=True, default="", db_default="")
    sample_rate = models.PositiveIntegerField(null=True, blank=True, help_text="Hz")
    channels = models.PositiveSmallIntegerField(null=True, blank=True)
    bit_depth = models.PositiveSmallIntegerField(null=True, blank=True)
    duration_s = models.FloatField(null=True, blank=True, help_text="seconds, as its header says")
    judged_at = models.DateTimeField(
        null=True, blank=True, help_text="when the whole of it had been read"
    )
    frame_count = models.BigIntegerField(null=True, blank=True, help_text="samples per channel")
    integrity = models.CharField(max_length=8, blank=True, default="", db_default="")
    integrity_note = models.CharField(max_length=500, blank=True, default="", db_default="")
    refusal = models.CharField(
        max_length=500, blank=True, default="", db_default="", help_text="why it is no sound"
    )
    staged_at = models.DateTimeField(db_default=Now(), editable=False)
    expires_at = models.DateTimeField(db_default=Now() + KEPT_FOR, editable=False)

    objects = models.Manager.from_queryset(StagedUploadQuerySet)()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["user", "id"], name="staged_upload_of_user"),
            models.Index(fields=["expires_at"], name="staged_upload_expires"),
            models.Index(fields=["storage_name"], name="staged_upload_bytes"),
        ]
        constraints = [
            models.CheckConstraint(
                name="staged_upload_sha256_is_hex",
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
            )
        ]

    def __str__(self) -> str:
        return self.original_name or self.sha256
