"""Places at any level, from a continent to a well, with several parents and many names."""

from django.db import models

from archive.events import EmitsEvent
from archive.models.base import VERSION_TRIGGER, Described, Term
from archive.querysets import PlaceQuerySet
from archive.trees import edge_triggers, node_triggers


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

    kind = models.CharField(max_length=12, choices=PlaceKind, default=PlaceKind.SITE)
    latitude = models.FloatField(null=True, blank=True, help_text="degrees, WGS 84")
    longitude = models.FloatField(null=True, blank=True, help_text="degrees, WGS 84")
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
            VERSION_TRIGGER,
            *node_triggers("archive_placeclosure"),
            *EmitsEvent("place").triggers(),
        ]

    def get_absolute_url(self) -> str:
        return f"/places/{self.slug}"


class PlaceName(models.Model):
    """Another name of a place: in a language, or from another time."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=250)
    language = models.CharField(max_length=35, blank=True, help_text="BCP 47")

    class Meta:
        ordering = ["language", "name"]
        constraints = [
            models.UniqueConstraint(fields=["place", "name", "language"], name="place_name_once")
        ]
        triggers = EmitsEvent("place", subject_id="r.place_id", part_of=True).triggers()

    def __str__(self) -> str:
        return self.name


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
            *EmitsEvent("place", subject_id="r.child_id", part_of=True).triggers(),
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
