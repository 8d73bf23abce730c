"""Processors that misbehave, run by the real child: what the guards of a pass are tried on."""

import os
import time
from typing import Any, ClassVar

from analysis.core.needs import Need, Samples, View
from analysis.core.params import Params
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound

#: A sound at this rate brings the child down.
DEADLY_RATE = 8_000
#: Seconds that `Slow` takes per block of 65,536 frames.
NAP_S = 0.05


class _Counts(Processor[Params]):
    kind = "analyzer"
    needs: ClassVar[tuple[Need[Any], ...]] = (Samples(),)
    provides: ClassVar[tuple[Provides, ...]] = (Provides("frames", "value", "Frames", "samples"),)
    version = "1.0.0"

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out

    def close(self, frames: int) -> None:
        self._out.value("frames", float(frames))


class Poison(_Counts):
    """Aborts the process on sounds at 8 kHz."""

    id = "poison"
    label = "Poison"
    description = "Brings the child down at 8 kHz."

    def open(self, sound: Sound, out: Outputs) -> None:
        super().open(sound, out)
        if sound.sample_rate == DEADLY_RATE:
            os.abort()


class Slow(_Counts):
    """Takes its time."""

    id = "slow"
    label = "Slow"
    description = "Sleeps at each block."

    def block(self, view: View) -> None:
        if not view.last:
            time.sleep(NAP_S)


class Failing(_Counts):
    """Raises in the middle."""

    id = "failing"
    label = "Failing"
    description = "Raises at the first block."

    def block(self, view: View) -> None:
        raise ZeroDivisionError("by nothing")


PLUGINS = tuple(f"{__name__}:{processor.__name__}" for processor in (Poison, Slow, Failing))
