"""Keys, chords, tuning and roughness of sounds whose partials are known (S-18, S-67)."""

from itertools import pairwise

import numpy as np
import pytest

from analysis.core.pipe import array_decoder, chords, dissonance, key, tuning
from tests import signals

NAMES = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
MAJOR, MINOR = (0, 4, 7), (0, 3, 7)


def together(midis: list[float], seconds: float, a4: float = 440.0) -> signals.Signal:
    tones = [signals.harmonic(a4 * 2 ** ((midi - 69) / 12), seconds) for midi in midis]
    return np.asarray(sum(tones) / len(tones), np.float32)


def cadence(tonic: int, steps: tuple[int, int, int], *, a4: float = 440.0) -> signals.Signal:
    """Tonic, subdominant, dominant, tonic: two seconds each, with the scale's own thirds."""
    roots = [(0, steps), (5, steps), (7, MAJOR), (0, steps)]
    parts = [together([tonic + root + each for each in chord], 2, a4) for root, chord in roots]
    return np.concatenate(parts, axis=1)


@pytest.mark.parametrize("tonic", range(48, 60))
@pytest.mark.parametrize("steps", [MAJOR, MINOR], ids=["major", "minor"])
def test_a_cadence_has_its_key(tonic: int, steps: tuple[int, int, int]) -> None:
    signal = cadence(tonic, steps)
    found = (array_decoder(signal, signals.RATE) | key).run()["key"]
    scale = "major" if steps == MAJOR else "minor"
    assert found["key"].label == f"{NAMES[tonic % 12]} {scale}"
    assert 0.5 < (found.value("strength") or 0) <= 1
    (segment,) = found.spans("segments")
    assert segment.label == found["key"].label
    assert segment.end_s == pytest.approx(8, abs=0.01)


@pytest.mark.parametrize("tonic", [48, 51, 55])
def test_chords_are_heard_where_they_sound(tonic: int) -> None:
    parts = [
        together([tonic + root + each for each in steps], 4)
        for root, steps in ((0, MAJOR), (9, MINOR), (5, MAJOR))
    ]
    found = (array_decoder(np.concatenate(parts, axis=1), signals.RATE) | chords).run()["chords"]
    expected = [NAMES[tonic % 12], NAMES[(tonic + 9) % 12] + "m", NAMES[(tonic + 5) % 12]]
    spans = found.spans("chords")
    for middle, name in zip((2, 6, 10), expected, strict=True):
        (there,) = [span for span in spans if span.start_s <= middle < span.end_s]
        assert there.label == name
        assert there.confidence is not None
        assert there.confidence > 0.5
    for before, after in pairwise(spans):
        assert before.end_s <= after.start_s + 1e-3
        assert before.label != after.label


@pytest.mark.parametrize("cents", [-40, -17, 0, 23, 45])
def test_tuning_is_what_the_scale_was_tuned_to(cents: int) -> None:
    a4 = 440 * 2 ** (cents / 1200)
    found = (array_decoder(cadence(52, MAJOR, a4=a4), signals.RATE) | tuning).run()["tuning"]
    assert found.value("cents") == pytest.approx(cents, abs=4)
    assert found.value("frequency") == pytest.approx(a4, rel=0.003)


def test_a_second_is_rougher_than_a_fifth_and_a_fifth_than_nothing() -> None:
    means = []
    for interval in (0, 7, 1):
        signal = together([60, 60 + interval], 2)
        found = (array_decoder(signal, signals.RATE) | dissonance).run()["dissonance"]
        means.append(found.value("mean") or 0)
    assert means == sorted(means)
    assert means[2] > 1.3 * means[1]


def test_silence_has_no_tones_and_ultrasound_is_no_music() -> None:
    found = (
        array_decoder(signals.silence(3), signals.RATE) | key | chords | tuning | dissonance
    ).run()
    assert found["key"].value("strength") is None
    assert found["chords"].spans("chords") == []
    assert found["tuning"].value("cents") is None
    assert found["dissonance"].value("mean") is None
    slow = (array_decoder(signals.noise(2, rate=2000), 2000) | key).run()["key"]
    assert slow.outcome.status == "skipped"
    assert "4000 Hz" in slow.outcome.message
