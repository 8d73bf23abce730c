"""Where a run, one of its items, a computation or a pass stands."""

from django.db import models


class Status(models.TextChoices):
    """queued -> running -> done | failed | cancelled | quarantined.

    Items of runs, and runs, may besides be partial; an item whose results were all there is reused.
    """

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    QUARANTINED = "quarantined"
    PARTIAL = "partial"
    REUSED = "reused"


class Priority(models.IntegerChoices):
    """Who goes first; the lower number. Within one, who has had least goes first (fair share)."""

    INTERACTIVE = -10
    NORMAL = 0
    BULK = 10


#: Everything that was asked is there.
WELL = (Status.DONE, Status.REUSED)
#: Something that was asked is not there, and may be tried again.
WANTING = (Status.FAILED, Status.CANCELLED, Status.QUARANTINED, Status.PARTIAL)
FINAL = frozenset({*WELL, *WANTING})
