"""Algorithms of Essentia by name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.bridges import feeding
from analysis.bridges.listed import Algorithm
from analysis.bridges.outputs import give, give_frames, promised
from analysis.bridges.params import BridgeParams
from analysis.core.errors import SignalTooShort
from analysis.core.needs import Need, Samples, View
from analysis.core.params import Params
from analysis.core.processor import CurveSink, Kind, Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.transform import rfft
from analysis.core.wire import JSON

RATE, FRAME, HOP = feeding.RATE, 2048, 512
LONGEST_S = 600.0
_MONO = Samples(mono=True, rate=RATE)
_AT_ONCE = 64  # frames


@dataclass(frozen=True)
class EssentiaParams(BridgeParams):
    library: ClassVar[str] = "essentia"
    default: ClassVar[str] = "RollOff"

    algorithm: str = "RollOff"
    parameters: dict[str, JSON] = field(default_factory=dict)


class EssentiaBridge(Processor[EssentiaParams]):
    """One of the algorithms in docs/bridges.md, on the mono mix at 44.1 kHz.

    Algorithms of frames get frames of 2048 samples every 512, the magnitudes of their spectra
    (Hann, a sine of 1 reads 1) or the peaks of these; a frame's time is its middle. Those that
    take a whole sound get one of at most ten minutes: a longer one is refused. Numbers are the
    library's own, in its units; some of its algorithms answer differently each time.
    """

    Params: ClassVar[type[Params]] = EssentiaParams
    id = "essentia_bridge"
    version = "1.0.0"
    kind: ClassVar[Kind] = "analyzer"
    label = "Essentia, by name"
    description = "An algorithm of Essentia by its name, with the parameters that it declares."
    reference = "Bogdanov et al., ESSENTIA: an audio analysis library, ISMIR 2013"
    needs: ClassVar[tuple[Need[Any], ...]] = (_MONO,)
    provides: ClassVar[tuple[Provides, ...]] = ()
    determinism = "none"
    libraries: ClassVar[tuple[str, ...]] = ("essentia",)
    cost = 50.0
    experimental = True

    def __init__(self, params: EssentiaParams) -> None:
        super().__init__(params)
        self._listed: Algorithm = params.listed
        self.provides = self._listed.provides()  # type: ignore[misc]  # of this algorithm

    @classmethod
    def preload(cls) -> None:
        """Load the library's core; its wrappers take a second and are not needed."""
        import essentia  # noqa: F401 - loaded while files can still be opened
        import soxr  # noqa: F401 - the resampler's

        rfft()

    def wants(self, sound: Sound) -> Sequence[Need[Any]]:
        if self._listed.fed == "whole":
            promised(self._listed.name, sound.duration_s, LONGEST_S)
        return self.needs

    def open(self, sound: Sound, out: Outputs) -> None:
        from analysis.core.needs.peaks import algorithm

        self._out, self._sound = out, sound
        given = {**self.params.parameters, **self._listed.set_here}
        self._compute = algorithm(self._listed.name, **given)
        self._peaks = feeding.peaks_of(FRAME) if self._listed.fed == "peaks" else None
        self._rest = np.zeros(0, np.float32)
        self._kept: list[NDArray[np.float32]] = []
        self._held = 0
        self._curves: dict[str, CurveSink] = {}

    def block(self, view: View) -> None:
        samples = view[_MONO][0]
        if self._listed.fed == "whole":
            self._kept.append(samples.copy())
            self._held += len(samples)
            promised(self._listed.name, self._held / RATE, LONGEST_S)
            return
        self._rest = np.concatenate([self._rest, samples])
        while len(self._rest) >= FRAME:
            taken = min(_AT_ONCE, 1 + (len(self._rest) - FRAME) // HOP)
            self._frames(feeding.frames_of(self._rest[: FRAME + (taken - 1) * HOP], FRAME, HOP))
            self._rest = self._rest[taken * HOP :]

    def _frames(self, frames: NDArray[np.float32]) -> None:
        fed = self._listed.fed
        rows = frames if fed == "frame" else feeding.spectra_of(frames)
        for row in rows:
            given = (row,) if self._peaks is None else self._peaks(row)
            found = self._compute(*given)
            outputs = found if isinstance(found, tuple) else (found,)
            hop = HOP * self._sound.sample_rate / RATE
            give_frames(
                self._out, self._listed, outputs, self._curves, hop=hop, t0_s=FRAME / 2 / RATE
            )

    def close(self, frames: int) -> None:
        if self._listed.fed != "whole":
            if not self._curves:
                raise SignalTooShort(
                    f"{self._listed.name} needs {FRAME / RATE * 1000:.0f} ms of sound at least."
                )
            return
        whole = np.concatenate([*self._kept, np.zeros(0, np.float32)])
        if len(whole) < FRAME:
            raise SignalTooShort(f"{self._listed.name} needs {FRAME} samples at least.")
        found = self._compute(whole)
        give(self._out, self._listed, found if isinstance(found, tuple) else (found,))
