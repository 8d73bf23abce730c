"""One picture of a film, by libav: the poster of what has a picture track."""

import os
from fractions import Fraction
from typing import Any

import av
import numpy as np

from analysis.core.errors import SourceRejected
from analysis.core.job import Still
from analysis.io.formats import HEAD, sniff
from analysis.io.libav import _refuse

#: Points of the longer side, at most.
_LONGEST = 960
#: Pictures looked at, at most: the first that is not black is taken.
_MOST = 240
_DARK = 24.0
_FAILURES = (av.FFmpegError, ValueError, AttributeError, IndexError, OverflowError)


def preload() -> None:
    """Encode a small picture in memory, so that all is loaded that is loaded on first use."""
    frame = av.VideoFrame.from_ndarray(np.zeros((16, 16, 3), np.uint8), format="rgb24")
    _jpeg(frame, 16, 16)


def still(descriptor: int) -> Still:
    """Write `poster.jpg` in the current folder: a picture near the beginning that is not black.

    Raises
    ------
    SourceRejected : no picture track, or none of its pictures can be read.
    """
    kind = sniff(os.pread(descriptor, HEAD, 0))
    os.lseek(descriptor, 0, os.SEEK_SET)
    options = {"protocol_whitelist": "none", "format_whitelist": kind.demuxer}
    with os.fdopen(os.dup(descriptor), "rb", buffering=0) as file:
        try:
            with av.open(
                file,
                format=kind.demuxer,
                container_options=options,
                io_open=_refuse,
                metadata_errors="replace",
            ) as container:
                return _written(_chosen(container))
        except _FAILURES as error:
            raise SourceRejected("The file has no picture that can be read.") from error


def _chosen(container: Any) -> Any:
    stream = container.streams.video[0]
    stream.codec_context.thread_count = 1
    best, brightest = None, -1.0
    for number, frame in enumerate(container.decode(stream)):
        light = float(frame.reformat(format="gray", threads=1).to_ndarray().mean())
        if light > brightest:
            best, brightest = frame, light
        if brightest > _DARK or number >= _MOST:
            break
    if best is None:
        raise SourceRejected("The file has no picture that can be read.")
    return best


def _written(frame: Any) -> Still:
    scale = min(1.0, _LONGEST / max(frame.width, frame.height))
    width, height = (max(2, round(side * scale / 2) * 2) for side in (frame.width, frame.height))
    with open("poster.jpg", "wb") as file:  # noqa: PTH123 - behind the wall, in the work folder
        file.write(_jpeg(frame, width, height))
    return Still(width, height)


def _jpeg(frame: Any, width: int, height: int) -> bytes:
    context: Any = av.CodecContext.create("mjpeg", "w")
    context.width, context.height = width, height
    context.pix_fmt = "yuvj420p"
    context.time_base = Fraction(1, 25)
    context.thread_count = 1
    scaled = frame.reformat(width=width, height=height, format="yuvj420p", threads=1)
    scaled.pts = 0
    packets = [*context.encode(scaled), *context.encode(None)]
    return b"".join(bytes(packet) for packet in packets)
