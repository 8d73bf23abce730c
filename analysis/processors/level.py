"""Peak, RMS and mean level."""

import math
from typing import Any, ClassVar

import numpy as np

from analysis.core.needs import Buckets, Need, View
from analysis.core.params import Params
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound

SILENCE = "digital silence"
_BUCKETS = Buckets(256)


class Level(Processor[Params]):
    """Greatest magnitude, root mean square and mean of all samples of all channels.

    dBFS is 20 log10(amplitude): a full-scale sine reads peak 0 and RMS -3.01 (as in the
    predecessor, S-15; AES17 would read 0 for its RMS). Digital silence has no level: null, with
    the label that says so. Exact: sums run in time order, in float64.
    """

    id = "level"
    version = "1.0.0"
    kind = "analyzer"
    label = "Level"
    description = "Peak and RMS level in dBFS, and DC offset relative to full scale."
    needs: ClassVar[tuple[Need[Any], ...]] = (_BUCKETS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("peak", "value", "Peak level", "dBFS", "Greatest magnitude of any sample."),
        Provides("rms", "value", "RMS level", "dBFS", "Over all channels and the whole length."),
        Provides("dc_offset", "value", "DC offset", "1", "Mean sample; 1 is full scale."),
    )
    cost = 20000.0
    bytes_per_s = 10.0

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._channels = out, sound.channels
        self._peak = 0.0
        self._sums = np.zeros((2, sound.channels))

    def block(self, view: View) -> None:
        stats = view[_BUCKETS]
        if not len(stats.counts):
            return
        self._peak = max(self._peak, float(stats.greatest.max()), -float(stats.least.min()))
        # cumsum adds one after the other, so the portions do not change the sums
        for sums, buckets in zip(self._sums, (stats.total, stats.squares), strict=True):
            sums[:] = np.cumsum(np.column_stack([sums, buckets]), axis=1)[:, -1]

    def close(self, frames: int) -> None:
        count = frames * self._channels
        total, squares = self._sums.sum(axis=1).tolist()
        self._decibels("peak", self._peak)
        self._decibels("rms", math.sqrt(squares / count) if count else 0.0)
        self._out.value("dc_offset", total / count if count else None)

    def _decibels(self, name: str, amplitude: float) -> None:
        if amplitude > 0:
            self._out.value(name, 20 * math.log10(amplitude))
        else:
            self._out.value(name, None, label=SILENCE)
