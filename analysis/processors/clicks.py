"""Clicks and splices: instants that nothing before them foretells."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Chunk, Chunks, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound

_CHUNKS = Chunks(seconds=2.0, overlap_s=0.2)
_ORDER = 20
_FRAME_S = 0.023
_RING_S = (0.0025, 0.025)
CLICK, SPLICE = "click", "discontinuity"


@dataclass(frozen=True)
class ClicksParams(Params):
    threshold: float = param(
        20.0,
        "How many deviations of the prediction error a click must have.",
        minimum=4.0,
        maximum=1000.0,
    )
    least_db: float = param(
        -50.0, "Least prediction error of a click.", unit="dBFS", minimum=-140.0, maximum=0.0
    )
    max_s: float = param(
        0.001, "Longest click; what lasts longer is a sound.", unit="s", maximum=0.01
    )


class Clicks(Processor[ClicksParams]):
    """Prediction error of a linear predictor of order 20, beside its own median.

    In frames of 23 ms of the mono mix the coefficients come from the autocorrelation of twice as
    much, Hann window. A click spoils those of its own frame, so the error of a sample is the
    least of three: by its own frame's, and by those of two frames before and after. Its deviation
    is its median / 0.6745 over three frames. What exceeds `threshold` times that is a click when
    nothing within 2.5 to 25 ms before or after it is a seventh as high: a voice's pulses come in
    rows, a stroke rings on. It is then replaced over growing widths by what the predictors make of
    its surroundings (least squares); where the error is gone it was a click of that width, where
    it stays at any width up to `max_s` the wave itself jumps: a discontinuity, as a splice or
    lost samples leave it. Value: the error's peak; confidence: 1 - threshold / (2 peak /
    deviation). Times are right within 1 ms. Dry strokes and hard consonants may be taken for
    discontinuities: 3 in half a minute of read speech. Exact.
    """

    Params: ClassVar[type[Params]] = ClicksParams
    id = "clicks"
    version = "1.0.0"
    kind = "detector"
    label = "Clicks"
    description = "Clicks and pops, and where the wave jumps as at a bad splice."
    reference = (
        "Vaseghi & Rayner, Detection and suppression of impulsive noise in speech communication "
        "systems, IEE Proc. I 137(1), 1990; Janssen, Veldhuis & Vries, Adaptive interpolation of "
        "discrete-time signals that can be modeled as autoregressive processes, IEEE TASSP 34(2), "
        "1986"
    )
    needs: ClassVar[tuple[Need[Any], ...]] = (_CHUNKS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("clicks", "events", "Clicks", "dBFS", labels=(CLICK, SPLICE)),
        Provides("count", "value", "Clicks", "1"),
        Provides("discontinuities", "value", "Discontinuities", "1"),
        Provides("rate", "value", "Clicks a minute", "1/min", "And discontinuities."),
    )
    merge = "each chunk of 2 s tells what lies in its own part."
    cost = 60.0
    bytes_per_s = 20.0

    @classmethod
    def preload(cls) -> None:
        np.linalg.solve(np.eye(2), np.ones(2))
        np.median(np.ones(3))

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate = out, sound.sample_rate
        self._sink = out.events("clicks")
        self._frame = max(128, round(_FRAME_S * sound.sample_rate))
        self._counts = {CLICK: 0, SPLICE: 0}

    def block(self, view: View) -> None:
        for chunk in view[_CHUNKS]:
            if chunk.signal.shape[1] >= 4 * self._frame:
                self._search(chunk)

    def _search(self, chunk: Chunk) -> None:
        wave = chunk.signal[0].astype(np.float64)
        coefficients = predictors(wave, self._frame)
        error = prediction_error(wave, coefficients, self._frame)
        deviation = self._deviations(error, len(coefficients))
        for at in self._candidates(error, deviation):
            if chunk.keep_start <= chunk.start + at < chunk.keep_end:
                rows = coefficients[_beside(at // self._frame, len(coefficients))]
                limit = self.params.threshold * deviation[at]
                is_click = any(self._is_mended(wave, row, at, limit) for row in rows)
                self._tell(chunk.start + at, error[at], deviation[at], is_click=is_click)

    def _deviations(self, error: NDArray[np.float64], count: int) -> NDArray[np.float64]:
        """Of each sample: the robust deviation of the error over three frames."""
        rows = error[: count * self._frame].reshape(count, self._frame)
        padded = np.concatenate([rows[:1], rows, rows[-1:]])
        three = np.concatenate([padded[:-2], padded[1:-1], padded[2:]], axis=1)
        # No softer than what 16 bits round off.
        deviations = np.maximum(np.median(three, axis=1) / 0.6745, 1e-5)
        spread = np.repeat(deviations, self._frame)
        return np.pad(spread, (0, len(error) - len(spread)), mode="edge")

    def _candidates(self, error: NDArray[np.float64], deviation: NDArray[np.float64]) -> list[int]:
        least = 10 ** (self.params.least_db / 20)
        high = np.flatnonzero(error > np.maximum(self.params.threshold * deviation, least))
        near, far = (max(1, round(each * self._rate)) for each in _RING_S)
        made: list[int] = []
        for group in np.split(high, np.flatnonzero(np.diff(high) > near) + 1):
            if not len(group) or group[-1] - group[0] > 2 * near:
                continue
            at = int(group[error[group].argmax()])
            if at < near:  # nothing is foretold of a beginning
                continue
            before = error[max(0, at - far) : max(0, at - near)]
            after = error[at + near + 1 : at + far + 1]
            ring = max(before.max(initial=0.0), after.max(initial=0.0))
            if ring * 7 < error[at]:
                made.append(at)
        return made

    def _is_mended(
        self, wave: NDArray[np.float64], row: NDArray[np.float64], at: int, limit: float
    ) -> bool:
        """Whether the error goes when samples about it are replaced."""
        widest = max(2, round(self.params.max_s * self._rate))
        width = 1
        while width <= widest:
            for first in sorted({at, at - width // 2, at - width + 1}):
                if left_error(wave, row, first, width) < limit:
                    return True
            width *= 2
        return False

    def _tell(self, at: int, peak: float, deviation: float, *, is_click: bool) -> None:
        label = CLICK if is_click else SPLICE
        self._counts[label] += 1
        self._sink.add(
            at / self._rate,
            label=label,
            value=20 * float(np.log10(peak)),
            confidence=float(1 - 0.5 * self.params.threshold * deviation / peak),
        )

    def close(self, frames: int) -> None:
        total = sum(self._counts.values())
        self._out.value("count", self._counts[CLICK])
        self._out.value("discontinuities", self._counts[SPLICE])
        self._out.value("rate", total * 60 * self._rate / frames if frames else None)


def predictors(wave: NDArray[np.float64], frame: int) -> NDArray[np.float64]:
    """Linear predictors of consecutive frames, (frames, order), from twice as much of the wave."""
    count = len(wave) // frame
    padded = np.concatenate([np.zeros(frame // 2), wave, np.zeros(frame)])
    views = np.lib.stride_tricks.sliding_window_view(padded, 2 * frame)[::frame][:count]
    rows = views * np.hanning(2 * frame)
    lags = np.stack(
        [(rows[:, lag:] * rows[:, : 2 * frame - lag]).sum(axis=1) for lag in range(_ORDER + 1)],
        axis=1,
    )
    at = np.abs(np.subtract.outer(np.arange(_ORDER), np.arange(_ORDER)))
    matrix = lags[:, at]
    # A little white noise keeps the matrix regular.
    matrix[:, np.arange(_ORDER), np.arange(_ORDER)] += lags[:, :1] * 1e-9 + 1e-12
    return np.asarray(np.linalg.solve(matrix, lags[:, 1:, np.newaxis])[:, :, 0])


def prediction_error(
    wave: NDArray[np.float64], coefficients: NDArray[np.float64], frame: int
) -> NDArray[np.float64]:
    """How far each sample is from the nearest of its three predictions, in magnitude."""
    frames = np.arange(len(wave)) // frame
    padded = np.concatenate([np.zeros(_ORDER), wave])
    nearest = np.full(len(wave), np.inf)
    for rows in np.stack([_beside(each, len(coefficients)) for each in range(frames[-1] + 1)], 1):
        error = wave.copy()
        for lag in range(1, _ORDER + 1):
            taps = np.repeat(coefficients[rows, lag - 1], frame)[: len(wave)]
            error -= taps * padded[_ORDER - lag : len(padded) - lag]
        nearest = np.minimum(nearest, np.abs(error))
    return nearest


def _beside(frame: int, count: int) -> NDArray[np.int64]:
    """The frame itself and those whose predictors know nothing of it: two before, two after."""
    return np.asarray(np.clip([frame - 2, frame, frame + 2], 0, count - 1), np.int64)


def left_error(
    wave: NDArray[np.float64], row: NDArray[np.float64], first: int, width: int
) -> float:
    """Greatest error after `width` samples from `first` on were replaced by least squares."""
    low, high = first - _ORDER, first + width + _ORDER
    if low - _ORDER < 0 or high > len(wave):
        return np.inf
    taps = np.concatenate([[1.0], -row])
    part = wave[low - _ORDER : high]
    # Row n: the error at sample low + n, as a sum over the samples of the part.
    matrix = np.zeros((high - low, len(part)))
    for lag, tap in enumerate(taps):
        matrix[np.arange(high - low), np.arange(high - low) + _ORDER - lag] = tap
    unknown = slice(2 * _ORDER, 2 * _ORDER + width)
    known = part.copy()
    known[unknown] = 0
    rest = matrix @ known
    columns = matrix[:, unknown]
    normal = columns.T @ columns + 1e-12 * np.eye(width)
    found = np.linalg.solve(normal, -(columns.T @ rest))
    return float(np.abs(rest + columns @ found).max())
