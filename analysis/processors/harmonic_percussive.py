"""How much of a sound lasts, and how much strikes."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.medians import median_of
from analysis.core.needs import Need, Stft, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Regroup, Sound, Spectra
from analysis.core.transform import rfft

_STFT = Stft(2048, 512)
_ROWS = 64  # at once: what is computed does not depend on the portions
_FLOOR = np.float32(1e-14)


@dataclass(frozen=True)
class HarmonicPercussiveParams(Params):
    frames: int = param(17, "Frames of the median along time.", unit="frames", enum=[9, 17, 31, 63])
    bins: int = param(17, "Bins of the median along frequency.", unit="bins", enum=[9, 17, 31, 63])
    floor_db: float = param(
        -70.0,
        "Frames that are softer have no share: not a number.",
        unit="dBFS",
        minimum=-140.0,
        maximum=0.0,
    )


class HarmonicPercussive(Processor[HarmonicPercussiveParams]):
    """Median filtering of the shared spectra along time and along frequency.

    H is the median magnitude of 17 frames about each bin, P that of 17 bins about it; the masks
    H^2 / (H^2 + P^2) and P^2 / (H^2 + P^2) share out the power. `harmonic` and `percussive` are
    levels, a full-scale sine reads -3.01; `share` is the percussive part of the power. Beyond its
    ends the sound is taken as silent. It holds back as many frames as one half of the median.
    Voices and strings are harmonic, drums and consonants percussive; noise is half and half.
    Exact.
    """

    Params: ClassVar[type[Params]] = HarmonicPercussiveParams
    id = "harmonic_percussive"
    version = "1.0.0"
    kind = "analyzer"
    label = "Harmonic and percussive parts"
    description = "How much of the sound lasts and how much strikes, frame by frame."
    reference = "FitzGerald, Harmonic/Percussive Separation using Median Filtering, DAFx 2010"
    needs: ClassVar[tuple[Need[Any], ...]] = (_STFT,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("harmonic", "frames", "Harmonic level", "dBFS"),
        Provides("percussive", "frames", "Percussive level", "dBFS"),
        Provides("share", "frames", "Percussive share", "1"),
        Provides("mean_share", "value", "Percussive share of the whole", "1"),
    )
    cost = 95.0
    bytes_per_s = 700.0

    @classmethod
    def preload(cls) -> None:
        rfft()

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._curves = [out.curve(name, hop=_STFT.hop) for name in ("harmonic", "percussive")]
        self._share = out.curve("share", hop=_STFT.hop)
        # The Hann window spreads the power of a sine over 1.5 bins.
        self._scale = np.float32(1 / (_STFT.full_scale * 2 * 1.5))
        self._side = self.params.frames // 2
        self._held = np.zeros((self._side, _STFT.window // 2 + 1), np.float32)
        self._group = Regroup(_ROWS)
        self._sums = np.zeros(2)

    def block(self, view: View) -> None:
        rows = self._group.push(view[_STFT])
        for at in range(0, len(rows), _ROWS):
            self._take(rows[at : at + _ROWS])
        if view.last:
            rest = self._group.flush(view[_STFT])
            ends = np.zeros((self._side, rest.shape[1]), np.float32)
            self._take(np.concatenate([rest, ends]))

    def _take(self, power: Spectra) -> None:
        magnitude = np.sqrt(power * self._scale)
        held = np.concatenate([self._held, magnitude])
        count = len(held) - 2 * self._side
        if count > 0:
            self._tell(held, count)
            held = held[count:]
        self._held = held.copy()

    def _tell(self, held: Spectra, count: int) -> None:
        middle = held[self._side : self._side + count]
        lasting = median_of([held[n : n + count] for n in range(self.params.frames)])
        side = self.params.bins // 2
        wide = np.pad(middle, ((0, 0), (side, side)))
        bins = middle.shape[1]
        striking = median_of([wide[:, n : n + bins] for n in range(self.params.bins)])
        lasting, striking = lasting * lasting, striking * striking
        mask = striking / (lasting + striking + _FLOOR)
        whole = middle * middle
        parts = np.stack([(whole * (1 - mask)).sum(axis=1), (whole * mask).sum(axis=1)])
        for curve, part in zip(self._curves, parts, strict=True):
            curve.append(10 * np.log10(np.maximum(part, _FLOOR)))
        self._share.append(self._shares(parts))
        # In the order of time, for any portions.
        self._sums = np.cumsum(
            np.concatenate([self._sums[:, np.newaxis], parts.astype(np.float64)], axis=1), axis=1
        )[:, -1]

    def _shares(self, parts: NDArray[np.float32]) -> NDArray[np.float32]:
        total = parts.sum(axis=0)
        shares = parts[1] / np.maximum(total, _FLOOR)
        shares[total < 10 ** (self.params.floor_db / 10)] = np.nan
        return np.asarray(shares, np.float32)

    def close(self, frames: int) -> None:
        total = float(self._sums.sum())
        is_silent = total <= 0
        share = None if is_silent else float(self._sums[1] / total)
        self._out.value("mean_share", share, label="silence" if is_silent else "")
