"""Performances: which instruments sound in an item, how many, under which name, by whom."""

from django.db import models

from archive.events import EmitsEvent
from archive.identifiers import new_id
from archive.models.instrument import Instrument, VernacularName
from archive.models.item import Item


class Performance(models.Model):
    """One instrument's part in an item."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="performances")
    position = models.PositiveSmallIntegerField(default=1)
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
    musicians = models.CharField(max_length=500, blank=True, help_text="For staff.")

    class Meta:
        ordering = ["item", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="performance_position_once")
        ]
        triggers = EmitsEvent(
            "item", subject_id="r.item_id", item_id="r.item_id", part_of=True
        ).triggers()

    def __str__(self) -> str:
        return f"{self.item_id} {self.position}"
