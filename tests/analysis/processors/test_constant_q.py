"""Constant-Q levels are those of their definition (Brown 1991)."""

import numpy as np
import pytest

from analysis.core.pipe import NodeResult, array_decoder, constant_q
from tests import signals

RATE = 11_025


def run(signal: signals.Signal, rate: int = signals.RATE, **params: float) -> NodeResult:
    return (array_decoder(signal, rate) | constant_q(**params)).run()["constant_q"]


@pytest.mark.parametrize("rate", [22_050, 44_100, 96_000])
@pytest.mark.parametrize("seed", range(4))
def test_a_note_stands_in_its_bin_with_its_level(seed: int, rate: int) -> None:
    rng = np.random.default_rng(seed)
    note, db = int(rng.integers(5, 79)), float(rng.uniform(-40, 0))
    hertz = 32.703 * 2 ** (note / 12)
    frames = run(signals.sine(hertz, 4, rate=rate, db=db), rate).frames("levels")
    middle = frames.values[len(frames.values) // 2]
    assert int(middle.argmax()) == note
    assert middle[note] == pytest.approx(db, abs=0.1)
    assert frames.axis.values[note] == pytest.approx(hertz, rel=1e-4)
    assert middle[(note + 12) % 84] < db - 40
    assert frames.times[1] - frames.times[0] == pytest.approx(256 / RATE)


@pytest.mark.parametrize("bins", [12, 24])
def test_levels_are_those_of_the_definition(bins: int) -> None:
    """At the rate of the transform itself, in double precision, frame by frame."""
    signal = signals.music(4, 6, RATE) + signals.clicks([2.2], 6, rate=RATE)
    frames = run(signal, RATE, bins_per_octave=bins).frames("levels")
    wave = np.pad(signal[0].astype(np.float64), 16_384)
    rng = np.random.default_rng(bins)
    q = 1 / (2 ** (1 / bins) - 1)
    compared = 0
    for at in rng.integers(20, len(frames.values) - 20, 12):
        greatest = frames.values[at].max()
        for column in rng.integers(0, 7 * bins, 20):
            hertz = 32.703 * 2 ** (column / bins)
            length = min(16_382, int(q * RATE / hertz)) | 1
            n = np.arange(length) - length // 2
            window = 0.5 + 0.5 * np.cos(2 * np.pi * n / (length + 1))
            part = wave[16_384 + at * 256 + n]
            value = np.abs((part * window * np.exp(-2j * np.pi * hertz * n / RATE)).sum())
            expected = 20 * np.log10(2 * value / window.sum())
            if expected > greatest - 40:
                assert frames.values[at, column] == pytest.approx(expected, abs=0.1)
                compared += 1
    assert compared > 40


def test_frames_go_on_through_chunks() -> None:
    """A glide of a minute is one line, without a step where chunks meet."""
    frames = run(signals.chirp(100, 2000, 60, rate=RATE), RATE).frames("levels")
    assert len(frames.values) == pytest.approx(60 * RATE / 256, abs=1)
    inner = frames.values[60:-60]
    found = np.array(frames.axis.values)[inner.argmax(axis=1)]
    expected = 100 + 1900 * frames.times[60:-60] / 60
    assert np.abs(np.log2(found / expected)).max() < 1 / 12
    # At -6 dBFS, and at most half a bin away.
    assert inner.max(axis=1).min() > -9


def test_silence_is_at_the_floor() -> None:
    found = run(signals.silence(2))
    assert (found.frames("levels").values == -120).all()
    assert (found.vector("mean").values == -120).all()
