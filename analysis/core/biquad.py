"""Second-order sections, filtered block by block."""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from analysis.core.compiled import extension


class Biquads:
    """A cascade of biquads with its state, for (channels, n) signals.

    sections : (n_sections, 6) as b0 b1 b2 1 a1 a2.
    """

    def __init__(self, sections: NDArray[np.float64], channels: int) -> None:
        self._sections = np.ascontiguousarray(sections, np.float64)
        self._state = np.zeros((channels, len(sections), 2))

    @staticmethod
    def preload() -> None:
        """Load the compiled loop now."""
        _loop()

    def __call__(self, signal: NDArray[np.float32]) -> NDArray[np.float64]:
        """Filter the next part; sample by sample, so portions do not change the result."""
        filtered = signal.astype(np.float64)
        if filtered.shape[1]:
            _loop()(self._sections, filtered, self._state)
        return filtered


@cache
def _loop() -> Callable[..., None]:
    """In place: (sections, x of (channels, n), state of (channels, sections, 2))."""
    try:
        loop: Callable[..., None] = extension("signal", "_sosfilt")._sosfilt
        signal, state = np.array([[1.0, 0.0]]), np.zeros((1, 1, 2))
        loop(np.array([[0.5, 0.25, 0.0, 1.0, -0.5, 0.0]]), signal, state)
    except (ImportError, AttributeError, TypeError, ValueError):
        return _public
    return loop if np.array_equal(signal, [[0.5, 0.5]]) else _public


def _public(
    sections: NDArray[np.float64], signal: NDArray[np.float64], state: NDArray[np.float64]
) -> None:
    from scipy.signal import sosfilt

    signal[:], after = sosfilt(sections, signal, zi=state.transpose(1, 0, 2))
    state[:] = after.transpose(1, 0, 2)
