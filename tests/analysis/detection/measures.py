"""Each detector on each scene, beside its baselines."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.core.pipe import Results, StepFactory, array_decoder
from tests.analysis.detection.material import RATE, Material
from tests.analysis.detection.scenes import STEP_S, Scene, heard, played
from tests.analysis.detection.scoring import (
    BASELINES,
    Numbers,
    Score,
    baselines,
    score,
)

Note = tuple[float, float, int]


@dataclass(frozen=True)
class Measured:
    """One line of the table."""

    what: str
    processor: str
    scores: dict[str, Score]
    """Of the detector (`detector`) and of the baselines."""

    @property
    def beats_all(self) -> bool:
        return all(self.scores["detector"].beats(self.scores[name]) for name in BASELINES)


@dataclass(frozen=True)
class Question:
    """What a curve of a processor says, and where the scenes know the answer."""

    what: str
    processor: str
    output: str
    column: str
    truth: str


HEARD = (
    Question("speech", "speech_music", "probabilities", "speech", "speech"),
    Question("music", "speech_music", "probabilities", "music", "music"),
    Question("speech", "speech_silero", "probability", "", "speech"),
)
PLAYED = (Question("several voices", "polyphony", "probability", "", "several"),)


def framewise(material: Material, seeds: Iterable[int], seconds: float) -> list[Measured]:
    """Speech and music in mixtures of the demo's recordings; voices in melodies."""
    seeds = list(seeds)
    in_recordings = [heard(material, seed, seconds) for seed in seeds]
    in_melodies = [played(seed, seconds) for seed in seeds]
    return [*_asked(HEARD, in_recordings), *_asked(PLAYED, in_melodies)]


def _asked(questions: tuple[Question, ...], scenes: list[Scene]) -> list[Measured]:
    steps = [StepFactory(name) for name in {question.processor for question in questions}]
    found = [_run(scene, steps) for scene in scenes]
    levels = [_level(scene) for scene in scenes]
    made = []
    for question in questions:
        sure = [scene.sure[question.truth] for scene in scenes]
        truth = _joined(scene.truth[question.truth] for scene in scenes)
        said = _joined(
            _sampled(result, question, scene.frames)
            for result, scene in zip(found, scenes, strict=True)
        )
        level, kept = _joined(levels), _joined(sure) & np.isfinite(said)
        beside = baselines(said[kept], level[kept], truth[kept], seed=len(scenes))
        scores = {"detector": score(said[kept], truth[kept])} | beside
        made.append(Measured(question.what, question.processor, scores))
    return made


def _joined(parts: "Iterable[NDArray[np.generic]]") -> NDArray[np.generic]:
    return np.concatenate(list(parts))


def _run(scene: Scene, steps: list[StepFactory]) -> Results:
    pipe = array_decoder(scene.signal[np.newaxis], RATE) | steps[0]
    for step in steps[1:]:
        pipe = pipe | step
    return pipe.run()


def _sampled(result: Results, question: Question, frames: int) -> Numbers:
    """Read a curve in the middles of the frames of 50 ms."""
    curve = result[question.processor].frames(question.output)
    values = curve.values
    if question.column:
        values = values[:, curve.axis.labels.index(question.column)]
    middles = (np.arange(frames) + 0.5) * STEP_S
    nearest = np.abs(curve.times[np.newaxis] - middles[:, np.newaxis]).argmin(axis=1)
    return np.asarray(values[nearest], np.float64)


def _level(scene: Scene) -> Numbers:
    size = round(STEP_S * RATE)
    cut = scene.signal[: scene.frames * size].astype(np.float64).reshape(-1, size)
    return np.asarray(10 * np.log10((cut**2).mean(axis=1) + 1e-12), np.float64)


def note_wise(seeds: Iterable[int], seconds: float) -> dict[str, float]:
    """F1 of notes: the semitone right and the beginning within 50 ms; beside baselines.

    constant: the commonest semitone of the truth at each beginning that was found; shuffled: the
    found semitones in another order; energy: a note at each rise of level by 6 dB within 50 ms,
    with the commonest semitone.
    """
    scores: dict[str, list[float]] = {}
    for seed in seeds:
        scene = played(seed, seconds)
        result = _run(scene, [StepFactory("notes")])["notes"]
        spans = result.spans("notes")
        found = [(span.start_s, span.end_s, int(span.value or 0)) for span in spans]
        commonest = int(np.bincount([midi for _, _, midi in scene.notes]).argmax())
        mixed = np.random.default_rng(seed).permutation([midi for _, _, midi in found])
        rises = np.flatnonzero(np.diff(_level(scene)) > 6) * STEP_S + STEP_S
        answers: dict[str, list[Note]] = {
            "detector": found,
            "constant": [(a, b, commonest) for a, b, _ in found],
            "shuffled": [(a, b, int(midi)) for (a, b, _), midi in zip(found, mixed, strict=True)],
            "energy": [(float(at), float(at) + 0.3, commonest) for at in rises],
        }
        for name, notes in answers.items():
            scores.setdefault(name, []).append(matched(notes, scene.notes))
    return {name: float(np.mean(each)) for name, each in scores.items()}


def matched(found: list[Note], truth: list[Note]) -> float:
    """Return F1, each note of the truth matched once at most."""
    left, hits = list(truth), 0
    for start, _, midi in found:
        near = [each for each in left if each[2] == midi and abs(each[0] - start) <= 0.05]
        if near:
            left.remove(min(near, key=lambda each: abs(each[0] - start)))
            hits += 1
    return 2 * hits / max(1, len(found) + len(truth))


def pitch_wise(seeds: Iterable[int], seconds: float, processor: str) -> dict[str, float]:
    """Share of the frames of one voice whose pitch is right within 50 cents; beside baselines.

    constant: the median of the answers; shuffled: the answers in another order; energy has no
    pitch to tell: the commonest note of the truth wherever it is loud.
    """
    scores: dict[str, list[float]] = {}
    for seed in seeds:
        scene = played(seed, seconds)
        curve = _run(scene, [StepFactory(processor)])[processor].frames("f0")
        pitch = _midi_of_truth(scene, curve.times)
        one = np.isfinite(pitch)
        said = 69 + 12 * np.log2(curve.values.astype(np.float64) / 440)
        commonest = float(np.bincount(pitch[one].astype(int)).argmax())
        answers: dict[str, Numbers] = {
            "detector": said,
            "constant": np.full(len(said), np.nanmedian(said)),
            "shuffled": np.random.default_rng(seed).permutation(said),
            "energy": np.full(len(said), commonest),
        }
        for name, answer in answers.items():
            right = np.abs(answer[one] - pitch[one]) <= 0.5
            scores.setdefault(name, []).append(float(right.mean()))
    return {name: float(np.mean(each)) for name, each in scores.items()}


def _midi_of_truth(scene: Scene, at: Numbers) -> Numbers:
    """MIDI number where exactly one note sounds, 50 ms from its ends; else not a number."""
    count, pitch = np.zeros(len(at)), np.full(len(at), np.nan)
    for start, end, midi in scene.notes:
        count += (at >= start) & (at < end)
        pitch[(at >= start + 0.05) & (at < end - 0.05)] = midi
    pitch[count != 1] = np.nan
    return pitch


Progress = Callable[[str], None]
