"""How much of each pitch class is in a sound, whatever the octave."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs.base import Need, Running, View
from analysis.core.needs.spectra import Stft
from analysis.core.signal import Regroup, Sound, Spectra

PITCH_CLASSES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")


@dataclass(frozen=True)
class Chroma(Need[Spectra]):
    """Power in the 12 pitch classes from C to B, (k, 12); A4 is at 440 Hz times 2^(tuning / 12).

    Ellis, *Chroma feature analysis and synthesis* (2007): each bin is spread by a Gaussian of one
    semitone over the classes, and weighted by a Gaussian of two octaves about 440 Hz. The same
    as librosa's `chroma_stft(S, norm=None, tuning=tuning)` on these spectra.
    """

    window: int = 2048
    hop: int = 512
    tuning: float = 0.0

    @property
    def spectra(self) -> Stft:
        return Stft(self.window, self.hop)

    def requires(self) -> tuple[Need[Any], ...]:
        return (self.spectra,)

    def start(self, sound: Sound) -> Running[Spectra]:
        return _Chroma(self, sound.sample_rate)


class _Chroma:
    def __init__(self, need: Chroma, sample_rate: int) -> None:
        self._spectra = need.spectra
        filters = chroma_filters(need.window, sample_rate, need.tuning)
        self._filters = np.ascontiguousarray(
            (filters / self._spectra.full_scale).T.astype(np.float32)
        )
        self._group = Regroup(64)

    def step(self, view: View) -> Spectra:
        spectra = view[self._spectra]
        rows = self._group.push(spectra)
        size = self._group.size
        made = [rows[i : i + size] @ self._filters for i in range(0, len(rows), size)]
        if view.last:
            made.append(self._group.flush(spectra) @ self._filters)
        return np.concatenate(made) if made else np.zeros((0, 12), np.float32)


def chroma_filters(window: int, sample_rate: int, tuning: float = 0.0) -> NDArray[np.float64]:
    """Weights (12, window // 2 + 1); each bin's over the classes have the norm of its octave."""
    hertz = np.arange(1, window) * sample_rate / window
    a440 = 440.0 * 2.0 ** (tuning / 12)
    classes = 12 * np.log2(hertz / (a440 / 16))
    # 0 Hz is set an octave and a half below the first bin: it never matters.
    classes = np.concatenate([[classes[0] - 18], classes])
    widths = np.concatenate([np.maximum(np.diff(classes), 1.0), [1.0]])
    distance = np.remainder(classes[np.newaxis] - np.arange(12)[:, np.newaxis] + 66, 12) - 6
    weights = np.exp(-0.5 * (2 * distance / widths) ** 2)
    weights /= np.sqrt((weights**2).sum(axis=0))
    weights *= np.exp(-0.5 * ((classes / 12 - 5) / 2) ** 2)
    # Classes count from A; ours begin with C.
    return np.asarray(np.roll(weights, -3, axis=0)[:, : window // 2 + 1])
