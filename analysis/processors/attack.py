"""How sounds begin and last: attack, centroid and length of each, from its envelope."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Buckets, Need, OnsetStrength, View
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.statistics import Moments
from analysis.core.transform import rfft
from analysis.processors.onset import Peak, PeakPicker

_STRENGTH = OnsetStrength(window=2048, hop=512)
_STEP_S, _SMOOTH_S = 0.0015, 0.01
_BEFORE_S = 0.05
_EFFORT = 3.0
NAMES = ("log_attack_time", "attack_slope", "temporal_centroid", "effective_duration")


@dataclass(frozen=True)
class AttackParams(Params):
    threshold_db: float = param(
        1.5, "As of `onset`: what begins a sound.", unit="dB", minimum=0.01, maximum=60.0
    )
    min_gap_s: float = param(
        0.1, "Sounds begin no closer than this.", unit="s", minimum=0.02, maximum=10.0
    )
    max_s: float = param(
        3.0, "How much of a sound is looked at.", unit="s", minimum=0.2, maximum=30.0
    )


class Attack(Processor[AttackParams]):
    """Envelope of each sound: RMS of all channels over 10 ms, every 1.5 ms, from its onset on.

    A sound lasts from 50 ms before its onset (see `onset`) to 50 ms before the next, or `max_s`.
    Its attack by the weakest effort: the times at which the envelope first exceeds 10 %, 20 % ...
    100 % of its peak have a mean distance w; the attack begins before the first that is shorter
    than 3 w and ends after the last. `log_attack_time`: log10 of its seconds. `attack_slope`: rise
    over it in shares of the peak a second. `temporal_centroid`: mean time of the envelope where it
    is above 15 % of its peak, from the beginning of the attack. `effective_duration`: time above
    40 %. Right within 10 ms. Exact.
    """

    Params: ClassVar[type[Params]] = AttackParams
    id = "attack"
    version = "1.0.0"
    kind = "detector"
    label = "Attacks and lengths of sounds"
    description = "Log attack time, temporal centroid and effective duration of each sound."
    reference = (
        "Peeters, Giordano, Susini, Misdariis & McAdams, The Timbre Toolbox, JASA 130(5), 2011, "
        "section II.B; Peeters, CUIDADO report, IRCAM 2004, section 4 (weakest effort)"
    )
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("attacks", "events", "Attacks", "log10(s)", "Each with its log attack time."),
        Provides("log_attack_time", "value", "Mean log attack time", "log10(s)"),
        Provides("temporal_centroid", "value", "Mean temporal centroid", "s"),
        Provides("effective_duration", "value", "Mean effective duration", "s"),
        Provides(
            "mean", "vector", "Sounds, mean of each descriptor", "own", "Each in its own unit."
        ),
        Provides(
            "deviation", "vector", "Sounds, deviation of each descriptor", "own", "As `mean`."
        ),
    )
    cost = 3000.0
    bytes_per_s = 50.0

    @classmethod
    def preload(cls) -> None:
        rfft()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        step = 2 ** round(np.log2(max(16.0, _STEP_S * sound.sample_rate)))
        self._buckets = Buckets(int(step))
        return (_STRENGTH, self._buckets)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate, self._channels = out, sound.sample_rate, sound.channels
        self._sink = out.events("attacks")
        self._step_s = self._buckets.size / sound.sample_rate
        self._smooth = max(1, round(_SMOOTH_S / self._step_s)) | 1
        per_second = sound.sample_rate / _STRENGTH.hop
        self._picker = PeakPicker(
            near=max(1, round(0.03 * per_second)),
            around=max(2, round(0.1 * per_second)),
            threshold=self.params.threshold_db,
            gap=max(1, round(self.params.min_gap_s * per_second)),
        )
        # Peaks are told this late: half a window, and what they are compared with.
        around = max(2, round(0.1 * per_second)) + 2
        self._late_s = (_STRENGTH.window / 2 + around * _STRENGTH.hop) / sound.sample_rate + 0.1
        self._powers, self._first = np.zeros(0), 0
        self._waiting: list[Peak] = []
        self._moments = Moments(len(NAMES))

    def block(self, view: View) -> None:
        stats = view[self._buckets]
        powers = stats.squares.sum(axis=0) / (stats.counts * self._channels)
        self._powers = np.concatenate([self._powers, powers])
        self._waiting += self._picker.push(view[_STRENGTH])
        self._measure(last=False)

    def _measure(self, *, last: bool) -> None:
        """Describe the sounds whose end is known, and let go of what is before them."""
        held_s = (self._first + len(self._powers)) * self._step_s
        known_s = np.inf if last else held_s - self._late_s
        while self._waiting:
            end = self._seconds(self._waiting[0]) + self.params.max_s
            if len(self._waiting) > 1:
                end = min(end, self._seconds(self._waiting[1]) - _BEFORE_S)
            elif known_s < end + _BEFORE_S:
                break
            if held_s < end + _SMOOTH_S and not last:
                break
            self._describe(self._waiting.pop(0), end)
        oldest = self._seconds(self._waiting[0]) if self._waiting else held_s - self._late_s
        spare = int((oldest - 0.5) / self._step_s) - self._first
        if spare > 0:
            self._powers = self._powers[spare:]
            self._first += spare

    def _seconds(self, peak: Peak) -> float:
        return peak.frame * _STRENGTH.hop / self._rate

    def _describe(self, peak: Peak, end_s: float) -> None:
        begin_s = self._seconds(peak)
        first = max(0, round((begin_s - _BEFORE_S) / self._step_s) - self._first)
        last = min(len(self._powers), round(end_s / self._step_s) - self._first)
        side = self._smooth // 2
        part = self._powers[max(0, first - side) : last + side]
        if last - first < 4 * self._smooth:
            return
        kernel = np.full(self._smooth, 1 / self._smooth)
        envelope = np.sqrt(np.convolve(part, kernel, "same"))
        found = describe(envelope, self._step_s)
        if found is None:
            return
        start, values = found
        self._moments.push(values[np.newaxis].astype(np.float32))
        self._sink.add(
            (self._first + max(0, first - side) + start) * self._step_s,
            value=float(values[0]),
            confidence=peak.excess / (peak.excess + self.params.threshold_db),
        )

    def close(self, frames: int) -> None:
        self._waiting += self._picker.finish()
        self._measure(last=True)
        axis = Axis(labels=NAMES)
        mean = self._moments.mean
        why = "" if self._moments.count else "no sound begins"
        for name in ("log_attack_time", "temporal_centroid", "effective_duration"):
            self._out.value(name, float(mean[NAMES.index(name)]), label=why)
        self._out.vector("mean", mean, axis)
        self._out.vector("deviation", self._moments.deviation, axis)


def describe(
    envelope: NDArray[np.float64], step_s: float
) -> tuple[int, NDArray[np.float64]] | None:
    """Where the attack begins, and the descriptors in the order of `NAMES`; None of silence."""
    top = int(envelope.argmax())
    peak = float(envelope[top])
    if peak <= 1e-6:
        return None
    # From the last moment before the peak at which all is still.
    levels = np.arange(0.1, 1.01, 0.1) * peak
    rising = envelope[: top + 1]
    crossed = np.array([int(np.flatnonzero(rising >= level * (1 - 1e-9))[0]) for level in levels])
    efforts = np.diff(crossed)
    mean = efforts.mean()
    small = np.flatnonzero(efforts <= _EFFORT * mean)
    start, stop = int(crossed[small[0]]), int(crossed[small[-1] + 1])
    attack_s = max(stop - start, 1) * step_s
    slope = (envelope[stop] - envelope[start]) / peak / attack_s
    from_start = envelope[start:]
    heard = from_start > 0.15 * peak
    at = np.arange(len(from_start)) * step_s
    centroid = float((at * from_start)[heard].sum() / from_start[heard].sum())
    duration = float((from_start > 0.4 * peak).sum() * step_s)
    return start, np.array([np.log10(attack_s), slope, centroid, duration])
