"""Signals with a known answer: (channels, frames) float32, full scale ±1, seeds fixed."""

from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

Signal = NDArray[np.float32]
RATE = 44_100


def times(seconds: float, rate: int = RATE) -> NDArray[np.float64]:
    return np.arange(round(seconds * rate)) / rate


def sine(
    frequency: float,
    seconds: float,
    *,
    rate: int = RATE,
    db: float = 0.0,
    channels: int = 1,
    phase: float = 0.0,
) -> Signal:
    """A sine whose peak is at `db` dBFS, the same in every channel."""
    wave = 10 ** (db / 20) * np.sin(2 * np.pi * frequency * times(seconds, rate) + phase)
    return np.tile(wave.astype(np.float32), (channels, 1))


def harmonic(frequency: float, seconds: float, *, rate: int = RATE, partials: int = 8) -> Signal:
    """A tone like a voice or a string: partials falling as 1/n, below the Nyquist frequency."""
    t = times(seconds, rate)
    wave = np.zeros(len(t))
    for n in range(1, partials + 1):
        if n * frequency < rate / 2:
            wave += np.sin(2 * np.pi * n * frequency * t + n) / n
    return (0.2 * wave).astype(np.float32)[np.newaxis]


def music(seed: int, seconds: float, rate: int = RATE) -> Signal:
    """Notes of random pitch, length and loudness that fade, over noise of -80 dBFS; peak -4."""
    rng = np.random.default_rng(seed)
    wave = 1e-4 * rng.standard_normal(round(seconds * rate))
    at = 0.0
    while at < seconds - 0.05:
        length = float(rng.uniform(0.2, 0.8))
        note = harmonic(float(rng.uniform(80, 900)), length, rate=rate)[0]
        t = np.arange(len(note)) / rate
        note = (
            note * (1 - np.exp(-t / 0.01)) * np.exp(-t / 0.3) * np.minimum(1, (length - t) / 0.05)
        )
        start = round(at * rate)
        wave[start : start + len(note)] += float(rng.uniform(0.3, 1)) * note[: len(wave) - start]
        at += length * 0.7
    wave *= np.minimum(1, (len(wave) - np.arange(len(wave))) / (0.05 * rate))
    loud = max(1.0, float(np.abs(wave).max()) / 0.6)
    return np.asarray(wave / loud, np.float32)[np.newaxis]


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


def chirp(start: float, end: float, seconds: float, *, rate: int = RATE) -> Signal:
    """A sine that rises (or falls) linearly from `start` to `end` Hz, at -6 dBFS."""
    t = times(seconds, rate)
    phase = 2 * np.pi * (start * t + (end - start) * t * t / (2 * seconds))
    return (0.5 * np.sin(phase)).astype(np.float32)[np.newaxis]


def write(path: Path, signal: Signal, *, rate: int = RATE, subtype: str | None = None) -> Path:
    """Write a sound file of the format that the suffix names."""
    soundfile.write(path, signal.T, rate, subtype=subtype)
    return path
