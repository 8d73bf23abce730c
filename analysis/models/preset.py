"""Recipes: which processors, with which parameters, under a name that people choose from.

A preset is a list of processors; an experience puts presets, processors and other experiences in an
order. What was used once (by a run, or within an experience) does not change any more: a change
makes a new version beside it, and `content_hash` says which one was used.
"""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from archive.access import Actor
from archive.identifiers import new_id


class RecipeQuerySet(models.QuerySet[Any]):
    """Recipes of the house and public ones are everybody's to use; others are their owner's."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_staff:
            return self
        shown = Q(owner=None) | Q(is_public=True)
        return self.filter(shown | Q(owner=actor.user_id) if actor.user_id else shown)

    def newest(self) -> Self:
        """Keep of each name the latest version alone."""
        later = self.model._default_manager.filter(
            slug=models.OuterRef("slug"), version__gt=models.OuterRef("version")
        )
        return self.filter(~models.Exists(later))

    def offered(self) -> Self:
        """Keep what people choose from: the latest versions that nobody set aside."""
        return self.newest().filter(is_retired=False)


class Recipe(models.Model):
    """What presets and experiences have in common."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(max_length=60)
    version = models.PositiveIntegerField(default=1, db_default=1)
    name = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="NULL: of the house",
    )
    is_public = models.BooleanField(default=False, db_default=False)
    is_retired = models.BooleanField(
        default=False, db_default=False, help_text="set aside: offered no more, still cited by runs"
    )
    content_hash = models.CharField(max_length=64, blank=True, default="", db_default="")
    frozen_at = models.DateTimeField(
        null=True, help_text="since it was used: a change makes another version"
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = models.Manager.from_queryset(RecipeQuerySet)()

    class Meta:
        abstract = True
        ordering = ["slug", "-version"]

    def __str__(self) -> str:
        return f"{self.slug} {self.version}"


class Preset(Recipe):
    """A named list of processors."""

    nodes = models.JSONField(help_text='[{"processor": id, "params": {…}}, …]')

    class Meta(Recipe.Meta):
        constraints = [models.UniqueConstraint(fields=["slug", "version"], name="preset_version")]


class Experience(Recipe):
    """Presets, processors and experiences in an order: what a run goes through in one decode."""

    steps = models.JSONField(
        help_text='[{"preset" or "experience": id, "slug", "version", "hash"} | {"processor"}, …]'
    )
    nodes = models.JSONField(help_text="what it comes to, as a preset has it")

    class Meta(Recipe.Meta):
        constraints = [
            models.UniqueConstraint(fields=["slug", "version"], name="experience_version")
        ]
