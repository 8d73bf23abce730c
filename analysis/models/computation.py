"""Computations: one processor over one interval of one file, done once whoever asks (D-07).

`key` is a hash of the audio's checksum, the interval, the processor, its version, its canonical
parameters and the library builds. A Pass is the queue row: one decode for a set of computations.
"""

from django.db import models
from django.db.models.functions import Now

from analysis.models.status import Status
from analysis.querysets import ResultQuerySet
from archive.events import EmitsEvent
from archive.identifiers import new_id
from archive.models import File


class Pass(models.Model):
    """One decode of one interval of one file: what a worker claims, under a lease."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="passes")
    start_frame = models.BigIntegerField(default=0)
    end_frame = models.BigIntegerField(null=True)
    silent = models.JSONField(default=list, db_default=[], help_text="[[start, end), …] in frames")
    status = models.CharField(max_length=12, choices=Status, default=Status.QUEUED)
    priority = models.SmallIntegerField(default=0, help_text="lower goes first")
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(db_default=Now())
    lease_token = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    worker = models.CharField(max_length=200, blank=True)
    progress = models.FloatField(default=0, help_text="0 to 1")
    stage = models.CharField(max_length=40, blank=True)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "passes"
        indexes = [
            models.Index(
                fields=["priority", "id"],
                name="pass_claimable",
                condition=models.Q(status__in=["queued", "running"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.status}"


class Computation(models.Model):
    """What is shared: asked twice, computed once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=64)
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="computations")
    start_frame = models.BigIntegerField(default=0)
    end_frame = models.BigIntegerField(null=True)
    silent = models.JSONField(default=list, db_default=[], help_text="[[start, end), …] in frames")
    processor = models.CharField(max_length=80)
    processor_version = models.CharField(max_length=40)
    params = models.JSONField(default=dict)
    libraries = models.JSONField(default=dict)
    status = models.CharField(max_length=12, choices=Status, default=Status.QUEUED)
    error = models.TextField(blank=True)
    hdf5_name = models.CharField(max_length=200, blank=True, help_text="in the results storage")
    worked_in = models.ForeignKey(
        Pass, null=True, on_delete=models.SET_NULL, related_name="computations"
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            # What failed or was cancelled does not block asking again.
            models.UniqueConstraint(
                fields=["key"],
                name="computed_once",
                condition=models.Q(status__in=["queued", "running", "done"]),
            )
        ]
        indexes = [models.Index(fields=["file", "processor"], name="computation_of_file")]

    def __str__(self) -> str:
        return f"{self.processor} {self.status}"


class OutputKind(models.TextChoices):
    """What sort of thing an output is."""

    VALUE = "value"
    LABEL = "label"
    FRAMES = "frames"
    TILES = "tiles"
    MEDIA = "media"


class Output(models.Model):
    """One named output of a computation."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    computation = models.ForeignKey(Computation, on_delete=models.CASCADE, related_name="outputs")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=8, choices=OutputKind)
    value = models.FloatField(null=True, help_text="NULL where it is not a number, as in silence")
    label = models.CharField(max_length=250, blank=True)
    unit = models.CharField(max_length=20, blank=True)
    hdf5_path = models.CharField(max_length=200, blank=True)
    shape = models.JSONField(default=list)
    dtype = models.CharField(max_length=20, blank=True)
    t0_s = models.FloatField(null=True, help_text="seconds: the first frame's centre")
    period_s = models.FloatField(null=True, help_text="seconds between frames")
    data = models.JSONField(default=dict, help_text="tile manifest, or what a medium is")
    content_hash = models.CharField(max_length=64, blank=True, db_index=True)
    storage_name = models.CharField(max_length=200, blank=True, help_text="tiles' folder or medium")

    class Meta:
        ordering = ["computation", "name"]
        constraints = [
            models.UniqueConstraint(fields=["computation", "name"], name="output_named_once")
        ]

    def __str__(self) -> str:
        return self.name


class Result(models.Model):
    """A computation as one item shows it: results are read only through an item."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey("archive.Item", on_delete=models.CASCADE, related_name="results")
    part = models.ForeignKey("archive.Part", on_delete=models.CASCADE, related_name="results")
    computation = models.ForeignKey(Computation, on_delete=models.PROTECT, related_name="results")
    withheld_key = models.TextField(
        blank=True,
        default="",
        db_default="",
        help_text="under which it was made silent: archive/withholding.py",
    )
    superseded_by = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="supersedes"
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = models.Manager.from_queryset(ResultQuerySet)()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "part", "computation"], name="result_once_per_item"
            )
        ]
        triggers = EmitsEvent("result", item_id="r.item_id", was_public="TRUE").triggers()

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return f"/results/{self.pk}"
