"""Agents: the people, groups and bodies behind recordings and records."""

from django.db import models

from archive.events import EmitsEvent
from archive.models.base import VERSION_TRIGGER, Described, Term
from archive.querysets import AgentQuerySet


class AgentKind(models.TextChoices):
    """What sort of agent it is."""

    PERSON = "person"
    GROUP = "group"
    BODY = "body"


class Agent(Term):
    """A person, a group or a corporate body."""

    kind = models.CharField(max_length=8, choices=AgentKind, default=AgentKind.PERSON)

    objects = models.Manager.from_queryset(AgentQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        triggers = [VERSION_TRIGGER, *EmitsEvent("agent").triggers()]

    def get_absolute_url(self) -> str:
        return f"/agents/{self.slug}"
