"""Which samples of a part must be silent where stretches of its item are withheld."""

import math
from collections.abc import Iterable

from archive.timeline import Placed
from archive.withholding import ranges_of

#: Native sample frames of a file, `[start, end)`.
Frames = tuple[int, int]
_END = 1 << 62


def silent_frames(placed: Placed, key: str) -> tuple[Frames, ...]:
    """Return what of a part's file must be silent: every frame that a range touches.

    A part whose place in time nobody knows is silent as a whole.
    """
    ranges = ranges_of(key)
    if not ranges:
        return ()
    part, rate = placed.part, placed.part.file.sample_rate
    first = part.start_frame
    last = _END if part.end_frame is None else part.end_frame
    if placed.start_s is None or not rate:
        return ((first, last),)
    found = []
    for start, end in ranges:
        begins = first + math.floor((start - placed.start_s) * rate)
        ends = first + math.ceil((end - placed.start_s) * rate)
        if ends > first and begins < last:
            found.append((max(first, begins), min(last, ends)))
    return tuple(_merged(found))


def _merged(frames: Iterable[Frames]) -> list[Frames]:
    merged: list[Frames] = []
    for start, end in sorted(frames):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
