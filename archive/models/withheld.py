"""Stretches of an item that are withheld.

Silent in all that leaves the house, whole in the master.
"""

from django.db import models

from archive.identifiers import new_id
from archive.models.item import PART_OF_ITEM, Item
from archive.withholding_triggers import key_triggers


class WithheldRange(models.Model):
    """From so many seconds to so many on the item's timeline, for a reason that is shown."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="withheld")
    start_s = models.FloatField(help_text="seconds, within")
    end_s = models.FloatField(help_text="seconds, not within any more")
    reason = models.CharField(
        max_length=500, blank=True, default="", db_default="", help_text="shown to everybody"
    )

    class Meta:
        ordering = ["item", "start_s", "id"]
        constraints = [
            models.CheckConstraint(
                name="withheld_in_order",
                condition=models.Q(start_s__gte=0) & models.Q(end_s__gt=models.F("start_s")),
            )
        ]
        triggers = [*PART_OF_ITEM, *key_triggers()]

    def __str__(self) -> str:
        return f"{self.item_id} {self.start_s} to {self.end_s}"
