"""What bridged algorithms are fed, at 44.1 kHz: frames, their spectra, their peaks."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs.peaks import algorithm
from analysis.core.needs.spectra import hann
from analysis.core.transform import rfft

RATE = 44_100
Floats = NDArray[np.float32]


def frames_of(samples: Floats, size: int, hop: int) -> Floats:
    """Return (k, size): frame k begins at sample k * hop; none is filled up."""
    if len(samples) < size:
        return np.zeros((0, size), np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(samples, size)[::hop]
    return np.ascontiguousarray(windows)


def spectra_of(frames: Floats) -> Floats:
    """Return the magnitudes under a Hann window, (k, size // 2 + 1), a sine of 1 read as 1."""
    window = hann(frames.shape[1])
    scale = np.float32(2 / window.sum(dtype=np.float64))
    return np.abs(rfft()(frames * window)).astype(np.float32) * scale


def peaks_of(size: int) -> Callable[[Floats], tuple[Floats, Floats]]:
    """Return what finds the peaks of a spectrum: frequencies in Hz, from low to high."""
    find: Any = algorithm(
        "SpectralPeaks",
        sampleRate=float(RATE),
        minFrequency=40.0,
        maxFrequency=5_000.0,
        maxPeaks=60,
        magnitudeThreshold=1e-4,
        orderBy="frequency",
    )

    def peaks(spectrum: Floats) -> tuple[Floats, Floats]:
        frequencies, magnitudes = find(spectrum)
        return frequencies, magnitudes

    return peaks
