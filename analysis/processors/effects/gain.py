"""Louder or softer."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from analysis.core.effects import Effect, RunningEffect
from analysis.core.params import Params, param
from analysis.core.signal import Signal, Sound


@dataclass(frozen=True)
class GainParams(Params):
    gain_db: float = param(
        0.0, "How much louder; negative: softer.", unit="dB", minimum=-120.0, maximum=120.0
    )


class Gain(Effect[GainParams]):
    """Multiplies every sample by 10^(gain / 20), in float32. Nothing is clipped. Exact."""

    Params: ClassVar[type[Params]] = GainParams
    id = "gain"
    version = "1.0.0"
    label = "Gain"
    description = "Makes the sound louder or softer."

    def start(self, sound: Sound) -> RunningEffect:
        return _Gain(np.float32(10 ** (self.params.gain_db / 20)))


class _Gain:
    def __init__(self, factor: np.float32) -> None:
        self._factor = factor

    def step(self, signal: Signal, *, last: bool) -> Signal:
        return np.asarray(signal * self._factor, np.float32)
