"""Whether a recording begins or ends in the middle of a sound."""

from collections import deque
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from analysis.core.errors import NotApplicable
from analysis.core.needs import Buckets, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound

_BUCKETS = Buckets(256)
_EDGE_S = 0.01
_STEPS_A_DB = 4
_LOWEST_DB = -140
_STEADY_DB = 10.0
CUT, CLEAN = "cut", "clean"


@dataclass(frozen=True)
class CutsParams(Params):
    threshold_db: float = param(
        -60.0, "What begins softer is not cut.", unit="dBFS", minimum=-140.0, maximum=0.0
    )
    above_floor_db: float = param(
        6.0,
        "How far above the background the first or last 10 ms must be.",
        unit="dB",
        minimum=0.0,
        maximum=60.0,
    )
    below_loud_db: float = param(
        30.0,
        "How far below the loud passages they may be.",
        unit="dB",
        minimum=0.0,
        maximum=100.0,
    )


class Cuts(Processor[CutsParams]):
    """Levels of the first and the last 10 ms beside those of the whole.

    The background is the 5th, the loud passages the 95th percentile of the RMS levels of all
    stretches of 256 samples, all channels together. An end is cut when it is far above the
    background and not far below the loud passages; of a steady sound, whose two are within 10 dB,
    when it is no softer than 10 dB below them. Only of a whole file. Exact.
    """

    Params: ClassVar[type[Params]] = CutsParams
    id = "cuts"
    version = "1.0.0"
    kind = "detector"
    label = "Cut beginning or end"
    description = "Whether the recording begins or ends in the middle of a sound."
    reference = "After Essentia's StartStopCut, by levels relative to the recording's own"
    needs: ClassVar[tuple[Need[Any], ...]] = (_BUCKETS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("cuts", "events", "Cut beginning or end", "dBFS", labels=("start", "end")),
        Provides("start", "label", "Beginning", labels=(CUT, CLEAN)),
        Provides("end", "label", "End", labels=(CUT, CLEAN)),
        Provides("start_level", "value", "Level of the first 10 ms", "dBFS"),
        Provides("end_level", "value", "Level of the last 10 ms", "dBFS"),
    )
    cost = 15000.0

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        if not sound.is_whole_file:
            raise NotApplicable("A part of a file begins and ends where it was told to.")
        return self.needs

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate, self._channels = out, sound.sample_rate, sound.channels
        count = max(1, round(_EDGE_S * sound.sample_rate / _BUCKETS.size))
        self._first: list[tuple[float, int]] = []
        self._last: deque[tuple[float, int]] = deque(maxlen=count + 1)
        self._edge = count
        self._levels = np.zeros(-_LOWEST_DB * _STEPS_A_DB + 200, np.int64)

    def block(self, view: View) -> None:
        stats = view[_BUCKETS]
        squares = stats.squares.sum(axis=0) / self._channels
        for pair in zip(squares.tolist(), stats.counts.tolist(), strict=True):
            if len(self._first) < self._edge:
                self._first.append(pair)
            self._last.append(pair)
        levels = 10 * np.log10(np.maximum(squares / stats.counts, 1e-14))
        steps = np.clip((levels - _LOWEST_DB) * _STEPS_A_DB, 0, len(self._levels) - 1)
        np.add.at(self._levels, steps.astype(np.int64), 1)

    def close(self, frames: int) -> None:
        last = list(self._last)
        # A last bucket that is nearly empty says little: one more is taken with it.
        if len(last) > self._edge and last[-1][1] == _BUCKETS.size:
            last = last[1:]
        sink = self._out.events("cuts")
        for name, pairs, at in (("start", self._first, 0), ("end", last, frames)):
            level = _level(pairs)
            is_cut = level is not None and self._is_cut(level)
            self._out.value(f"{name}_level", level)
            self._out.label(name, CUT if is_cut else CLEAN)
            if is_cut and level is not None:
                sink.add(at / self._rate, label=name, value=level, confidence=self._sure(level))

    def _percentile(self, part: float) -> float:
        total = np.cumsum(self._levels)
        return int(np.searchsorted(total, part * total[-1])) / _STEPS_A_DB + _LOWEST_DB

    def _excess(self, level: float) -> float:
        """By how many dB the level is beyond the nearest of the limits."""
        background, loud = self._percentile(0.05), self._percentile(0.95)
        if loud - background < _STEADY_DB:
            return min(level - self.params.threshold_db, level - loud + _STEADY_DB)
        return min(
            level - self.params.threshold_db,
            level - background - self.params.above_floor_db,
            level - loud + self.params.below_loud_db,
        )

    def _is_cut(self, level: float) -> bool:
        return self._excess(level) >= 0

    def _sure(self, level: float) -> float:
        return float(1 - 0.5 * 10 ** (-self._excess(level) / 10))


def _level(pairs: list[tuple[float, int]]) -> float | None:
    count = sum(pair[1] for pair in pairs)
    power = sum(pair[0] for pair in pairs) / count if count else 0.0
    return float(10 * np.log10(power)) if power > 0 else None
