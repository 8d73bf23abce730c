"""Where a run, one of its items, a computation or a pass stands."""

from django.db import models


class Status(models.TextChoices):
    """queued -> running -> done | failed | cancelled | quarantined."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    QUARANTINED = "quarantined"


FINAL = frozenset({Status.DONE, Status.FAILED, Status.CANCELLED, Status.QUARANTINED})
