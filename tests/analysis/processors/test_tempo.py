"""Beats are where they were struck, at any rate, and the tempo is theirs."""

import numpy as np
import pytest

from analysis.core.pipe import NodeResult, array_decoder, tempo
from tests import signals


def run(signal: signals.Signal, rate: int = signals.RATE, **params: float) -> NodeResult:
    return (array_decoder(signal, rate) | tempo(**params)).run()["tempo"]


@pytest.mark.parametrize("bpm", [72.0, 97.0, 120.0, 143.0, 168.0])
@pytest.mark.parametrize("rate", [22_050, 44_100])
def test_a_steady_beat_has_its_tempo(bpm: float, rate: int) -> None:
    rng = np.random.default_rng(int(bpm))
    period, first = 60 / bpm, float(rng.uniform(0.2, 0.6))
    at = [float(each) for each in np.arange(first, 24, period)]
    found = run(signals.clicks(at, 25, rate=rate), rate)
    assert found.value("bpm") == pytest.approx(bpm, rel=0.02)
    beats = np.array([span.start_s for span in found.spans("beats")])
    inner = [each for each in at if 1 < each < 23]
    hit = [np.abs(beats - each).min() < 0.07 for each in inner]
    assert np.mean(hit) > 0.95
    assert len(beats) <= len(at) + 2


def test_a_tempo_that_changes_is_followed() -> None:
    slow, fast = np.arange(0.5, 30, 60 / 90), np.arange(30, 60, 60 / 132)
    found = run(signals.clicks([float(each) for each in [*slow, *fast]], 60))
    course = found.frames("tempo")
    early, late = (
        (course.times > 5) & (course.times < 25),
        (course.times > 35) & (course.times < 55),
    )
    assert np.median(course.values[early]) == pytest.approx(90, rel=0.03)
    assert np.median(course.values[late]) == pytest.approx(132, rel=0.03)


def test_a_preference_decides_between_a_tempo_and_its_double() -> None:
    at = [float(each) for each in np.arange(0.5, 30, 60 / 160)]
    signal = signals.clicks(at, 31)
    assert run(signal, usual_bpm=160.0, spread_octaves=0.3).value("bpm") == pytest.approx(
        160, rel=0.02
    )
    assert run(signal, usual_bpm=80.0, spread_octaves=0.3).value("bpm") == pytest.approx(
        80, rel=0.02
    )


def test_silence_has_no_tempo_and_a_moment_is_too_short() -> None:
    found = run(signals.silence(5))
    assert found.value("bpm") is None
    assert found.spans("beats") == []
    assert run(signals.noise(1)).outcome.status == "skipped"
