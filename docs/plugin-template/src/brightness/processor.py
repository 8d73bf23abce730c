"""How bright a recording sounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from analysis.core.errors import NotApplicable
from analysis.core.needs import Need, Stft, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.transform import rfft


@dataclass(frozen=True)
class BrightnessParams(Params):
    """Frozen, checked, and by its JSON Schema the form on the web and the input of the API."""

    above_hz: float = param(
        1500.0, "What counts as high.", unit="Hz", minimum=20.0, maximum=200_000.0
    )


class Brightness(Processor[BrightnessParams]):
    """The share of energy above a frequency, frame by frame and over the whole; 0 to 1.

    On the mono mix, in Hann windows of 2048 samples every 512. Frames without any energy are NaN.
    Exact: sums are taken frame by frame, so that the blocks in which the sound comes do not matter.
    """

    Params: ClassVar[type[Params]] = BrightnessParams
    id = "brightness"
    version = "1.0.0"
    kind = "analyzer"
    label = "Brightness"
    description = "The share of the energy above a frequency, frame by frame and over the whole."
    reference = "Juslin, Journal of Experimental Psychology 26(6), 2000"
    needs: ClassVar[tuple[Need[Any], ...]] = (Stft(2048, 512),)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("brightness", "frames", "Brightness", "1", "Not a number in silence."),
        Provides("mean_brightness", "value", "Brightness of the whole", "1"),
    )
    cost = 800.0

    @classmethod
    def preload(cls) -> None:
        """Load now what is loaded on first use: behind the wall there is nothing to load from."""
        rfft()

    def wants(self, sound: Sound) -> Sequence[Need[Any]]:
        """Ask for more where it takes more, or say why there is nothing to do on this sound."""
        if self.params.above_hz >= sound.sample_rate / 2:
            raise NotApplicable(
                f"There is nothing above {self.params.above_hz:g} Hz at a sample rate of "
                f"{sound.sample_rate} Hz."
            )
        return self.needs

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._curve = out.curve("brightness", hop=512)
        self._first = round(self.params.above_hz * 2048 / sound.sample_rate)
        self._high = self._all = 0.0

    def block(self, view: View) -> None:
        power = view[Stft(2048, 512)]
        # Row by row: a sum over many rows at once would depend on how many came together.
        for row in power:
            high, whole = float(row[self._first :].sum()), float(row.sum())
            self._high += high
            self._all += whole
            share = high / whole if whole else np.nan
            self._curve.append(np.array([share], np.float32))

    def close(self, frames: int) -> None:
        mean = self._high / self._all if self._all else None
        self._out.value("mean_brightness", mean, label="" if self._all else "silence")
