"""Withhold stretches of an item: silent in all that is given out, whole in the master.

    withhold(actor=actor, item="X_1", ranges=[Stretch(12.5, 14.0, "a name that is not said")])

What was made of the sound before is unreadable with the commit, for all but those who edit the
item; `analysis.runs.silencing` makes it anew without the stretches.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from archive.access import Actor
from archive.errors import OddValue, VersionConflict
from archive.history import changing
from archive.kinds import KINDS
from archive.models import Item, WithheldRange
from archive.services.editing import edit_only, locked
from archive.timeline import placed

#: Whoever withholds more closes the sound as a whole.
MOST = 500
#: The end of a sound and the end of its description may differ by the last frame.
_TOLERANCE_S = 0.001


@dataclass(frozen=True)
class Stretch:
    """From so many seconds to so many on the item's timeline; the reason is shown."""

    start_s: float
    end_s: float
    reason: str = ""


def withhold(
    *,
    actor: Actor,
    ranges: Sequence[Stretch],
    item: str | None = None,
    item_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
) -> Item:
    """Let these be the stretches that are withheld, and no others; return the item.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict : as in every edit.
    OddValue : `field` is such as ``ranges.2.end_s``: too many, not in order, or beyond the end.
    """
    with changing(actor, reason=reason):
        owner: Item = locked(KINDS["item"], actor=actor, cited=item, record_id=item_id)
        edit_only(actor, owner)
        if if_version is not None and if_version != owner.version:
            raise VersionConflict(if_version, owner.version)
        _check(ranges, _length_s(owner))
        there = {(row.start_s, row.end_s, row.reason): row.pk for row in owner.withheld.all()}
        wanted = {(each.start_s, each.end_s, each.reason.strip()) for each in ranges}
        gone = [key for said, key in there.items() if said not in wanted]
        new = sorted(wanted - there.keys())
        # New ones before old ones go: at no moment is less withheld than before and after.
        WithheldRange.objects.bulk_create(
            WithheldRange(item=owner, start_s=start, end_s=end, reason=why)
            for start, end, why in new
        )
        WithheldRange.objects.filter(pk__in=gone).delete()
        owner.refresh_from_db()
    return owner


def _length_s(item: Item) -> float | None:
    """Return where the item's timeline ends; None where no part tells."""
    ends = [
        each.end_s for each in placed(item.parts.select_related("file")) if each.end_s is not None
    ]
    return max(ends, default=None)


def _check(ranges: Sequence[Stretch], length_s: float | None) -> None:
    if len(ranges) > MOST:
        raise OddValue("ranges", f"{MOST} stretches may be withheld; close the item instead.")
    for number, each in enumerate(ranges):
        where = f"ranges.{number}"
        if not (math.isfinite(each.start_s) and each.start_s >= 0):
            raise OddValue(f"{where}.start_s", f"{each.start_s} is no second of a recording.")
        if not (math.isfinite(each.end_s) and each.end_s > each.start_s):
            raise OddValue(f"{where}.end_s", "A stretch ends after it begins.")
        if length_s is not None and each.end_s > length_s + _TOLERANCE_S:
            raise OddValue(
                f"{where}.end_s",
                f"{each.end_s:g} s is beyond the end: the recording lasts {length_s:.3f} s.",
            )
        if len(each.reason) > 500:
            raise OddValue(f"{where}.reason", "A reason has at most 500 characters.")
