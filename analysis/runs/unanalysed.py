"""Which items have sound that the default preset has not been run over."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from analysis.core.wire import to_json
from analysis.models import Result
from analysis.runs.presets import DEFAULT, recipes_of
from archive.models import Item, Part


def unanalysed_items(preset: str = DEFAULT) -> list[UUID]:
    """Return items of which a part lacks a result of a processor of the preset, as installed.

    What was tried and failed lacks its result, and is tried again.
    """
    lacking = Q()
    for recipe in recipes_of(preset):
        there = Result.objects.filter(
            part=OuterRef("pk"),
            computation__processor=recipe.processor,
            computation__processor_version=recipe.version,
            computation__effects=to_json(recipe.effects),
        )
        lacking |= Q(~Exists(there))
    parts = Part.objects.filter(lacking, item=OuterRef("pk"))
    return list(Item.objects.filter(Exists(parts)).order_by("pk").values_list("pk", flat=True))
