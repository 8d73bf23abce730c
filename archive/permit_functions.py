"""What the rule asks of permits, by functions of the database (migration 0017).

Nothing of it refers to the statement around it, so that the database asks it once per statement,
and a statement that asks is short to build and to plan.
"""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Func, Q, QuerySet
from django.db.models.expressions import RawSQL

from archive.access import Act, Actor

#: What a grant must give for an act, at the least.
GIVING = {
    Act.FIND: ("read", "listen", "download"),
    Act.READ: ("read", "listen", "download"),
    Act.SUMMARY: ("read", "listen", "download"),
    Act.HARVEST: ("read", "listen", "download"),
    Act.LISTEN: ("listen", "download"),
    Act.DERIVE: ("listen", "download"),
    Act.DOWNLOAD: ("download",),
}

#: The acts that a protocol on the sound alone keeps from those whom it does not admit.
OF_THE_SOUND = frozenset({Act.LISTEN, Act.DERIVE, Act.DOWNLOAD})


class _Asked(RawSQL):
    """A call of a function that gives ids."""

    def get_group_by_cols(self) -> list[Any]:
        """Nothing of it is a column of the statement around it."""
        return []


class AnyOf(Func):
    """Whether a column is among the ids that a query gives, which is asked once a statement.

    As an array, and not as the rows of IN: the planner, which knows nothing of how seldom it is
    asked, weighs those as if each row asked them.
    """

    arg_joiner = " = ANY "
    template = "(%(expressions)s)"
    conditional = True

    def __init__(self, column: str, ids: "QuerySet[Any]") -> None:
        super().__init__(column, _Among(ids.values("pk")), output_field=BooleanField())


class _Among(ArraySubquery):
    template = "(ARRAY(%(subquery)s))"

    def get_group_by_cols(self) -> list[Any]:
        """Nothing of it is a column of the statement around it."""
        return []


def admitted_collections(actor: Actor, act: Act) -> "QuerySet[Any]":
    """Return the published collections whose protocols let the actor do the act."""
    from archive.models import Collection

    admitting = Q(protocol_set__isnull=True) | Q(protocol_set__in=admitted_sets(actor, act))
    return Collection.objects.order_by().filter(admitting, state="published")


def admitting_protocols(actor: Actor) -> RawSQL:
    """Return the protocols that admit the actor now."""
    return _Asked("SELECT archive_admitting_protocols(%s::uuid)", [actor.user_id])


def admitted_sets(actor: Actor, act: Act) -> RawSQL:
    """Return the sets of protocols under which the actor may do the act."""
    of_sound = act in OF_THE_SOUND
    return _Asked("SELECT archive_admitted_sets(%s::uuid, %s)", [actor.user_id, of_sound])


def granted_items(actor: Actor, act: Act) -> RawSQL:
    """Return the items that grants open, by themselves or in a selection."""
    return _granted("archive_granted_items", actor, act)


def granted_collections(actor: Actor, act: Act) -> RawSQL:
    """Return the collections whose items grants open."""
    return _granted("archive_granted_collections", actor, act)


def edited_collections(actor: Actor) -> RawSQL:
    """Return the collections that the actor's editor groups hold."""
    return _Asked("SELECT archive_edited_collections(%s::uuid)", [actor.user_id])


def _granted(function: str, actor: Actor, act: Act) -> RawSQL:
    return _Asked(
        f"SELECT {function}(%s::uuid, %s::uuid[], %s::text[])",
        [actor.user_id, sorted(actor.rooms), list(GIVING.get(act, ()))],
    )
