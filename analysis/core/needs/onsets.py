"""How strongly a sound begins anew at each moment."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis.core.needs.base import Need, Running, View
from analysis.core.needs.spectra import Mel
from analysis.core.signal import Curve, Sound, Spectra

_FLOOR = np.float32(1e-8)  # -80 dB of a full-scale sine: what is softer does not rise


@dataclass(frozen=True)
class OnsetStrength(Need[Curve]):
    """Spectral flux, (k,) in dB: the mean rise of 40 mel bands from one frame to the next.

    After Dixon, DAFx 2006, section 2.1, with the logarithm of Klapuri, ICASSP 1999. Frame k is
    centred on sample k * hop. A sound cut off in the middle is no onset: frames that reach beyond
    the end are 0.
    """

    window: int = 2048
    hop: int = 512

    @property
    def mel(self) -> Mel:
        return Mel(bands=40, window=self.window, hop=self.hop)

    def requires(self) -> tuple[Need[Any], ...]:
        return (self.mel,)

    def start(self, sound: Sound) -> Running[Curve]:
        return _OnsetStrength(self)


class _OnsetStrength:
    def __init__(self, need: OnsetStrength) -> None:
        self._need, self._mel = need, need.mel
        self._before: Spectra | None = None
        self._rows = 0

    def step(self, view: View) -> Curve:
        power = view[self._mel]
        if not len(power):
            return np.zeros(0, np.float32)
        strength = self._rise(power)
        if view.last:
            whole = (view.end - self._need.window // 2) // self._need.hop + 1
            strength[max(0, whole - self._rows) :] = 0
        self._rows += len(strength)
        return strength

    def _rise(self, power: Spectra) -> Curve:
        levels = np.log(np.maximum(power, _FLOOR)) * np.float32(10 / np.log(10))
        before = levels[:1] if self._before is None else self._before
        self._before = levels[-1:].copy()
        rise = np.diff(np.concatenate([before, levels]), axis=0)
        return np.asarray(np.maximum(rise, np.float32(0)).mean(axis=1), np.float32)
