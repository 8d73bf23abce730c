"""Real speech and music of the demo, at a rate and cut to a length."""

from pathlib import Path

import numpy as np
import soundfile
import soxr

from tests.signals import Signal


def excerpt(folder: Path, name: str, start_s: float, end_s: float, *, rate: int = 16_000) -> Signal:
    """Return (1, n) of a demo recording, its peak at 0.5."""
    path = folder / "files" / name
    samples, own = soundfile.read(path, dtype="float32", always_2d=True)
    mono = samples.mean(axis=1)[round(start_s * own) : round(end_s * own)]
    if own != rate:
        mono = soxr.resample(mono, own, rate)
    return np.asarray(mono * (0.5 / np.abs(mono).max()), np.float32)[np.newaxis]
