"""Scales of any tuning are read from melodies that use them (spec/audio section 1)."""

import numpy as np
import pytest

from analysis.core.pipe import NodeResult, array_decoder, pitch_histogram
from tests import signals


def melody(tonic: float, degrees: list[int], *, seed: int, notes: int = 40) -> signals.Signal:
    """Notes of half a second on random degrees of a scale in cents; it begins and ends at home."""
    rng = np.random.default_rng(seed)
    chosen = [0, *rng.choice(degrees, notes), *degrees, 0, 0]
    tones = [signals.harmonic(tonic * 2 ** (cents / 1200), 0.5) for cents in chosen]
    return np.concatenate(tones, axis=1)


def run(signal: signals.Signal, **params: float) -> NodeResult:
    pipe = array_decoder(signal, signals.RATE) | pitch_histogram(**params)
    return pipe.run()["pitch_histogram"]


@pytest.mark.parametrize(
    "degrees",
    [
        [0, 200, 400, 500, 700, 900, 1100],
        [0, 240, 480, 720, 960],  # slendro, ideally
        [0, 155, 355, 498, 702, 853, 996],  # neutral seconds and thirds
    ],
    ids=["major", "five equal", "neutral"],
)
@pytest.mark.parametrize("seed", range(3))
def test_degrees_and_tonic_of_a_melody(degrees: list[int], seed: int) -> None:
    tonic = float(np.random.default_rng(seed).uniform(150, 400))
    found = run(melody(tonic, degrees, seed=seed))
    told = [int(each) for each in (found["degrees"].label or "").split()]
    assert len(told) == len(degrees)
    away = [abs((a - b + 600) % 1200 - 600) for a, b in zip(told, degrees, strict=True)]
    assert max(away) <= 12
    assert found.value("tonic") == pytest.approx(tonic, rel=0.006)
    assert found.value("ambitus") == pytest.approx(max(degrees), abs=25)
    assert found.vector("octave").values.sum() == pytest.approx(1, abs=1e-3)


def test_what_has_no_pitch_has_no_scale() -> None:
    found = run(signals.noise(3))
    assert found.value("degree_count") == 0 or (found.value("tonic_confidence") or 0) <= 1
    nothing = run(signals.silence(3))
    assert nothing.value("tonic") is None
    assert nothing["tonic"].label == "no voiced frame"
    assert nothing.value("degree_count") == 0
