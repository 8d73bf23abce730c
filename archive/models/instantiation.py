"""Files, and the parts of them that an item consists of.

The master is kept as it came, read-only, under the checksum of its bytes. One file may serve
several items (a tape side), one item several files (side A and B): access acts on the part.
"""

from django.db import models
from django.db.models.functions import Now

from archive.events import EmitsEvent
from archive.history import keeps_history
from archive.identifiers import new_id
from archive.models.item import PART_OF_ITEM, Item
from archive.withholding_triggers import key_triggers


class Integrity(models.TextChoices):
    """What could be read of a file."""

    OK = "ok", "read to its end"
    PARTIAL = "partial", "damaged: what could be read is kept"


class File(models.Model):
    """A master: bytes that never change, and what they are."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sha256 = models.CharField(max_length=64, unique=True)
    byte_size = models.BigIntegerField()
    storage_name = models.CharField(max_length=200)
    mime_type = models.CharField(max_length=100)
    format = models.CharField(max_length=40, help_text="container, such as WAV")
    codec = models.CharField(max_length=40, blank=True)
    sample_rate = models.PositiveIntegerField(null=True, help_text="Hz")
    channels = models.PositiveSmallIntegerField(null=True)
    bit_depth = models.PositiveSmallIntegerField(null=True)
    frame_count = models.BigIntegerField(null=True, help_text="samples per channel")
    duration_s = models.FloatField(null=True, help_text="seconds")
    integrity = models.CharField(max_length=8, choices=Integrity, default=Integrity.OK)
    integrity_note = models.CharField(max_length=500, blank=True)
    deposited_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="file_sha256_is_hex", condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$")
            )
        ]
        triggers = [*EmitsEvent("file").triggers(), *keeps_history({"file": "id"})]

    def __str__(self) -> str:
        return self.sha256


class Part(models.Model):
    """A stretch of a file on an item's timeline. Without start and end it is the whole file."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="parts")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="parts")
    position = models.PositiveSmallIntegerField(default=1, db_default=1)
    start_frame = models.BigIntegerField(default=0)
    end_frame = models.BigIntegerField(null=True, blank=True, help_text="NULL: to the end")
    stem = models.PositiveSmallIntegerField(
        default=0,
        db_default=0,
        help_text="0 is what is heard first; others run beside it on the same timeline",
    )
    label = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="side A, voice, drums"
    )
    starts_at_s = models.FloatField(
        null=True, blank=True, help_text="seconds on the timeline; NULL follows the part before it"
    )
    licence = models.CharField(
        max_length=250,
        blank=True,
        default="",
        db_default="",
        help_text="of this file, where it is not its item's",
    )
    original_name = models.CharField(
        max_length=255, blank=True, help_text="The file's name as it came, for this item alone."
    )

    class Meta:
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="part_position_once"),
            models.CheckConstraint(
                name="part_in_order",
                condition=models.Q(start_frame__gte=0)
                & (
                    models.Q(end_frame__isnull=True)
                    | models.Q(end_frame__gt=models.F("start_frame"))
                ),
            ),
            models.CheckConstraint(
                name="part_starts_in_time",
                condition=models.Q(starts_at_s__isnull=True) | models.Q(starts_at_s__gte=0),
            ),
        ]
        triggers = [*PART_OF_ITEM, *key_triggers()]

    def __str__(self) -> str:
        return f"{self.item_id} part {self.position}"

    @property
    def is_whole_file(self) -> bool:
        """Whether serving the file serves this part and nothing else."""
        return self.start_frame == 0 and self.end_frame in {None, self.file.frame_count}
