"""Signals with a known answer: (channels, frames) float32, full scale ±1, seeds fixed."""

from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

Signal = NDArray[np.float32]
RATE = 44_100


def times(seconds: float, rate: int = RATE) -> NDArray[np.float64]:
    return np.arange(round(seconds * rate)) / rate


def harmonic(frequency: float, seconds: float, *, rate: int = RATE, partials: int = 8) -> Signal:
    """A tone like a voice or a string: partials falling as 1/n, below the Nyquist frequency."""
    t = times(seconds, rate)
    wave = np.zeros(len(t))
    for n in range(1, partials + 1):
        if n * frequency < rate / 2:
            wave += np.sin(2 * np.pi * n * frequency * t + n) / n
    return (0.2 * wave).astype(np.float32)[np.newaxis]


def silence(seconds: float, *, rate: int = RATE, channels: int = 1) -> Signal:
    return np.zeros((channels, round(seconds * rate)), np.float32)


def clicks(at: list[float], seconds: float, *, rate: int = RATE) -> Signal:
    """Short noise bursts (10 ms, decaying) that begin at the given seconds, in faint noise."""
    rng = np.random.default_rng(7)
    wave = 1e-4 * rng.standard_normal(round(seconds * rate))
    length = round(0.01 * rate)
    burst = 0.5 * rng.standard_normal(length) * np.exp(-np.arange(length) / (length / 4))
    for second in at:
        start = round(second * rate)
        wave[start : start + length] += burst[: len(wave) - start]
    return np.clip(wave, -1, 1).astype(np.float32)[np.newaxis]


def noise(
    seconds: float, *, rate: int = RATE, db: float = -20.0, channels: int = 1, seed: int = 1
) -> Signal:
    """White noise with an RMS of `db` dBFS, other in each channel."""
    rng = np.random.default_rng(seed)
    wave = rng.standard_normal((channels, round(seconds * rate))) * 10 ** (db / 20)
    return np.clip(wave, -1, 1).astype(np.float32)


def write(path: Path, signal: Signal, *, rate: int = RATE, subtype: str | None = None) -> Path:
    """Write a sound file of the format that the suffix names."""
    soundfile.write(path, signal.T, rate, subtype=subtype)
    return path
