"""Holders: the institutions whose holdings one site describes."""

from django.db import models

from archive.models.agent import Agent
from archive.models.base import Described
from archive.models.place import Place
from archive.querysets import HolderQuerySet
from archive.versions import record_triggers


class Holder(Described):
    """An institution that keeps what is described; several may share a site."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=250)
    translations = models.JSONField(default=dict, db_default={}, blank=True)
    description = models.TextField(blank=True, default="", db_default="")
    agent = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="holdings"
    )
    country = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="holders"
    )
    address = models.TextField(blank=True, default="", db_default="")
    email = models.EmailField(
        blank=True, default="", db_default="", help_text="whom to ask about access"
    )
    web_page = models.URLField(max_length=500, blank=True, default="", db_default="")
    provider = models.CharField(
        max_length=250,
        blank=True,
        default="",
        db_default="",
        help_text="who delivers its records to aggregators (EDM)",
    )
    default_licence = models.CharField(max_length=250, blank=True, default="", db_default="")
    default_record_licence = models.CharField(max_length=250, blank=True, default="", db_default="")
    code_policy = models.ForeignKey(
        "archive.CodePolicy",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="holders",
        help_text="what its collections' codes look like",
    )

    objects = models.Manager.from_queryset(HolderQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        triggers = record_triggers("holder", cited_by="slug")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/holders/{self.slug}"
