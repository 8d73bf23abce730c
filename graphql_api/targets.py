"""What a run is over: items by their ids, or those that a filter finds."""

from typing import Any
from uuid import UUID

from django.conf import settings

from archive.access import Act, Actor
from archive.models import Item
from graphql_api.errors import Code, Refused
from graphql_api.filters.item import matching
from graphql_api.ids import uuid_of
from graphql_api.inputs.run import RunOver


def recipe_in(given: RunOver) -> dict[str, Any]:
    """Return what is to be run, in the words of the service."""
    key = None if given.experience is None else uuid_of(given.experience, "Experience")
    changes = [change.said() for change in given.parameters or ()]
    return {"preset": given.preset, "experience": key, "changes": changes}


def items_over(given: RunOver, actor: Actor) -> list[UUID]:
    """Return the items that an input names; of a filter those that the actor may work on.

    Of what a filter finds one more is returned than a run may have, so that it is refused.

    Raises
    ------
    Refused : both are given, or neither.
    """
    if (given.items is None) == (given.over is None):
        raise Refused(Code.BAD_INPUT, "Say which items by `items` or by `over`, and not by both.")
    if given.items is not None:
        return [uuid_of(text, "Item") for text in given.items]
    found = Item.objects.visible_to(actor).allowing(actor, Act.EDIT)
    rows = found.filter(matching(given.over, actor)).order_by("pk").values_list("pk", flat=True)
    return list(rows[: settings.MAX_RUN_ITEMS + 1])
