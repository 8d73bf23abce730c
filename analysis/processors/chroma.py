"""How much of each pitch class is heard, whatever the octave."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from analysis.core.needs import Chroma, Need, View
from analysis.core.needs.chroma import PITCH_CLASSES
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.statistics import Moments
from analysis.core.transform import rfft

AXIS = Axis(labels=PITCH_CLASSES)
#: Power of the mix below which a frame has no pitch classes: -80 dB of a full-scale sine.
_FLOOR = np.float32(1e-8)


@dataclass(frozen=True)
class ChromaParams(Params):
    window: int = param(
        2048, "Samples of a frame.", unit="samples", enum=[1024, 2048, 4096, 8192, 16384]
    )
    hop: int = param(512, "Samples between frames.", unit="samples", minimum=64, maximum=16384)
    tuning: float = param(
        0.0, "Where A4 lies, from 440 Hz.", unit="semitone", minimum=-0.5, maximum=0.5
    )


class PitchClasses(Processor[ChromaParams]):
    """Power in the 12 pitch classes, each frame divided by its greatest; 0 where all is silent.

    Each bin of the spectrum is spread by a Gaussian of one semitone over the classes and weighted
    by a Gaussian of two octaves about 440 Hz. `mean` is the mean of the frames that sound. Exact.
    """

    Params: ClassVar[type[Params]] = ChromaParams
    id = "chroma"
    version = "1.0.0"
    kind = "analyzer"
    label = "Pitch classes"
    description = "Strength of the twelve pitch classes from C to B, frame by frame."
    reference = "Ellis, Chroma feature analysis and synthesis, Columbia University, 2007"
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("chroma", "frames", "Pitch classes", "1"),
        Provides("mean", "vector", "Mean of the pitch classes", "1"),
    )
    cost = 4000.0
    bytes_per_s = 3400.0

    @classmethod
    def preload(cls) -> None:
        rfft()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        p = self.params
        self._chroma = Chroma(p.window, p.hop, p.tuning)
        return (self._chroma,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._curve = out.curve("chroma", hop=self.params.hop, axis=AXIS)
        self._moments = Moments(len(PITCH_CLASSES))

    def block(self, view: View) -> None:
        power = view[self._chroma]
        if not len(power):
            return
        greatest = power.max(axis=1, keepdims=True)
        sounds = greatest > _FLOOR
        shares = np.where(sounds, power / np.maximum(greatest, _FLOOR), np.float32(0))
        self._curve.append(shares)
        self._moments.push(shares[sounds[:, 0]])

    def close(self, frames: int) -> None:
        self._out.vector("mean", np.nan_to_num(self._moments.mean), AXIS)
