"""A copy that a browser plays, of what it cannot play or a person cannot hear."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from analysis.core.errors import NotApplicable
from analysis.core.needs import Need, Samples, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.io.formats import named, plays_in_browser

_AUDIBLE_RATE = 48_000
_STUDIO_RATE = 192_000


@dataclass(frozen=True)
class ListeningCopyParams(Params):
    bit_rate: int = param(64_000, "Per channel.", unit="bit/s", minimum=16_000, maximum=256_000)
    expand_above: int = param(
        _AUDIBLE_RATE,
        "Sample rate above which the copy is slowed down.",
        unit="Hz",
        minimum=_AUDIBLE_RATE,
        maximum=768_000,
    )


class ListeningCopy(Processor[ListeningCopyParams]):
    """Ogg Opus at 48 kHz; more than two channels become one. Silent stretches stay.

    Above 48 kHz `audio` is slowed down by the least whole factor that brings the sample rate to
    48 kHz or below (`timeFactor` in its data), so that ultrasound is heard; up to 192 kHz, where
    the recording may be music of a studio, `audio_at_speed` is a second copy at its own speed.
    Nothing of the master's metadata is copied. Not exact: libopus may differ between machines.
    """

    Params: ClassVar[type[Params]] = ListeningCopyParams
    id = "listening_copy"
    version = "1.0.0"
    kind = "encoder"
    label = "Listening copy"
    description = "Opus for the browser, slowed down where the sound is too high for human ears."
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("audio", "media", "Listening copy"),
        Provides("audio_at_speed", "media", "Listening copy at its own speed"),
    )
    determinism = "tolerance"
    libraries: ClassVar[tuple[str, ...]] = ("soxr",)
    cost = 100.0
    bytes_per_s = 16000.0

    @classmethod
    def preload(cls) -> None:
        from analysis.io import encode

        encode.preload()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        playable = plays_in_browser(
            named(sound.format), sound.codec, sound.sample_rate, sound.channels
        )
        if playable and sound.is_whole_file and not sound.is_damaged:
            raise NotApplicable("The master itself is playable.")
        self._samples = Samples(mono=sound.channels > 2)
        return (self._samples,)

    def open(self, sound: Sound, out: Outputs) -> None:
        channels = 2 if sound.channels == 2 else 1
        rate = sound.sample_rate
        slow = rate > self.params.expand_above
        factor = math.ceil(rate / _AUDIBLE_RATE) if slow else 1
        copies = [("audio", factor)]
        if slow and rate <= _STUDIO_RATE:
            copies.append(("audio_at_speed", 1))
        self._copies = [
            out.opus(
                name,
                input_rate=rate / times,
                channels=channels,
                bit_rate=self.params.bit_rate * channels,
                data={"timeFactor": times},
            )
            for name, times in copies
        ]

    def block(self, view: View) -> None:
        signal = view[self._samples]
        if signal.shape[1]:
            for copy in self._copies:
                copy.append(np.clip(signal, -1, 1))
