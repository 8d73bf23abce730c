"""The arrays that travel through a pass, and what is known of the sound before its first sample."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Signal: TypeAlias = NDArray[np.float32]
"""(channels, frames), C order, finite, ±1 is full scale."""
Spectra: TypeAlias = NDArray[np.float32]
"""(frames, bins), C order: one row per moment."""
Curve: TypeAlias = NDArray[np.float32]
"""(frames,)"""


@dataclass(frozen=True)
class Sound:
    """The sound of one pass as processors see it: an interval of a file, not the file.

    `frames` is what the file declares for the interval and may turn out wrong; None: unknown.
    """

    sample_rate: int
    channels: int
    frames: int | None
    format: str = ""
    codec: str = ""
    bit_depth: int | None = None
    is_whole_file: bool = True
    is_damaged: bool = False
    """Known before the first sample: the header had to be mended."""

    @property
    def duration_s(self) -> float | None:
        return None if self.frames is None else self.frames / self.sample_rate


class Regroup:
    """Cuts rows that arrive in any portions into groups of exactly `size` rows.

    Sums and matrix products depend on how many rows they are given; on equal groups they do not
    depend on the portions, so results are the same for every block size.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._rest: NDArray[np.float32] | None = None

    def push(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Take rows, give back the whole groups: (n * size, ...), n >= 0."""
        if self._rest is not None and len(self._rest):
            rows = np.concatenate([self._rest, rows])
        whole = len(rows) - len(rows) % self.size
        self._rest = rows[whole:].copy()
        return rows[:whole]

    def flush(self, like: NDArray[np.float32]) -> NDArray[np.float32]:
        """The rows that never filled a group; `like` gives the shape when there is none."""
        rest, self._rest = self._rest, None
        return like[:0] if rest is None else rest
