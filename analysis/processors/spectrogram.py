"""The picture of the spectrum over time, at every zoom."""

from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import Need, Stft, View
from analysis.core.params import Params
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound, Spectra
from analysis.core.transform import rfft

BANDS = 256
MIN_DB = -120.0
LONG_S = 1800.0
_STFT = Stft(2048, 512)
_FOLD = 4


class Spectrogram(Processor[Params]):
    """Level of the mono mix in 256 equal bands from 0 Hz to half the sample rate.

    Hann window of 2048, hop 512; a band holds the loudest of its bins, in dB of a full-scale
    sine, as uint8: 0 is -120 dB or less, 255 is 0 dB. Above half an hour the finest level holds
    the loudest of four such columns (hop 2048), so that no short sound is missed. Exact.
    """

    id = "spectrogram"
    version = "1.0.0"
    kind = "grapher"
    label = "Spectrogram"
    description = "Pyramid of spectrogram tiles, linear in frequency, that the player colours."
    needs: ClassVar[tuple[Need[Any], ...]] = (_STFT,)
    provides: ClassVar[tuple[Provides, ...]] = (Provides("tiles", "tiles", "Spectrogram"),)
    cost = 2500.0
    bytes_per_s = 29000.0

    @classmethod
    def preload(cls) -> None:
        rfft()

    def open(self, sound: Sound, out: Outputs) -> None:
        self._fold = _FOLD if (sound.duration_s or 0) > LONG_S else 1
        self._rest = np.zeros((0, BANDS), np.uint8)
        self._tiles = out.spectrogram(
            "tiles", hop=_STFT.hop * self._fold, bands=BANDS, min_db=MIN_DB
        )

    def block(self, view: View) -> None:
        columns = picture(view[_STFT])
        if self._fold > 1:
            columns = np.concatenate([self._rest, columns])
            whole = len(columns) if view.last else len(columns) // self._fold * self._fold
            self._rest = columns[whole:]
            columns = _loudest(columns[:whole], self._fold)
        if len(columns):
            self._tiles.append(columns)


def picture(power: Spectra) -> NDArray[np.uint8]:
    """Power spectra (n, 1025) as levels (n, 256), one byte each."""
    # Band b holds bins 4b to 4b + 3; the bin at half the sample rate joins the last.
    pairs = np.maximum(power[:, 0:1024:2], power[:, 1:1024:2])
    bands = np.maximum(pairs[:, 0::2], pairs[:, 1::2])
    np.maximum(bands[:, -1], power[:, 1024], out=bands[:, -1])
    bands *= np.float32(1 / _STFT.full_scale)
    np.maximum(bands, np.float32(10 ** (MIN_DB / 10)), out=bands)
    np.log(bands, out=bands)
    # (10 log10(x) + 120) / 120 * 255, and half to round
    bands *= np.float32(10 / np.log(10) / -MIN_DB * 255)
    bands += np.float32(255.5)
    return np.minimum(bands, np.float32(255)).astype(np.uint8)


def _loudest(columns: NDArray[np.uint8], of: int) -> NDArray[np.uint8]:
    if not len(columns):
        return columns
    return np.maximum.reduceat(columns, np.arange(0, len(columns), of), axis=0)
