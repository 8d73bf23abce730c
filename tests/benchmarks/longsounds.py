"""Long sounds for benchmarks, written in a second: a minute of music-like sound again and again."""

from pathlib import Path

import numpy as np
import soundfile

RATE = 44_100


def minute() -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Chords, drums and soft stretches: (frames, 2) float32, the same every time."""
    rng = np.random.default_rng(1)
    t = np.arange(60 * RATE) / RATE
    wave = np.zeros(len(t))
    for second in range(60):
        part = slice(second * RATE, (second + 1) * RATE)
        root = (220, 261.6, 329.6, 392)[second % 4]
        for partial in range(1, 6):
            wave[part] += 0.1 * np.sin(2 * np.pi * root * partial * t[part]) / partial
        for beat in (0, RATE // 2):
            start = second * RATE + beat
            wave[start : start + 4000] += (
                0.4 * rng.standard_normal(4000) * np.exp(-np.arange(4000) / 600)
            )
        wave[part] *= 0.3 + 0.5 * (second // 7 % 2)
    right = 0.7 * np.roll(wave, 37) + 0.01 * rng.standard_normal(len(wave))
    return np.clip(np.stack([wave, right], axis=1), -1, 1).astype(np.float32)


def write(path: Path, minutes: int) -> Path:
    """Stereo, 44.1 kHz, 16 bits, in the format of the suffix (`.rf64` beyond 4 GB)."""
    one = minute()
    with soundfile.SoundFile(path, "w", RATE, 2, subtype="PCM_16") as file:
        for _ in range(minutes):
            file.write(one)
    return path
