"""Controlled vocabularies, SKOS-shaped: schemes, and the concepts in them.

All of Telemeta's enumerations are schemes (archive/vocabularies.py lists which, and what uses
them); an archive adds its own as data.
"""

from django.db import models

from archive.models.base import Described, Term
from archive.models.naming import TermMatch, TermName, once
from archive.querysets import ConceptQuerySet, SchemeQuerySet
from archive.trees import edge_triggers, node_triggers
from archive.versions import link_triggers, part_triggers, record_triggers


class Scheme(Described):
    """A vocabulary: concepts that answer one question."""

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=250)
    description = models.TextField(blank=True, default="", db_default="")
    translations = models.JSONField(default=dict, db_default={}, blank=True)
    source = models.URLField(
        max_length=500, blank=True, default="", db_default="", help_text="where it was taken from"
    )
    is_listed = models.BooleanField(
        default=True, db_default=True, help_text="shown among the public vocabularies"
    )
    is_closed = models.BooleanField(
        default=False, db_default=False, help_text="only administrators add to it"
    )

    objects = models.Manager.from_queryset(SchemeQuerySet)()

    class Meta(Described.Meta):
        ordering = ["slug"]
        triggers = record_triggers("scheme", cited_by="slug")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/vocabularies/{self.slug}"


class Concept(Term):
    """One value of a vocabulary; its slug is its address below the scheme's."""

    slug = models.SlugField(max_length=120)
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="concepts")
    notation = models.CharField(max_length=60, blank=True, default="", db_default="")

    objects = models.Manager.from_queryset(ConceptQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug", "id"]
        constraints = [once("scheme", "slug", name="concept_slug_once")]
        indexes = [models.Index(fields=["scheme", "name", "id"], name="concept_by_name")]
        triggers = [
            *node_triggers("archive_conceptclosure"),
            *record_triggers("concept", cited_by="slug", cited_within="scheme_id"),
        ]

    def get_absolute_url(self) -> str:
        return f"{self.scheme.get_absolute_url()}/{self.slug}"


class ConceptName(TermName):
    """Another label of a concept."""

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="names")

    class Meta(TermName.Meta):
        abstract = False
        constraints = [once("concept", "name", "language", name="concept_name_once")]
        triggers = part_triggers({"concept": "archive_concept"})


class ConceptEdge(models.Model):
    """One stands directly under another; several parents are possible."""

    parent = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="child_edges")
    child = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="parent_edges")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "child"], name="concept_edge_once"),
            models.CheckConstraint(
                name="concept_not_of_itself", condition=~models.Q(parent=models.F("child"))
            ),
        ]
        triggers = [
            *edge_triggers("archive_conceptedge", "archive_conceptclosure"),
            *link_triggers("concept", "archive_concept", "child_id"),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} of {self.parent_id}"


class ConceptClosure(models.Model):
    """Every one under every other, itself included. Kept by triggers."""

    ancestor = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="descendant_links")
    descendant = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="ancestor_links")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ancestor", "descendant"], name="concept_closure_once")
        ]

    def __str__(self) -> str:
        return f"{self.descendant_id} under {self.ancestor_id}"


class ConceptMatch(TermMatch):
    """The concept in another authority's list."""

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="matches")

    class Meta(TermMatch.Meta):
        abstract = False
        constraints = [once("concept", "iri", name="concept_match_once")]
        triggers = part_triggers({"concept": "archive_concept"})
