"""Second-order sections, filtered block by block: SciPy's compiled loop without its long import."""

import importlib.machinery
import importlib.util
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


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
    """In place: (sections, x of (channels, n), state of (channels, sections, 2)).

    `import scipy.signal` takes 1.4 s of a child's life, its compiled filter 0.2 s: so the one
    module is loaded from its file, and the whole package only where that does not work.
    """
    try:
        return _compiled_alone()
    except (ImportError, AttributeError, IndexError, TypeError):
        return _public


def _compiled_alone() -> Callable[..., None]:
    package = importlib.util.find_spec("scipy")
    folder = Path((package.submodule_search_locations or [""])[0] if package else "") / "signal"
    path = sorted(folder.glob("_sosfilt.*.so"))[0]
    loader = importlib.machinery.ExtensionFileLoader("_sosfilt", str(path))
    spec = importlib.util.spec_from_file_location("_sosfilt", path, loader=loader)
    if spec is None:
        raise ImportError(str(path))
    module: Any = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    loop: Callable[..., None] = module._sosfilt
    # A private function may change: it must filter one impulse as the definition says.
    signal, state = np.array([[1.0, 0.0]]), np.zeros((1, 1, 2))
    loop(np.array([[0.5, 0.25, 0.0, 1.0, -0.5, 0.0]]), signal, state)
    if not np.array_equal(signal, [[0.5, 0.5]]):
        raise ImportError("scipy's compiled filter has changed")
    return loop


def _public(
    sections: NDArray[np.float64], signal: NDArray[np.float64], state: NDArray[np.float64]
) -> None:
    from scipy.signal import sosfilt

    signal[:], after = sosfilt(sections, signal, zi=state.transpose(1, 0, 2))
    state[:] = after.transpose(1, 0, 2)
