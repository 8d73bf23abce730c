"""The picture of the waveform, at every zoom."""

from typing import Any, ClassVar

from analysis.core.needs import Buckets, Need, View
from analysis.core.params import Params
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound

_BUCKETS = Buckets(256)


class Waveform(Processor[Params]):
    """Least, greatest and RMS sample of every 256 frames and of 4, 16, 64 ... times as many.

    Exact. int16 of full scale 32767, one set per channel (S-16).
    """

    id = "waveform"
    version = "1.0.0"
    kind = "grapher"
    label = "Waveform"
    description = "Pyramid of waveform tiles that the player draws at any zoom."
    needs: ClassVar[tuple[Need[Any], ...]] = (_BUCKETS,)
    provides: ClassVar[tuple[Provides, ...]] = (Provides("tiles", "tiles", "Waveform"),)
    cost = 10000.0
    bytes_per_s = 2700.0

    def open(self, sound: Sound, out: Outputs) -> None:
        self._tiles = out.waveform("tiles", base=_BUCKETS.size)

    def block(self, view: View) -> None:
        stats = view[_BUCKETS]
        if len(stats.counts):
            self._tiles.append(stats)
