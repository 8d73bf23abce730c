"""The real Fourier transform of many frames at once, in float32."""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from analysis.core.compiled import extension

Rfft = Callable[[NDArray[np.float32]], NDArray[np.complex64]]
_ROWS = {"axes": (1,), "forward": True, "inorm": 0, "out": None, "nthreads": 1}


@cache
def rfft() -> Rfft:
    """(frames, n) float32 -> (frames, n // 2 + 1) complex64; each row as if it were alone."""
    try:
        r2c = extension("fft/_pocketfft", "pypocketfft").r2c
        found = r2c(np.array([[1, 0, 0, 0], [1, 1, 1, 1]], np.float32), **_ROWS)
    except (ImportError, AttributeError, TypeError, ValueError):
        return _public
    if found.dtype != np.complex64 or not np.array_equal(found, [[1, 1, 1], [4, 0, 0]]):
        return _public
    return lambda frames: np.asarray(r2c(frames, **_ROWS))


def _public(frames: NDArray[np.float32]) -> NDArray[np.complex64]:
    from scipy import fft

    return np.asarray(fft.rfft(frames, axis=1))
