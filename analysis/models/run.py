"""Runs: what one person asked, item by item. Never shared between people."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from analysis.models.computation import Computation
from analysis.models.preset import Experience
from analysis.models.status import Priority, Status
from analysis.querysets import RunItemQuerySet, RunQuerySet
from archive.events import EmitsEvent
from archive.identifiers import new_id
from archive.models import Item

_STATE = """jsonb_build_object('status', r.status, 'progress', r.progress, 'stage', r.stage,
    'soundS', r.sound_s, 'doneS', r.done_s, 'speed', r.speed, 'etaS', r.eta_s)"""


class Run(models.Model):
    """One request: a preset over a selection of items."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="runs",
    )
    preset = models.CharField(max_length=60)
    preset_version = models.PositiveIntegerField(default=1, db_default=1)
    experience = models.ForeignKey(
        Experience, null=True, on_delete=models.SET_NULL, related_name="runs"
    )
    recipe_hash = models.CharField(
        max_length=64, blank=True, default="", db_default="", help_text="of what it holds"
    )
    nodes = models.JSONField(help_text="What the preset held when it was asked.")
    status = models.CharField(max_length=12, choices=Status, default=Status.QUEUED)
    priority = models.SmallIntegerField(choices=Priority, default=Priority.NORMAL, db_default=0)
    charged_s = models.FloatField(
        default=0, db_default=0, help_text="seconds of sound that count towards the quota"
    )
    progress = models.FloatField(default=0, help_text="0 to 1")
    stage = models.CharField(max_length=40, blank=True)
    error = models.TextField(blank=True, help_text="How many items are not done, in a sentence.")
    sound_s = models.FloatField(default=0, help_text="seconds of sound that had to be analysed")
    done_s = models.FloatField(default=0, help_text="seconds of it done")
    speed = models.FloatField(null=True, help_text="seconds of sound per second")
    eta_s = models.FloatField(null=True, help_text="seconds until it ends, at this speed")
    origin = models.CharField(
        max_length=200,
        blank=True,
        default="",
        db_default="",
        help_text="where its results were made, if not here: a bundle, and when it was run",
    )
    idempotency_key = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    started_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True, help_text="progress was last written")
    finished_at = models.DateTimeField(null=True)

    objects = models.Manager.from_queryset(RunQuerySet)()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["requested_by", "idempotency_key"],
                name="run_asked_once",
                condition=~models.Q(idempotency_key=""),
            )
        ]
        triggers = EmitsEvent("run", data=_STATE).triggers()

    def __str__(self) -> str:
        return f"{self.pk} {self.status}"

    def get_absolute_url(self) -> str:
        return f"/runs/{self.pk}"


class RunItem(models.Model):
    """One item in a run, and where it stands."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="run_items")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="run_items")
    status = models.CharField(max_length=12, choices=Status, default=Status.QUEUED)
    progress = models.FloatField(default=0, help_text="0 to 1")
    stage = models.CharField(max_length=40, blank=True)
    error = models.TextField(blank=True)
    sound_s = models.FloatField(default=0, help_text="seconds of its sound to be analysed")
    tries = models.PositiveSmallIntegerField(default=1, db_default=1)
    earlier = models.JSONField(
        default=list,
        db_default=[],
        help_text='how earlier tries ended: [{"status", "error", "at", "reason"}, …]',
    )
    finished_at = models.DateTimeField(null=True)

    objects = models.Manager.from_queryset(RunItemQuerySet)()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "item"], name="item_once_per_run")]

    def __str__(self) -> str:
        return f"{self.run_id} {self.item_id} {self.status}"


class RunItemComputation(models.Model):
    """What a run's item waits for or reuses."""

    run_item = models.ForeignKey(RunItem, on_delete=models.CASCADE, related_name="needs")
    part = models.ForeignKey("archive.Part", on_delete=models.CASCADE, related_name="+")
    computation = models.ForeignKey(Computation, on_delete=models.CASCADE, related_name="wanted_by")
    withheld_key = models.TextField(blank=True, default="", db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run_item", "part", "computation"], name="computation_once_per_run_item"
            )
        ]

    def __str__(self) -> str:
        return f"{self.run_item_id} {self.computation_id}"
