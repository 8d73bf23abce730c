"""What is not experimental beats its baselines, on a small seeded set (issue 5, row 3)."""

from pathlib import Path

import numpy as np
import pytest

from analysis.core.registry import discover
from tests.analysis.detection.__main__ import PAGE
from tests.analysis.detection.material import RATE, Material, material
from tests.analysis.detection.measures import framewise, matched, note_wise, pitch_wise
from tests.analysis.detection.scenes import heard, played
from tests.analysis.detection.scoring import BASELINES, Score, area, in_hindsight, score

SEEDS = range(8)


@pytest.fixture(scope="module")
def sounds(demo_sounds: Path) -> Material:
    return material(demo_sounds)


def test_what_is_not_experimental_beats_constant_shuffled_and_energy(sounds: Material) -> None:
    measured = framewise(sounds, SEEDS, 60.0)
    assert {m.processor for m in measured} == {"speech_music", "speech_silero", "polyphony"}
    for each in measured:
        print(each)
        if not discover().get(each.processor).experimental:
            assert each.beats_all, each


def test_the_page_says_so_too() -> None:
    """The table of docs/detection.md and the flags of the processors are of one mind."""
    figures: dict[str, list[list[float]]] = {}
    processor = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 6 and cells[2] in ("**detector**", *BASELINES):
            processor = cells[1].split("`")[1] + cells[0] if cells[1] else processor
            figures.setdefault(processor, []).append([float(cell) for cell in cells[3:]])
    assert len(figures) == 4
    beaten: dict[str, bool] = {}
    for name, (detector, *others) in figures.items():
        better = all(a > b for other in others for a, b in zip(detector, other, strict=True))
        who = next(known for known in discover().processors if name.startswith(known))
        beaten[who] = beaten.get(who, True) and better
    for who, is_better in beaten.items():
        assert discover().get(who).experimental == (not is_better), who


@pytest.mark.parametrize("processor", ["notes", "pitch", "pitch_swift"])
def test_notes_and_pitches_beat_them_too(processor: str) -> None:
    scores = (
        note_wise(SEEDS[:3], 20.0)
        if processor == "notes"
        else pitch_wise(SEEDS[:3], 20.0, processor)
    )
    print(processor, scores)
    assert not discover().get(processor).experimental
    assert all(scores["detector"] > scores[name] + 0.2 for name in BASELINES)


def test_a_scene_is_its_seed_and_holds_what_it_says(sounds: Material) -> None:
    one, again, other = (heard(sounds, seed, 30.0) for seed in (5, 5, 6))
    assert np.array_equal(one.signal, again.signal)
    assert not np.array_equal(one.signal, other.signal)
    for name, truth in one.truth.items():
        assert 0 < truth.sum() < len(truth)
        assert (truth != one.sure[name]).any()
    scene = played(7, 20.0)
    assert {midi for _, _, midi in scene.notes} <= set(range(45, 85))
    assert len(scene.signal) == 20 * RATE


def test_scores_are_those_counted_by_hand() -> None:
    probability = np.array([0.9, 0.8, 0.3, 0.6, 0.1, 0.2])
    truth = np.array([True, True, True, False, False, False])
    found = score(probability, truth)
    assert found.f1 == pytest.approx(2 / 3)
    assert found.balanced == pytest.approx(2 / 3)
    assert found.auc == pytest.approx(8 / 9)
    assert area(np.zeros(6), truth) == 0.5
    assert in_hindsight(probability, truth).balanced == pytest.approx(5 / 6)
    assert not Score(0.9, 0.9, 0.5).beats(Score(0.5, 0.5, 0.5))
    truth_notes = [(0.0, 1.0, 60), (1.0, 2.0, 62)]
    assert matched([(0.04, 1, 60), (1.06, 2, 62)], truth_notes) == pytest.approx(0.5)


def test_a_detector_that_only_hears_level_does_not_beat_the_baselines(sounds: Material) -> None:
    """The control: with level for its probability, a detector is no better than energy."""
    scene = heard(sounds, 11, 40.0)
    size = len(scene.signal) // scene.frames
    level = (scene.signal[: scene.frames * size].reshape(-1, size).astype(float) ** 2).mean(axis=1)
    truth = scene.truth["speech"]
    probability = level / level.max()
    assert not score(probability, truth).beats(in_hindsight(np.log(level + 1e-12), truth))
