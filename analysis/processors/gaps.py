"""Drop-outs: where the sound is gone at once and is back at once."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from analysis.core.needs import Chunk, Chunks, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Curve, Sound

_CHUNKS = Chunks(seconds=2.0, overlap_s=0.2, mono=False)
_EDGE_S = 0.005
_SAME_S = 0.002
ALL = "all channels"


@dataclass(frozen=True)
class GapsParams(Params):
    floor_db: float = param(
        -66.0, "No sample of a gap is louder.", unit="dBFS", minimum=-140.0, maximum=-20.0
    )
    fall_db: float = param(
        26.0,
        "How far above that the 5 ms before and after it must be, as RMS.",
        unit="dB",
        minimum=6.0,
        maximum=100.0,
    )
    min_s: float = param(0.003, "Shortest gap.", unit="s", minimum=0.0005, maximum=0.09)
    max_s: float = param(3.5, "Longest; what is longer is a pause.", unit="s", maximum=60.0)


class _Gap(NamedTuple):
    start: int
    end: int
    channel: int
    level: float
    """Softer of the levels at its two sides, dBFS."""


class Gaps(Processor[GapsParams]):
    """Runs of samples below a floor whose 5 ms before and after are both far above it.

    A pause that fades, as of a voice or a string, is none; nor are the silences at both ends. In
    each channel by itself: the label says in which, `all channels` where it is the same within
    2 ms. Value: the softer of the levels at its two sides. Confidence 1 - 10^(-d / 20), d that
    level above the floor in dB, beyond `fall_db` - 6. Exact.
    """

    Params: ClassVar[type[Params]] = GapsParams
    id = "gaps"
    version = "1.0.0"
    kind = "detector"
    label = "Drop-outs"
    description = "Where the sound is gone at once and is back at once, in one channel or in all."
    reference = (
        "Mühlbauer, Automatic Audio Defect Detection, Johannes Kepler Universität Linz 2010, on "
        "gaps; the criteria of Essentia's GapsDetector (power before and after)"
    )
    needs: ClassVar[tuple[Need[Any], ...]] = (_CHUNKS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("gaps", "segments", "Drop-outs", "dBFS"),
        Provides("count", "value", "Drop-outs", "1"),
    )
    merge = "a beginning and its end may lie in different chunks of 2 s; each is told once."
    cost = 3000.0

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate, self._channels = out, sound.sample_rate, sound.channels
        self._sink = out.segments("gaps")
        self._floor = 10 ** (self.params.floor_db / 20)
        self._begun: list[tuple[int, float] | None] = [None] * sound.channels
        self._ended: list[_Gap] = []
        self._count = 0

    def block(self, view: View) -> None:
        for chunk in view[_CHUNKS]:
            for number, channel in enumerate(chunk.signal):
                self._search(chunk, number, channel)
            self._tell(chunk.keep_end)

    def _search(self, chunk: Chunk, number: int, channel: Curve) -> None:
        quiet = np.zeros(len(channel) + 2, np.int8)
        quiet[1:-1] = np.abs(channel) <= self._floor
        edges = np.diff(quiet)
        starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
        long = ends - starts >= self.params.min_s * self._rate
        around = max(1, round(_EDGE_S * self._rate))
        for start, end in zip(starts[long].tolist(), ends[long].tolist(), strict=True):
            if chunk.keep_start <= chunk.start + start < chunk.keep_end:
                before = level_db(channel[max(0, start - around) : start])
                self._begun[number] = (chunk.start + start, before)
            if chunk.keep_start <= chunk.start + end < chunk.keep_end and end < len(channel):
                self._end(number, chunk.start + end, level_db(channel[end : end + around]))

    def _end(self, number: int, end: int, after: float) -> None:
        begun, self._begun[number] = self._begun[number], None
        if begun is None:
            return
        start, before = begun
        level = min(before, after)
        if level < self.params.floor_db + self.params.fall_db:
            return
        if end - start <= self.params.max_s * self._rate:
            self._ended.append(_Gap(start, end, number, level))

    def _tell(self, until: int) -> None:
        """Tell what no gap that is still open can come before."""
        longest = self.params.max_s * self._rate
        for number, begun in enumerate(self._begun):
            if begun is not None and until - begun[0] > longest:
                self._begun[number] = None
        sure = min((begun[0] for begun in self._begun if begun), default=until)
        self._ended.sort()
        while self._ended and self._ended[0].start + _SAME_S * self._rate < sure:
            self._tell_one()

    def _tell_one(self) -> None:
        first, near = self._ended[0], _SAME_S * self._rate
        same = [
            gap
            for gap in self._ended
            if gap.start - first.start <= near and abs(gap.end - first.end) <= near
        ]
        self._ended = [gap for gap in self._ended if gap not in same]
        channels = sorted({gap.channel + 1 for gap in same})
        word = "channel" if len(channels) == 1 else "channels"
        label = f"{word} {', '.join(map(str, channels))}"
        level = max(gap.level for gap in same)
        beyond = level - self.params.floor_db - self.params.fall_db + 6
        self._sink.add(
            first.start / self._rate,
            first.end / self._rate,
            label=ALL if len(channels) == self._channels else label,
            value=level,
            confidence=1 - 10 ** (-beyond / 20),
        )
        self._count += 1

    def close(self, frames: int) -> None:
        self._begun = [None] * self._channels
        self._tell(frames + self._rate)
        self._out.value("count", self._count)


def level_db(wave: Curve) -> float:
    """RMS in dBFS; minus infinity of nothing and of silence."""
    power = float(np.mean(np.square(wave, dtype=np.float64))) if len(wave) else 0.0
    return 10 * math.log10(power) if power > 0 else -math.inf
