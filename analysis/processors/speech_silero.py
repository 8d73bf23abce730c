"""Where somebody speaks, by another model than `speech_music`."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core import weights
from analysis.core.errors import SignalTooShort
from analysis.core.model_cards import SILERO_VAD
from analysis.core.needs import Need, Samples, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.resample import Resampler
from analysis.core.signal import Regroup, Sound
from analysis.core.stretches import Stretch, Stretches
from analysis.core.weights import ModelCard

RATE = 16_000
FRAME = 512
_CONTEXT = 64
_FRAMES_AT_ONCE = 64
_SAMPLES = Samples(mono=True, rate=RATE)


@dataclass(frozen=True)
class SpeechSileroParams(Params):
    threshold: float = param(
        0.5, "Probability from which a frame counts.", unit="1", minimum=0.0, maximum=1.0
    )
    min_s: float = param(
        0.25, "Shorter stretches are left out.", unit="s", minimum=0.0, maximum=60.0
    )
    gap_s: float = param(0.3, "Shorter gaps are bridged.", unit="s", minimum=0.0, maximum=60.0)


class SpeechSilero(Processor[SpeechSileroParams]):
    """Probability of speech every 32 ms, by a recurrent model that has heard all before.

    The mono mix at 16 kHz. A second opinion beside `speech_music`: another architecture, other
    training; where both agree there is hardly a doubt. A last frame that is less than half full
    is left out. Segments as in `speech_music`. Exact.
    """

    Params: ClassVar[type[Params]] = SpeechSileroParams
    id = "speech_silero"
    version = "1.0.0"
    kind = "detector"
    label = "Speech (second opinion)"
    description = "How likely speech is at each moment, and where it is, by another model."
    reference = "Silero Team, Silero VAD, 2021-2026; model card in models.md"
    needs: ClassVar[tuple[Need[Any], ...]] = (_SAMPLES,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("probability", "frames", "Probability of speech", "1"),
        Provides("speech", "segments", "Speech", labels=("speech",)),
        Provides("speech_fraction", "value", "Share of speech", "1"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("onnxruntime", "silero-vad", "soxr")
    models: ClassVar[tuple[ModelCard, ...]] = (SILERO_VAD,)
    cost = 200.0
    experimental = True  # by docs/detection.md: level alone reaches its F1 among music and animals

    @classmethod
    def preload(cls) -> None:
        weights.session(SILERO_VAD)
        Resampler.preload()

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._session = weights.session(SILERO_VAD)
        scale = sound.sample_rate / RATE
        self._curve = out.curve("probability", hop=FRAME * scale, t0_s=FRAME / 2 / RATE)
        self._segments = out.segments("speech")
        p = self.params
        self._stretches = Stretches(
            p.threshold, least=round(p.min_s * RATE / FRAME), gap=round(p.gap_s * RATE / FRAME)
        )
        self._group = Regroup(FRAME * _FRAMES_AT_ONCE)
        self._before = np.zeros(_CONTEXT, np.float32)
        self._state = (np.zeros((1, 1, 128), np.float32), np.zeros((1, 1, 128), np.float32))
        self._frames = 0

    def block(self, view: View) -> None:
        samples = view[_SAMPLES][0]
        size = self._group.size
        whole = self._group.push(samples)
        for at in range(0, len(whole), size):
            self._take(whole[at : at + size].reshape(-1, FRAME))
        if view.last:
            rest = self._group.flush(samples)
            full = (len(rest) + FRAME // 2) // FRAME
            padded = np.zeros(full * FRAME, np.float32)
            padded[: len(rest)] = rest[: len(padded)]
            if full:
                self._take(padded.reshape(-1, FRAME))

    def _take(self, frames: NDArray[np.float32]) -> None:
        contexts = np.concatenate([self._before[np.newaxis], frames[:-1, -_CONTEXT:]])
        self._before = frames[-1, -_CONTEXT:].copy()
        found, *state = weights.run(
            self._session,
            ["speech_probs", "hn", "cn"],
            {
                "input": np.concatenate([contexts, frames], axis=1),
                "h": self._state[0],
                "c": self._state[1],
            },
        )
        self._state = (state[0], state[1])
        probability = np.asarray(found, np.float32).reshape(-1)
        self._curve.append(probability)
        self._frames += len(probability)
        self._tell(self._stretches.push(probability))

    def _tell(self, stretches: list[Stretch]) -> None:
        for start, end, mean in stretches:
            self._segments.add(
                start * FRAME / RATE, end * FRAME / RATE, label="speech", confidence=mean
            )

    def close(self, frames: int) -> None:
        if not self._frames:
            raise SignalTooShort("Finding speech needs at least 16 ms.")
        self._tell(self._stretches.finish())
        self._out.value("speech_fraction", self._stretches.frames / self._frames)
