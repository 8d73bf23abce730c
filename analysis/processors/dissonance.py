"""How rough the partials of a sound are together."""

from typing import Any, ClassVar

import numpy as np

from analysis.core.needs import Need, View
from analysis.core.needs.peaks import algorithm
from analysis.core.params import Params
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.statistics import Moments
from analysis.core.transform import rfft
from analysis.processors.tonality import peaks_of


class Dissonance(Processor[Params]):
    """Sensory dissonance of the spectral peaks: 0 consonant, 1 dissonant (Essentia).

    From frames of at least 93 ms, Hann window, up to 60 peaks above -80 dB between 40 Hz and
    5 kHz. NaN where there are fewer than two peaks; the mean is over the other frames. Exact.
    """

    id = "dissonance"
    version = "1.0.0"
    kind = "analyzer"
    label = "Dissonance"
    description = "Roughness of the partials that sound together, frame by frame."
    reference = (
        "Plomp & Levelt, Tonal Consonance and Critical Bandwidth, JASA 38(4), 1965; "
        "Essentia, Dissonance"
    )
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("dissonance", "frames", "Dissonance", "1"),
        Provides("mean", "value", "Mean dissonance", "1"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("essentia",)
    cost = 250.0
    bytes_per_s = 50.0

    @classmethod
    def preload(cls) -> None:
        algorithm("Dissonance")
        rfft()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        self._peaks = peaks_of(sound)
        return (self._peaks,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._curve = out.curve("dissonance", hop=self._peaks.hop)
        self._compute = algorithm("Dissonance")
        self._moments = Moments(1)

    def block(self, view: View) -> None:
        frames = view[self._peaks].frames
        values = np.full(len(frames), np.nan, np.float32)
        for row, (frequencies, magnitudes) in enumerate(frames):
            if len(frequencies) > 1:
                values[row] = self._compute(frequencies, magnitudes)
        if len(values):
            self._curve.append(values)
            self._moments.push(values[:, np.newaxis])

    def close(self, frames: int) -> None:
        found = self._moments.count > 0
        mean = float(self._moments.mean[0]) if found else None
        self._out.value("mean", mean, label="" if found else "no two partials together")
