"""Spectra of the mono mix, and what mel bands hold of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs.base import Need, Running, View
from analysis.core.needs.samples import Samples
from analysis.core.signal import Regroup, Sound, Spectra
from analysis.core.transform import rfft


@dataclass(frozen=True)
class Stft(Need[Spectra]):
    """Power spectra of the mono mix, Hann window: (k, window // 2 + 1), |X|^2 in float32.

    Row k is centred on sample k * hop (the sound is taken as silent before and after), so a
    sound of n frames has 1 + n // hop rows. Divide by `full_scale` to have a sine of amplitude 1
    read 1.
    """

    window: int = 2048
    hop: int = 512

    @property
    def full_scale(self) -> float:
        return float((hann(self.window).sum(dtype=np.float64) / 2) ** 2)

    def requires(self) -> tuple[Need[Any], ...]:
        return (Samples(mono=True),)

    def start(self, sound: Sound) -> Running[Spectra]:
        return _Stft(self)


def hann(length: int) -> NDArray[np.float32]:
    """Periodic Hann window, (length,) float32."""
    return (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(length) / length)).astype(np.float32)


class _Stft:
    _BATCH = 128  # rows at once: 1 MB of frames stays in the cache

    def __init__(self, need: Stft) -> None:
        self._need = need
        self._window = hann(need.window)
        self._buffer = np.zeros(need.window // 2, np.float32)
        self._batch = np.empty((self._BATCH, need.window), np.float32)

    def step(self, view: View) -> Spectra:
        need = self._need
        parts = [self._buffer, view[Samples(mono=True)][0]]
        if view.last:
            # Rows end with the one centred on the last multiple of hop <= n.
            parts.append(np.zeros(need.window // 2, np.float32))
        signal = np.concatenate(parts)
        rows = max(0, 1 + (len(signal) - need.window) // need.hop)
        out = np.empty((rows, need.window // 2 + 1), np.float32)
        if rows:
            frames = np.lib.stride_tricks.sliding_window_view(signal, need.window)[:: need.hop]
            for i in range(0, rows, self._BATCH):
                part = frames[i : i + self._BATCH]
                batch = np.multiply(part, self._window, out=self._batch[: len(part)])
                _power(batch, out[i : i + len(part)])
        self._buffer = signal[rows * need.hop :].copy()
        return out


def _power(frames: NDArray[np.float32], out: NDArray[np.float32]) -> None:
    parts = rfft()(frames).view(np.float32)
    np.multiply(parts, parts, out=parts)
    np.add(parts[:, 0::2], parts[:, 1::2], out=out)


@dataclass(frozen=True)
class Mel(Need[Spectra]):
    """Power in triangular bands equally spaced in mel: (k, bands), full-scale sine = about 1.

    Mel by O'Shaughnessy, 2595 log10(1 + f / 700); bands from 0 Hz to `f_max` (None: Nyquist).
    """

    bands: int = 40
    window: int = 2048
    hop: int = 512
    f_max: float | None = None

    def requires(self) -> tuple[Need[Any], ...]:
        return (Stft(self.window, self.hop),)

    def start(self, sound: Sound) -> Running[Spectra]:
        return _Mel(self, sound.sample_rate)


class _Mel:
    def __init__(self, need: Mel, sample_rate: int) -> None:
        self._stft = Stft(need.window, need.hop)
        top = min(need.f_max or sample_rate / 2, sample_rate / 2)
        filters = mel_filters(need.bands, need.window, sample_rate, top)
        self._filters = (filters / self._stft.full_scale).astype(np.float32).T.copy()
        self._group = Regroup(64)

    def step(self, view: View) -> Spectra:
        spectra = view[self._stft]
        parts = [self._apply(group) for group in self._groups(spectra)]
        if view.last:
            parts.append(self._apply(self._group.flush(spectra)))
        return np.concatenate(parts) if parts else np.zeros((0, self._filters.shape[1]), np.float32)

    def _groups(self, spectra: Spectra) -> Iterator[Spectra]:
        rows = self._group.push(spectra)
        for i in range(0, len(rows), self._group.size):
            yield rows[i : i + self._group.size]

    def _apply(self, rows: Spectra) -> Spectra:
        return np.asarray(rows @ self._filters, np.float32)


def mel_filters(bands: int, window: int, sample_rate: int, f_max: float) -> NDArray[np.float64]:
    """Triangular filters with peak 1: (bands, window // 2 + 1).

    A band narrower than the spacing of the bins is widened to reach its nearest bin.
    """
    top = 2595 * np.log10(1 + f_max / 700)
    edges = 700 * (10 ** (np.linspace(0, top, bands + 2) / 2595) - 1)
    bins = np.arange(window // 2 + 1) * sample_rate / window
    spacing = sample_rate / window
    rising = np.maximum(edges[1:-1] - edges[:-2], spacing)[:, np.newaxis]
    falling = np.maximum(edges[2:] - edges[1:-1], spacing)[:, np.newaxis]
    centre = edges[1:-1, np.newaxis]
    return np.clip(np.minimum((bins - centre) / rising + 1, (centre - bins) / falling + 1), 0, 1)
