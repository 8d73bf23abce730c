"""Arrange the parts of an item: which stem each belongs to, its label, when it begins.

arrange_part(actor=actor, item="X_1", position=2, stem=1, label="voice", starts_at_s=0.0)
"""

import math
from typing import TypedDict, Unpack
from uuid import UUID

from archive.access import Actor
from archive.annotations.cues import LATEST_S
from archive.errors import NotFound, OddValue, VersionConflict
from archive.history import changing
from archive.kinds import KINDS
from archive.models import Item, Part
from archive.services.editing import edit_only, locked
from archive.services.fields import checked


class PartChanges(TypedDict, total=False):
    """What can be said of a part that is there."""

    stem: int
    label: str
    starts_at_s: float | None
    licence: str


def arrange_part(
    *,
    actor: Actor,
    position: int,
    item: str | None = None,
    item_id: UUID | None = None,
    if_version: int | None = None,
    new_position: int | None = None,
    reason: str = "",
    **says: Unpack[PartChanges],
) -> Item:
    """Change one part of an item, named by its position; return the item.

    Parameters
    ----------
    if_version : the item's version: its parts belong to it.
    new_position : its place from now on; those between make room.

    Raises
    ------
    NotFound : no such item, or no such part of it.
    NotAllowed, VersionConflict, OddValue
    """
    values = checked(Part, says)
    starts = values.get("starts_at_s")
    if starts is not None and not (math.isfinite(starts) and 0 <= starts <= LATEST_S):
        raise OddValue("starts_at_s", f"{starts} is no second of a recording.")
    with changing(actor, reason=reason):
        owner: Item = locked(KINDS["item"], actor=actor, cited=item, record_id=item_id)
        edit_only(actor, owner)
        if if_version is not None and if_version != owner.version:
            raise VersionConflict(if_version, owner.version)
        part = owner.parts.filter(position=position).first()
        if part is None:
            raise NotFound(f"The item has no part {position}.").about("position")
        changed = [name for name, value in values.items() if getattr(part, name) != value]
        for name in changed:
            setattr(part, name, values[name])
        if changed:
            part.save(update_fields=changed)
        if new_position is not None:
            _move(owner, part, new_position)
        owner.refresh_from_db()
    return owner


def _move(owner: Item, part: Part, to: int) -> None:
    """Put a part at another place among its item's; each of the others keeps its order."""
    parts = list(owner.parts.order_by("position"))
    places = [each.position for each in parts]
    if to not in places:
        raise OddValue("new_position", f"The item has parts {places[0]} to {places[-1]}, no {to}.")
    parts.remove(part)
    parts.insert(places.index(to), part)
    moved = [
        (each, place) for each, place in zip(parts, places, strict=True) if each.position != place
    ]
    # No two may share a place, even for a moment: all step aside first.
    for aside in (places[-1], 0):
        for each, place in moved:
            each.position = place + aside
        Part.objects.bulk_update([each for each, _ in moved], ["position"])
