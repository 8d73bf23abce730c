"""Notices that one is to read before an item's sound, as the doors of sound ask for them."""

from typing import Any
from uuid import UUID

from archive.access import Actor
from archive.models import Label as Row
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation, listed, owned, related_rows
from graphql_api.types.label import Label

#: The ways from a label to an item: by itself, and by its collection.
WAYS = ("record_links__item", "record_links__collection__items")


def _unread(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[Label]]]:
    if actor.is_staff:
        return {}
    rows = Row.objects.visible_to(actor).before(actor)
    found: dict[UUID, dict[UUID, Label]] = {}
    for way in WAYS:
        borne = yield related_rows(rows, peers, way, first, "name", "pk")
        for owner, labels in owned(borne, Label.of).items():
            found.setdefault(owner, {}).update({label.id: label for label in labels})
    return {owner: list(labels.values())[:first] for owner, labels in found.items()}


def unread_labels() -> Any:
    """Return the field for the notices that keep the viewer from an item's sound."""
    return listed(
        Relation(_unread),
        description=(
            "Those of its notices, and of its collection's, that you are to read before any sound "
            "is given out: until then its address answers 403. None for staff."
        ),
    )
