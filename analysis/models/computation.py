"""Computations: one processor over one interval of one file, done once whoever asks (D-07).

`key` is a hash of the audio's checksum, the interval, the processor, its version, its canonical
parameters and the library builds. A Pass is the queue row: one decode for a set of computations.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
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
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="whose share it is worked from",
    )
    cost_s = models.FloatField(default=0, db_default=0, help_text="CPU seconds expected")
    is_heavy = models.BooleanField(default=False, db_default=False)
    claimed_at = models.DateTimeField(null=True, help_text="the last time")
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
            ),
            models.Index(
                fields=["claimed_at"],
                include=["asked_by", "cost_s"],
                name="pass_served",
                condition=models.Q(claimed_at__isnull=False),
            ),
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
    effects = models.JSONField(
        default=list, db_default=[], help_text='[{"effect": id, "params": {…}}, …], applied first'
    )
    libraries = models.JSONField(default=dict)
    status = models.CharField(max_length=12, choices=Status, default=Status.QUEUED)
    error = models.TextField(blank=True)
    hdf5_name = models.CharField(max_length=200, blank=True, help_text="in the results storage")
    embedding = ArrayField(
        models.FloatField(), null=True, help_text="of length 1: what is near to it sounds alike"
    )
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
        indexes = [
            models.Index(fields=["file", "processor"], name="computation_of_file"),
            models.Index(
                fields=["processor_version"],
                name="computation_embedded",
                condition=models.Q(embedding__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.processor} {self.status}"


#: Rows of one output, at most: a night of calls has as many; its file holds the rest.
MOST_SPANS = 20_000


class OutputKind(models.TextChoices):
    """What sort of thing an output is."""

    VALUE = "value"
    LABEL = "label"
    VECTOR = "vector"
    FRAMES = "frames"
    EVENTS = "events"
    SEGMENTS = "segments"
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
    data = models.JSONField(
        default=dict, help_text="tile manifest, what a medium is, axis of a vector, words of labels"
    )
    content_hash = models.CharField(max_length=64, blank=True, db_index=True)
    storage_name = models.CharField(max_length=200, blank=True, help_text="tiles' folder or medium")

    class Meta:
        ordering = ["computation", "name"]
        constraints = [
            models.UniqueConstraint(fields=["computation", "name"], name="output_named_once")
        ]

    def __str__(self) -> str:
        return self.name


class Span(models.Model):
    """One event or segment of an output, as a row: the first `MOST_SPANS` of each output.

    The result file holds them all. They are part of the computation, and go with it.
    """

    id = models.BigAutoField(primary_key=True)
    output = models.ForeignKey(Output, on_delete=models.CASCADE, related_name="spans")
    position = models.PositiveIntegerField(help_text="from 0, in the order of the file")
    start_s = models.FloatField(help_text="seconds from the start of the part")
    end_s = models.FloatField(help_text="the same as the start for an event")
    label = models.CharField(max_length=250, blank=True)
    value = models.FloatField(null=True, help_text="in the output's unit")
    confidence = models.FloatField(null=True, help_text="0 to 1")

    class Meta:
        ordering = ["output", "position"]
        constraints = [
            models.UniqueConstraint(fields=["output", "position"], name="span_in_its_place"),
            models.CheckConstraint(
                condition=models.Q(end_s__gte=models.F("start_s")), name="span_ends_after_it_begins"
            ),
        ]
        indexes = [
            models.Index(
                fields=["label", "output"],
                name="span_by_label",
                condition=~models.Q(label=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.start_s:g} to {self.end_s:g} s"


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
    change = models.JSONField(
        null=True, help_text="of one superseded: what differs in what stands now, by output"
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = models.Manager.from_queryset(ResultQuerySet)()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "part", "computation"], name="result_once_per_item"
            )
        ]
        indexes = [
            models.Index(
                fields=["id"],
                name="result_change_unnoted",
                condition=models.Q(superseded_by__isnull=False, change__isnull=True),
            )
        ]
        triggers = EmitsEvent("result", item_id="r.item_id", was_public="TRUE").triggers()

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return f"/results/{self.pk}"
