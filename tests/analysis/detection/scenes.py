"""Scenes: what sounds when, at which level over which noise, all by the seed."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tests.analysis.detection.material import RATE, Material, Mono, melody, pink

STEP_S = 0.05
COLLAR_S = 0.1
Truth = NDArray[np.bool_]


@dataclass
class Scene:
    """A mixture of (n,), and what is in it, frame by frame of 50 ms."""

    signal: Mono
    truth: dict[str, Truth]
    sure: dict[str, Truth] = field(default_factory=dict)
    """False within 0.1 s of where something begins or ends: not scored."""
    notes: list[tuple[float, float, int]] = field(default_factory=list)

    @property
    def frames(self) -> int:
        return round(len(self.signal) / RATE / STEP_S)


def empty(seconds: float, names: tuple[str, ...]) -> Scene:
    frames = round(seconds / STEP_S)
    none = {name: np.zeros(frames, np.bool_) for name in names}
    return Scene(np.zeros(round(seconds * RATE), np.float32), none)


def put(scene: Scene, name: str, piece: Mono, at_s: float, gain_db: float) -> None:
    """Add a piece; mark it as `name`, if the scene asks about that."""
    start = round(at_s * RATE)
    piece = piece[: len(scene.signal) - start]
    scene.signal[start : start + len(piece)] += np.float32(10 ** (gain_db / 20)) * piece
    if name in scene.truth:
        end = at_s + len(piece) / RATE
        scene.truth[name][round(at_s / STEP_S) : round(end / STEP_S)] = True


def finished(scene: Scene, rng: np.random.Generator, snr_db: float, loudest_db: float) -> Scene:
    """Lay pink noise under it, set its peak, and find which frames can be scored."""
    sounding = scene.signal[np.abs(scene.signal) > 0]
    power = float((sounding.astype(np.float64) ** 2).mean())
    noise = pink(rng, len(scene.signal)) * np.float32(np.sqrt(power) * 10 ** (-snr_db / 20))
    mixed = scene.signal + noise
    scene.signal = np.asarray(mixed / np.abs(mixed).max() * 10 ** (loudest_db / 20), np.float32)
    reach = round(COLLAR_S / STEP_S)
    for name, truth in scene.truth.items():
        sure = np.ones(len(truth), np.bool_)
        for edge in np.flatnonzero(np.diff(truth.astype(int))) + 1:
            sure[max(0, edge - reach) : edge + reach] = False
        scene.sure[name] = sure
    return scene


def heard(material: Material, seed: int, seconds: float = 60.0) -> Scene:
    """Speech, music, animals, speech over music, and pauses, one after another.

    SNR 5 to 30 dB; each piece at a level of its own within 15 dB; speech 0 to 15 dB over music.
    """
    rng = np.random.default_rng(seed)
    scene = empty(seconds, ("speech", "music"))
    at = float(rng.uniform(0.5, 2))
    while at < seconds - 3:
        kind = rng.choice(
            ["speech", "music", "animal", "both", "pause"], p=[0.3, 0.2, 0.2, 0.2, 0.1]
        )
        level = float(rng.uniform(-15, 0))
        end = at + float(rng.uniform(2, 6))
        if kind in ("music", "both"):
            song = material.music[int(rng.integers(len(material.music)))]
            start = int(rng.integers(len(song) - round(7 * RATE)))
            put(scene, "music", song[start : start + round((end - at) * RATE)], at, level)
        if kind == "animal":
            animal = material.animals[int(rng.integers(len(material.animals)))]
            put(scene, "animal", animal[: round((end - at) * RATE)], at, level)
        if kind in ("speech", "both"):
            over = float(rng.uniform(0, 15)) if kind == "both" else 0.0
            while at < end - 0.3:
                said = material.speech[int(rng.integers(len(material.speech)))]
                said = said[: round((end - at) * RATE)]
                put(scene, "speech", said, at, level + over)
                at += len(said) / RATE + float(rng.uniform(0.1, 0.5))
        at = max(at, end) + float(rng.uniform(0.5, 1.5))
    return finished(scene, rng, float(rng.uniform(5, 30)), float(rng.uniform(-20, -1)))


def played(seed: int, seconds: float = 40.0) -> Scene:
    """Melodies of one voice and of two or three, a few seconds of each in turn; SNR 10 to 40 dB."""
    rng = np.random.default_rng(seed)
    scene = empty(seconds, ("several",))
    at, several = 0.0, bool(rng.integers(2))
    while at < seconds - 4:
        length = float(rng.uniform(8, 14))
        for _ in range(int(rng.integers(2, 4)) if several else 1):
            voice, notes = melody(rng, min(length, seconds - at))
            put(scene, "several" if several else "one", voice, at, float(rng.uniform(-6, 0)))
            scene.notes += [(at + a, at + b, midi) for a, b, midi in notes]
        at, several = at + length, not several
    scene.notes.sort()
    return finished(scene, rng, float(rng.uniform(10, 40)), float(rng.uniform(-20, -1)))
