"""How far a record's sound reaches."""

from collections.abc import Mapping
from uuid import UUID

from archive.errors import OddValue
from archive.models import Part
from archive.timeline import placed

#: Players and containers round a sound's end; what lies no further beyond it is no mistake.
ROUNDED_S = 1.0


def sound_ends_at(item_id: UUID) -> float | None:
    """Return the second at which the last of an item's parts ends; None where one does not tell.

    An item without a sound has no end either: it may be described before it is digitised.
    """
    parts = placed(Part.objects.filter(item_id=item_id).select_related("file"))
    ends = [where.end_s for where in parts]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def beyond(start_s: float, end_s: float | None, sound_ends_s: float | None) -> str | None:
    """Return a sentence on what lies after the sound has ended, and None on what does not.

    >>> beyond(3.0, 12.5, 9.25)
    'It ends at 12.5 s, and the sound at 9.25 s.'
    """
    if sound_ends_s is None:
        return None
    latest = sound_ends_s + ROUNDED_S
    if start_s > latest:
        return f"It begins at {start_s:.10g} s, and the sound has ended at {sound_ends_s:.5g} s."
    if end_s is not None and end_s > latest:
        return f"It ends at {end_s:.10g} s, and the sound at {sound_ends_s:.5g} s."
    return None


def refuse_beyond(row: Mapping[str, float | None], sound_ends_s: float | None, where: str) -> None:
    """Refuse an annotation that lies after the sound has ended.

    Parameters
    ----------
    row : `start_s` and `end_s`.
    where : the field that says so, such as ``annotations.3.``, or nothing.

    Raises
    ------
    OddValue : `field` is the time that is too late.
    """
    start_s, end_s = row["start_s"] or 0.0, row["end_s"]
    why = beyond(start_s, end_s, sound_ends_s)
    if why:
        late = "start_s" if beyond(start_s, None, sound_ends_s) else "end_s"
        raise OddValue(f"{where}{late}", f"There is nothing to hear there. {why}")
