"""Pitch of tones that are known, at rates from fruit flies to mice (S-17, S-18)."""

import numpy as np
import pytest

from analysis.core.errors import InvalidParameters
from analysis.core.pipe import NodeResult, array_decoder, pitch
from tests import signals

CENTS = 1200.0


def run(signal: signals.Signal, rate: int = signals.RATE, **params: object) -> NodeResult:
    return (array_decoder(signal, rate) | pitch(**params)).run()["pitch"]


def cents(found: float | None, expected: float) -> float:
    assert found is not None
    return abs(CENTS * float(np.log2(found / expected)))


@pytest.mark.parametrize(
    ("rate", "frequency"),
    [
        (10_000, 180.0),
        (16_000, 110.0),
        (44_100, 82.4),
        (44_100, 440.0),
        (44_100, 1760.0),
        (48_000, 220.0),
        (96_000, 440.0),
        (250_000, 9_000.0),
    ],
)
def test_a_harmonic_tone_has_its_pitch(rate: int, frequency: float) -> None:
    found = run(signals.harmonic(frequency, 2, rate=rate), rate)
    assert cents(found.value("f0_median"), frequency) < 10
    assert found.value("voiced_fraction") == pytest.approx(1, abs=0.1)
    f0 = found.frames("f0")
    assert f0.unit == "Hz"
    inside = f0.values[4:-4]
    assert (np.abs(CENTS * np.log2(inside / frequency)) < 25).all()


def test_an_ultrasonic_whistle_has_its_pitch() -> None:
    found = run(signals.sine(58_000, 0.5, rate=250_000, db=-12), 250_000)
    assert cents(found.value("f0_median"), 58_000) < 30


def test_a_glide_is_followed() -> None:
    found = run(signals.chirp(300, 900, 4))
    f0 = found.frames("f0")
    inside = (f0.times > 0.3) & (f0.times < 3.7)
    expected = 300 + 150 * f0.times[inside]
    assert (np.abs(CENTS * np.log2(f0.values[inside] / expected)) < 30).all()


@pytest.mark.parametrize("signal", [signals.silence(2), signals.noise(2)], ids=["silence", "noise"])
def test_what_has_no_pitch_is_unvoiced(signal: signals.Signal) -> None:
    found = run(signal)
    assert found.value("f0_median") is None
    assert found["f0_median"].label == "no voiced frame"
    assert found.value("voiced_fraction") == 0
    assert np.isnan(found.frames("f0").values).all()
    confidence = found.frames("confidence").values
    assert ((confidence >= 0) & (confidence <= 1)).all()


def test_only_the_sounding_half_is_voiced() -> None:
    signal = np.concatenate([signals.harmonic(220, 2), signals.silence(2)], axis=1)
    found = run(signal)
    assert cents(found.value("f0_median"), 220) < 10
    assert found.value("voiced_fraction") == pytest.approx(0.5, abs=0.03)


def test_what_is_too_short_is_skipped_with_a_reason() -> None:
    found = run(signals.harmonic(440, 0.01))
    assert found.outcome.status == "skipped"
    assert found.outcome.message == "Pitch needs at least 4096 samples; the sound has 441."
    assert found.outcome.outputs == ()


def test_a_range_out_of_reach_is_refused_with_the_range_that_is_not() -> None:
    found = run(signals.noise(1), f_min=5.0)
    assert found.outcome.status == "failed"
    assert "must lie between 22 and 22050 Hz" in found.outcome.message
    with pytest.raises(InvalidParameters, match="f_min"):
        pitch(f_min=-1.0)
    with pytest.raises(InvalidParameters, match="window"):
        pitch(window=1000)
