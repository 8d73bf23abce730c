"""Speech by the second model: blocks of frames give what frame by frame gives (S-23)."""

from pathlib import Path

import numpy as np
import pytest

from analysis.core.model_cards import SILERO_VAD
from analysis.core.pipe import NodeResult, array_decoder, speech_silero
from analysis.core.weights import session
from tests import signals
from tests.analysis.processors.spoken import excerpt

RATE, FRAME = 16_000, 512


def run(signal: signals.Signal, rate: int = RATE, **params: object) -> NodeResult:
    return (array_decoder(signal, rate) | speech_silero(**params)).run()["speech_silero"]


@pytest.fixture(scope="module")
def talk(demo_sounds: Path) -> signals.Signal:
    """Silence 0 to 2 s, speech 2 to 7.5 s, silence to 10.5 s, music to 30.5 s."""
    return np.concatenate(
        [
            signals.silence(2, rate=RATE),
            excerpt(demo_sounds, "german-proverb.wav", 7, 12.5),
            signals.silence(3, rate=RATE),
            excerpt(demo_sounds, "1918.mp3", 30, 50),
        ],
        axis=1,
    )


def test_probabilities_are_those_of_one_frame_after_another(talk: signals.Signal) -> None:
    model = session(SILERO_VAD)
    state = [np.zeros((1, 1, 128), np.float32), np.zeros((1, 1, 128), np.float32)]
    before, expected = np.zeros(64, np.float32), []
    for at in range(0, talk.shape[1] - FRAME, FRAME):
        frame = talk[0, at : at + FRAME]
        found, *state = model.run(
            ["speech_probs", "hn", "cn"],
            {"input": np.concatenate([before, frame])[np.newaxis], "h": state[0], "c": state[1]},
        )
        before = frame[-64:]
        expected.append(float(np.asarray(found).reshape(-1)[0]))
    curve = run(talk).frames("probability")
    assert len(curve.values) - len(expected) in (0, 1)
    assert np.abs(curve.values[: len(expected)] - expected).max() < 1e-5
    assert curve.times[0] == pytest.approx(0.016)


def test_speech_is_found_where_it_is_and_not_in_music(talk: signals.Signal) -> None:
    found = run(talk)
    spans = found.spans("speech")
    assert spans
    assert min(span.start_s for span in spans) > 1.9
    assert max(span.end_s for span in spans) < 8
    assert all(span.confidence is not None and span.confidence > 0.5 for span in spans)
    assert sum(span.duration_s for span in spans) > 3
    assert found.value("speech_fraction") == pytest.approx(
        sum(span.duration_s for span in spans) / 30.5, abs=0.002
    )


def test_stereo_silence_and_too_short() -> None:
    assert run(signals.silence(2, channels=2)).value("speech_fraction") == 0
    outcome = run(signals.noise(0.01, rate=RATE)).outcome
    assert outcome.status == "skipped"
    assert outcome.message == "Finding speech needs at least 16 ms."
