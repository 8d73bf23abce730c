"""Reading by libav (PyAV): every container that libsndfile does not read, and damaged FLAC."""

import io
import os
import struct
from collections.abc import Iterator
from typing import IO, Any, NoReturn

import av
import numpy as np
from av.container import InputContainer
from numpy.typing import NDArray

from analysis.core.errors import SourceRejected
from analysis.core.signal import Signal
from analysis.io.formats import AAC, FLAC, MP3, Format
from analysis.io.opened import Broken, Opened

_FAILURES = (av.FFmpegError, ValueError, AttributeError, IndexError, OverflowError)
"""What PyAV raises on files that are not what they say (IndexError: no audio stream)."""
_SCALES = {"u8": 128.0, "s16": 32768.0, "s32": 2147483648.0, "s64": 9223372036854775808.0}
_FULL_BITS = {"pcm_u8": 8, "pcm_s16": 16, "pcm_s24": 24, "pcm_s32": 32, "pcm_f32": 32}


def _refuse(url: str, flags: int, options: dict[str, str]) -> NoReturn:
    raise PermissionError("a sound may not open other files")


class LibavReader:
    """One open file; the demuxer is forced, nothing else may be opened, one thread.

    Raises
    ------
    SourceRejected : libav finds no sound in it.
    """

    def __init__(self, descriptor: int, kind: Format) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        self._kind = kind
        self._file: IO[bytes] = os.fdopen(os.dup(descriptor), "rb", buffering=0)
        options = {"protocol_whitelist": "none", "format_whitelist": kind.demuxer}
        try:
            container = av.open(
                self._file,
                format=kind.demuxer,
                container_options=options,
                io_open=_refuse,
                buffer_size=1 << 18,
                metadata_errors="replace",
            )
            assert isinstance(container, InputContainer)  # noqa: S101 - mode "r"
            self._container = container
            self._stream = container.streams.audio[0]
            context = self._stream.codec_context
            context.thread_count = 1
            if kind is FLAC:  # else damage is played as noise
                context.options = {"err_detect": "crccheck+explode"}
            self.opened = self._describe()
        except _FAILURES as error:
            self._file.close()
            raise SourceRejected(
                f"The file begins like {kind.name}, but no sound can be read from it."
            ) from error
        self.errors = 0
        """Packets that could not be decoded."""
        self.lost = 0
        """Frames filled with silence because they could not be decoded."""
        self.reached = 0
        """Position after the last decoded frame."""

    def _describe(self) -> Opened:
        context = self._stream.codec_context
        name = context.name.removesuffix("float").removesuffix("le").removesuffix("be")
        frames = 0
        if self._stream.duration and self._stream.time_base:
            frames = int(self._stream.duration * self._stream.time_base * context.sample_rate)
        elif self._container.duration:
            frames = int(self._container.duration * context.sample_rate / av.time_base)
        return Opened(
            codec=name.removesuffix("_fixed"),
            sample_rate=int(context.sample_rate),
            channels=int(context.channels),
            bit_depth=_FULL_BITS.get(name) or _lossless_bits(name, context.format.name),
            frames=max(0, frames),
            decoder="libavcodec " + ".".join(map(str, av.library_versions["libavcodec"])),
            may_hold_nan=context.format.name.startswith(("flt", "dbl")),
            frames_exact=self._kind not in (MP3, AAC) or self._has_frame_count(),
        )

    def _has_frame_count(self) -> bool:
        head = os.pread(self._file.fileno(), 1 << 16, 0)
        return any(mark in head for mark in (b"Xing", b"Info", b"VBRI"))

    def blocks(self, start: int, size: int) -> Iterator[Signal]:
        """Blocks of `size` frames from frame `start`; what comes before is decoded and dropped.

        In FLAC, where each frame carries its own position, missing stretches are silent, so that
        the time axis stays true.

        Raises
        ------
        Broken : with the frame up to which all was well.
        """
        waiting: list[Signal] = []
        held = 0
        at = 0  # position of the next decoded frame
        for signal, position in self._decoded():
            if position is not None and position > at:
                if position > at + self.opened.frames:
                    raise Broken(at, "a position lies beyond the end of the sound")
                gap = np.zeros((self.opened.channels, position - at), np.float32)
                signal = np.concatenate([gap, signal], axis=1)
            drop = max(0, start - at)
            at += signal.shape[1]
            if drop >= signal.shape[1]:
                continue
            waiting.append(signal[:, drop:])
            held += signal.shape[1] - drop
            if held >= size:
                joined = np.concatenate(waiting, axis=1)
                for first in range(0, held - size + 1, size):
                    yield np.ascontiguousarray(joined[:, first : first + size])
                rest = joined[:, held - held % size :]
                waiting, held = [rest], rest.shape[1]
        if held:
            yield np.ascontiguousarray(np.concatenate(waiting, axis=1))

    def _decoded(self) -> Iterator[tuple[Signal, int | None]]:
        """Decoded portions with their position in frames, where the format gives it."""
        at = 0
        for packet in self._packets():
            try:
                frames = packet.decode()
            except _FAILURES:
                self.errors += 1
                continue
            for frame in frames:
                if (
                    frame.sample_rate != self.opened.sample_rate
                    or frame.layout.nb_channels != self.opened.channels
                ):
                    raise Broken(at, "the sample rate or the channels change in the middle")
                signal = to_float(frame.to_ndarray(), frame.format.name, self.opened.channels)
                position = None
                if self._kind is FLAC and frame.pts is not None and frame.time_base:
                    position = round(frame.pts * frame.time_base * self.opened.sample_rate)
                    self.lost += max(0, position - at)
                    at = max(at, position)
                at += signal.shape[1]
                self.reached = at
                yield signal, position

    def _packets(self) -> Iterator[Any]:
        try:
            yield from self._container.demux(self._stream)
        except _FAILURES:
            self.errors += 1

    def close(self) -> None:
        self._container.close()
        self._file.close()


def preload() -> None:
    """Read a few samples from memory, so that PyAV loads all that it loads on first use."""
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 48000, 96000, 2, 16)
    wav = struct.pack("<4sI4s", b"RIFF", 44, b"WAVE") + form + b"data\x08\0\0\0" + bytes(8)
    with av.open(io.BytesIO(wav), "r", format="wav") as container:
        for frame in container.decode(audio=0):
            frame.to_ndarray()


def to_float(samples: NDArray[Any], sample_format: str, channels: int) -> Signal:
    """Samples of libav, planar (channels, n) or packed (1, n * channels), as float32 in ±1."""
    if not sample_format.endswith("p"):
        samples = samples.reshape(-1, channels).T
    scale = _SCALES.get(sample_format.removesuffix("p"))
    if scale is None:
        return np.ascontiguousarray(samples, np.float32)
    signal = np.ascontiguousarray(samples, np.float32)
    if sample_format.startswith("u8"):
        signal -= np.float32(128)
    signal *= np.float32(1 / scale)
    return signal


def _lossless_bits(codec: str, sample_format: str) -> int | None:
    """Bits of a lossless codec, where its sample format leaves no doubt."""
    if codec in ("flac", "alac", "wavpack", "tta", "tak", "ape"):
        return {"u8": 8, "s16": 16}.get(sample_format.removesuffix("p"))
    return None
