"""How loud the noise is that lies under a recording all the time."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Mel, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.signal import Regroup, Sound
from analysis.core.transform import rfft

_MEL = Mel(40)
_ROWS = 8
_STEPS_A_DB, _LOWEST_DB = 4, -140
_LEAST_GROUPS = 20


@dataclass(frozen=True)
class NoiseLevelParams(Params):
    quantile: float = param(
        0.15,
        "Which part of the time, in each band, there is noise alone.",
        minimum=0.02,
        maximum=0.5,
    )


class NoiseLevel(Processor[NoiseLevelParams]):
    """Noise floor of each of 40 mel bands by the statistics of its minima, and what is above it.

    Powers of a band are averaged over 8 frames of the shared mel bands (about 0.1 s); their 15 %
    quantile over the whole is its noise. `snr` is 10 log10((P - N) / N), P the mean and N the
    noise power of all bands; null where nothing is above the noise. It is the ratio to noise that
    is there all the time: where in a band a sound never pauses, its softest moments are taken for
    noise, so the ratio of dense music is a lower bound. Within 2 dB of sounds that pause for a
    third of the time in noise that stays the same, from 0 to 40 dB. Exact.
    """

    Params: ClassVar[type[Params]] = NoiseLevelParams
    id = "noise_level"
    version = "1.0.0"
    kind = "analyzer"
    label = "Noise level and SNR"
    description = "Level and colour of the steady noise, and how far the sound stands above it."
    reference = (
        "Martin, Noise power spectral density estimation based on optimal smoothing and minimum "
        "statistics, IEEE TSAP 9(5), 2001; Stahl, Fischer & Bippus, Quantile based noise "
        "estimation, ICASSP 2000"
    )
    needs: ClassVar[tuple[Need[Any], ...]] = (_MEL,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("snr", "value", "Signal-to-noise ratio", "dB"),
        Provides("level", "value", "Noise level", "dBFS", "RMS of all bands together."),
        Provides("spectrum", "vector", "Noise in each mel band", "dB", "Of a full-scale sine."),
    )
    cost = 9000.0
    bytes_per_s = 200.0

    @classmethod
    def preload(cls) -> None:
        rfft()

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._group = Regroup(_ROWS)
        self._counts = np.zeros((_MEL.bands, -_LOWEST_DB * _STEPS_A_DB + 160), np.int64)
        self._total, self._groups = np.zeros(_MEL.bands), 0

    def block(self, view: View) -> None:
        rows = self._group.push(view[_MEL])
        if not len(rows):
            return
        means = rows.reshape(-1, _ROWS, _MEL.bands).astype(np.float64).mean(axis=1)
        for mean in means:  # in the order of time, for any portions
            self._total += mean
        self._groups += len(means)
        levels = 10 * np.log10(np.maximum(means, 1e-14))
        steps = np.clip((levels - _LOWEST_DB) * _STEPS_A_DB, 0, self._counts.shape[1] - 1)
        bands = np.broadcast_to(np.arange(_MEL.bands), steps.shape)
        np.add.at(self._counts, (bands, steps.astype(np.int64)), 1)

    def close(self, frames: int) -> None:
        if self._groups < _LEAST_GROUPS:
            for name in ("snr", "level"):
                self._out.value(name, None, label="too short")
            return
        noise = self._noise()
        mean = self._total / self._groups
        floor, all_power = float(noise.sum()), float(mean.sum())
        is_silent = floor <= 10 ** (_LOWEST_DB / 10) * 2 * _MEL.bands
        above = all_power - floor
        is_known = above > 0.05 * floor and not is_silent
        why = "" if is_known else "no noise" if is_silent else "nothing above the noise"
        self._out.value("snr", 10 * np.log10(above / floor) if is_known else None, label=why)
        # A band holds a sine's power as 1 and noise spread by the window 1.5 times as much.
        level = None if is_silent else 10 * float(np.log10(floor / 2 / 1.5))
        self._out.value("level", level, label="no noise" if is_silent else "")
        axis = Axis(labels=tuple(str(band + 1) for band in range(_MEL.bands)))
        self._out.vector("spectrum", 10 * np.log10(np.maximum(noise, 1e-14)), axis)

    def _noise(self) -> NDArray[np.float64]:
        """Power in each band that is below it for a part of the time."""
        below = np.cumsum(self._counts, axis=1)
        step = (below < self.params.quantile * self._groups).sum(axis=1)
        return np.asarray(10 ** ((step / _STEPS_A_DB + _LOWEST_DB) / 10))
