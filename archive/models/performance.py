"""Performances: which instruments sound in an item, how many, under which name, by whom."""

from django.db import models

from archive.access import Audience
from archive.identifiers import new_id
from archive.models.agent import Agent
from archive.models.base import closed_set
from archive.models.instrument import Instrument, VernacularName
from archive.models.item import PART_OF_ITEM, Item


class Performance(models.Model):
    """One instrument's part in an item."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="performances")
    position = models.PositiveSmallIntegerField(default=1, db_default=1)
    instrument = models.ForeignKey(
        Instrument, on_delete=models.PROTECT, related_name="performances"
    )
    vernacular_name = models.ForeignKey(
        VernacularName,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="performances",
    )
    instrument_count = models.PositiveSmallIntegerField(null=True, blank=True)
    musicians = models.CharField(max_length=500, blank=True, help_text="as written; for staff")

    class Meta:
        ordering = ["item", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="performance_position_once")
        ]
        triggers = PART_OF_ITEM

    def __str__(self) -> str:
        return f"{self.item_id} {self.position}"


class PerformancePlayer(models.Model):
    """Who plays an instrument in an item. Names are for staff unless somebody decided otherwise."""

    #: The item too, so that the row belongs to its record as all parts do.
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="player_links")
    performance = models.ForeignKey(Performance, on_delete=models.CASCADE, related_name="players")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="played")
    position = models.PositiveSmallIntegerField(default=1, db_default=1)
    audience = models.CharField(
        max_length=8,
        choices=[(audience.value, audience.value) for audience in Audience],
        default=Audience.STAFF,
    )

    class Meta:
        ordering = ["performance", "position"]
        constraints = [
            models.UniqueConstraint(fields=["performance", "agent"], name="player_once"),
            closed_set("audience", Audience, name="player_audience"),
        ]
        triggers = PART_OF_ITEM

    def __str__(self) -> str:
        return f"{self.agent_id} in {self.performance_id}"
