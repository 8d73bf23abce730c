"""Instruments, classified; and the names that people who play them give them."""

from django.db import models

from archive.models.base import Described, Term
from archive.models.naming import TermMatch, TermName, once
from archive.querysets import InstrumentQuerySet
from archive.trees import edge_triggers, node_triggers
from archive.versions import link_triggers, part_triggers, record_triggers


class Instrument(Term):
    """A kind of instrument, with its Hornbostel-Sachs number where it is known."""

    hornbostel_sachs = models.CharField(max_length=60, blank=True)

    objects = models.Manager.from_queryset(InstrumentQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        triggers = [
            *node_triggers("archive_instrumentclosure"),
            *record_triggers("instrument", cited_by="slug"),
        ]

    def get_absolute_url(self) -> str:
        return f"/instruments/{self.slug}"


class VernacularName(models.Model):
    """What an instrument is called where it is played. Never translated."""

    instrument = models.ForeignKey(
        Instrument, on_delete=models.CASCADE, related_name="vernacular_names"
    )
    name = models.CharField(max_length=250)
    language = models.CharField(max_length=35, blank=True, help_text="BCP 47")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "name", "language"], name="vernacular_name_once"
            )
        ]
        triggers = part_triggers({"instrument": "archive_instrument"})

    def __str__(self) -> str:
        return self.name


class InstrumentEdge(models.Model):
    """One instrument is a kind of another."""

    parent = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="child_edges")
    child = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="parent_edges")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "child"], name="instrument_edge_once"),
            models.CheckConstraint(
                name="instrument_not_of_itself", condition=~models.Q(parent=models.F("child"))
            ),
        ]
        triggers = [
            *edge_triggers("archive_instrumentedge", "archive_instrumentclosure"),
            *link_triggers("instrument", "archive_instrument", "child_id"),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} of {self.parent_id}"


class InstrumentClosure(models.Model):
    """Every instrument under every other, itself included. Kept by triggers."""

    ancestor = models.ForeignKey(
        Instrument, on_delete=models.CASCADE, related_name="descendant_links"
    )
    descendant = models.ForeignKey(
        Instrument, on_delete=models.CASCADE, related_name="ancestor_links"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ancestor", "descendant"], name="instrument_closure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.descendant_id} under {self.ancestor_id}"


class InstrumentName(TermName):
    """The instrument's name in a language of scholarship; see also VernacularName."""

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="names")

    class Meta(TermName.Meta):
        abstract = False
        constraints = [once("instrument", "name", "language", name="instrument_name_once")]
        triggers = part_triggers({"instrument": "archive_instrument"})


class InstrumentMatch(TermMatch):
    """The instrument in another authority's list."""

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="matches")

    class Meta(TermMatch.Meta):
        abstract = False
        constraints = [once("instrument", "iri", name="instrument_match_once")]
        triggers = part_triggers({"instrument": "archive_instrument"})
