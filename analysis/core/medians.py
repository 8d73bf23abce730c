"""Medians of many arrays at once, element by element: far faster than sorting each element."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray


def median_of(arrays: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Median of an odd number of equally shaped arrays; NaN is not looked for."""
    held = list(arrays)
    for low, high in _exchanges(len(held)):
        least = np.minimum(held[low], held[high])
        held[high] = np.maximum(held[low], held[high])
        held[low] = least
    return held[len(held) // 2]


@cache
def _exchanges(count: int) -> tuple[tuple[int, int], ...]:
    """Which pairs a sorting network compares: Knuth, TAOCP 3, 5.2.2, algorithm M."""
    if count < 2:
        return ()
    made: list[tuple[int, int]] = []
    top = 1 << (count - 1).bit_length() - 1
    p = top
    while p > 0:
        q, r, d = top, 0, p
        while True:
            made += [(i, i + d) for i in range(count - d) if i & p == r]
            if q == p:
                break
            d, q, r = q - p, q >> 1, p
        p >>= 1
    return tuple(made)
