"""Tiles for the player: pyramids of a waveform and of a spectrogram, as files never changed.

A pyramid is written while the sound is read: a level keeps only its unfinished tile. Level 0 is
the finest; each level has a quarter of the buckets of the one before; the last fits in one tile.
"""

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.needs import BucketStats
from analysis.core.wire import JSON

FACTOR = 4
WAVEFORM_TILE = 4096
SPECTROGRAM_TILE = 256
FULL_SCALE = 32767

A = TypeVar("A")


@dataclass(frozen=True)
class TileSet:
    """A finished pyramid: its manifest, the hash that names it, its files."""

    manifest: dict[str, JSON]
    content_hash: str
    directory: str
    files: tuple[str, ...]


class _Level:
    """The unfinished tile of one level, and where finished ones went."""

    def __init__(self) -> None:
        self.buckets = 0
        self.digests: list[str] = []


class _TileFolder:
    """Writes tiles under a temporary name and renames the folder to its hash at the end."""

    def __init__(self, work: Path, name: str) -> None:
        self._work = work
        self._folder = work / "tiles" / f"{name}.part"
        self._levels: list[_Level] = []

    def write(self, level: int, buckets: int, data: bytes) -> None:
        while len(self._levels) <= level:
            self._levels.append(_Level())
            (self._folder / str(len(self._levels) - 1)).mkdir(parents=True)
        state = self._levels[level]
        (self._folder / str(level) / str(len(state.digests))).write_bytes(data)
        state.digests.append(hashlib.sha256(data).hexdigest())
        state.buckets += buckets

    def discard(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def finish(self, manifest: dict[str, JSON]) -> TileSet:
        manifest = manifest | {"levels": [level.buckets for level in self._levels]}
        told = json.dumps([manifest, [level.digests for level in self._levels]], sort_keys=True)
        content_hash = hashlib.sha256(told.encode()).hexdigest()
        directory = f"tiles/{content_hash}"
        if (self._work / directory).exists():  # another node drew the same picture
            self.discard()
        else:
            self._folder.rename(self._work / directory)
        files = tuple(
            f"{directory}/{level}/{index}"
            for level, state in enumerate(self._levels)
            for index in range(len(state.digests))
        )
        return TileSet(manifest, content_hash, directory, files)


class _Pyramid(Generic[A]):
    """Rows of any kind, folded four to one from level to level.

    `join` puts portions together, `cut` takes `[a, b)`, `fold` makes one row of four (the last
    one of fewer), `size` counts rows, `encode` gives a tile's bytes.
    """

    def __init__(
        self,
        folder: _TileFolder,
        tile: int,
        *,
        join: Callable[[list[A]], A],
        cut: Callable[[A, int, int], A],
        fold: Callable[[A], A],
        size: Callable[[A], int],
        encode: Callable[[A], bytes],
    ) -> None:
        self._folder, self._tile = folder, tile
        self._join, self._cut, self._fold = join, cut, fold
        self._size, self._encode = size, encode
        self._waiting: list[A | None] = []
        self._counts: list[int] = []

    def append(self, rows: A, level: int = 0) -> None:
        if level == len(self._waiting):
            self._waiting.append(None)
            self._counts.append(0)
        held = self._waiting[level]
        if held is not None:
            rows = self._join([held, rows])
        while self._size(rows) > self._tile:  # a level of exactly one tile is the top
            self._emit(level, self._cut(rows, 0, self._tile))
            rows = self._cut(rows, self._tile, self._size(rows))
        self._waiting[level] = rows

    def _emit(self, level: int, rows: A) -> None:
        self._counts[level] += self._size(rows)
        self._folder.write(level, self._size(rows), self._encode(rows))
        self.append(self._fold(rows), level + 1)

    def close(self) -> None:
        """Write what is left of each level, until one tile holds everything."""
        level = 0
        while level < len(self._waiting):
            rows = self._waiting[level]
            self._waiting[level] = None
            is_top = self._counts[level] == 0
            if rows is not None and self._size(rows):
                if is_top:
                    self._folder.write(level, self._size(rows), self._encode(rows))
                else:
                    self._emit(level, rows)
            if is_top:
                return
            level += 1


class WaveformTiles:
    """Least, greatest and RMS sample per bucket: int16, int16, uint16 planes per channel."""

    def __init__(self, work: Path, name: str, *, base: int, sample_rate: int) -> None:
        self._folder = _TileFolder(work, name)
        self._base, self._rate = base, sample_rate
        self._channels = 0
        self._pyramid: _Pyramid[BucketStats] = _Pyramid(
            self._folder,
            WAVEFORM_TILE,
            join=_join_stats,
            cut=_cut_stats,
            fold=_fold_stats,
            size=lambda stats: len(stats.counts),
            encode=_encode_stats,
        )

    def append(self, stats: BucketStats) -> None:
        self._channels = len(stats.least)
        self._pyramid.append(stats)

    def discard(self) -> None:
        self._folder.discard()

    def finish(self, frames: int) -> TileSet:
        self._pyramid.close()
        return self._folder.finish(
            {
                "kind": "waveform",
                "base": self._base,
                "factor": FACTOR,
                "tile": WAVEFORM_TILE,
                "channels": self._channels,
                "sampleRate": self._rate,
                "duration": frames / self._rate,
            }
        )


def _join_stats(parts: list[BucketStats]) -> BucketStats:
    return BucketStats(
        *(
            np.concatenate([getattr(part, name) for part in parts], axis=-1)
            for name in BucketStats.__dataclass_fields__
        )
    )


def _cut_stats(stats: BucketStats, a: int, b: int) -> BucketStats:
    return BucketStats(
        *(getattr(stats, name)[..., a:b] for name in BucketStats.__dataclass_fields__)
    )


def _fold_stats(stats: BucketStats) -> BucketStats:
    at = np.arange(0, len(stats.counts), FACTOR)
    return BucketStats(
        np.minimum.reduceat(stats.least, at, axis=1),
        np.maximum.reduceat(stats.greatest, at, axis=1),
        np.add.reduceat(stats.total, at, axis=1),
        np.add.reduceat(stats.squares, at, axis=1),
        np.add.reduceat(stats.counts, at),
    )


def _encode_stats(stats: BucketStats) -> bytes:
    planes = []
    rms = np.sqrt(stats.squares / stats.counts)
    for channel in range(len(stats.least)):
        planes.append(_integers(stats.least[channel], -FULL_SCALE - 1).astype("<i2").tobytes())
        planes.append(_integers(stats.greatest[channel], -FULL_SCALE - 1).astype("<i2").tobytes())
        planes.append(_integers(rms[channel], 0).astype("<u2").tobytes())
    return b"".join(planes)


def _integers(values: NDArray[np.floating], low: int) -> NDArray[np.floating]:
    return np.asarray(np.clip(np.rint(values * FULL_SCALE), low, FULL_SCALE))


class SpectrogramTiles:
    """Columns of `bands` levels, one byte each, low frequencies first; loudest of four upwards."""

    def __init__(
        self, work: Path, name: str, *, hop: int, bands: int, min_db: float, sample_rate: int
    ) -> None:
        self._folder = _TileFolder(work, name)
        self._hop, self._bands, self._min_db, self._rate = hop, bands, min_db, sample_rate
        self._pyramid: _Pyramid[NDArray[np.uint8]] = _Pyramid(
            self._folder,
            SPECTROGRAM_TILE,
            join=np.concatenate,
            cut=lambda columns, a, b: columns[a:b],
            fold=lambda columns: np.maximum.reduceat(
                columns, np.arange(0, len(columns), FACTOR), axis=0
            ),
            size=len,
            encode=lambda columns: columns.tobytes(),
        )

    def append(self, columns: NDArray[np.uint8]) -> None:
        self._pyramid.append(columns)

    def discard(self) -> None:
        self._folder.discard()

    def finish(self, frames: int) -> TileSet:
        self._pyramid.close()
        return self._folder.finish(
            {
                "kind": "spectrogram",
                "base": self._hop,
                "factor": FACTOR,
                "tile": SPECTROGRAM_TILE,
                "channels": 1,
                "sampleRate": self._rate,
                "hop": self._hop,
                "bands": self._bands,
                "minDb": self._min_db,
                "duration": frames / self._rate,
            }
        )
