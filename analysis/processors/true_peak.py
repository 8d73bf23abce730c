"""True peak: the greatest magnitude of the signal, between its samples as well (BS.1770)."""

import numpy as np
from numpy.typing import NDArray

from analysis.core.signal import Signal

_TAPS = 12
_RUN = 64  # samples whose interpolated neighbours are computed together
_GROUP = 32  # runs in one matrix product: always equal, so that its rounding is too


def oversampling(sample_rate: int) -> int:
    """4 below 96 kHz, 2 below 192 kHz, else 1: the samples are dense enough."""
    return 4 if sample_rate < 96_000 else 2 if sample_rate < 192_000 else 1


class TruePeak:
    """Running true peak of all channels.

    Only runs that could hold a new peak are interpolated: no value between samples exceeds the
    greatest sample nearby times the sum of the filter's magnitudes. The result is that of
    interpolating everything.
    """

    def __init__(self, sample_rate: int, channels: int) -> None:
        self.peak = 0.0
        self._factor = oversampling(sample_rate)
        filters = _interpolators(self._factor)
        self._reach = float(np.abs(filters).sum(axis=1).max()) * 1.0001 if len(filters) else 1.0
        self._matrix = _banded(filters)
        # Half a filter of silence before the first sample.
        self._held = np.zeros((channels, _TAPS // 2), np.float32)

    def push(self, signal: Signal, *, last: bool) -> None:
        if signal.shape[1]:
            self.peak = max(self.peak, float(signal.max()), -float(signal.min()))
        if self._factor == 1:
            return
        parts = [self._held, signal]
        if last:
            parts.append(np.zeros((len(signal), _TAPS + _RUN), np.float32))
        held = np.concatenate(parts, axis=1)
        runs = max(0, (held.shape[1] - _TAPS + 1) // _RUN)
        if runs:
            for channel in held:
                self._search(channel[: runs * _RUN + _TAPS - 1], runs)
        self._held = held[:, runs * _RUN :].copy()

    def _search(self, channel: NDArray[np.float32], runs: int) -> None:
        windows = np.lib.stride_tricks.sliding_window_view(channel, _RUN + _TAPS - 1)[::_RUN]
        magnitude = np.abs(channel)
        own = magnitude[: runs * _RUN].reshape(runs, _RUN).max(axis=1)
        after = np.append(own[1:], magnitude[runs * _RUN :].max())
        bound = np.maximum(own, after) * np.float32(self._reach)
        candidates = np.flatnonzero(bound > self.peak)
        candidates = candidates[np.argsort(-bound[candidates], kind="stable")]
        for at in range(0, len(candidates), _GROUP):
            chosen = candidates[at : at + _GROUP]
            if bound[chosen[0]] <= self.peak:
                return
            group = np.zeros((_GROUP, _RUN + _TAPS - 1), np.float32)
            group[: len(chosen)] = windows[chosen]
            self.peak = max(self.peak, float(np.abs(group @ self._matrix).max()))


def _interpolators(factor: int) -> NDArray[np.float64]:
    """Windowed sinc filters for the moments between samples: (factor - 1, _TAPS)."""
    offsets = np.arange(_TAPS) - (_TAPS // 2 - 1)
    rows = []
    for phase in range(1, factor):
        at = offsets - phase / factor
        # Kaiser window, beta 5: within 0.2 dB up to 0.42 of the sample rate
        window = np.i0(5 * np.sqrt(np.clip(1 - (at / (_TAPS / 2)) ** 2, 0, 1))) / np.i0(5)
        taps = np.sinc(at) * window
        rows.append(taps / taps.sum())
    return np.array(rows).reshape(factor - 1, _TAPS)


def _banded(filters: NDArray[np.float64]) -> NDArray[np.float32]:
    """The filters at each of `_RUN` places: (_RUN + _TAPS - 1, _RUN * phases)."""
    matrix = np.zeros((_RUN + _TAPS - 1, _RUN, len(filters)))
    for place in range(_RUN):
        matrix[place : place + _TAPS, place, :] = filters.T
    return np.ascontiguousarray(matrix.reshape(_RUN + _TAPS - 1, -1), np.float32)
