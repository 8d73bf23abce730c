"""One voice or several: overlaps that are known (S-24)."""

import numpy as np
import pytest

from analysis.core.needs import Note
from analysis.core.pipe import NodeResult, array_decoder, polyphony
from analysis.processors.polyphony import Cells
from tests import signals
from tests.analysis.processors.test_notes import played

RATE = 22_050


def run(signal: signals.Signal, rate: int = RATE, **params: object) -> NodeResult:
    return (array_decoder(signal, rate) | polyphony(**params)).run()["polyphony"]


LINE = [60, 64, 62, 67, 65, 60, 62, 59, 60, 64, 67, 72]
ABOVE = [72, 76, 74, 79, 77, 72, 74, 71, 76, 79, 83, 84]


def test_one_voice_then_two() -> None:
    one = played(LINE, 0.9, RATE)
    two = (one + played([m + 7 for m in LINE], 0.9, RATE)) / 2
    found = run(np.concatenate([one, two], axis=1))
    spans = found.spans("segments")
    assert [span.label for span in spans] == ["monophonic", "polyphonic"]
    assert spans[1].start_s == pytest.approx(12, abs=3)
    assert spans[1].end_s == pytest.approx(24, abs=0.5)
    assert all(span.confidence is not None and span.confidence >= 0.5 for span in spans)
    overall = found.value("overall")
    assert overall is not None
    assert 0.3 < overall < 0.7
    assert found["texture"].label == "polyphonic"
    assert run(one)["texture"].label == "monophonic"


def test_probability_is_a_half_at_the_threshold() -> None:
    """And falls with it: the same sound under two thresholds."""
    two = played(LINE, 0.9, RATE) + played(ABOVE, 0.9, RATE)
    found = run(two)
    overlap, probability = found.frames("overlap").values, found.frames("probability").values
    heard = np.isfinite(overlap)
    expected = 1 / (1 + np.exp((0.15 - overlap[heard].astype(np.float64)) / 0.05))
    assert probability[heard] == pytest.approx(expected, abs=1e-5)
    stricter = run(two, threshold=1.0).frames("probability").values
    assert (stricter[heard] <= probability[heard]).all()


@pytest.mark.parametrize("seed", range(5))
def test_overlaps_are_those_of_a_straight_count(seed: int) -> None:
    """Random notes in random batches, against counting every cell of the whole."""
    rng = np.random.default_rng(seed)
    starts = np.sort(rng.uniform(0, 60, 150))
    every = [Note(s, s + rng.uniform(0.1, 4), 60, 0.5) for s in starts.tolist()]
    half, total = int(rng.integers(25, 300)), 61.0
    counts = np.zeros(10_000, int)
    for note in every:
        counts[round(note.start_s / 0.02) : round(note.end_s / 0.02)] += 1
    expected = []
    for middle in range(0, 3051, 25):
        window = counts[max(0, middle - half) : middle + half]
        sounding = (window >= 1).sum()
        expected.append(
            (window >= 2).sum() / sounding if sounding >= 0.05 * len(window) else np.nan
        )
    cells, found, done = Cells(half), [], 0.0
    for until in (*np.sort(rng.uniform(0, 60, 6)).tolist(), 60.5):
        cells.take(tuple(n for n in every if done <= n.start_s < until))
        found += cells.until(until)
        done = until
    found += cells.finish(total)
    assert found == pytest.approx(expected, nan_ok=True)
    sounding = (counts[:3050] >= 1).sum()
    assert cells.overall == pytest.approx((counts[:3050] >= 2).sum() / sounding)


def test_silence_has_no_texture() -> None:
    found = run(signals.silence(3))
    assert found["overall"].value is None
    assert found["overall"].label == "no note"
    assert np.isnan(found.frames("overlap").values).all()
    assert found.spans("segments") == []


def test_too_short_a_sound_is_skipped_with_a_sentence() -> None:
    outcome = run(signals.noise(0.3, rate=RATE)).outcome
    assert outcome.status == "skipped"
    assert "at least 0.5 s" in outcome.message
