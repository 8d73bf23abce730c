"""What work costs, before it is done: CPU seconds and bytes, from what processors declare.

Orders of magnitude, for who decides whether to ask, for the queue of heavy work and for fair
shares. Nothing of it stands in a result.
"""

from collections.abc import Iterable

from analysis.core.registry import ProcessorClass

#: CPU seconds of a child before it reads the first sample: its imports, and its wall.
STARTING_S = 0.3
#: Seconds of stereo sound that are read, decoded and cut into frames in one CPU second.
DECODED_PER_S = 400.0
#: Bytes of a result file and its manifest before anything is in it.
FILE_BYTES = 20_000


def cpu_s(processors: Iterable[ProcessorClass], seconds: float) -> float:
    """Return the CPU seconds of one pass over so many seconds of sound."""
    each = sum(seconds / processor.cost for processor in processors)
    return STARTING_S + seconds / DECODED_PER_S + each


def stored_bytes(processors: Iterable[ProcessorClass], seconds: float) -> float:
    """Return the bytes that one pass leaves: its result file, tiles and media."""
    return FILE_BYTES + sum(seconds * processor.bytes_per_s for processor in processors)
