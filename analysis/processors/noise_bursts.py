"""Bursts of noise: short, of all frequencies at once, far above what is around them."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Chunk, Chunks, Need, View, hann
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Curve, Sound
from analysis.core.transform import rfft

_CHUNKS = Chunks(seconds=8.0, overlap_s=3.0)
_FRAME_S = 0.032
_AROUND_S = 1.0
_BANDS = 8
BURST = "noise burst"


@dataclass(frozen=True)
class NoiseBurstsParams(Params):
    rise_db: float = param(
        10.0, "How far above the 1 s before and after.", unit="dB", minimum=3.0, maximum=60.0
    )
    flatness: float = param(
        0.35, "Least flatness of the spectrum; noise has 0.56.", minimum=0.05, maximum=0.6
    )
    least_db: float = param(
        -60.0, "Softer bursts are not told.", unit="dBFS", minimum=-140.0, maximum=0.0
    )
    max_s: float = param(0.5, "Longest burst.", unit="s", minimum=0.02, maximum=1.0)


class NoiseBursts(Processor[NoiseBurstsParams]):
    """Frames of 32 ms that are flat and stand out in nearly all parts of the spectrum.

    In eight bands from 100 Hz to 45 % of the sample rate. Flatness is the geometric over the
    arithmetic mean of a band's powers, 0.56 = exp(-0.577) for noise; in seven of the eight it must
    be as great as `flatness`, and the level `rise_db` above its median of 1 s before to 1 s
    after: a sibilant has no low frequencies. Mono mix. Value: the greatest level. Times are right
    within 40 ms. Experimental: cymbals, applause and some strokes are noise as well (30 in a
    minute of a jazz track), and one burst in ten under loud music is missed. Exact.
    """

    Params: ClassVar[type[Params]] = NoiseBurstsParams
    id = "noise_bursts"
    version = "1.0.0"
    kind = "detector"
    label = "Noise bursts"
    description = "Short bursts of noise of all frequencies, as of a bad contact."
    reference = (
        "Johnston, Transform Coding of Audio Signals Using Perceptual Noise Criteria, IEEE JSAC "
        "6(2), 1988 (flatness); for the task, Essentia's NoiseBurstDetector"
    )
    needs: ClassVar[tuple[Need[Any], ...]] = (_CHUNKS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("bursts", "segments", "Noise bursts", "dBFS", labels=(BURST,)),
        Provides("count", "value", "Noise bursts", "1"),
    )
    merge = "each chunk of 8 s tells the bursts that begin in its own part."
    cost = 250.0
    experimental = True

    @classmethod
    def preload(cls) -> None:
        rfft()
        np.median(np.ones(3))

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate = out, sound.sample_rate
        self._sink = out.segments("bursts")
        self._window = int(2 ** np.ceil(np.log2(_FRAME_S * sound.sample_rate)))
        self._hop = self._window // 4
        self._count = 0

    def block(self, view: View) -> None:
        for chunk in view[_CHUNKS]:
            if chunk.signal.shape[1] >= 4 * self._window:
                self._search(chunk)

    def _search(self, chunk: Chunk) -> None:
        power = self._spectra(chunk.signal[0])
        level = 10 * np.log10(power.mean(axis=1) + 1e-14)
        parts = np.array_split(power + 1e-14, _BANDS, axis=1)
        bands = np.stack([part.mean(axis=1) for part in parts])
        geometric = np.stack([np.exp(np.log(part).mean(axis=1)) for part in parts])
        # One of the eight may be full of what sounds at the same time.
        flatness = np.sort(geometric / bands, axis=0)[1]
        rise = np.sort(self._rise(10 * np.log10(bands)), axis=0)[1]
        is_burst = (flatness >= self.params.flatness) & (rise >= self.params.rise_db)
        is_burst &= level >= self.params.least_db
        edges = np.diff(np.concatenate([[0], is_burst.astype(np.int8), [0]]))
        starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            self._tell(chunk, start, end, level, flatness, rise)

    def _tell(
        self,
        chunk: Chunk,
        start: int,
        end: int,
        level: NDArray[np.float64],
        flatness: NDArray[np.float64],
        rise: NDArray[np.float64],
    ) -> None:
        # A frame counts when most of a burst is in it: its middle is in the burst.
        begin = chunk.start + start * self._hop + self._window // 2 - self._hop
        close = chunk.start + (end - 1) * self._hop + self._window // 2 + self._hop
        long = close - begin > self.params.max_s * self._rate
        if end - start < 2 or long or not chunk.keep_start <= begin < chunk.keep_end:
            return
        beyond = float(rise[start:end].max() - self.params.rise_db)
        flat = float(min(1.0, flatness[start:end].max() / 0.56))
        self._sink.add(
            begin / self._rate,
            close / self._rate,
            label=BURST,
            value=float(level[start:end].max()),
            confidence=flat * (1 - 0.5 * 10 ** (-beyond / 10)),
        )
        self._count += 1

    def close(self, frames: int) -> None:
        self._out.value("count", self._count)

    def _spectra(self, wave: Curve) -> NDArray[np.float64]:
        """Power of a sine at each bin, (frames, bins), of the range that is looked at."""
        views = np.lib.stride_tricks.sliding_window_view(wave, self._window)[:: self._hop]
        window = hann(self._window)
        low = int(np.ceil(min(100.0, 0.05 * self._rate) * self._window / self._rate))
        high = int(0.45 * self._window)
        made = np.empty((len(views), high - low))
        for at in range(0, len(views), 256):
            spectra = rfft()(np.ascontiguousarray(views[at : at + 256] * window))[:, low:high]
            parts = spectra.astype(np.complex128)
            made[at : at + 256] = parts.real**2 + parts.imag**2
        # Of noise, the mean over all bins is its power times the sum of the squared window.
        return made / (float(np.square(window, dtype=np.float64).sum()))

    def _rise(self, levels: NDArray[np.float64]) -> NDArray[np.float64]:
        """How far each frame is above the median around it, in each band."""
        side = max(2, round(_AROUND_S * self._rate / self._hop))
        # Every fourth frame is enough for a median over two seconds.
        side = min(side, levels.shape[1] - 1)
        padded = np.pad(levels, ((0, 0), (side, side)), mode="reflect")
        views = np.lib.stride_tricks.sliding_window_view(padded, 2 * side + 1, axis=1)
        return np.asarray(levels - np.median(views[:, :, ::4], axis=2))
