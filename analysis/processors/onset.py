"""Where sounds begin: onset strength, and how many there are."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Need, OnsetStrength, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.transform import rfft

_STRENGTH = OnsetStrength(window=2048, hop=512)


@dataclass(frozen=True)
class OnsetParams(Params):
    threshold_db: float = param(
        1.5,
        "How far the strength must stand above its local mean to count as an onset.",
        unit="dB",
        minimum=0.01,
        maximum=60.0,
    )
    min_gap_s: float = param(
        0.05, "Onsets closer than this count once.", unit="s", minimum=0.0, maximum=10.0
    )


class Peak(NamedTuple):
    """A frame that stands out: its height, and by how much it is above its local mean."""

    frame: int
    height: float
    excess: float


class Onset(Processor[OnsetParams]):
    """Spectral flux: the mean rise, in dB per band, of 40 mel bands from one frame to the next.

    Picked as in Boeck, Krebs & Schedl, ISMIR 2012, section 2.2: a frame counts that is the
    greatest within 30 ms, stands `threshold_db` above the mean of 100 ms before to 100 ms after
    it, and comes `min_gap_s` after the one before. An onset that stands e dB above that mean has
    the confidence e / (e + `threshold_db`). Frame k is centred on sample 512 k. Exact. Bands
    follow the sample rate, so that the calls of mice at 250 kHz are seen as well as drums at
    44.1 kHz.
    """

    Params: ClassVar[type[Params]] = OnsetParams
    id = "onset"
    version = "1.1.0"
    kind = "detector"
    label = "Onsets"
    description = "How strongly the sound begins anew at each moment, and how often it does."
    reference = "Dixon, Onset Detection Revisited, DAFx 2006, section 2.1"
    needs: ClassVar[tuple[Need[Any], ...]] = (_STRENGTH,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("strength", "frames", "Onset strength", "dB"),
        Provides("onsets", "events", "Onsets", "dB", "Each with its strength."),
        Provides("count", "value", "Onsets", "1"),
        Provides("rate", "value", "Onset rate", "1/s"),
    )
    cost = 5000.0
    bytes_per_s = 300.0

    @classmethod
    def preload(cls) -> None:
        rfft()

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate = out, sound.sample_rate
        self._curve = out.curve("strength", hop=_STRENGTH.hop)
        self._onsets = out.events("onsets")
        per_second = sound.sample_rate / _STRENGTH.hop
        self._picker = PeakPicker(
            near=max(1, round(0.03 * per_second)),
            around=max(2, round(0.1 * per_second)),
            threshold=self.params.threshold_db,
            gap=max(1, round(self.params.min_gap_s * per_second)),
        )

    def block(self, view: View) -> None:
        strength = view[_STRENGTH]
        if len(strength):
            self._curve.append(strength)
            self._tell(self._picker.push(strength))

    def _tell(self, peaks: list[Peak]) -> None:
        for peak in peaks:
            self._onsets.add(
                peak.frame * _STRENGTH.hop / self._rate,
                value=peak.height,
                confidence=peak.excess / (peak.excess + self.params.threshold_db),
            )

    def close(self, frames: int) -> None:
        self._tell(self._picker.finish())
        count = self._picker.count
        self._out.value("count", count)
        self._out.value("rate", count * self._rate / frames if frames else None)


class PeakPicker:
    """Finds peaks of a curve that arrives in portions, keeping only a short stretch of it."""

    def __init__(self, *, near: int, around: int, threshold: float, gap: int) -> None:
        self._near, self._around, self._gap = near, around, gap
        self._threshold = threshold
        self._margin = max(near, around)
        # Before the first and after the last frame the curve is taken as zero.
        self._held = np.zeros(self._margin, np.float32)
        self._first = 0  # index of the frame that follows the left margin of `_held`
        self._last_peak = -(10**9)
        self.count = 0

    def push(self, curve: NDArray[np.float32]) -> list[Peak]:
        """Take the next part of the curve; give the peaks that are sure now."""
        self._held = np.concatenate([self._held, curve])
        ready = len(self._held) - 2 * self._margin
        return self._pick(ready) if ready > 0 else []

    def finish(self) -> list[Peak]:
        """Give the last peaks."""
        return self.push(np.zeros(self._margin, np.float32))

    def _pick(self, ready: int) -> list[Peak]:
        margin, held = self._margin, self._held
        windows = np.lib.stride_tricks.sliding_window_view
        centre = held[margin : margin + ready]
        side = margin - self._near
        greatest = windows(held[side : len(held) - side], 2 * self._near + 1).max(axis=1)
        side = margin - self._around
        total = np.zeros(ready, np.float32)
        for offset in range(2 * self._around + 1):  # one order of summation for every frame
            total += held[side + offset : side + offset + ready]
        mean = total * np.float32(1 / (2 * self._around + 1))
        is_peak = (centre >= greatest) & (centre >= mean + np.float32(self._threshold))
        found: list[Peak] = []
        for at in np.flatnonzero(is_peak):
            frame = int(at) + self._first
            if frame - self._last_peak >= self._gap:
                self.count += 1
                self._last_peak = frame
                found.append(Peak(frame, float(centre[at]), float(centre[at] - mean[at])))
        self._held = held[ready:].copy()
        self._first += ready
        return found
