"""Another sample rate."""

from dataclasses import dataclass, replace
from typing import ClassVar

from analysis.core.effects import Effect, RunningEffect
from analysis.core.params import Params, param
from analysis.core.resample import Resampler
from analysis.core.signal import Signal, Sound


@dataclass(frozen=True)
class ResampleParams(Params):
    rate: int = param(16_000, "The new sample rate.", unit="Hz", minimum=1_000, maximum=768_000)


class Resample(Effect[ResampleParams]):
    """soxr HQ, linear phase. Exact on one build of libsoxr."""

    Params: ClassVar[type[Params]] = ResampleParams
    id = "resample"
    version = "1.0.0"
    label = "Resample"
    description = "Gives the sound another sample rate."
    libraries: ClassVar[tuple[str, ...]] = ("soxr",)

    @classmethod
    def preload(cls) -> None:
        Resampler.preload()

    def sound(self, sound: Sound) -> Sound:
        frames = sound.frames
        rate = self.params.rate
        if frames is not None:
            frames = -(-frames * rate // sound.sample_rate)
        return replace(sound, sample_rate=rate, frames=frames)

    def start(self, sound: Sound) -> RunningEffect:
        return _Resample(Resampler(sound.sample_rate, self.params.rate, sound.channels))


class _Resample:
    def __init__(self, resampler: Resampler) -> None:
        self._resampler = resampler

    def step(self, signal: Signal, *, last: bool) -> Signal:
        return self._resampler.push(signal, last=last)
