"""Where a recording becomes another sound: parts of one timbre."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Mfcc, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Regroup, Sound
from analysis.core.transform import rfft

_MFCC = Mfcc(13)
_STEP_S = 0.1
_ROWS = 32
_NOISE = 0.5  # added to each variance, in dB^2: silence has none


@dataclass(frozen=True)
class SegmentationParams(Params):
    window_s: float = param(
        8.0, "How much before and after a moment is compared.", unit="s", minimum=2.0, maximum=60.0
    )
    penalty: float = param(
        1.5,
        "Weight of the penalty: the greater, the fewer parts.",
        minimum=0.1,
        maximum=20.0,
    )
    min_s: float = param(2.0, "Shortest part.", unit="s", minimum=0.5, maximum=60.0)


@dataclass
class _Part:
    """Count, sums and sums of products of the rows of one part."""

    count: int
    sums: NDArray[np.float64]
    squares: NDArray[np.float64]

    @classmethod
    def of(cls, rows: NDArray[np.float64]) -> "_Part":
        return cls(len(rows), rows.sum(axis=0), rows.T @ rows)

    def __add__(self, other: "_Part") -> "_Part":
        return _Part(self.count + other.count, self.sums + other.sums, self.squares + other.squares)

    def spread(self) -> float:
        """Count times the logarithm of the determinant of the covariance."""
        mean = self.sums / self.count
        covariance = self.squares / self.count - np.outer(mean, mean)
        covariance[np.diag_indices(len(mean))] += _NOISE
        return float(self.count * np.linalg.slogdet(covariance)[1])


class Segmentation(Processor[SegmentationParams]):
    """Bayesian information criterion on 13 mel cepstral coefficients, means of 0.1 s.

    At each moment two Gaussians, of `window_s` before and after it, are held against one of both:
    d = (N log|S| - N1 log|S1| - N2 log|S2|) / 2 - penalty (p + p (p + 1) / 2) log(N) / 2. A moment
    whose d is positive and the greatest within `min_s` ends a part; then each part is held against
    the one before as a whole, and the two are joined where d is not positive. A part's value is
    its d against the one before, its confidence d / (d + penalty term); the first has 1. Ends are
    right within 1 s where parts are longer than a window and 2 s; shorter ones may be missed. No
    more is held than two windows and the sums of two parts. Exact.
    """

    Params: ClassVar[type[Params]] = SegmentationParams
    id = "segmentation"
    version = "1.0.0"
    kind = "detector"
    label = "Parts of one timbre"
    description = "Divides the recording where its timbre changes, as from speech to music."
    reference = (
        "Chen & Gopalakrishnan, Speaker, Environment and Channel Change Detection and Clustering "
        "via the Bayesian Information Criterion, DARPA Broadcast News Workshop 1998"
    )
    needs: ClassVar[tuple[Need[Any], ...]] = (_MFCC,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("parts", "segments", "Parts of one timbre", "1", "Each with how other it is."),
        Provides("count", "value", "Parts", "1"),
    )
    cost = 1200.0
    bytes_per_s = 10.0

    @classmethod
    def preload(cls) -> None:
        rfft()
        np.linalg.slogdet(np.eye(2))

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate = out, sound.sample_rate
        self._sink = out.segments("parts")
        frames = max(1, round(_STEP_S * sound.sample_rate / _MFCC.hop))
        self._step_s = frames * _MFCC.hop / sound.sample_rate
        self._means, self._group = Regroup(frames), Regroup(_ROWS)
        self._window = max(4, round(self.params.window_s / self._step_s))
        self._gap = max(2, round(self.params.min_s / self._step_s))
        self._rows, self._first_row = np.zeros((0, _MFCC.count)), 0
        # Gains of a part's end before each row, from `_first_gain` on; `_at` is not decided yet.
        self._gains: list[float] = []
        self._first_gain, self._at = self._gap, 0
        self._begun, self._open = 0, _Part.of(self._rows)
        self._kept: tuple[int, _Part, float] | None = None
        self._count = 0

    def block(self, view: View) -> None:
        frames = self._means.push(view[_MFCC])
        means = frames.reshape(-1, self._means.size, _MFCC.count).mean(axis=1)
        rows = self._group.push(means)
        for at in range(0, len(rows), _ROWS):
            self._take(rows[at : at + _ROWS])
        if view.last:
            self._take(self._group.flush(means))

    def _take(self, rows: NDArray[np.float32]) -> None:
        self._rows = np.concatenate([self._rows, rows.astype(np.float64)])
        self._measure(self._window)
        self._decide(len(self._gains) - self._gap)
        self._let_go()

    def _measure(self, after: int) -> None:
        """Gains of all rows that have as many after them as are asked for."""
        while True:
            row = self._first_gain + len(self._gains) - self._first_row
            if row + after > len(self._rows):
                return
            before = _Part.of(self._rows[max(0, row - self._window) : row])
            behind = _Part.of(self._rows[row : row + self._window])
            self._gains.append(self._gain(before, behind))

    def _gain(self, before: _Part, after: _Part) -> float:
        whole = before + after
        gain = (whole.spread() - before.spread() - after.spread()) / 2
        return gain - self._penalty(whole.count)

    def _penalty(self, count: int) -> float:
        size = _MFCC.count
        return self.params.penalty * (size + size * (size + 1) / 2) * float(np.log(count)) / 2

    def _decide(self, ready: int) -> None:
        """End parts where the gain is the greatest around, as far as that is sure."""
        while self._at < ready:
            gain = self._gains[self._at]
            around = self._gains[max(0, self._at - self._gap) : self._at + self._gap + 1]
            if gain > 0 and gain >= max(around):
                self._end(self._first_gain + self._at)
                self._at += self._gap
            else:
                self._at += 1

    def _let_go(self) -> None:
        """Hold no rows and gains that nothing will ask for again."""
        spare = min(self._at, len(self._gains)) - self._gap
        if spare > 0:
            self._gains = self._gains[spare:]
            self._first_gain += spare
            self._at -= spare
        measured = self._first_gain + len(self._gains) - self._window
        spare = min(self._first_gain + self._at, measured) - self._first_row
        if spare > 0:
            self._close_rows(self._first_row + spare)
            self._rows = self._rows[spare:]
            self._first_row += spare

    def _close_rows(self, until: int) -> None:
        """Take rows of the open part into its sums, from where that was done before."""
        done = self._begun + self._open.count
        if until > done:
            rows = self._rows[done - self._first_row : until - self._first_row]
            self._open += _Part.of(rows)

    def _end(self, row: int) -> None:
        """End the open part before a row."""
        self._close_rows(row)
        begun, part = self._begun, self._open
        self._begun, self._open = row, _Part.of(self._rows[:0])
        if self._kept is None:
            self._kept = (begun, part, math.inf)
            return
        start, before, gain_before = self._kept
        gain = self._gain(before, part)
        if gain <= 0:
            self._kept = (start, before + part, gain_before)
            return
        self._tell(begun * self._step_s)
        self._kept = (begun, part, gain)

    def _tell(self, end_s: float) -> None:
        if self._kept is None:
            return
        start, part, gain = self._kept
        is_first = math.isinf(gain)
        sure = 1.0 if is_first else gain / (gain + self._penalty(part.count))
        value = None if is_first else gain
        self._sink.add(start * self._step_s, end_s, value=value, confidence=sure)
        self._count += 1

    def close(self, frames: int) -> None:
        self._measure(self._gap)
        self._decide(len(self._gains))
        rows = self._first_row + len(self._rows)
        if rows > self._begun:
            self._end(rows)
        self._tell(frames / self._rate)
        self._out.value("count", self._count)
