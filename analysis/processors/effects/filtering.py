"""What of the spectrum goes through."""

from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from analysis.core.biquad import Biquads
from analysis.core.effects import Effect, RunningEffect
from analysis.core.errors import InvalidParameters, NotApplicable
from analysis.core.params import Params, param
from analysis.core.signal import Signal, Sound


@dataclass(frozen=True)
class FilterParams(Params):
    passes: Literal["high", "low", "band"] = param(
        "high", "What goes through: above `low_hz`, below `high_hz`, or between the two."
    )
    low_hz: float = param(
        80.0, "Lower corner (-3 dB), of high and band.", unit="Hz", minimum=0.1, maximum=380_000.0
    )
    high_hz: float = param(
        8000.0, "Upper corner (-3 dB), of low and band.", unit="Hz", minimum=0.1, maximum=380_000.0
    )
    order: int = param(4, "Butterworth order; 6 dB an octave for each.", minimum=1, maximum=12)

    def __post_init__(self) -> None:
        if self.passes == "band" and self.low_hz >= self.high_hz:
            raise InvalidParameters(
                f"A band from {self.low_hz:g} to {self.high_hz:g} Hz lets nothing through: "
                "low_hz must lie below high_hz."
            )

    @property
    def corners(self) -> list[float]:
        return {
            "high": [self.low_hz],
            "low": [self.high_hz],
            "band": [self.low_hz, self.high_hz],
        }[self.passes]


class Filter(Effect[FilterParams]):
    """Butterworth filter in second-order sections, in float64, forward in time. Exact."""

    Params: ClassVar[type[Params]] = FilterParams
    id = "filter"
    version = "1.0.0"
    label = "Filter"
    description = "Lets through what lies above, below or between frequencies."
    libraries: ClassVar[tuple[str, ...]] = ("scipy",)

    @classmethod
    def preload(cls) -> None:
        import scipy.signal

        scipy.signal.butter(2, 0.5, output="sos")
        Biquads.preload()

    def sound(self, sound: Sound) -> Sound:
        highest = max(self.params.corners)
        if highest >= sound.sample_rate / 2:
            raise NotApplicable(
                f"A filter at {highest:g} Hz needs a sample rate above {2 * highest:g} Hz; "
                f"this sound has {sound.sample_rate} Hz."
            )
        return sound

    def start(self, sound: Sound) -> RunningEffect:
        from scipy.signal import butter

        corners = self.params.corners
        sections = butter(
            self.params.order,
            corners if len(corners) > 1 else corners[0],
            {"high": "highpass", "low": "lowpass", "band": "bandpass"}[self.params.passes],
            output="sos",
            fs=sound.sample_rate,
        )
        return _Filter(Biquads(sections, sound.channels))


class _Filter:
    def __init__(self, biquads: Biquads) -> None:
        self._biquads = biquads

    def step(self, signal: Signal, *, last: bool) -> Signal:
        return np.asarray(self._biquads(signal), np.float32)
