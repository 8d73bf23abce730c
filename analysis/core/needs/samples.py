"""The samples themselves, as they are, mixed to one channel, at another rate."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis.core.needs.base import Need, Running, View
from analysis.core.resample import Resampler
from analysis.core.signal import Signal, Sound


@dataclass(frozen=True)
class Samples(Need[Signal]):
    """The samples themselves: (channels, n), or (1, n) as the mean of the channels.

    `rate` None is the rate of the recording; else resampled by soxr (HQ, linear phase).
    """

    mono: bool = False
    rate: int | None = None

    def requires(self) -> tuple[Need[Any], ...]:
        if self.rate is not None:
            return (Samples(mono=self.mono),)
        return (Samples(),) if self.mono else ()

    def start(self, sound: Sound) -> Running[Signal]:
        if self.rate is not None:
            return _Resampled(self, sound)
        if not self.mono:
            raise TypeError("the engine itself supplies the samples as they are")
        return _Mono()


class _Mono:
    def step(self, view: View) -> Signal:
        signal = view[Samples()]
        if len(signal) == 1:
            return signal
        mono = signal[0].copy()
        for channel in signal[1:]:  # in this order for any block size
            mono += channel
        mono *= np.float32(1 / len(signal))
        return np.asarray(mono[np.newaxis], np.float32)


class _Resampled:
    def __init__(self, need: Samples, sound: Sound) -> None:
        rate = need.rate or sound.sample_rate
        self._source = Samples(mono=need.mono)
        self._resampler = Resampler(sound.sample_rate, rate, 1 if need.mono else sound.channels)

    def step(self, view: View) -> Signal:
        return self._resampler.push(view[self._source], last=view.last)
