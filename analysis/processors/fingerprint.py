"""A fingerprint by which the same recording is known again, re-encoded or cut."""

from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Chunk, Chunks, Need, View, hann
from analysis.core.params import Params
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.resample import Resampler
from analysis.core.signal import Sound
from analysis.core.transform import rfft

_RATE = 5500
_WINDOW, _HOP = 2048, 256
_CHUNKS = Chunks(rate=_RATE, seconds=60.0, overlap_s=4.0, grid=_HOP)
_LOW_HZ, _HIGH_HZ, _BANDS = 300.0, 2000.0, 33
_FLOOR_DB = -70.0


class Fingerprint(Processor[Params]):
    """32 bits every 47 ms: which of 33 bands rose against its neighbour since the frame before.

    The mono mix at 5.5 kHz, Hann windows of 0.37 s; bands equally spaced in log frequency from 300
    to 2000 Hz. Bit m of frame n is set when (E(n, m) - E(n, m + 1)) - (E(n - 1, m) -
    E(n - 1, m + 1)) > 0. The words are kept as two halves of 16 bits, which float32 holds exactly;
    frames below -70 dBFS have none: not a number. `analysis.core.fingerprints.best_match` gives
    offset and bit error rate of two: below 0.35 they are the same recording. Exact.
    """

    id = "fingerprint"
    version = "1.0.0"
    kind = "analyzer"
    label = "Fingerprint"
    description = "Words of 32 bits by which the same recording is known again."
    reference = "Haitsma & Kalker, A Highly Robust Audio Fingerprinting System, ISMIR 2002"
    needs: ClassVar[tuple[Need[Any], ...]] = (_CHUNKS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("words", "frames", "Fingerprint", "1", "Upper and lower 16 bits of each word."),
        Provides("distinct", "value", "Share of the frames with a word", "1"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("soxr",)
    merge = "frames of each chunk of 60 s that lie in its own part; they go on through the chunks."
    cost = 1100.0

    @classmethod
    def preload(cls) -> None:
        rfft()
        Resampler.preload()

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        axis = Axis(labels=("upper 16 bits", "lower 16 bits"))
        self._curve = out.curve("words", hop=_HOP * sound.sample_rate / _RATE, axis=axis)
        self._frames = self._with_word = 0
        edges = np.geomspace(_LOW_HZ, _HIGH_HZ, _BANDS + 1) * _WINDOW / _RATE
        self._edges = np.round(edges).astype(int)
        self._floor = 10 ** (_FLOOR_DB / 10)

    def block(self, view: View) -> None:
        for chunk in view[_CHUNKS]:
            rows = self._of(chunk)
            self._curve.append(rows)
            self._frames += len(rows)
            self._with_word += int(np.isfinite(rows[:, 0]).sum())

    def _of(self, chunk: Chunk) -> NDArray[np.float32]:
        # One frame more in front: each is compared with the one before.
        wave = np.pad(chunk.signal[0], (_WINDOW // 2 + _HOP, _WINDOW // 2))
        frames = np.lib.stride_tricks.sliding_window_view(wave, _WINDOW)[::_HOP] * hann(_WINDOW)
        spectra = rfft()(np.ascontiguousarray(frames)).astype(np.complex128)
        power = (spectra.real**2 + spectra.imag**2) / (_WINDOW / 4) ** 2 / 2
        bands = np.add.reduceat(power, self._edges, axis=1)[:, :_BANDS]
        rise = np.diff(bands[:, :-1] - bands[:, 1:], axis=0)
        weights = 1 << np.arange(15, -1, -1)
        bits = (rise > 0).astype(np.int64).reshape(len(rise), 2, 16)
        rows = (bits * weights).sum(axis=2).astype(np.float32)
        rows[bands[1:].sum(axis=1) < self._floor] = np.nan
        return np.asarray(rows[chunk.kept(_HOP, len(rows))], np.float32)

    def close(self, frames: int) -> None:
        share = self._with_word / self._frames if self._frames else None
        self._out.value("distinct", share)
