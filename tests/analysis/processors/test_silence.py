"""Silence is where it is silent (the predecessor exchanged the labels, spec/timeside section 6)."""

import numpy as np
import pytest

from analysis.core.pipe import NodeResult, array_decoder, silence
from tests import signals


def run(signal: signals.Signal, rate: int = signals.RATE, **params: float) -> NodeResult:
    return (array_decoder(signal, rate) | silence(**params)).run()["silence"]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("rate", [10_000, 44_100, 250_000])
def test_stretches_are_found_where_they_were_put(seed: int, rate: int) -> None:
    rng = np.random.default_rng(seed)
    lengths = rng.uniform(0.5, 2.0, 6)
    parts = [
        signals.noise(float(length), rate=rate, db=-20)
        if n % 2
        else signals.noise(float(length), rate=rate, db=-90)
        for n, length in enumerate(lengths)
    ]
    found = run(np.concatenate(parts, axis=1), rate).spans("segments")
    assert [span.label for span in found] == ["silence", "sound"] * 3
    edges = np.cumsum([part.shape[1] for part in parts]) / rate
    np.testing.assert_allclose([span.end_s for span in found], edges, atol=256 / rate + 1e-9)
    for span in found:
        assert span.confidence is not None
        assert span.confidence > 0.95
        assert span.value == pytest.approx(-20 if span.label == "sound" else -90, abs=1.5)


def test_short_gaps_belong_to_what_is_around_them() -> None:
    tone, gap = signals.sine(440, 1), signals.silence(0.1)
    signal = np.concatenate([tone, gap, tone], axis=1)
    assert [span.label for span in run(signal).spans("segments")] == ["sound"]
    found = run(signal, min_silence_s=0.05).spans("segments")
    assert [span.label for span in found] == ["sound", "silence", "sound"]


def test_all_silent_and_all_sounding() -> None:
    nothing = run(signals.silence(2))
    assert [span.label for span in nothing.spans("segments")] == ["silence"]
    assert nothing.spans("segments")[0].value is None
    assert nothing.value("silent_fraction") == 1
    everything = run(signals.sine(440, 2))
    assert [span.label for span in everything.spans("segments")] == ["sound"]
    assert everything.value("silent_fraction") == 0
    assert everything.spans("segments")[0].end_s == pytest.approx(2)
