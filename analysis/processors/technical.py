"""What a file is technically, as the catalogue shows it."""

from typing import ClassVar

from analysis.core.params import Params
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound


class Technical(Processor[Params]):
    """Container, codec, rate, channels, depth and length, by the samples really decoded.

    Exact. Replaces the technical lines of the predecessor's item analysis table (S-63).
    """

    id = "technical"
    version = "1.0.0"
    kind = "analyzer"
    label = "Technical properties"
    description = "Format, codec, sample rate, channels, bit depth and duration of the sound."
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("format", "label", "Format"),
        Provides("codec", "label", "Codec"),
        Provides("sample_rate", "value", "Sample rate", "Hz"),
        Provides("channels", "value", "Channels", "1"),
        Provides("bit_depth", "value", "Bit depth", "bit", "Empty for lossy codecs."),
        Provides("duration", "value", "Duration", "s"),
        Provides("frames", "value", "Sample frames", "1"),
    )
    cost = 1e9

    def open(self, sound: Sound, out: Outputs) -> None:
        self._sound, self._out = sound, out

    def close(self, frames: int) -> None:
        sound, out = self._sound, self._out
        out.label("format", sound.format)
        out.label("codec", sound.codec)
        out.value("sample_rate", sound.sample_rate)
        out.value("channels", sound.channels)
        label = "" if sound.bit_depth else "the codec keeps no samples of a fixed depth"
        out.value("bit_depth", sound.bit_depth, label=label)
        out.value("duration", frames / sound.sample_rate)
        out.value("frames", frames)
