"""Places at any level, from a continent to a well, with several parents and many names."""

from django.db import models

from archive.models.base import Described, Term
from archive.models.naming import TermMatch, TermName, once
from archive.querysets import PlaceQuerySet
from archive.trees import edge_triggers, node_triggers
from archive.versions import link_triggers, part_triggers, record_triggers


class PlaceKind(models.TextChoices):
    """What sort of place it is."""

    CONTINENT = "continent"
    REGION = "region"
    COUNTRY = "country"
    DIVISION = "division"
    SETTLEMENT = "settlement"
    SITE = "site"
    WATER = "water"


class Place(Term):
    """Somewhere that sound was recorded, or that holds such places. Two may share a name."""

    kind = models.CharField(
        max_length=12, choices=PlaceKind, default=PlaceKind.SITE, db_default=PlaceKind.SITE
    )
    latitude = models.FloatField(null=True, blank=True, help_text="degrees, WGS 84")
    longitude = models.FloatField(null=True, blank=True, help_text="degrees, WGS 84")
    type = models.ForeignKey(
        "archive.Concept",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="typed_places",
        help_text="of the vocabulary place-types: finer than its kind",
    )
    country_code = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1 alpha-2")

    objects = models.Manager.from_queryset(PlaceQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        constraints = [
            models.CheckConstraint(
                name="place_on_the_globe",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180
                ),
            )
        ]
        triggers = [
            *node_triggers("archive_placeclosure"),
            *record_triggers("place", cited_by="slug"),
        ]

    def get_absolute_url(self) -> str:
        return f"/places/{self.slug}"


class PlaceName(TermName):
    """Another name of a place: in a language, or from another time."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="names")

    class Meta(TermName.Meta):
        abstract = False
        constraints = [once("place", "name", "language", name="place_name_once")]
        triggers = part_triggers({"place": "archive_place"})


class PlaceEdge(models.Model):
    """One place lies directly in another."""

    parent = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="child_edges")
    child = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="parent_edges")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "child"], name="place_edge_once"),
            models.CheckConstraint(
                name="place_not_in_itself", condition=~models.Q(parent=models.F("child"))
            ),
        ]
        triggers = [
            *edge_triggers("archive_placeedge", "archive_placeclosure"),
            *link_triggers("place", "archive_place", "child_id"),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} in {self.parent_id}"


class PlaceClosure(models.Model):
    """Every place within every place, itself included. Kept by triggers, never written by hand."""

    ancestor = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="descendant_links")
    descendant = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="ancestor_links")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ancestor", "descendant"], name="place_closure_once")
        ]

    def __str__(self) -> str:
        return f"{self.descendant_id} within {self.ancestor_id}"


class PlaceMatch(TermMatch):
    """The place in another authority's list."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="matches")

    class Meta(TermMatch.Meta):
        abstract = False
        constraints = [once("place", "iri", name="place_match_once")]
        triggers = part_triggers({"place": "archive_place"})
