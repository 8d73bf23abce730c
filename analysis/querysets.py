"""Where every public read of analysis begins: through an item, or as one's own run."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from archive.access import NEEDS_FULL, Act, Actor, item_rule
from archive.withholding import made_for


def result_rule(actor: Actor, act: Act, path: str = "") -> Q:
    """Return the condition under which the actor may do the act to a result.

    That of its item; and where stretches of the sound are withheld, the result must be one that
    was made without them, unless the actor edits the item.

    Parameters
    ----------
    path : lookup prefix that leads to the result; empty on Result itself.
    """
    ears = actor.ears if act in NEEDS_FULL else actor
    return item_rule(actor, act, f"{path}item__") & made_for(
        ears, f"{path}withheld_key", f"{path}item__"
    )


class ResultQuerySet(models.QuerySet[Any]):
    """Results are as open as the act that they are read for, on their item."""

    def allowing(self, actor: Actor, act: Act) -> Self:
        return self.filter(result_rule(actor, act))

    def visible_to(self, actor: Actor) -> Self:
        """Results whose item may be found; what is in them asks `summary` or `derive`."""
        return self.allowing(actor, Act.FIND)


class RunQuerySet(models.QuerySet[Any]):
    """A run belongs to who asked for it."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_staff:
            return self
        return self.filter(requested_by=actor.user_id) if actor.user_id else self.none()


class RunItemQuerySet(models.QuerySet[Any]):
    """An item in a run: seen by who sees the run and, still, the item."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_staff:
            return self
        if not actor.user_id:
            return self.none()
        return self.filter(item_rule(actor, Act.FIND, "item__"), run__requested_by=actor.user_id)
