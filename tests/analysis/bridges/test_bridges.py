"""Algorithms of other libraries by name: only those of the lists, fed and typed (S-18, S-19)."""

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest

from analysis.bridges import essentia_signatures
from analysis.bridges.listed import listing
from analysis.contract import checks
from analysis.core.errors import InvalidParameters
from analysis.core.job import Job, Node
from analysis.core.pipe import StepFactory, array_decoder
from analysis.core.registry import builds_of, discover
from analysis.core.sandbox import run_pass
from analysis.core.wire import JSON
from analysis.runs.presets import PRESETS
from config import env
from tests import signals

essentia, librosa = StepFactory("essentia_bridge"), StepFactory("librosa_bridge")
LIBRARIES = ("essentia", "librosa")


def found_by(algorithm: str, signal: signals.Signal, **parameters: Any) -> Any:
    step = essentia(algorithm=algorithm, parameters=parameters)
    found = (array_decoder(signal, signals.RATE) | step).run()["essentia_bridge"]
    assert found.outcome.status == "done", found.outcome.detail or found.outcome.message
    return found


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_list_is_of_the_installed_version(library: str) -> None:
    assert listing(library).version == version(library)


def test_the_list_is_what_essentia_declares() -> None:
    """Parameters, ranges and outputs of each; `python -m analysis.bridges` tries them out too."""
    import essentia.standard as es

    listed = listing("essentia").algorithms
    print(f"{len(listed)} algorithms")
    assert len(listed) > 80
    for each in listed:
        declared = essentia_signatures._of(each.name, getattr(es, each.name).__struct__)
        assert declared == each
    assert {"KeyExtractor", "RhythmExtractor2013", "PredominantPitchMelodia", "Dissonance"} <= {
        each.name for each in listed
    }


@pytest.mark.parametrize("library", LIBRARIES)
def test_nothing_that_is_listed_takes_text_of_ones_own(library: str) -> None:
    words = 0
    for each in listing(library).algorithms:
        for schema in each.parameters.values():
            if "string" in str(schema.get("type", "")):
                words += 1
                assert schema["enum"]
            assert schema.get("type") in ("integer", "number", "boolean", "string", "array")
    print(f"{words} parameters are words of a closed list")
    assert words > 0


@pytest.mark.parametrize("frequency", [440.0, 1234.0, 5000.0])
def test_frames_of_essentia_have_a_known_answer(frequency: float) -> None:
    found = found_by("MaxMagFreq", signals.sine(frequency, 1, db=-6))
    frames = found.frames("max_mag_freq")
    assert frames.unit == "Hz"
    assert np.median(frames.values) == pytest.approx(frequency, abs=44_100 / 2048)
    assert frames.times[0] == pytest.approx(1024 / 44_100)
    assert frames.times[1] - frames.times[0] == pytest.approx(512 / 44_100)


def test_rows_peaks_and_whole_sounds_of_essentia_have_known_answers() -> None:
    tone = signals.harmonic(330, 4)
    bands = found_by("MelBands", tone, numberBands=24).frames("bands")
    assert bands.values.shape[1] == len(bands.axis) == 24
    fifth = found_by("Dissonance", signals.harmonic(220, 1)).frames("dissonance").values
    second = signals.harmonic(220, 1) + signals.harmonic(233, 1)
    assert np.median(found_by("Dissonance", second).frames("dissonance").values) > np.median(fifth)
    melody = found_by("PredominantPitchMelodia", tone).vector("pitch")
    assert melody.unit == "Hz"
    heard = melody.values[melody.values > 0]
    assert np.median(heard) == pytest.approx(330, rel=0.01)


def test_the_key_of_a_cadence_by_essentia_and_a_pulse_by_librosa() -> None:
    chords = [(261.6, 329.6, 392.0), (349.2, 440.0, 523.3), (392.0, 493.9, 587.3)]
    played = [sum(signals.harmonic(each, 1.5) for each in chord) for chord in (*chords, chords[0])]
    found = found_by("KeyExtractor", np.concatenate(played, axis=1))
    assert (found["key"].label, found["scale"].label) == ("C", "major")
    beats = signals.clicks([0.5 * n for n in range(1, 40)], 20)
    step = librosa(algorithm="feature.tempo")
    tempo = (array_decoder(beats, signals.RATE) | step).run()["librosa_bridge"]
    assert tempo.value("tempo") == pytest.approx(120, rel=0.03)


def test_librosas_frames_stand_on_the_time_axis() -> None:
    tone = signals.sine(3000, 4, db=-6)
    found = (array_decoder(tone, signals.RATE) | librosa(parameters={"hop_length": 256})).run()
    frames = found["librosa_bridge"].frames("centroid")
    assert np.median(frames.values) == pytest.approx(3000, rel=0.02)
    assert frames.times[1] - frames.times[0] == pytest.approx(256 / 22_050)
    assert frames.times[-1] <= 4


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"algorithm": "MonoLoader"}, "'MonoLoader' is not among the"),
        ({"algorithm": "__class__"}, "is not among the"),
        ({"algorithm": "RollOff", "parameters": {"filename": "/etc/passwd"}}, "no parameter 'file"),
        ({"algorithm": "RollOff", "parameters": {"cutoff": 2.0}}, "exclusiveMaximum is 1"),
        ({"algorithm": "RollOff", "parameters": {"cutoff": "much"}}, "it must be number"),
        ({"algorithm": "RollOff", "parameters": {"sampleRate": 1.0}}, "no parameter 'sampleRate'"),
        ({"algorithm": "MelBands", "parameters": {"type": "../x"}}, "must be one of"),
        ({"algorithm": "MelBands", "parameters": {"numberBands": True}}, "must be integer"),
    ],
)
def test_what_is_not_listed_is_refused_with_what_may_be(
    params: dict[str, Any], reason: str
) -> None:
    told = discover().get("essentia_bridge").Params
    with pytest.raises(InvalidParameters, match=reason):
        told.read(params)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(params, told.params_schema())


@pytest.mark.parametrize("name", ["essentia_bridge", "librosa_bridge"])
def test_a_bridge_keeps_the_contract(name: str, tmp_path: Path) -> None:
    checks.declares_itself(name)
    checks.parameters_keep_their_schema(name)
    checks.results_do_not_depend_on_the_block_size((name,), 2)
    for sound in checks.ODD_SOUNDS.values():
        checks.odd_sound_is_done_or_skipped((name,), *sound)
    checks.findings_lie_within_the_sound((name,))
    checks.no_numbers_spoil_nothing((name,), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "algorithm"),
    [
        ("essentia_bridge", "RollOff"),
        ("essentia_bridge", "KeyExtractor"),
        ("librosa_bridge", "feature.mfcc"),
        ("librosa_bridge", "onset.onset_detect"),
        ("librosa_bridge", "beat.beat_track"),
    ],
)
def test_it_works_behind_the_wall(name: str, algorithm: str, tmp_path: Path) -> None:
    sound = signals.write(tmp_path / "x.wav", signals.clicks([1, 1.5, 2, 2.5, 3, 3.5], 5))
    (tmp_path / "work").mkdir()
    node = Node("key", name, params={"algorithm": algorithm})
    outcome = run_pass(Job(nodes=(node,), work=str(tmp_path / "work")), sound)
    assert outcome.nodes[0].status == "done", outcome.nodes[0].detail
    assert outcome.libraries[name.partition("_")[0]] == version(name.partition("_")[0])


@pytest.mark.parametrize(
    ("step", "seconds"),
    [(essentia(algorithm="Duration"), 601), (librosa(), 301)],
    ids=["essentia", "librosa"],
)
def test_a_sound_too_long_to_be_held_is_refused(step: Any, seconds: int) -> None:
    found = (array_decoder(signals.silence(seconds, rate=1000), 1000) | step).run()
    (node,) = found.outcome.nodes
    assert node.status == "skipped"
    assert f"up to {seconds - 1} s; this one has {seconds} s" in node.message


def test_bridges_are_off_by_default_and_their_builds_are_in_the_key() -> None:
    for library in LIBRARIES:
        bridge = discover().get(f"{library}_bridge")
        assert bridge.experimental
        assert builds_of(bridge)[library] == version(library)
        assert all(bridge.id not in preset.processors for preset in PRESETS.values())
        asked: list[dict[str, JSON]] = [{}, {"algorithm": listing(library).algorithms[0].name}]
        keys = [json.dumps(bridge.Params.read(each).canonical(), sort_keys=True) for each in asked]
        assert keys[0] != keys[1]


def test_the_page_names_what_is_listed() -> None:
    page = (env.ROOT / "docs" / "bridges.md").read_text()
    for library in LIBRARIES:
        listed = listing(library).algorithms
        assert f"{len(listed)} " in page
        assert [each.name for each in listed if f"`{each.name}`" not in page] == []
