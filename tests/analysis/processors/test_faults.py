"""Faults planted at random places are found there, and none in what is clean (issue 5, row 2)."""

import numpy as np
import pytest

from analysis.core.pipe import (
    EffectFactory,
    NodeResult,
    StepFactory,
    array_decoder,
    clicks,
    gaps,
    noise_bursts,
    saturation,
)
from analysis.core.spans import Span
from tests import signals

RATES = [16_000, 44_100, 96_000]


def places(seed: int, count: int, seconds: float, *, apart: float = 0.3) -> list[float]:
    """Random seconds that are so far apart, and from both ends."""
    rng = np.random.default_rng(seed)
    room = seconds - (count + 1) * apart
    return list(np.sort(rng.uniform(0, room, count)) + apart * np.arange(1, count + 1))


def run(signal: signals.Signal, rate: int, step: StepFactory | EffectFactory) -> NodeResult:
    assert isinstance(step, StepFactory)
    found = (array_decoder(signal, rate) | step).run()[step.processor]
    assert found.outcome.status == "done", found.outcome.detail
    return found


def matched(spans: list[Span], at: list[float], tolerance: float) -> int:
    """How many places have a span that begins near them."""
    return sum(any(abs(span.start_s - each) <= tolerance for span in spans) for each in at)


CLEAN = {
    "music": signals.music(5, 12),
    "stereo music": np.concatenate([signals.music(6, 8), signals.music(7, 8)]),
    "noise": signals.noise(8, db=-14),
    "low sine at full scale": signals.sine(23.7, 8, db=-0.1),
    "sine at full scale": signals.sine(997, 8),
    "tone with pauses": np.concatenate(
        [signals.music(8, 2), signals.silence(1), signals.music(9, 2)], axis=1
    ),
    "silence": signals.silence(4),
    "pulses of a voice": np.tanh(8 * signals.harmonic(95, 6, partials=40)) * np.float32(0.4),
}


@pytest.mark.parametrize("name", CLEAN)
def test_no_fault_is_found_in_what_has_none(name: str) -> None:
    signal = CLEAN[name]
    for step, output in (
        (saturation, "segments"),
        (clicks, "clicks"),
        (gaps, "gaps"),
        (noise_bursts, "bursts"),
    ):
        assert run(signal, signals.RATE, step).spans(output) == [], output


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("seed", range(4))
def test_what_is_cut_flat_is_found_at_any_level(seed: int, rate: int) -> None:
    """Clipped in stretches of 0.2 s, then turned down: each is found within 20 ms."""
    rng = np.random.default_rng(seed)
    signal = signals.music(seed, 6, rate)
    at = places(seed, 4, 6, apart=0.6)
    expected = 0
    for second in at:
        part = signal[0, round(second * rate) : round((second + 0.2) * rate)]
        part += 0.6 * signals.sine(float(rng.uniform(100, 250)), 0.2, rate=rate)[0, : len(part)]
        top = float(rng.uniform(0.4, 0.6)) * np.abs(part).max()
        expected += int((np.abs(part) >= top).sum())
        np.clip(part, -top, top, out=part)
    found = run(signal * np.float32(rng.uniform(0.5, 1)), rate, saturation)
    spans = found.spans("segments")
    assert spans
    for second in at:
        assert any(second - 0.02 <= s.start_s <= second + 0.2 for s in spans), second
    for span in spans:
        assert any(second - 0.02 <= span.start_s <= second + 0.22 for second in at), span
        assert span.label == "clipping"
        assert 0.5 < (span.confidence or 0) <= 1
    # At the edges of a stretch the wave was broken off, and short tops do not count.
    fraction = found.value("flat_fraction") or 0
    assert 0.7 * expected < fraction * signal.shape[1] <= 1.02 * expected


def test_a_long_flat_top_is_one_and_counts_its_samples() -> None:
    """A stuck converter: longer than what two chunks have in common."""
    signal = signals.sine(300, 6, db=-12)
    signal[0, 70_000:130_000] = 0.8
    found = run(signal, signals.RATE, saturation)
    (span,) = found.spans("segments")
    assert (span.start_s, span.end_s) == pytest.approx((70_000 / 44_100, 130_000 / 44_100))
    assert span.value == 60_000
    assert found.value("tops") == 1
    eight_bits = (array_decoder(signal, signals.RATE) | saturation).run()
    assert eight_bits["saturation"].value("over") == 0


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("seed", range(4))
def test_clicks_are_found_to_the_millisecond(seed: int, rate: int) -> None:
    rng = np.random.default_rng(seed)
    signal = signals.music(seed + 20, 8, rate)
    at = places(seed, 8, 8)
    for second in at:
        length = int(rng.integers(1, max(2, round(0.0004 * rate))))
        fall = np.exp(-3 * np.arange(length) / length)
        pulse = rng.uniform(0.25, 0.5) * rng.choice([-1, 1], length) * fall
        start = round(second * rate)
        signal[0, start : start + length] += pulse.astype(np.float32)
    found = run(signal, rate, clicks)
    spans = found.spans("clicks")
    assert matched(spans, at, 0.001) >= 7
    assert all(any(abs(span.start_s - each) < 0.001 for each in at) for span in spans)
    assert sum(span.label == "click" for span in spans) >= len(spans) - 1
    assert (found.value("rate") or 0) == pytest.approx(len(spans) / 8 * 60, rel=0.01)


@pytest.mark.parametrize("seed", range(6))
def test_lost_samples_are_discontinuities(seed: int) -> None:
    """A tone of which a piece is taken out: the wave jumps from one phase to another."""
    rng = np.random.default_rng(seed)
    hertz = float(rng.uniform(150, 600))
    parts, at, total = [], [], 0
    for n in range(6):
        piece = signals.sine(hertz, float(rng.uniform(0.6, 1.2)), db=-8, phase=2.4 * n)
        total += piece.shape[1]
        parts.append(piece)
        at.append(total / signals.RATE)
    signal = np.concatenate(parts, axis=1) + signals.noise(total / signals.RATE, db=-80)
    spans = run(signal, signals.RATE, clicks).spans("clicks")
    assert matched(spans, at[:-1], 0.001) >= 4
    assert all(any(abs(span.start_s - each) < 0.001 for each in at) for span in spans)
    assert sum(span.label == "discontinuity" for span in spans) > len(spans) / 2


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("seed", range(4))
def test_gaps_are_found_to_the_millisecond_in_their_channel(seed: int, rate: int) -> None:
    rng = np.random.default_rng(seed)
    left = signals.noise(9, rate=rate, db=-22, seed=seed) + signals.sine(300, 9, rate=rate, db=-14)
    signal = np.concatenate([left, 0.5 * left + signals.noise(9, rate=rate, db=-30)])
    at = places(seed, 6, 9, apart=0.7)
    planted = []
    for n, second in enumerate(at):
        length = float(rng.uniform(0.005, 0.6))
        channels = ([0], [1], [0, 1])[n % 3]
        start, end = round(second * rate), round((second + length) * rate)
        for channel in channels:
            signal[channel, start:end] = 1e-4 * rng.standard_normal(end - start)
        planted.append((start / rate, end / rate, channels))
    found = run(signal.astype(np.float32), rate, gaps)
    spans = found.spans("gaps")
    assert found.value("count") == len(spans) == len(planted)
    for span, (start_s, end_s, channels) in zip(spans, planted, strict=True):
        assert span.start_s == pytest.approx(start_s, abs=0.001)
        assert span.end_s == pytest.approx(end_s, abs=0.001)
        expected = "all channels" if len(channels) == 2 else f"channel {channels[0] + 1}"
        assert span.label == expected
        assert (span.confidence or 0) > 0.5


def test_pauses_that_fade_and_ends_are_no_gaps() -> None:
    tone = signals.sine(440, 1, db=-10)
    fade = np.minimum(1, np.exp(-(np.arange(tone.shape[1]) - 20_000) / 1_500)).astype(np.float32)
    signal = np.concatenate([signals.silence(0.5), tone * fade, signals.silence(0.5), tone], axis=1)
    signal = np.concatenate([signal, signals.silence(0.5)], axis=1)
    assert run(signal, signals.RATE, gaps).spans("gaps") == []


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("seed", range(4))
def test_bursts_of_noise_are_found(seed: int, rate: int) -> None:
    rng = np.random.default_rng(seed)
    signal = signals.music(seed + 40, 20, rate)
    at = places(seed, 5, 20, apart=2.0)
    lengths = rng.uniform(0.04, 0.3, 5)
    for second, length in zip(at, lengths, strict=True):
        burst = signals.noise(float(length), rate=rate, db=float(rng.uniform(-16, -10)), seed=seed)
        start = round(second * rate)
        signal[:, start : start + burst.shape[1]] += burst
    spans = run(signal, rate, noise_bursts).spans("bursts")
    assert matched(spans, at, 0.04) >= (4 if rate > 16_000 else 3)
    for span in spans:
        assert any(second - 0.04 <= span.start_s <= second + 0.35 for second in at)
