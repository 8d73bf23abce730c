"""Sound files as people take them away: WAV, FLAC, Vorbis, Opus, MP3 and AAC, with words in them.

The lossless ones hold the samples of the recording to the bit (16 or 24, or float where it is
float). libsndfile writes WAV, FLAC and Vorbis; libav, whose wheel has no Vorbis, the others. MP3,
Opus and AAC say how much of their beginning and end is padding, so that what is decoded is as long
as what was encoded.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from analysis.core.signal import Signal

#: libsndfile's Vorbis takes no more frames at once without running out of its stack.
_BLOCK = 1 << 14
#: Of both libraries: the words that every kind of file has a place for.
TAGS = ("title", "artist", "album", "copyright", "license", "comment")
_MP3_RATES = (8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000)
_AAC_RATES = (*_MP3_RATES, 64_000, 88_200, 96_000)


@dataclass(frozen=True)
class SoundKind:
    """A kind of file that sound is given as."""

    name: str
    extension: str
    mime_type: str
    is_lossless: bool = False
    rates: tuple[int, ...] = ()
    """Sample rates that it takes, in Hz; all where there are none."""
    most_channels: int = 8
    codec: str = ""
    """libav's, and `muxer` its container; none where libsndfile writes it."""
    muxer: str = ""
    bit_rate: int = 0
    """Bits per second and channel."""

    def rate_for(self, rate: int) -> int:
        """Return the sample rate of the file: the least that loses nothing, else the greatest."""
        if not self.rates:
            return rate
        return next((each for each in self.rates if each >= rate), self.rates[-1])

    def channels_for(self, channels: int) -> int:
        """Return the channels of the file: more than it takes become one."""
        return channels if channels <= self.most_channels else 1


KINDS: Mapping[str, SoundKind] = {
    each.extension: each
    for each in (
        SoundKind("WAV", "wav", "audio/wav", is_lossless=True, most_channels=32),
        SoundKind("FLAC", "flac", "audio/flac", is_lossless=True),
        SoundKind("Ogg Vorbis", "ogg", "audio/ogg", most_channels=2),
        SoundKind(
            *("Ogg Opus", "opus", "audio/ogg"),
            rates=(48_000,),
            most_channels=2,
            codec="libopus",
            muxer="ogg",
            bit_rate=64_000,
        ),
        SoundKind(
            *("MP3", "mp3", "audio/mpeg"),
            rates=_MP3_RATES,
            most_channels=2,
            codec="libmp3lame",
            muxer="mp3",
            bit_rate=96_000,
        ),
        SoundKind(
            *("AAC", "m4a", "audio/mp4"),
            rates=_AAC_RATES,
            most_channels=2,
            codec="aac",
            muxer="ipod",
            bit_rate=96_000,
        ),
    )
}


class Writer(Protocol):
    """Takes (channels, n) float32 in ±1; `close` ends the file."""

    def append(self, signal: Signal) -> None: ...

    def close(self) -> None: ...


def writer(
    path: Path | Any,
    kind: SoundKind,
    *,
    rate: int,
    channels: int,
    bits: int | None,
    tags: Mapping[str, str],
) -> Writer:
    """Begin a file.

    Parameters
    ----------
    bits : of the recording's samples: up to 16, up to 24, or None for float. Lossless files are as
        deep.
    """
    if kind.codec:
        return _LibavWriter(path, kind, rate, channels, tags)
    return _SndfileWriter(path, kind, rate, channels, bits, tags)


def _as_float(signal: Signal) -> NDArray[Any]:
    return np.ascontiguousarray(signal.T)


def _as_16(signal: Signal) -> NDArray[Any]:
    # Our own scale: libsndfile takes 1.0 for 32767, and no sample would come back as it was.
    return np.clip(np.rint(signal.T * np.float64(1 << 15)), -(1 << 15), (1 << 15) - 1).astype("i2")


def _as_24(signal: Signal) -> NDArray[Any]:
    whole = np.clip(np.rint(signal.T * np.float64(1 << 23)), -(1 << 23), (1 << 23) - 1)
    return whole.astype("i4") << 8  # libsndfile keeps the upper 24 of 32 bits


class _SndfileWriter:
    def __init__(
        self,
        path: Any,
        kind: SoundKind,
        rate: int,
        channels: int,
        bits: int | None,
        tags: Mapping[str, str],
    ) -> None:
        import soundfile

        subtype, self._ready = self._shape(kind, bits)
        self._file = soundfile.SoundFile(
            path if hasattr(path, "write") else str(path),
            "w",
            samplerate=rate,
            channels=channels,
            format=kind.extension.upper(),
            subtype=subtype,
        )
        for name, text in tags.items():
            if text:
                setattr(self._file, name, text)

    @staticmethod
    def _shape(kind: SoundKind, bits: int | None) -> tuple[str, Callable[[Signal], NDArray[Any]]]:
        if not kind.is_lossless:
            return "VORBIS", _as_float
        if bits is not None and bits <= 16:
            return "PCM_16", _as_16
        if bits is None and kind.extension == "wav":
            return "FLOAT", _as_float
        return "PCM_24", _as_24

    def append(self, signal: Signal) -> None:
        for at in range(0, signal.shape[1], _BLOCK):
            self._file.write(self._ready(signal[:, at : at + _BLOCK]))

    def close(self) -> None:
        self._file.close()


class _LibavWriter:
    def __init__(
        self, path: Any, kind: SoundKind, rate: int, channels: int, tags: Mapping[str, str]
    ) -> None:
        import av

        self._av = av
        self._channels, self._rate = channels, rate
        self._container = av.open(
            path if hasattr(path, "write") else str(path),
            "w",
            format=kind.muxer,
            # MP4 says where the sound ends in the film's time: thousandths of a second by default.
            options={"fflags": "bitexact"}
            | ({"movie_timescale": str(rate)} if kind.muxer == "ipod" else {}),
        )
        stream: Any = self._container.add_stream(kind.codec, rate=rate)
        self._stream = stream
        self._stream.bit_rate = kind.bit_rate * channels
        self._layout = "mono" if channels == 1 else "stereo"
        self._stream.layout = self._layout
        self._stream.codec_context.thread_count = 1
        said = {name: text for name, text in tags.items() if text}
        self._container.metadata.update(said)
        self._stream.metadata.update(said)
        self._rest = np.zeros((channels, 0), np.float32)
        self._at = 0

    def append(self, signal: Signal) -> None:
        size = self._stream.codec_context.frame_size or 1024
        signal = np.concatenate([self._rest, signal], axis=1)
        whole = signal.shape[1] - signal.shape[1] % size
        for at in range(0, whole, size):
            self._encode(signal[:, at : at + size])
        self._rest = signal[:, whole:].copy()

    def _encode(self, part: Signal) -> None:
        # Planes of floats, as all three encoders take them or libav turns them into what they take.
        clipped = np.ascontiguousarray(np.clip(part, -1, 1))
        frame = self._av.AudioFrame.from_ndarray(clipped, format="fltp", layout=self._layout)
        frame.sample_rate = self._rate
        frame.pts = self._at
        frame.time_base = Fraction(1, self._rate)
        self._at += part.shape[1]
        self._container.mux(self._stream.encode(frame))

    def close(self) -> None:
        if self._rest.shape[1]:
            self._encode(self._rest)
        self._container.mux(self._stream.encode(None))
        self._container.close()


def preload(extension: str) -> None:
    """Encode a moment of silence in memory, so that all is loaded that is loaded on first use."""
    import io

    import soxr

    kind = KINDS[extension]
    soxr.ResampleStream(44_100, 48_000, 1, dtype="float32")
    made = writer(io.BytesIO(), kind, rate=48_000, channels=1, bits=16, tags={"title": "x"})
    made.append(np.zeros((1, 4800), np.float32))
    made.close()
