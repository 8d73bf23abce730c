"""Small real sound files for tests of storing and serving; signals with known answers are in
`tests/signals.py`.
"""

import itertools
import wave
from pathlib import Path

import numpy as np

_seeds = itertools.count(1)


def write_wav(path: Path, *, frames: int = 8_000, rate: int = 8_000, channels: int = 1) -> Path:
    """Write 16-bit noise, other bytes each time. By the standard library."""
    noise = np.random.default_rng(next(_seeds)).integers(
        -8_000, 8_000, size=(frames, channels), dtype=np.int16
    )
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(noise.astype("<i2").tobytes())
    return path
