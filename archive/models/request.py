"""What people ask of the archive, with an account or without, and what they are told."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from archive.history import keeps_history
from archive.identifiers import new_id
from archive.models.base import closed_set
from archive.models.grant import Gives, Grant
from archive.permits import NoticeQuerySet, RequestQuerySet


class Wish(models.TextChoices):
    """What is asked for."""

    ACCESS = "access", "to read, hear or take away what is closed"
    ACCOUNT = "account", "an account"
    CORRECTION = "correction", "that the description says something else"
    NAMING = "naming", "that somebody be named, or not"
    WITHDRAWAL = "withdrawal", "that it be shown no longer"


class Stage(models.TextChoices):
    """How far a request has come."""

    OPEN = "open", "nobody has decided yet"
    APPROVED = "approved", "what was asked for was done"
    REFUSED = "refused", "it was not done, and why was said"
    TAKEN_BACK = "taken_back", "who asked does not ask any more"


class Request(models.Model):
    """One request, from its first words to its answer."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    wish = models.CharField(max_length=10, choices=Wish)
    #: What it is about; a request about what one may not find is kept, and learns nothing.
    subject_kind = models.CharField(max_length=40, blank=True, default="", db_default="")
    subject_id = models.UUIDField(null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="requests",
    )
    name = models.CharField(max_length=250, blank=True, default="", db_default="")
    email = models.EmailField(blank=True, default="", db_default="")
    words = models.TextField(help_text="what is asked, and why")
    gives = models.CharField(
        max_length=8, choices=Gives, blank=True, default="", db_default="", help_text="of access"
    )
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.OPEN)
    answer = models.TextField(blank=True, default="", db_default="", help_text="told to who asked")
    decided_by = models.UUIDField(null=True, blank=True, editable=False)
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    grant = models.ForeignKey(
        Grant, null=True, blank=True, on_delete=models.SET_NULL, related_name="requests"
    )
    #: Of the secret that lets somebody without an account read the answer.
    digest = models.CharField(max_length=64, blank=True, default="", db_default="", editable=False)
    #: When its answer was sent to `email`, to who has no account.
    told_at = models.DateTimeField(null=True, blank=True, editable=False)
    asked_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = models.Manager.from_queryset(RequestQuerySet)()

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            closed_set("wish", Wish, name="request_wish"),
            closed_set("stage", Stage, name="request_stage"),
        ]
        indexes = [models.Index(fields=["stage", "-asked_at"], name="request_by_stage")]
        triggers = keeps_history({"request": "id"})

    def __str__(self) -> str:
        return f"{self.wish} {self.stage}"


class Notice(models.Model):
    """A line on somebody's desk: what has happened that concerns them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    about = models.CharField(max_length=40, help_text="which sentence: request.approved and so on")
    subject_kind = models.CharField(max_length=40, blank=True, default="", db_default="")
    subject_id = models.UUIDField(null=True, blank=True)
    data = models.JSONField(default=dict, db_default={}, blank=True)
    at = models.DateTimeField(db_default=Now(), editable=False)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = models.Manager.from_queryset(NoticeQuerySet)()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["user", "-at"], name="notice_of_user")]

    def __str__(self) -> str:
        return f"{self.about} to {self.user_id}"
