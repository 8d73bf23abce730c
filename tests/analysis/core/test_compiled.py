"""The shortcuts into SciPy give what its public functions give."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from scipy import fft
from scipy.signal import sosfilt

from analysis.core import biquad, compiled, transform
from analysis.core.biquad import Biquads
from analysis.core.transform import rfft
from analysis.processors.loudness import k_weighting

RNG = np.random.default_rng(0)


@pytest.fixture(params=["compiled", "fallback"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Both ways: as found here, and as where SciPy has changed its inside."""

    def nothing(folder: str, name: str) -> None:
        raise ImportError(f"{folder}/{name}")

    biquad._loop.cache_clear()
    transform.rfft.cache_clear()
    if request.param == "fallback":
        monkeypatch.setattr(biquad, "extension", nothing)
        monkeypatch.setattr(transform, "extension", nothing)
    yield str(request.param)
    biquad._loop.cache_clear()
    transform.rfft.cache_clear()


def test_biquads_filter_as_sosfilt_does_in_any_portions(way: str) -> None:
    assert (biquad._loop() is biquad._public) == (way == "fallback")
    signal = RNG.standard_normal((3, 10_000)).astype(np.float32)
    filters = Biquads(k_weighting(44_100), 3)
    parts = [filters(signal[:, a:b]) for a, b in [(0, 1), (1, 1), (1, 777), (777, 10_000)]]
    expected = sosfilt(k_weighting(44_100), signal.astype(np.float64))
    assert np.array_equal(np.concatenate(parts, axis=1), expected)


def test_the_transform_is_that_of_scipy_row_by_row(way: str) -> None:
    assert (rfft() is transform._public) == (way == "fallback")
    frames = RNG.standard_normal((37, 2048)).astype(np.float32)
    found = rfft()(frames)
    assert found.dtype == np.complex64
    assert np.array_equal(found, fft.rfft(frames, axis=1))
    assert np.array_equal(found[5:6], rfft()(frames[5:6]))


def test_neither_package_is_imported_by_a_pass() -> None:
    code = (
        "from analysis.core.biquad import Biquads; from analysis.core.transform import rfft\n"
        "import sys; Biquads.preload(); rfft()\n"
        "print([n for n in ('scipy.signal', 'scipy.fft') if n in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "[]\n"


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(ImportError, match="no_such_thing"):
        compiled.extension("signal", "no_such_thing")
