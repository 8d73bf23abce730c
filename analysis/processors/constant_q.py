"""Levels at the notes of a scale: a spectrum whose bins are as far apart as semitones are."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Chunk, Chunks, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.resample import Resampler
from analysis.core.signal import Sound, Spectra
from analysis.core.statistics import Moments
from analysis.core.transform import rfft

_RATE = 11_025
_HOP = 256
_WINDOW = 16_384
_CHUNKS = Chunks(rate=_RATE, seconds=24.0, overlap_s=4.0, grid=_HOP)
_ROWS = 64
_FLOOR_DB = -120.0
_LEAST_PART = 0.0002


@dataclass(frozen=True)
class ConstantQParams(Params):
    f_min: float = param(
        32.703, "Lowest bin; 32.703 is C1.", unit="Hz", minimum=20.0, maximum=440.0
    )
    octaves: int = param(7, "How many octaves up from it.", minimum=1, maximum=8)
    bins_per_octave: int = param(12, "Bins of an octave.", enum=[12, 24, 36])


class ConstantQ(Processor[ConstantQParams]):
    """Constant-Q transform of the mono mix, every 23 ms, in dB of a full-scale sine.

    X[k] = 2 / sum(w) |sum_n w(n) x(n) exp(-2 pi i n f_k / rate)| with a Hann window of
    Q rate / f_k samples about the frame's middle, Q = 1 / (2^(1 / bins) - 1); by one transform of
    16384 samples and kernels in the frequency domain of which the parts below 0.02 % of the
    greatest are left out: within 0.1 dB of the definition where a bin is above -40 dB of the
    loudest. At 11,025 Hz, so bins end below 5.4 kHz; a window is never longer than 1.4 s, for
    which Q of the lowest bins is less where there are more than 24 to an octave. Exact.
    """

    Params: ClassVar[type[Params]] = ConstantQParams
    id = "constant_q"
    version = "1.0.0"
    kind = "analyzer"
    label = "Constant-Q spectrum"
    description = "Level at each semitone over seven octaves, frame by frame and in the mean."
    reference = (
        "Brown, Calculation of a constant Q spectral transform, JASA 89(1), 1991; Brown & "
        "Puckette, An efficient algorithm for the calculation of a constant Q transform, JASA "
        "92(5), 1992"
    )
    needs: ClassVar[tuple[Need[Any], ...]] = (_CHUNKS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("levels", "frames", "Constant-Q spectrum", "dB", "Of a full-scale sine."),
        Provides("mean", "vector", "Mean constant-Q spectrum", "dB"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("soxr",)
    merge = "frames of each chunk of 24 s that lie in its own part; they go on through the chunks."
    cost = 50.0
    bytes_per_s = 15000.0

    @classmethod
    def preload(cls) -> None:
        rfft()
        Resampler.preload()
        np.fft.fft(np.ones(4))

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        hertz = frequencies(self.params)
        self._axis = Axis("Hz", values=tuple(round(float(each), 3) for each in hertz))
        self._curve = out.curve("levels", hop=_HOP * sound.sample_rate / _RATE, axis=self._axis)
        self._kernels = kernels(hertz, self.params.bins_per_octave)
        self._moments = Moments(len(hertz))

    def block(self, view: View) -> None:
        for chunk in view[_CHUNKS]:
            levels = self._levels(chunk)
            self._curve.append(levels)
            self._moments.push(levels)

    def _levels(self, chunk: Chunk) -> Spectra:
        wave = np.pad(chunk.signal[0], _WINDOW // 2)
        frames = np.lib.stride_tricks.sliding_window_view(wave, _WINDOW)[::_HOP]
        own = frames[chunk.kept(_HOP, len(frames))]
        made = np.empty((len(own), len(self._axis)), np.float32)
        for at in range(0, len(own), _ROWS):
            spectra = rfft()(np.ascontiguousarray(own[at : at + _ROWS]))
            parts = [spectra[:, kernel.bins] @ kernel.matrix for kernel in self._kernels]
            found = np.abs(np.concatenate(parts, axis=1))
            levels = 20 * np.log10(np.maximum(found, np.float32(1e-12)))
            made[at : at + _ROWS] = np.maximum(levels, _FLOOR_DB)
        return made

    def close(self, frames: int) -> None:
        self._out.vector("mean", np.nan_to_num(self._moments.mean, nan=_FLOOR_DB), self._axis)


def frequencies(params: ConstantQParams) -> NDArray[np.float64]:
    """Bins from low to high, in Hz, as far as the rate reaches."""
    steps = np.arange(params.octaves * params.bins_per_octave)
    hertz = params.f_min * 2.0 ** (steps / params.bins_per_octave)
    return np.asarray(hertz[hertz < 0.49 * _RATE])


@dataclass(frozen=True)
class Kernel:
    """Which bins of a frame's spectrum an octave is made from, and how: (bins, 12 or more)."""

    bins: slice
    matrix: NDArray[np.complex64]


def kernels(hertz: NDArray[np.float64], bins_per_octave: int) -> list[Kernel]:
    """What spectra of a frame are multiplied by, octave by octave from low to high."""
    made: list[Kernel] = []
    for at in range(0, len(hertz), bins_per_octave):
        atoms = [_atom(each, bins_per_octave) for each in hertz[at : at + bins_per_octave]]
        matrix = np.stack(atoms, axis=1)
        used = np.flatnonzero(np.abs(matrix).max(axis=1))
        bins = slice(int(used[0]), int(used[-1]) + 1)
        made.append(Kernel(bins, np.ascontiguousarray(matrix[bins], np.complex64)))
    return made


def _atom(frequency: float, bins_per_octave: int) -> NDArray[np.complex128]:
    """One bin's kernel: (window // 2 + 1,), 0 where it is small."""
    q = 1 / (2 ** (1 / bins_per_octave) - 1)
    length = min(_WINDOW - 2, int(q * _RATE / frequency)) | 1
    n = np.arange(length) - length // 2
    window = 0.5 + 0.5 * np.cos(2 * np.pi * n / (length + 1))
    atom = np.zeros(_WINDOW, np.complex128)
    turn = np.exp(2j * np.pi * frequency * n / _RATE)
    atom[_WINDOW // 2 + n] = 2 / window.sum() * window * turn
    spectrum = np.conj(np.fft.fft(atom))[: _WINDOW // 2 + 1] / _WINDOW
    spectrum[np.abs(spectrum) < _LEAST_PART * np.abs(spectrum).max()] = 0
    return np.asarray(spectrum)
