"""Populations: the groups whose music or speech an item holds, under the names they use."""

from django.db import models

from archive.events import EmitsEvent
from archive.models.base import VERSION_TRIGGER, Described, Term
from archive.querysets import PopulationQuerySet


class Population(Term):
    """An ethnic or social group. A subject of records, never a claim about a person."""

    objects = models.Manager.from_queryset(PopulationQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        triggers = [VERSION_TRIGGER, *EmitsEvent("population").triggers()]

    def get_absolute_url(self) -> str:
        return f"/groups/{self.slug}"


class PopulationName(models.Model):
    """Another name of a group, autonyms included."""

    population = models.ForeignKey(Population, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=250)
    language = models.CharField(max_length=35, blank=True, help_text="BCP 47")

    class Meta:
        ordering = ["language", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["population", "name", "language"], name="population_name_once"
            )
        ]
        triggers = EmitsEvent("population", subject_id="r.population_id", part_of=True).triggers()

    def __str__(self) -> str:
        return self.name
