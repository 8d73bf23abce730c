"""Where sounds begin: onset strength, and how many there are."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Mel, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound, Spectra
from analysis.core.transform import rfft

_MEL = Mel(bands=40, window=2048, hop=512)
_FLOOR = np.float32(1e-8)  # -80 dB of a full-scale sine: what is softer does not rise


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


class Onset(Processor[OnsetParams]):
    """Spectral flux: the mean rise, in dB per band, of 40 mel bands from one frame to the next.

    After Dixon, DAFx 2006, section 2.1, with the logarithm of Klapuri, ICASSP 1999; picked as in
    Boeck, Krebs & Schedl, ISMIR 2012, section 2.2: a frame counts that is the greatest within
    30 ms, stands `threshold_db` above the mean of 100 ms before to 100 ms after it, and comes
    `min_gap_s` after the one before. Frame k is centred on sample 512 k. Exact. Bands follow the
    sample rate, so that the calls of mice at 250 kHz are seen as well as drums at 44.1 kHz.
    """

    Params: ClassVar[type[Params]] = OnsetParams
    id = "onset"
    version = "1.0.0"
    kind = "detector"
    label = "Onsets"
    description = "How strongly the sound begins anew at each moment, and how often it does."
    needs: ClassVar[tuple[Need[Any], ...]] = (_MEL,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("strength", "frames", "Onset strength", "dB"),
        Provides("count", "value", "Onsets", "1"),
        Provides("rate", "value", "Onset rate", "1/s"),
    )
    cost = 5000.0

    @classmethod
    def preload(cls) -> None:
        rfft()

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate = out, sound.sample_rate
        self._curve = out.curve("strength", hop=_MEL.hop)
        self._before: Spectra | None = None
        self._rows = 0
        per_second = sound.sample_rate / _MEL.hop
        self._picker = PeakPicker(
            near=max(1, round(0.03 * per_second)),
            around=max(2, round(0.1 * per_second)),
            threshold=self.params.threshold_db,
            gap=max(1, round(self.params.min_gap_s * per_second)),
        )

    def block(self, view: View) -> None:
        power = view[_MEL]
        if len(power):
            strength = self._rise(power)
            if view.last:
                # A sound cut off in the middle is no onset: these frames reach beyond the end.
                whole = (view.end - _MEL.window // 2) // _MEL.hop + 1
                strength[max(0, whole - self._rows) :] = 0
            self._rows += len(strength)
            self._curve.append(strength)
            self._picker.push(strength)

    def _rise(self, power: Spectra) -> NDArray[np.float32]:
        levels = np.log(np.maximum(power, _FLOOR)) * np.float32(10 / np.log(10))
        before = levels[:1] if self._before is None else self._before
        self._before = levels[-1:].copy()
        rise = np.diff(np.concatenate([before, levels]), axis=0)
        return np.asarray(np.maximum(rise, np.float32(0)).mean(axis=1), np.float32)

    def close(self, frames: int) -> None:
        count = self._picker.finish()
        self._out.value("count", count)
        self._out.value("rate", count * self._rate / frames if frames else None)


class PeakPicker:
    """Counts peaks of a curve that arrives in portions, keeping only a short stretch of it."""

    def __init__(self, *, near: int, around: int, threshold: float, gap: int) -> None:
        self._near, self._around, self._gap = near, around, gap
        self._threshold = threshold
        self._margin = max(near, around)
        # Before the first and after the last frame the curve is taken as zero.
        self._held = np.zeros(self._margin, np.float32)
        self._first = 0  # index of the frame that follows the left margin of `_held`
        self._last_peak = -(10**9)
        self.count = 0

    def push(self, curve: NDArray[np.float32]) -> None:
        self._held = np.concatenate([self._held, curve])
        ready = len(self._held) - 2 * self._margin
        if ready > 0:
            self._pick(ready)

    def finish(self) -> int:
        self.push(np.zeros(self._margin, np.float32))
        return self.count

    def _pick(self, ready: int) -> None:
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
        for index in np.flatnonzero(is_peak) + self._first:
            if index - self._last_peak >= self._gap:
                self.count += 1
                self._last_peak = int(index)
        self._held = held[ready:].copy()
        self._first += ready
