"""The medians of many arrays are those of NumPy."""

import numpy as np
import pytest

from analysis.core.medians import median_of


@pytest.mark.parametrize("count", [1, 3, 5, 9, 17, 31, 63])
def test_a_network_finds_the_median(count: int) -> None:
    rng = np.random.default_rng(count)
    arrays = rng.standard_normal((count, 4, 50)).astype(np.float32)
    arrays[:, 1] = np.round(arrays[:, 1])
    np.testing.assert_array_equal(median_of(list(arrays)), np.median(arrays, axis=0))
