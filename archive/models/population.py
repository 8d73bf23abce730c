"""Populations: the groups whose music or speech an item holds, under the names they use."""

from django.db import models

from archive.models.base import Described, Term
from archive.models.naming import TermMatch, TermName, once
from archive.querysets import PopulationQuerySet
from archive.trees import edge_triggers, node_triggers
from archive.versions import link_triggers, part_triggers, record_triggers


class Population(Term):
    """An ethnic or social group. A subject of records, never a claim about a person."""

    objects = models.Manager.from_queryset(PopulationQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        triggers = [
            *node_triggers("archive_populationclosure"),
            *record_triggers("population", cited_by="slug"),
        ]

    def get_absolute_url(self) -> str:
        return f"/groups/{self.slug}"


class PopulationName(TermName):
    """Another name of a group, autonyms included."""

    population = models.ForeignKey(Population, on_delete=models.CASCADE, related_name="names")

    class Meta(TermName.Meta):
        abstract = False
        constraints = [once("population", "name", "language", name="population_name_once")]
        triggers = part_triggers({"population": "archive_population"})


class PopulationEdge(models.Model):
    """One stands directly under another; several parents are possible."""

    parent = models.ForeignKey(Population, on_delete=models.CASCADE, related_name="child_edges")
    child = models.ForeignKey(Population, on_delete=models.CASCADE, related_name="parent_edges")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "child"], name="population_edge_once"),
            models.CheckConstraint(
                name="population_not_of_itself", condition=~models.Q(parent=models.F("child"))
            ),
        ]
        triggers = [
            *edge_triggers("archive_populationedge", "archive_populationclosure"),
            *link_triggers("population", "archive_population", "child_id"),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} of {self.parent_id}"


class PopulationClosure(models.Model):
    """Every one under every other, itself included. Kept by triggers."""

    ancestor = models.ForeignKey(
        Population, on_delete=models.CASCADE, related_name="descendant_links"
    )
    descendant = models.ForeignKey(
        Population, on_delete=models.CASCADE, related_name="ancestor_links"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ancestor", "descendant"], name="population_closure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.descendant_id} under {self.ancestor_id}"


class PopulationMatch(TermMatch):
    """The group in another authority's list."""

    population = models.ForeignKey(Population, on_delete=models.CASCADE, related_name="matches")

    class Meta(TermMatch.Meta):
        abstract = False
        constraints = [once("population", "iri", name="population_match_once")]
        triggers = part_triggers({"population": "archive_population"})
