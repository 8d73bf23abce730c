"""What the seeded set is mixed from: the demo's own recordings, and melodies whose notes are known.

Speech is cut into utterances by the level of the clean recording (within 30 dB of its loudest
50 ms, pauses of 0.25 s bridged), by no detector. Nothing here knows what a detector says.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from tests.signals import times

RATE = 32_000
Mono = NDArray[np.float32]

SPEECH = (
    "german-proverb.wav",
    "arabic-numbers.wav",
    "french-bon-beau.wav",
    "creaky-voice.wav",
    "voice-and-egg.wav",
)
MUSIC = ("1918.mp3", "funky-robot.mp3")
ANIMALS = (
    "bengalese-finch.wav",
    "zebra-finch-call.wav",
    "deer-mouse-pup.wav",
    "fruit-fly-song.wav",
)


@dataclass(frozen=True)
class Material:
    """Pieces of sound at 32 kHz, (n,), RMS 1."""

    speech: tuple[Mono, ...]
    music: tuple[Mono, ...]
    animals: tuple[Mono, ...]


def material(folder: Path) -> Material:
    """Read the demo's sounds; speech as utterances of at least 0.2 s."""
    speech = [u for name in SPEECH for u in utterances(read(folder / "files" / name))]
    music = [read(folder / "files" / name) for name in MUSIC]
    animals = [read(folder / "files" / name) for name in ANIMALS]
    return Material(
        tuple(level(each) for each in speech),
        tuple(level(each) for each in music),
        tuple(level(each) for each in animals),
    )


def read(path: Path) -> Mono:
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return np.asarray(soxr.resample(samples.mean(axis=1), rate, RATE), np.float32)


def level(piece: Mono) -> Mono:
    return np.asarray(piece / np.sqrt((piece.astype(np.float64) ** 2).mean()), np.float32)


def utterances(recording: Mono) -> list[Mono]:
    """Return the parts in which somebody speaks, by level alone."""
    size = RATE // 20
    rms = np.sqrt((recording[: len(recording) // size * size].reshape(-1, size) ** 2).mean(axis=1))
    loud = np.flatnonzero(rms > rms.max() * 10 ** (-30 / 20))
    gaps = np.flatnonzero(np.diff(loud) > 5)
    firsts = [loud[0], *loud[gaps + 1]]
    lasts = [*loud[gaps], loud[-1]]
    found = [recording[a * size : (b + 1) * size] for a, b in zip(firsts, lasts, strict=True)]
    return [each for each in found if len(each) >= RATE // 5]


def melody(rng: np.random.Generator, seconds: float) -> tuple[Mono, list[tuple[float, float, int]]]:
    """One voice of random notes, and (start_s, end_s, MIDI) of each; RMS 1.

    Partials fall as n to the power -1.5 to -3, notes rise in 5 to 40 ms and decay or hold.
    """
    made = np.zeros(round(seconds * RATE))
    notes: list[tuple[float, float, int]] = []
    at, midi = 0.0, int(rng.integers(52, 76))
    slope, rise, decay = rng.uniform(1.5, 3), rng.uniform(0.005, 0.04), rng.uniform(0, 2)
    while True:
        length = float(rng.uniform(0.25, 0.9))
        if at + length > seconds:
            return level(made.astype(np.float32)), notes
        midi = int(np.clip(midi + rng.integers(-5, 6), 45, 84))
        t = times(length, RATE)
        frequency = 440 * 2 ** ((midi - 69) / 12)
        tone = sum(
            (np.sin(2 * np.pi * n * frequency * t + n) / n**slope for n in range(1, 10)),
            np.zeros(len(t)),
        )
        shape = np.minimum(t / rise, 1) * np.exp(-decay * t) * np.minimum((length - t) / 0.03, 1)
        start = round(at * RATE)
        made[start : start + len(t)] += tone * shape
        notes.append((at, at + length, midi))
        at += length + float(rng.choice([0.0, 0.05, 0.3]))


def pink(rng: np.random.Generator, count: int) -> Mono:
    """Noise that falls by 3 dB an octave; RMS 1."""
    spectrum = np.fft.rfft(rng.standard_normal(count))
    spectrum /= np.sqrt(np.maximum(1, np.arange(len(spectrum))))
    return level(np.fft.irfft(spectrum, count).astype(np.float32))
