"""Ogg Opus, written by libav: the format of listening copies. No metadata of the master."""

import hashlib
import io
import os
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

OPUS_RATE = 48_000
_FRAME = 960  # 20 ms, the frame of libopus


def preload() -> None:
    """Encode a moment of silence to memory, so that all is loaded that is loaded on first use."""
    import soxr

    soxr.ResampleStream(44_100, OPUS_RATE, 1, dtype="float32")
    with av.open(io.BytesIO(), "w", format="ogg") as container:
        stream = container.add_stream("libopus", rate=OPUS_RATE)
        stream.layout = "mono"
        frame = av.AudioFrame.from_ndarray(
            np.zeros((1, _FRAME), np.float32), format="flt", layout="mono"
        )
        frame.sample_rate = OPUS_RATE
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


class OpusFile:
    """Takes (channels, n) float32 at `input_rate`, resampled to 48 kHz by soxr."""

    def __init__(self, path: Path, *, input_rate: float, channels: int, bit_rate: int) -> None:
        import soxr

        self._path, self._channels = path, channels
        path.parent.mkdir(parents=True, exist_ok=True)
        self._stream_in = (
            None
            if input_rate == OPUS_RATE
            else soxr.ResampleStream(input_rate, OPUS_RATE, channels, dtype="float32")
        )
        self._container = av.open(str(path), "w", format="ogg", options={"fflags": "bitexact"})
        self._stream = self._container.add_stream("libopus", rate=OPUS_RATE)
        self._stream.bit_rate = bit_rate
        self._stream.layout = "mono" if channels == 1 else "stereo"
        self._stream.codec_context.thread_count = 1
        self._rest = np.zeros((channels, 0), np.float32)
        self.frames = 0
        """Frames written, at 48 kHz."""

    def append(self, signal: NDArray[np.float32]) -> None:
        self._write(self._resampled(signal, last=False), last=False)

    def _resampled(self, signal: NDArray[np.float32], *, last: bool) -> NDArray[np.float32]:
        if self._stream_in is None:
            return signal
        rows = self._stream_in.resample_chunk(np.ascontiguousarray(signal.T), last=last)
        return np.ascontiguousarray(rows.reshape(-1, self._channels).T)

    def _write(self, signal: NDArray[np.float32], *, last: bool) -> None:
        signal = np.concatenate([self._rest, signal], axis=1)
        end = signal.shape[1] if last else signal.shape[1] - signal.shape[1] % _FRAME
        for at in range(0, end, _FRAME):
            self._encode(signal[:, at : min(at + _FRAME, end)])
        self._rest = signal[:, end:].copy()

    def _encode(self, part: NDArray[np.float32]) -> None:
        packed = np.ascontiguousarray(np.clip(part, -1, 1).T).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(
            packed, format="flt", layout="mono" if self._channels == 1 else "stereo"
        )
        frame.sample_rate = OPUS_RATE
        frame.pts = self.frames
        frame.time_base = Fraction(1, OPUS_RATE)
        self.frames += part.shape[1]
        self._container.mux(self._stream.encode(frame))

    def finish(self) -> str:
        """Close the file; gives its sha256 in hex."""
        empty = np.zeros((self._channels, 0), np.float32)
        self._write(self._resampled(empty, last=True), last=True)
        self._container.mux(self._stream.encode(None))
        self._container.close()
        with self._path.open("rb+") as written:
            os.fsync(written.fileno())
            return hashlib.file_digest(written, "sha256").hexdigest()

    def discard(self) -> None:
        self._container.close()
        self._path.unlink(missing_ok=True)
