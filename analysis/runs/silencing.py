"""Where stretches of a sound are withheld, what is given out of it is made anew without them."""

from uuid import UUID

from django.db.models import Exists, F, OuterRef

from analysis.models import Result, RunItemComputation
from analysis.runs.services import start_run
from archive.access import HOUSE
from archive.models import Item, Part

#: So many items are asked for at once.
_BATCH = 100


def unsilenced_items() -> list[UUID]:
    """Return items of which something is withheld, that were analysed, and not yet without it.

    What was asked once under the key as it is now is not asked again: it is there, on its way, or
    failed and told so.
    """
    asked = RunItemComputation.objects.filter(
        run_item__item=OuterRef("pk"), withheld_key=F("run_item__item__withheld_key")
    )
    rows = Item.objects.exclude(withheld_key="").filter(
        Exists(Part.objects.filter(item=OuterRef("pk"))),
        Exists(Result.objects.filter(item=OuterRef("pk"), withheld_key="")),
        ~Exists(asked),
    )
    return list(rows.order_by("pk").values_list("pk", flat=True)[:_BATCH])


def silence() -> int:
    """Ask for what is missing; return for how many items."""
    items = unsilenced_items()
    if items:
        start_run(actor=HOUSE, items=items)
    return len(items)
