"""Where one node's results go: into the pass's HDF5 file, tiles and media, and its outcome."""

import hashlib
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from analysis.core.errors import SignalError
from analysis.core.job import Output, OutputKind
from analysis.core.processor import (
    Axis,
    CurveSink,
    EventSink,
    MediaSink,
    Processor,
    Provides,
    SegmentSink,
    SpectrogramSink,
    WaveformSink,
)
from analysis.core.signal import Sound
from analysis.core.spans import Span
from analysis.core.wire import JSON, to_json

if TYPE_CHECKING:
    from analysis.io.encode import OpusFile
    from analysis.io.hdf5 import PassFile, SpanDataset
    from analysis.io.tiles import SpectrogramTiles, TileSet, WaveformTiles


#: Numbers of one vector, at most: they travel as JSON.
MOST_PLACES = 4096


class UndeclaredOutput(SignalError):
    """A processor handed over what its `provides` does not name."""


class NodeOutputs:
    """The `Outputs` of one node of a pass."""

    def __init__(
        self,
        key: str,
        processor: Processor[Any],
        sound: Sound,
        work: Path,
        file: "Callable[[], PassFile]",
    ) -> None:
        self._key, self._sound, self._work = key, sound, work
        self._processor = processor
        self._file = file
        self._declared = {p.name: p for p in processor.provides}
        self._group: Any = None
        self._made: list[Output] = []
        self._finishers: list[Callable[[int], Output]] = []
        self._media: list[OpusFile] = []
        self._tiles: list[WaveformTiles | SpectrogramTiles] = []

    def _of(self, name: str, kind: OutputKind) -> Provides:
        told = self._declared.get(name)
        if told is None or told.kind != kind:
            raise UndeclaredOutput(f"{self._processor.id} does not declare {name!r} as {kind}")
        return told

    def _node_group(self) -> Any:
        if self._group is None:
            processor = self._processor
            self._group = self._file().node(
                self._key, processor.id, processor.version, processor.params.canonical()
            )
        return self._group

    def value(self, name: str, value: float | None, *, label: str = "") -> None:
        told = self._of(name, "value")
        number = None if value is None or not math.isfinite(value) else float(value)
        kept = math.nan if number is None else number
        path = self._file().value(self._node_group(), name, kept, unit=told.unit, title=told.title)
        self._add(told, value=number, label=label, hdf5_path=path)

    def label(self, name: str, text: str) -> None:
        told = self._of(name, "label")
        path = self._file().value(self._node_group(), name, text, unit="", title=told.title)
        self._add(told, label=text, hdf5_path=path)

    def vector(self, name: str, values: NDArray[np.floating], axis: Axis) -> None:
        told = self._of(name, "vector")
        if values.shape != (len(axis),) or len(axis) > MOST_PLACES:
            raise UndeclaredOutput(f"{name!r} has {values.shape} numbers for {len(axis)} places")
        path = self._file().vector(
            self._node_group(), name, values, unit=told.unit, title=told.title, axis=axis
        )
        self._add(
            told,
            hdf5_path=path,
            shape=values.shape,
            dtype="float32",
            data={"axis": to_json(axis), "values": to_json([float(each) for each in values])},
        )

    def curve(
        self, name: str, *, hop: float, t0_s: float = 0.0, axis: Axis | None = None
    ) -> CurveSink:
        from analysis.io.hdf5 import TimeAxis

        told = self._of(name, "frames")
        rate = self._sound.sample_rate
        dataset = self._file().curve(
            self._node_group(),
            name,
            unit=told.unit,
            title=told.title,
            time=TimeAxis(t0_s, hop, rate),
            axis=axis,
        )

        def finish(frames: int) -> Output:
            kept = dataset.finish()
            across: dict[str, JSON] = {} if axis is None else {"axis": to_json(axis)}
            return replace(
                _output(told),
                hdf5_path=kept.path,
                shape=kept.shape,
                dtype=kept.dtype,
                t0=t0_s,
                period_s=hop / rate,
                data={"hop": hop, "sampleRate": rate, **across},
            )

        self._finishers.append(finish)
        return dataset

    def events(self, name: str) -> EventSink:
        return Events(self._spans(name, "events"))

    def segments(self, name: str) -> SegmentSink:
        return Segments(self._spans(name, "segments"))

    def _spans(self, name: str, kind: OutputKind) -> "SpanDataset":
        told = self._of(name, kind)
        dataset = self._file().spans(
            self._node_group(), name, unit=told.unit, title=told.title, labels=told.labels
        )

        def finish(frames: int) -> Output:
            kept = dataset.finish()
            return replace(
                _output(told),
                hdf5_path=kept.path,
                shape=kept.shape,
                dtype=kept.dtype,
                data={"labels": list(dataset.labels)},
            )

        self._finishers.append(finish)
        return dataset

    def waveform(self, name: str, *, base: int) -> WaveformSink:
        from analysis.io.tiles import WaveformTiles

        told = self._of(name, "tiles")
        tiles = WaveformTiles(
            self._work, self._file_name(name), base=base, sample_rate=self._sound.sample_rate
        )
        self._tiles.append(tiles)
        self._finishers.append(lambda frames: _tiles_output(told, tiles.finish(frames)))
        return tiles

    def spectrogram(self, name: str, *, hop: int, bands: int, min_db: float) -> SpectrogramSink:
        from analysis.io.tiles import SpectrogramTiles

        told = self._of(name, "tiles")
        tiles = SpectrogramTiles(
            self._work,
            self._file_name(name),
            hop=hop,
            bands=bands,
            min_db=min_db,
            sample_rate=self._sound.sample_rate,
        )
        self._tiles.append(tiles)
        self._finishers.append(lambda frames: _tiles_output(told, tiles.finish(frames)))
        return tiles

    def opus(
        self, name: str, *, input_rate: float, channels: int, bit_rate: int, data: dict[str, JSON]
    ) -> MediaSink:
        from analysis.io.encode import OPUS_RATE, OpusFile

        told = self._of(name, "media")
        temporary = self._work / "media" / f"{self._file_name(name)}.part"
        media = OpusFile(temporary, input_rate=input_rate, channels=channels, bit_rate=bit_rate)
        self._media.append(media)

        def finish(frames: int) -> Output:
            digest = media.finish()
            relative = f"media/{digest}.opus"
            temporary.rename(self._work / relative)
            told_of_copy: dict[str, JSON] = {
                "mimeType": "audio/ogg",
                "codec": "opus",
                "sampleRate": OPUS_RATE,
                "channels": channels,
                "duration": media.frames / OPUS_RATE,
                "bytes": (self._work / relative).stat().st_size,
            }
            return replace(
                _output(told),
                data=told_of_copy | data,
                content_hash=digest,
                files=(relative,),
            )

        self._finishers.append(finish)
        return media

    def _file_name(self, name: str) -> str:
        return hashlib.sha256(f"{self._key}/{name}".encode()).hexdigest()[:16]

    def _add(self, told: Provides, **made: Any) -> None:
        self._made.append(replace(_output(told), **made))

    def finish(self, frames: int) -> tuple[Output, ...]:
        """Close everything that was opened; outputs in the order of their declaration."""
        made = {output.name: output for output in self._made}
        made |= {output.name: output for output in (f(frames) for f in self._finishers)}
        return tuple(made[name] for name in self._declared if name in made)

    def discard(self) -> None:
        """Leave nothing of a node that failed."""
        for opened in (*self._media, *self._tiles):
            opened.discard()
        if self._group is not None:
            self._file().drop(self._key)


class Events:
    """Moments: spans without length."""

    def __init__(self, spans: "SpanDataset") -> None:
        self._spans = spans

    def add(
        self,
        time_s: float,
        *,
        label: str = "",
        value: float | None = None,
        confidence: float | None = None,
    ) -> None:
        self._spans.add(Span(time_s, 0.0, label, value, confidence))


class Segments:
    """Stretches, from one second to another."""

    def __init__(self, spans: "SpanDataset") -> None:
        self._spans = spans

    def add(
        self,
        start_s: float,
        end_s: float,
        *,
        label: str = "",
        value: float | None = None,
        confidence: float | None = None,
    ) -> None:
        self._spans.add(Span(start_s, end_s - start_s, label, value, confidence))


def _output(told: Provides) -> Output:
    return Output(name=told.name, kind=told.kind, title=told.title, unit=told.unit)


def _tiles_output(told: Provides, tiles: "TileSet") -> Output:
    return replace(
        _output(told),
        data=tiles.manifest,
        content_hash=tiles.content_hash,
        directory=tiles.directory,
        files=tiles.files,
    )
