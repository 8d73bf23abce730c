"""Pitch by a trained model: tones that are known, and the package's own answer (S-17)."""

from pathlib import Path

import numpy as np
import pytest

from analysis.core.errors import InvalidParameters
from analysis.core.pipe import NodeResult, array_decoder, pitch_swift
from tests import signals
from tests.analysis.processors.spoken import excerpt

RATE, CENTS = 16_000, 1200.0


def run(signal: signals.Signal, rate: int = signals.RATE, **params: object) -> NodeResult:
    return (array_decoder(signal, rate) | pitch_swift(**params)).run()["pitch_swift"]


@pytest.mark.parametrize("seed", range(6))
def test_a_tone_has_its_pitch(seed: int) -> None:
    """Random pitches and rates, mono and stereo, a quarter of the time in noise of -30 dB."""
    rng = np.random.default_rng(seed)
    frequency = 70 * 2 ** rng.uniform(0, 4.5)
    rate = int(rng.choice([16_000, 22_050, 44_100, 48_000, 96_000]))
    tone = signals.harmonic(frequency, 2, rate=rate)
    signal = np.repeat(tone, rng.integers(1, 3), axis=0)
    if seed % 4 == 0:
        signal = signal + signals.noise(2, rate=rate, db=-40, channels=len(signal), seed=seed)
    found = run(signal, rate)
    median = found.value("f0_median")
    assert median is not None
    assert abs(CENTS * np.log2(median / frequency)) < 20
    assert found.value("voiced_fraction") == pytest.approx(1, abs=0.1)


def test_it_is_what_the_package_says(demo_sounds: Path) -> None:
    """More than two stretches of real sound, against its own call on the whole."""
    import swift_f0

    talk = excerpt(demo_sounds, "german-proverb.wav", 0, 16)
    signal = np.concatenate([talk, excerpt(demo_sounds, "1918.mp3", 10, 65)], axis=1)
    theirs = swift_f0.SwiftF0(threads=1).detect(signal[0], RATE)
    found = run(signal, RATE)
    confidence, f0 = found.frames("confidence"), found.frames("f0").values
    assert np.abs(confidence.times - theirs.timestamps).max() < 1e-9
    assert np.abs(confidence.values - theirs.confidence).max() < 2e-3
    voiced = ~np.isnan(f0)
    sure = np.abs(theirs.confidence - 0.5) > 2e-3
    assert np.array_equal(voiced[sure], theirs.confidence[sure] >= 0.5)
    off = CENTS * np.abs(np.log2(f0[voiced] / theirs.pitch_hz[voiced]))
    assert off.max() < 1
    assert voiced.sum() > 500


@pytest.mark.parametrize("signal", [signals.silence(2), signals.noise(2)], ids=["silence", "noise"])
def test_what_has_no_pitch_is_unvoiced(signal: signals.Signal) -> None:
    found = run(signal)
    fraction = found.value("voiced_fraction")
    assert fraction is not None
    assert fraction < 0.05


def test_the_range_is_kept_and_checked() -> None:
    low = run(signals.harmonic(110, 2), f_min=200.0).frames("f0").values
    assert np.isnan(low).all() or np.nanmin(low) >= 199
    with pytest.raises(InvalidParameters, match=r"1\.05 times f_min"):
        pitch_swift(f_min=300.0, f_max=301.0)


def test_too_short_a_sound_is_skipped_with_a_sentence() -> None:
    outcome = run(signals.noise(0.01)).outcome
    assert (outcome.status, outcome.message) == ("skipped", "Pitch needs at least 16 ms.")
