"""Means and deviations of what comes frame by frame, whatever the portions."""

import numpy as np
from numpy.typing import NDArray


class Moments:
    """Mean and standard deviation of each column of (n, k) rows; rows with NaN are left out.

    Sums run in time order, in float64, so they do not depend on the portions.
    """

    def __init__(self, columns: int) -> None:
        self._sums = np.zeros((2, columns))
        self.count = 0

    def push(self, rows: NDArray[np.float32]) -> None:
        """Take the next rows."""
        values = rows[np.isfinite(rows).all(axis=1)].astype(np.float64)
        self.count += len(values)
        for sums, part in zip(self._sums, (values, values * values), strict=True):
            sums[:] = np.cumsum(np.concatenate([sums[np.newaxis], part]), axis=0)[-1]

    @property
    def mean(self) -> NDArray[np.float64]:
        """(k,); NaN where there was nothing."""
        sums = self._sums[0]
        return np.asarray(sums / self.count if self.count else np.full(len(sums), np.nan))

    @property
    def deviation(self) -> NDArray[np.float64]:
        """(k,) of the population; NaN where there was nothing."""
        if not self.count:
            return np.full(len(self._sums[0]), np.nan)
        variance = self._sums[1] / self.count - self.mean**2
        return np.asarray(np.sqrt(np.maximum(variance, 0.0)))
