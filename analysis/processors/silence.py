"""Where a recording is silent, and where it sounds."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar

from analysis.core.needs import Buckets, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound

_BUCKETS = Buckets(256)
SILENCE, SOUND = "silence", "sound"
_SURE_DB = 10.0  # this far beyond the threshold, hardly anybody would disagree


@dataclass(frozen=True)
class SilenceParams(Params):
    threshold_db: float = param(
        -60.0, "RMS level below which it is silent.", unit="dBFS", minimum=-140.0, maximum=0.0
    )
    min_silence_s: float = param(
        0.3,
        "Shorter silences belong to the sound around them.",
        unit="s",
        minimum=0.0,
        maximum=60.0,
    )
    min_sound_s: float = param(
        0.05,
        "Shorter sounds belong to the silence around them.",
        unit="s",
        minimum=0.0,
        maximum=60.0,
    )


@dataclass
class _Stretch:
    """Buckets of one kind in a row."""

    silent: bool
    start: int
    end: int
    squares: float

    def take(self, other: "_Stretch") -> None:
        self.end = other.end
        self.squares += other.squares


class Silence(Processor[SilenceParams]):
    """Stretches of 256 samples by the RMS of all channels, joined; the first and last may be short.

    A segment's value is its RMS level; its confidence 1 / (1 + 10^(-d / 10)), d its distance from
    the threshold in dB: 0.5 at the threshold, 0.91 at 10 dB from it. Exact.
    """

    Params: ClassVar[type[Params]] = SilenceParams
    id = "silence"
    version = "1.0.0"
    kind = "detector"
    label = "Silence"
    description = "Divides the recording into silence and sound, by level."
    reference = "As the predecessor's aubio_silence (S-17), whose labels were exchanged"
    needs: ClassVar[tuple[Need[Any], ...]] = (_BUCKETS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("segments", "segments", "Silence and sound", "dBFS", labels=(SILENCE, SOUND)),
        Provides("silent_fraction", "value", "Silent fraction", "1"),
    )
    cost = 15000.0
    bytes_per_s = 10.0

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate, self._channels = out, sound.sample_rate, sound.channels
        self._segments = out.segments("segments")
        self._threshold = 10 ** (self.params.threshold_db / 10)
        self._waiting: list[_Stretch] = []
        self._at = 0
        self._silent_frames = 0

    def block(self, view: View) -> None:
        stats = view[_BUCKETS]
        powers = stats.squares.sum(axis=0)
        for count, squares in zip(stats.counts.tolist(), powers.tolist(), strict=True):
            silent = squares < self._threshold * count * self._channels
            self._take(_Stretch(silent, self._at, self._at + count, squares))
            self._at += count

    def _take(self, stretch: _Stretch) -> None:
        if self._waiting and self._waiting[-1].silent == stretch.silent:
            self._waiting[-1].take(stretch)
            return
        self._settle()
        if self._waiting and self._waiting[-1].silent == stretch.silent:
            self._waiting[-1].take(stretch)  # what was between was too short
        else:
            self._waiting.append(stretch)

    def _settle(self) -> None:
        """Decide about the newest stretch, which has just ended, and tell what is sure."""
        if len(self._waiting) < 2:
            return
        newest = self._waiting[-1]
        least = self.params.min_silence_s if newest.silent else self.params.min_sound_s
        if newest.end - newest.start < least * self._rate:
            # Too short: it is part of what was before, and what follows will be too.
            self._waiting.pop()
            self._waiting[-1].take(newest)
            return
        while len(self._waiting) > 1:
            self._tell(self._waiting.pop(0))

    def _tell(self, stretch: _Stretch) -> None:
        frames = stretch.end - stretch.start
        power = stretch.squares / (frames * self._channels)
        level = 10 * math.log10(power) if power > 0 else None
        beyond = self.params.threshold_db - (level if level is not None else -200.0)
        beyond = beyond if stretch.silent else -beyond
        self._segments.add(
            stretch.start / self._rate,
            stretch.end / self._rate,
            label=SILENCE if stretch.silent else SOUND,
            value=level,
            confidence=1 / (1 + 10 ** (-beyond / _SURE_DB)),
        )
        self._silent_frames += frames if stretch.silent else 0

    def close(self, frames: int) -> None:
        for stretch in self._waiting:
            self._tell(stretch)
        self._out.value("silent_fraction", self._silent_frames / frames if frames else None)
