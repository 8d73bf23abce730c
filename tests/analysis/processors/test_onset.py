"""Onsets are where bursts begin, and only there (S-17)."""

import numpy as np
import pytest

from analysis.core.pipe import NodeResult, array_decoder, onset
from analysis.processors.onset import PeakPicker
from tests import signals


def run(signal: signals.Signal, rate: int = signals.RATE) -> NodeResult:
    return (array_decoder(signal, rate) | onset).run()["onset"]


@pytest.mark.parametrize("rate", [10_000, 22_050, 44_100, 250_000])
def test_each_click_is_one_onset(rate: int) -> None:
    at = [0.5, 1.0, 1.7, 2.0, 3.3, 3.9]
    found = run(signals.clicks(at, 4.5, rate=rate), rate)
    assert found.value("count") == len(at)
    assert found.value("rate") == pytest.approx(len(at) / 4.5)
    onsets = found.spans("onsets")
    assert [span.start_s for span in onsets] == pytest.approx(at, abs=2048 / rate)
    assert all(span.confidence is not None and 0.5 <= span.confidence < 1 for span in onsets)
    strength = found.frames("strength")
    assert strength.unit == "dB"
    for second in at:
        near = np.abs(strength.times - second) < 0.12
        peak = strength.times[near][strength.values[near].argmax()]
        assert peak == pytest.approx(second, abs=2048 / rate)


@pytest.mark.parametrize(
    "signal",
    [signals.silence(3), signals.noise(3, db=-20), signals.sine(440, 3) * signals.silence(3)],
    ids=["silence", "steady noise", "nothing"],
)
def test_nothing_that_begins_means_no_onsets(signal: signals.Signal) -> None:
    found = run(signal)
    assert found.value("count") in (0, 1)  # steady noise begins once
    assert np.isfinite(found.frames("strength").values).all()


def test_a_steady_tone_begins_once() -> None:
    signal = np.concatenate([signals.silence(1), signals.sine(440, 2, db=-6)], axis=1)
    assert run(signal).value("count") == 1


def test_shorter_than_a_frame_has_a_curve_of_one() -> None:
    found = run(signals.noise(100 / signals.RATE))
    assert len(found.frames("strength").values) == 1
    assert found.value("count") == 0


def test_peaks_do_not_depend_on_the_portions() -> None:
    curve = np.random.default_rng(5).random(2000).astype(np.float32)
    counts = set()
    for size in (1, 7, 100, 2000):
        picker = PeakPicker(near=3, around=8, threshold=0.3, gap=4)
        for at in range(0, len(curve), size):
            picker.push(curve[at : at + size])
        picker.finish()
        counts.add(picker.count)
    assert len(counts) == 1
    assert counts.pop() > 50
