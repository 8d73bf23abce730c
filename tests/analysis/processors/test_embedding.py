"""What a sound sounds like: gain, channels and rate change little, another sound much."""

from pathlib import Path

import numpy as np
import pytest
import soxr

from analysis.core.pipe import NodeResult, array_decoder, embedding
from tests import signals
from tests.analysis.detection.likeness import likeness, point
from tests.analysis.detection.material import RATE, material


def run(signal: signals.Signal, rate: int = RATE) -> NodeResult:
    return (array_decoder(signal, rate) | embedding).run()["embedding"]


@pytest.mark.parametrize("seed", range(4))
def test_it_has_length_one_and_no_gain(seed: int) -> None:
    rng = np.random.default_rng(seed)
    signal = signals.harmonic(float(rng.uniform(100, 900)), 2, rate=RATE)
    signal = signal + signals.noise(2, rate=RATE, db=-50, seed=seed)
    found = run(signal).vector("vector")
    assert found.values.shape == (60,)
    assert len(found.axis.labels) == 60
    assert np.linalg.norm(found.values) == pytest.approx(1, abs=1e-6)
    gain = np.float32(10 ** (rng.uniform(-30, -1) / 20))
    assert found.values @ point(gain * signal) == pytest.approx(1, abs=1e-3)
    assert found.values @ point(np.repeat(signal, 2, axis=0)) == pytest.approx(1, abs=1e-6)


def test_another_sample_rate_is_nearly_the_same_and_another_sound_is_not() -> None:
    tone, other = signals.harmonic(300, 3, rate=48_000), signals.noise(3, rate=48_000)
    mixed = tone + 0.05 * other
    here = point(mixed, 48_000)
    assert here @ point(soxr.resample(mixed[0], 48_000, 44_100)[np.newaxis], 44_100) > 0.95
    assert here @ point(other, 48_000) < 0.7


def test_silence_and_too_short_a_sound_are_skipped_with_a_sentence() -> None:
    silent, short = run(signals.silence(1, rate=RATE)), run(signals.noise(0.01, rate=RATE))
    assert (silent.outcome.status, silent.outcome.message) == (
        "skipped",
        "Silence sounds like nothing.",
    )
    assert (short.outcome.status, short.outcome.message) == (
        "skipped",
        "Saying what a sound is like needs at least 0.05 s.",
    )


def test_excerpts_of_one_recording_are_nearest_to_each_other(demo_sounds: Path) -> None:
    """Each in noise of its own level and with its own gain; beside choosing at random."""
    found = likeness(material(demo_sounds))
    print(found)
    assert found.excerpts >= 12
    assert found.recording > 3 * found.recording_by_chance
    assert found.recording > 0.5
    assert found.kind > 0.75
    assert found.kind > 1.5 * found.kind_by_chance
