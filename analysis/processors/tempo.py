"""Tempo and beats, from how strongly the sound begins anew."""

from array import array
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.errors import SignalTooShort
from analysis.core.needs import Need, OnsetStrength, View
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.transform import rfft

_WINDOW_S = 8.0
_STEP_S = 1.0
_LEAST_BPM, _MOST_BPM = 30.0, 300.0


@dataclass(frozen=True)
class TempoParams(Params):
    usual_bpm: float = param(
        120.0,
        "The tempo that is preferred where several fit.",
        unit="1/min",
        minimum=_LEAST_BPM,
        maximum=_MOST_BPM,
    )
    spread_octaves: float = param(
        1.0, "How far from it a tempo may be before it counts little.", minimum=0.1, maximum=4.0
    )
    tightness: float = param(
        100.0, "How strictly beats keep the tempo.", minimum=1.0, maximum=10_000.0
    )


class Tempo(Processor[TempoParams]):
    """Autocorrelation tempogram of the onset strength, and beats by dynamic programming.

    The tempogram is of windows of 8 s each second (Grosche, Müller & Kurth, ICASSP 2010), over 30
    to 300 beats a minute, weighted by a log-normal preference. The tempo at a moment is its
    maximum; `bpm` is the maximum of its mean. Beats follow Ellis (2007) with the tempo of their
    own minute. The confidence of a beat is the strength there over that of the strongest tenth.
    The curve of onset strengths stays in memory: 12 MB for ten hours at 44.1 kHz. Exact.
    """

    Params: ClassVar[type[Params]] = TempoParams
    id = "tempo"
    version = "1.0.0"
    kind = "detector"
    label = "Tempo and beats"
    description = "Beats per minute over time and in all, with the beats themselves."
    reference = "Ellis, Beat Tracking by Dynamic Programming, J. New Music Research 36(1), 2007"
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("bpm", "value", "Tempo", "1/min"),
        Provides("bpm_confidence", "value", "Confidence of the tempo", "1"),
        Provides("tempogram", "frames", "Tempogram", "1"),
        Provides("tempo", "frames", "Tempo over time", "1/min"),
        Provides("beats", "events", "Beats", "1/min"),
    )
    cost = 300.0
    bytes_per_s = 500.0

    @classmethod
    def preload(cls) -> None:
        rfft()
        _loaded_on_first_use()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        # About 86 frames a second at any rate, as 512 samples are at 44.1 kHz.
        hop = int(2 ** round(np.log2(max(64, sound.sample_rate / 86.0))))
        self._strength = OnsetStrength(window=min(4 * hop, 16384), hop=hop)
        return (self._strength,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate = out, sound.sample_rate
        self._per_s = sound.sample_rate / self._strength.hop
        self._curve = array("f")

    def block(self, view: View) -> None:
        self._curve.frombytes(view[self._strength].tobytes())

    def close(self, frames: int) -> None:
        if frames < 2 * self._rate:
            raise SignalTooShort("Tempo needs at least two seconds of sound.")
        curve = np.frombuffer(self._curve, np.float32)
        grid = Tempogram(self._per_s, self.params)
        rows = grid.of(curve)
        axis = Axis("1/min", values=tuple(round(float(bpm), 3) for bpm in grid.bpm))
        step_frames = grid.step * self._strength.hop
        self._out.curve("tempogram", hop=step_frames, axis=axis).append(rows)
        weighted = rows * grid.preference
        sounds = rows.max(axis=1) > 0
        course = np.where(sounds, grid.bpm[weighted.argmax(axis=1)], np.nan).astype(np.float32)
        self._out.curve("tempo", hop=step_frames).append(course)
        beats = self._out.events("beats")
        if not sounds.any():
            self._out.value("bpm", None, label="nothing begins anew")
            self._out.value("bpm_confidence", None, label="nothing begins anew")
            return
        mean = rows[sounds].mean(axis=0)
        best = int((mean * grid.preference).argmax())
        self._out.value("bpm", grid.refined(mean, best))
        self._out.value("bpm_confidence", float(np.clip(mean[best], 0, 1)))
        strong = float(np.quantile(curve, 0.9)) or float(curve.max())
        for at, bpm in self._beats(curve, course, grid.step):
            beats.add(at / self._per_s, value=bpm, confidence=float(min(1.0, curve[at] / strong)))

    def _beats(
        self, curve: NDArray[np.float32], course: NDArray[np.float32], step: int
    ) -> list[tuple[int, float]]:
        """Return the frames of the beats with their tempo, minute by minute."""
        minute = round(60 * self._per_s)
        found: list[tuple[int, float]] = []
        for start in range(0, len(curve), minute):
            part = curve[start : start + minute]
            local = course[start // step : (start + len(part)) // step + 1]
            local = local[np.isfinite(local)]
            if not len(local) or not part.any():
                continue
            bpm = float(np.median(local))
            period = 60 / bpm * self._per_s
            after = found[-1][0] + period / 2 if found else -1
            beats = track(part, period, self.params.tightness)
            found += [(start + at, bpm) for at in beats if start + at > after]
        return found


class Tempogram:
    """Autocorrelation of windows of a curve, at the lags of tempos from 30 to 300 a minute."""

    def __init__(self, per_s: float, params: TempoParams) -> None:
        self.window = round(_WINDOW_S * per_s)
        self.step = max(1, round(_STEP_S * per_s))
        first, last = 60 * per_s / _MOST_BPM, 60 * per_s / _LEAST_BPM
        self.lags = np.arange(max(1, int(np.ceil(first))), int(last) + 1)
        self.bpm = 60 * per_s / self.lags
        octaves = np.log2(self.bpm / params.usual_bpm) / params.spread_octaves
        self.preference = np.exp(-0.5 * octaves**2)

    def of(self, curve: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return (moments, lags): row k is centred on frame k * step; 1 is perfect repetition."""
        size = int(2 ** np.ceil(np.log2(2 * self.window)))
        padded = np.pad(curve, (self.window // 2, self.window))
        rows = np.zeros((1 + (len(curve) - 1) // self.step, len(self.lags)), np.float32)
        counts = self.window - self.lags
        taper = np.hanning(self.window)
        for row in range(len(rows)):
            part = padded[row * self.step : row * self.step + self.window].astype(np.float64)
            # Where the curve ends, its padding is no rhythm: the mean of what is there goes.
            part = (part - part.mean()) * taper
            spectrum = np.fft.rfft(part, size)
            correlation = np.fft.irfft(spectrum * spectrum.conj(), size)
            if correlation[0] > 1e-9:
                shares = correlation[self.lags] / correlation[0] * self.window / counts
                rows[row] = np.maximum(shares, 0)
        return rows

    def refined(self, mean: NDArray[np.float32], at: int) -> float:
        """Return the tempo at a maximum, between the lags by a parabola."""
        lag = float(self.lags[at])
        if 0 < at < len(mean) - 1:
            left, middle, right = (float(value) for value in mean[at - 1 : at + 2])
            bend = left - 2 * middle + right
            if bend < 0:
                lag += float(np.clip(0.5 * (left - right) / bend, -0.5, 0.5))
        return float(self.bpm[at] * self.lags[at] / lag)


def _loaded_on_first_use() -> None:
    """Have numpy load what it loads when it is first asked, while files can still be opened."""
    few = np.arange(4.0)
    np.fft.irfft(np.fft.rfft(few))
    np.median(few)
    np.quantile(few, 0.5)


def track(curve: NDArray[np.float32], period: float, tightness: float) -> list[int]:
    """Return the frames of the beats of a stretch whose period, in frames, is known."""
    reach = np.arange(-round(2 * period), -max(1, round(period / 2)) + 1)
    cost = -tightness * np.log(-reach / period) ** 2
    strength = curve / (curve.std() or 1.0)
    smooth = np.exp(-0.5 * (np.arange(-round(period), round(period) + 1) * 32 / period) ** 2)
    local = np.convolve(strength, smooth, "same")[: len(curve)].astype(np.float64)
    score, back = local.copy(), np.full(len(curve), -1)
    quiet = 0.01 * local.max()
    for at in range(len(curve)):
        before = at + reach
        first = int(np.searchsorted(before, 0))
        if first == len(before):
            continue
        candidates = score[before[first:]] + cost[first:]
        best = int(candidates.argmax())
        score[at] = local[at] + candidates[best]
        if not (local[at] < quiet and back[before[first + best]] < 0):
            back[at] = before[first + best]
    tail = score[-round(period) :] if len(score) > period else score
    at = len(score) - len(tail) + int(tail.argmax())
    beats: list[int] = []
    while at >= 0:
        beats.append(int(at))
        at = int(back[at])
    beats.reverse()
    return _sounding(beats, local)


def _sounding(beats: list[int], local: NDArray[np.float64]) -> list[int]:
    """Leave out the beats before the first and after the last that can be heard."""
    if not beats:
        return beats
    heights = local[beats]
    loud = np.flatnonzero(heights >= 0.5 * np.sqrt((heights**2).mean()))
    return beats[loud[0] : loud[-1] + 1] if len(loud) else []
