"""Melodies that were sung are found, and vibrato with its rate and extent (issue 5, row 2)."""

import numpy as np
import pytest

from analysis.core.errors import NotApplicable
from analysis.core.pipe import NodeResult, array_decoder, melody
from analysis.core.signal import Sound
from analysis.processors.melody import Melody, MelodyParams
from tests import signals


def run(signal: signals.Signal, rate: int = signals.RATE, **params: float) -> NodeResult:
    found = (array_decoder(signal, rate) | melody(**params)).run()["melody"]
    assert found.outcome.status == "done", found.outcome.detail
    return found


def sung(
    hertz: float, seconds: float, *, rate_hz: float = 0.0, cents: float = 0.0
) -> signals.Signal:
    """A tone of ten partials with vibrato; `cents` from trough to crest."""
    t = signals.times(seconds)
    course = hertz * 2 ** (cents / 2400 * np.sin(2 * np.pi * rate_hz * t))
    phase = 2 * np.pi * np.cumsum(course) / signals.RATE
    wave = sum(np.sin(n * phase + n) / n**0.8 for n in range(1, 11))
    fade = np.minimum(1, np.minimum(t, seconds - t) / 0.03)
    return np.asarray(0.12 * wave * fade, np.float32)[np.newaxis]


@pytest.mark.parametrize("seed", range(3))
def test_a_voice_over_chords_is_followed(seed: int) -> None:
    """Across the seam of two stretches: the notes are those that were sung."""
    rng = np.random.default_rng(seed)
    notes: list[tuple[int, float]] = []
    parts: list[signals.Signal] = []
    while sum(part.shape[1] for part in parts) < 55 * signals.RATE:
        midi, length = int(rng.integers(60, 80)), float(rng.uniform(0.5, 1.5))
        notes.append((midi, length))
        parts.append(sung(440 * 2 ** ((midi - 69) / 12), length))
    voice = np.concatenate(parts, axis=1)
    seconds = voice.shape[1] / signals.RATE
    chord = sum(signals.harmonic(each, seconds) for each in (110.0, 131.0, 165.0))
    signal = voice + 0.15 * np.asarray(chord, np.float32)[:, : voice.shape[1]]
    found = run(signal, f_min=200)
    frames = found.frames("f0")
    edges = np.cumsum([0, *(part.shape[1] / signals.RATE for part in parts)])
    at = np.searchsorted(edges, frames.times, side="right") - 1
    at = np.minimum(at, len(notes) - 1)
    expected = 440 * 2 ** ((np.array([midi for midi, _ in notes])[at] - 69) / 12)
    inner = (frames.times - edges[at] > 0.1) & (edges[at + 1] - frames.times > 0.1)
    heard = inner & np.isfinite(frames.values)
    off = np.abs(1200 * np.log2(frames.values[heard] / expected[heard]))
    assert np.mean(off < 50) > 0.98
    assert np.median(off) < 10
    assert heard.sum() > 0.55 * inner.sum()
    seam = np.abs(frames.times - 42) < 3
    assert (heard & seam).sum() > 0.4 * (inner & seam).sum()
    voiced = np.isfinite(frames.values).mean()
    assert found.value("voiced_fraction") == pytest.approx(voiced)


@pytest.mark.parametrize("seed", range(6))
def test_vibrato_has_its_rate_and_extent(seed: int) -> None:
    rng = np.random.default_rng(seed)
    rate_hz, cents = float(rng.uniform(4.5, 7.5)), float(rng.uniform(80, 200))
    hertz = float(rng.uniform(250, 600))
    signal = np.concatenate(
        [sung(hertz, 2), sung(hertz, 3, rate_hz=rate_hz, cents=cents), sung(hertz, 2)], axis=1
    )
    found = run(signal)
    spans = found.spans("vibrato")
    assert spans
    assert spans[0].start_s == pytest.approx(2, abs=0.5)
    assert spans[-1].end_s == pytest.approx(5, abs=0.5)
    for span in spans:
        assert span.value == pytest.approx(rate_hz, abs=0.3)
    assert found.value("vibrato_extent") == pytest.approx(cents, rel=0.2)


def test_what_has_no_melody_and_no_vibrato() -> None:
    straight = run(sung(440, 4))
    assert straight.spans("vibrato") == []
    assert straight["vibrato_rate"].label == "no vibrato"
    silent = run(signals.silence(3))
    assert np.isnan(silent.frames("f0").values).all()
    assert silent.value("voiced_fraction") == 0


def test_what_is_too_long_or_too_slow_is_refused_with_a_sentence() -> None:
    day = Sound(sample_rate=44_100, channels=1, frames=24 * 3600 * 44_100)
    with pytest.raises(NotApplicable, match="up to 4 hours"):
        Melody(MelodyParams()).wants(day)
    slow = (array_decoder(signals.noise(1, rate=4000), 4000) | melody).run()["melody"]
    assert slow.outcome.status == "skipped"
    assert "8000 Hz" in slow.outcome.message
