"""Agents: the people, groups and bodies behind recordings and records."""

from django.db import models

from archive.models.base import Described, Term
from archive.models.naming import TermMatch, TermName, once
from archive.querysets import AgentQuerySet
from archive.versions import part_triggers, record_triggers


class AgentKind(models.TextChoices):
    """What sort of agent it is."""

    PERSON = "person"
    GROUP = "group"
    BODY = "body"


class Agent(Term):
    """A person, a group or a corporate body."""

    kind = models.CharField(
        max_length=8, choices=AgentKind, default=AgentKind.PERSON, db_default=AgentKind.PERSON
    )
    lived = models.CharField(
        max_length=120,
        blank=True,
        default="",
        db_default="",
        help_text="EDTF interval: birth to death, or founding to end",
    )
    image = models.URLField(
        max_length=500, blank=True, default="", db_default="", help_text="a portrait or emblem"
    )
    image_credit = models.CharField(max_length=250, blank=True, default="", db_default="")
    web_page = models.URLField(max_length=500, blank=True, default="", db_default="")

    objects = models.Manager.from_queryset(AgentQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        triggers = record_triggers("agent", cited_by="slug")

    def get_absolute_url(self) -> str:
        return f"/agents/{self.slug}"


class AgentName(TermName):
    """A variant or transliterated name of an agent."""

    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="names")

    class Meta(TermName.Meta):
        abstract = False
        constraints = [once("agent", "name", "language", name="agent_name_once")]
        triggers = part_triggers({"agent": "archive_agent"})


class AgentMatch(TermMatch):
    """The agent in another authority's list."""

    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="matches")

    class Meta(TermMatch.Meta):
        abstract = False
        constraints = [once("agent", "iri", name="agent_match_once")]
        triggers = part_triggers({"agent": "archive_agent"})
