"""What each column of a picture shows, read from tiles: as many as the picture is wide, no more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FULL_SCALE = 32767
#: Gives a tile's bytes by level and index.
Tiles = Callable[[int, int], bytes]


@dataclass(frozen=True)
class Wave:
    """Least, greatest and RMS sample of each column, (width,) in ±1; NaN beside the sound."""

    least: NDArray[np.float32]
    greatest: NDArray[np.float32]
    rms: NDArray[np.float32]

    @classmethod
    def empty(cls, width: int) -> "Wave":
        return cls(*(np.full(width, np.nan, np.float32) for _ in range(3)))

    def put(self, at: slice, other: "Wave") -> None:
        """Put columns in their place."""
        for name in ("least", "greatest", "rms"):
            getattr(self, name)[at] = getattr(other, name)


def wave_of(
    manifest: Mapping[str, Any], tiles: Tiles, start_s: float, end_s: float, width: int
) -> Wave:
    """Return the columns of `[start_s, end_s)` of a waveform pyramid; all channels as one."""
    channels = int(manifest["channels"])

    def read(level: int, index: int, buckets: int) -> NDArray[np.float32]:
        planes = np.frombuffer(tiles(level, index), "<i2").reshape(channels, 3, buckets)
        rms = planes[:, 2].view("<u2").astype(np.float32)
        low, high = planes[:, 0].min(axis=0), planes[:, 1].max(axis=0)
        power = np.sqrt((rms * rms).mean(axis=0))
        return (np.stack([low, high, power]) / FULL_SCALE).astype(np.float32)

    rows, starts = _columns(manifest, read, start_s, end_s, width)
    if not rows.shape[1]:
        return Wave.empty(width)
    square = np.add.reduceat(rows[2] * rows[2], starts)
    counts = np.maximum(1, np.diff(np.r_[starts, rows.shape[1]]))  # one, where columns share it
    return Wave(
        np.minimum.reduceat(rows[0], starts),
        np.maximum.reduceat(rows[1], starts),
        np.sqrt(square / counts).astype(np.float32),
    )


def spectrum_of(
    manifest: Mapping[str, Any], tiles: Tiles, start_s: float, end_s: float, width: int
) -> NDArray[np.uint8]:
    """Return the columns of a spectrogram pyramid, (bands, width): the loudest of each."""
    bands = int(manifest["bands"])

    def read(level: int, index: int, columns: int) -> NDArray[np.uint8]:
        return np.frombuffer(tiles(level, index), np.uint8).reshape(columns, bands).T

    rows, starts = _columns(manifest, read, start_s, end_s, width)
    if not rows.shape[1]:
        return np.zeros((bands, width), np.uint8)
    return np.asarray(np.maximum.reduceat(rows, starts, axis=1))


def _columns(
    manifest: Mapping[str, Any], read: Any, start_s: float, end_s: float, width: int
) -> tuple[NDArray[Any], NDArray[np.intp]]:
    """Return the buckets of a stretch (rows, buckets), and where each column begins in them.

    They come from the coarsest level that still has a bucket for each column, so that a picture
    reads a few tiles whatever the length of the sound.
    """
    levels, tile = [int(each) for each in manifest["levels"]], int(manifest["tile"])
    seconds = float(manifest["base"]) / float(manifest["sampleRate"])
    factor = int(manifest["factor"])
    fitting = [
        level
        for level in range(len(levels))
        if (end_s - start_s) / (seconds * factor**level) >= width
    ]
    level = max(fitting, default=0)
    bucket = seconds * factor**level
    first = min(max(0, int(start_s / bucket)), levels[level])
    last = min(levels[level], max(first + 1, round(end_s / bucket)))
    found = []
    for index in range(first // tile, -(-last // tile)):
        held = min(tile, levels[level] - index * tile)
        low, high = max(first - index * tile, 0), min(last - index * tile, held)
        found.append(read(level, index, held)[:, low:high])
    rows = np.concatenate(found, axis=1) if found else np.zeros((0, 0))
    edges = start_s + np.arange(width) * (end_s - start_s) / width
    starts = np.clip((edges / bucket).astype(int) - first, 0, max(0, rows.shape[1] - 1))
    return rows, starts
