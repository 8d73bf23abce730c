"""Notes: those that were played, and those that Basic Pitch itself makes of them."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.core.errors import InvalidParameters
from analysis.core.model_cards import BASIC_PITCH
from analysis.core.needs import View
from analysis.core.needs.notes import FRAMES, Note, NoteActivations, Notes, sample_of
from analysis.core.needs.samples import Samples
from analysis.core.note_creation import notes_of
from analysis.core.pipe import NodeResult, array_decoder, notes
from analysis.core.signal import Sound
from analysis.core.weights import session
from analysis.processors.notes import name_of
from tests import signals
from tests.analysis.processors.basic_pitch import reference
from tests.analysis.processors.spoken import excerpt

RATE = 22_050
Matrix = NDArray[np.float32]


def run(signal: signals.Signal, rate: int = signals.RATE, **params: object) -> NodeResult:
    return (array_decoder(signal, rate) | notes(**params)).run()["notes"]


def hertz(midi: int) -> float:
    return 440.0 * 2 ** ((midi - 69) / 12)


def played(midis: list[int], seconds: float, rate: int) -> signals.Signal:
    """One after another, each with a rise of 10 ms and a decay, a short rest between.

    Partials fall as 1 / n²: those of `signals.harmonic` are as loud as notes of their own.
    """
    parts = []
    t = signals.times(seconds, rate)
    for midi in midis:
        partials = (np.sin(2 * np.pi * n * hertz(midi) * t + n) / n**2 for n in range(1, 8))
        tone = (0.3 * sum(partials, np.zeros(len(t)))).astype(np.float32)[np.newaxis]
        parts.append(tone * (np.minimum(t / 0.01, 1) * np.exp(-1.5 * t)).astype(np.float32))
        parts.append(signals.silence(0.1, rate=rate))
    return np.concatenate(parts, axis=1)


@pytest.mark.parametrize("seed", range(4))
def test_a_melody_is_written_down(seed: int) -> None:
    """Random notes, rates and lengths: each note with its pitch, beginning and length."""
    rng = np.random.default_rng(seed)
    midis = [int(each) for each in rng.integers(50, 80, 6)]
    seconds = float(rng.uniform(0.5, 0.9))
    rate = int(rng.choice([22_050, 44_100, 48_000]))
    found = run(played(midis, seconds, rate), rate).spans("notes")
    for order, midi in enumerate(midis):
        start = order * (seconds + 0.1)
        near = [n for n in found if n.value == midi and abs(n.start_s - start) < 0.06]
        assert near, (midi, start)
        assert near[0].label == name_of(midi)
        assert near[0].duration_s == pytest.approx(seconds, abs=0.2)
        assert near[0].confidence is not None
        assert 0.3 < near[0].confidence <= 1


def test_two_notes_at_once_are_two() -> None:
    chord = played([60], 1.5, RATE) + played([67], 1.5, RATE)
    found = run(chord, RATE)
    assert {60.0, 67.0} <= {span.value for span in found.spans("notes") if span.duration_s > 1}
    roll = found.frames("activations")
    assert roll.axis.values[0] == 21
    middle = roll.values[np.abs(roll.times - 0.5).argmin()]
    assert set(np.flatnonzero(middle > 0.5) + 21) >= {60, 67}


def activations(signal: signals.Signal) -> tuple[Matrix, Matrix]:
    """As the published inference cuts, pads, and joins its windows."""
    model = session(BASIC_PITCH)
    padded = np.concatenate([np.zeros(15 * 256, np.float32), signal[0]])
    window, step = 2 * RATE - 256, 2 * RATE - 256 - 30 * 256
    kept: list[tuple[Matrix, Matrix]] = []
    for at in range(0, len(padded), step):
        part = np.zeros(window, np.float32)
        part[: len(padded[at : at + window])] = padded[at : at + window]
        found = model.run(
            ["StatefulPartitionedCall:1", "StatefulPartitionedCall:2"],
            {"serving_default_input_2:0": part[np.newaxis, :, np.newaxis]},
        )
        kept.append((found[0][0, 15:-15], found[1][0, 15:-15]))
    frames = int(len(signal[0]) * (86 / RATE))
    both = [np.concatenate([window[which] for window in kept])[:frames] for which in (0, 1)]
    return both[0], both[1]


def ours(signal: signals.Signal, block: int = 5_000) -> tuple[Matrix, Matrix]:
    need = NoteActivations()
    running = need.start(Sound(RATE, 1, signal.shape[1]))
    made = []
    for at in range(0, signal.shape[1] + block, block):
        part = signal[:, at : at + block]
        view = View(at, at + part.shape[1], last=at >= signal.shape[1])
        view.put(Samples(mono=True, rate=RATE), part)
        made += running.step(view)
    return np.concatenate([m.notes for m in made]), np.concatenate([m.onsets for m in made])


@pytest.mark.parametrize("name", ["1918.mp3", "german-proverb.wav"])
def test_notes_are_those_of_the_reference(demo_sounds: Path, name: str) -> None:
    """The same activations, the same notes to the frame, times within 12 ms."""
    signal = excerpt(demo_sounds, name, 1, 16.5, rate=RATE)
    theirs, found = activations(signal), ours(signal)
    length = len(theirs[0])
    assert 0 <= len(found[0]) - length <= 0.01 * length + 1
    assert np.array_equal(found[0][:length], theirs[0])
    assert np.array_equal(found[1][:length], theirs[1])
    options = {"onset_thresh": 0.5, "frame_thresh": 0.3, "min_note_len": 11}
    published = reference()
    expected = published.output_to_notes_polyphonic(
        theirs[0].copy(),
        theirs[1].copy(),
        infer_onsets=True,
        min_freq=None,
        max_freq=None,
        **options,
    )
    made = notes_of(*theirs, onset_threshold=0.5, frame_threshold=0.3, least=11)
    assert [note[:3] for note in made] == [tuple(map(int, note[:3])) for note in expected]
    assert [note.amplitude for note in made] == pytest.approx([n[3] for n in expected], abs=1e-6)
    assert made
    times = published.model_frames_to_time(length)
    exact = np.array([sample_of(n) for n in range(length)]) / RATE
    assert np.abs(times - exact).max() < 0.012


@pytest.mark.parametrize("seed", range(20))
def test_any_activations_make_the_notes_of_the_reference(seed: int) -> None:
    """Random, smooth, with ties and plateaus; random thresholds; edges of the keyboard."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(3, 400))
    smooth = np.ones(int(rng.integers(1, 25)))
    frames = np.apply_along_axis(np.convolve, 0, rng.random((n, 88)) ** 3, smooth, "same")
    frames = np.round(frames / frames.max(), int(rng.integers(1, 4))).astype(np.float32)
    onsets = np.round(rng.random((n, 88)) ** 8, 2).astype(np.float32)
    onset, sustain = rng.uniform(0.2, 0.9, 2)
    least = int(rng.integers(1, 15))
    expected = reference().output_to_notes_polyphonic(
        frames.copy(),
        onsets.copy(),
        onset_thresh=onset,
        frame_thresh=sustain,
        infer_onsets=True,
        min_note_len=least,
        min_freq=None,
        max_freq=None,
    )
    made = notes_of(frames, onsets, onset_threshold=onset, frame_threshold=sustain, least=least)
    assert [note[:3] for note in made] == [tuple(map(int, note[:3])) for note in expected]


def test_stretches_give_nearly_what_the_whole_gives(demo_sounds: Path) -> None:
    """Merged from stretches of 20 s, notes differ from those made at once only near the seams."""
    signal = excerpt(demo_sounds, "1918.mp3", 0, 70, rate=RATE)
    found: dict[int, list[Note]] = {}
    for windows in (75, 15):
        need = Notes(windows=windows)
        running, heard = (
            need.start(Sound(RATE, 1, None)),
            NoteActivations().start(Sound(RATE, 1, 1)),
        )
        found[windows] = []
        for at in (*range(0, signal.shape[1], 40_000), signal.shape[1]):
            view = View(at, at, last=at == signal.shape[1])
            view.put(Samples(mono=True, rate=RATE), signal[:, at : at + 40_000])
            view.put(NoteActivations(), heard.step(view))
            for batch in running.step(view):
                found[windows] += batch.notes
    whole, merged = ({note[:3] for note in found[windows]} for windows in (75, 15))
    assert found[15] == sorted(found[15], key=lambda note: note.start_s)
    assert len(whole & merged) / len(whole | merged) > 0.9
    assert FRAMES == 142


def test_bounds_of_the_keyboard_are_kept() -> None:
    chord = played([60], 1.5, RATE) + played([72], 1.5, RATE)
    found = run(chord, RATE, lowest=66).spans("notes")
    assert found
    assert all(span.value is not None and span.value >= 66 for span in found)
    with pytest.raises(InvalidParameters, match="below the lowest"):
        notes(lowest=80, highest=70)


def test_silence_has_no_notes_and_says_so() -> None:
    found = run(signals.silence(3, channels=2))
    assert found.value("count") == 0
    assert found["lowest"].value is None
    assert found["lowest"].label == "no note"
