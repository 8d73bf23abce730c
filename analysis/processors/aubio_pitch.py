"""Pitch by aubio, where it is installed (extra `aubio`)."""

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, ClassVar

import numpy as np

from analysis.core.errors import LibraryMissing
from analysis.core.needs import Need, Samples, View
from analysis.core.params import Params, param
from analysis.core.processor import Kind, Outputs, Processor, Provides
from analysis.core.signal import Sound

if find_spec("aubio") is None:
    raise LibraryMissing("aubio", "aubio")

_MONO = Samples(mono=True)


@dataclass(frozen=True)
class AubioPitchParams(Params):
    window: int = param(2048, "Window in samples.", unit="samples", enum=[1024, 2048, 4096])
    hop: int = param(1024, "Samples between frames.", unit="samples", enum=[256, 512, 1024])


class AubioPitch(Processor[AubioPitchParams]):
    """aubio's yinfft on the mono mix, as TimeSide's `aubio_pitch` ran it; 0 Hz where none is heard.

    The value of a frame comes when its last sample has: it stands at the middle of the window.
    """

    Params: ClassVar[type[Params]] = AubioPitchParams
    id = "aubio_pitch"
    version = "1.0.0"
    kind: ClassVar[Kind] = "analyzer"
    label = "Pitch by aubio"
    description = "Fundamental frequency by aubio's yinfft, with its confidence."
    reference = "Brossier, Automatic Annotation of Musical Audio, PhD thesis, Queen Mary 2007"
    needs: ClassVar[tuple[Need[Any], ...]] = (_MONO,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("pitch", "frames", "Pitch", "Hz", "0 where none is heard."),
        Provides("pitch_confidence", "frames", "Confidence", "1"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("aubio", "aubio-ledfx")
    licence = "GPL-3.0-or-later"
    cost = 300.0
    experimental = True

    @classmethod
    def preload(cls) -> None:
        import aubio  # noqa: F401 - loaded while files can still be opened

    def open(self, sound: Sound, out: Outputs) -> None:
        import aubio

        window, hop = self.params.window, self.params.hop
        self._find = aubio.pitch("yinfft", window, hop, sound.sample_rate)
        self._find.set_unit("Hz")
        middle = max(0.0, (hop - window / 2) / sound.sample_rate)
        self._pitch = out.curve("pitch", hop=hop, t0_s=middle)
        self._confidence = out.curve("pitch_confidence", hop=hop, t0_s=middle)
        self._rest = np.zeros(0, np.float32)

    def block(self, view: View) -> None:
        hop = self.params.hop
        samples = np.concatenate([self._rest, view[_MONO][0]])
        whole = len(samples) - len(samples) % hop
        for at in range(0, whole, hop):
            found = self._find(np.ascontiguousarray(samples[at : at + hop], np.float32))
            self._pitch.append(np.array([found[0]], np.float32))
            self._confidence.append(np.array([self._find.get_confidence()], np.float32))
        self._rest = samples[whole:].copy()
