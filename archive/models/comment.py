"""What people say about a record, beside it: never part of its description."""

from django.conf import settings
from django.db import models

from archive.access import Audience
from archive.models.base import Described, closed_set
from archive.permits import CommentQuerySet
from archive.versions import record_triggers


class Comment(Described):
    """A remark on a record of any kind, or an answer to one."""

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="comments",
    )
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    answers = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replies"
    )
    text = models.TextField()
    audience = models.CharField(
        max_length=8,
        choices=[(audience.value, audience.value) for audience in Audience],
        default=Audience.MEMBER,
    )
    is_removed = models.BooleanField(
        default=False, db_default=False, help_text="hidden by a curator; its answers stay"
    )
    withdrawn_at = models.DateTimeField(
        null=True, blank=True, help_text="since then its author has taken it back"
    )

    objects = models.Manager.from_queryset(CommentQuerySet)()

    class Meta(Described.Meta):
        ordering = ["created_at", "id"]
        constraints = [closed_set("audience", Audience, name="comment_audience")]
        indexes = [
            models.Index(fields=["subject_id", "created_at", "id"], name="comment_of_subject")
        ]
        triggers = record_triggers("comment")

    def __str__(self) -> str:
        return f"comment on {self.subject_kind} {self.subject_id}"
