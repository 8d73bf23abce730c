"""Signals with a known answer: (channels, frames) float32, full scale ±1, seeds fixed."""

import numpy as np

from analysis.contract.signals import RATE, Signal, clicks, harmonic, noise, silence, times, write

__all__ = [
    "RATE",
    "Signal",
    "chirp",
    "clicks",
    "harmonic",
    "music",
    "noise",
    "silence",
    "sine",
    "times",
    "write",
]


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


def chirp(start: float, end: float, seconds: float, *, rate: int = RATE) -> Signal:
    """A sine that rises (or falls) linearly from `start` to `end` Hz, at -6 dBFS."""
    t = times(seconds, rate)
    phase = 2 * np.pi * (start * t + (end - start) * t * t / (2 * seconds))
    return (0.5 * np.sin(phase)).astype(np.float32)[np.newaxis]
