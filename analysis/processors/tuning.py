"""To which pitch the instruments are tuned."""

from typing import Any, ClassVar

from analysis.core.needs import Need, View
from analysis.core.needs.peaks import algorithm
from analysis.core.params import Params
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.transform import rfft
from analysis.processors.tonality import peaks_of


class Tuning(Processor[Params]):
    """The frequency of A4 in equal temperament that fits the partials best (Essentia).

    From the same peaks as `dissonance`, whose deviations from the tempered scale are gathered over
    the whole sound, in bins of 1 cent. Exact.
    """

    id = "tuning"
    version = "1.0.0"
    kind = "analyzer"
    label = "Tuning"
    description = "The frequency of A4, and how far it is from 440 Hz, in cents."
    reference = "Gómez, Tonal Description of Music Audio Signals, PhD thesis, UPF 2006, section 3.5"
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("frequency", "value", "Tuning frequency", "Hz", "Of A4."),
        Provides("cents", "value", "Tuning", "cent", "From 440 Hz; between -50 and 50."),
    )
    libraries: ClassVar[tuple[str, ...]] = ("essentia",)
    cost = 300.0
    bytes_per_s = 10.0

    @classmethod
    def preload(cls) -> None:
        algorithm("TuningFrequency")
        rfft()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        self._peaks = peaks_of(sound)
        return (self._peaks,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._compute = algorithm("TuningFrequency", resolution=1.0)
        self._found: tuple[float, float] | None = None

    def block(self, view: View) -> None:
        for frequencies, magnitudes in view[self._peaks].frames:
            if len(frequencies):
                self._found = self._compute(frequencies, magnitudes)

    def close(self, frames: int) -> None:
        if self._found is None:
            for name in ("frequency", "cents"):
                self._out.value(name, None, label="no partials")
            return
        # Essentia answers between -35 and 65.
        cents = (self._found[1] + 50) % 100 - 50
        self._out.value("frequency", 440 * 2 ** (cents / 1200))
        self._out.value("cents", cents)
