"""The contract of a processor: what it declares, and the three calls it answers.

A processor is a class; one instance serves one pass. It never sees a path or a descriptor: it
declares `needs`, is given their newest part in `block`, and hands what it finds to `Outputs`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, Literal, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.job import OutputKind
from analysis.core.needs import BucketStats, Need, View
from analysis.core.params import Params
from analysis.core.signal import Sound
from analysis.core.weights import ModelCard
from analysis.core.wire import JSON

P = TypeVar("P", bound=Params)
Kind = Literal["analyzer", "grapher", "encoder", "detector"]
Determinism = Literal["exact", "tolerance", "none"]
"""exact: equal bits from equal samples, parameters and libraries, for every block size."""


@dataclass(frozen=True)
class Provides:
    """One output that a processor may hand over."""

    name: str
    kind: OutputKind
    title: str
    unit: str = ""
    description: str = ""
    labels: tuple[str, ...] = ()
    """The words that events or segments of this output may bear; empty: none, or any."""


@dataclass(frozen=True)
class Axis:
    """What the places of a vector, or the columns of frames, stand for: numbers or words."""

    unit: str = ""
    values: tuple[float, ...] = field(default=())
    labels: tuple[str, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.values) or len(self.labels)


class CurveSink(Protocol):
    """Takes a framewise result as it comes, (n,) or (n, k); nothing of it stays in memory."""

    def append(self, values: NDArray[np.float32]) -> None: ...


class EventSink(Protocol):
    """Takes moments, in the order of time; `confidence` is from 0 to 1."""

    def add(
        self,
        time_s: float,
        *,
        label: str = "",
        value: float | None = None,
        confidence: float | None = None,
    ) -> None: ...


class SegmentSink(Protocol):
    """Takes stretches, in the order of their beginnings; `confidence` is from 0 to 1."""

    def add(
        self,
        start_s: float,
        end_s: float,
        *,
        label: str = "",
        value: float | None = None,
        confidence: float | None = None,
    ) -> None: ...


class WaveformSink(Protocol):
    """Takes the buckets of a waveform picture."""

    def append(self, stats: BucketStats) -> None: ...


class SpectrogramSink(Protocol):
    """Takes the columns of a spectrogram picture: (n, bands) uint8."""

    def append(self, columns: NDArray[np.uint8]) -> None: ...


class MediaSink(Protocol):
    """Takes samples to be encoded: (channels, n) float32 at the sink's own rate."""

    def append(self, signal: NDArray[np.float32]) -> None: ...


class Outputs(Protocol):
    """Where a processor puts what it found, by the names that it declared in `provides`."""

    def value(self, name: str, value: float | None, *, label: str = "") -> None:
        """A number; None or a non-finite one is kept as null, and `label` says why."""

    def label(self, name: str, text: str) -> None: ...

    def vector(self, name: str, values: NDArray[np.floating], axis: Axis) -> None:
        """One number for each place of the axis: a histogram, a mean spectrum."""

    def curve(
        self, name: str, *, hop: float, t0_s: float = 0.0, axis: Axis | None = None
    ) -> CurveSink:
        """Framewise values, the k-th at `t0_s` + k * hop / sample_rate; hop in samples.

        With an axis, each frame is a row of as many values.
        """

    def events(self, name: str) -> EventSink: ...

    def segments(self, name: str) -> SegmentSink: ...

    def waveform(self, name: str, *, base: int) -> WaveformSink: ...

    def spectrogram(self, name: str, *, hop: int, bands: int, min_db: float) -> SpectrogramSink: ...

    def opus(
        self, name: str, *, input_rate: float, channels: int, bit_rate: int, data: dict[str, JSON]
    ) -> MediaSink:
        """Ogg Opus, made from samples declared to be at `input_rate`."""


class Processor(Generic[P]):
    """Base of processors. Subclasses set the class attributes and override the three calls."""

    Params: ClassVar[type[Params]] = Params
    id: ClassVar[str]
    version: ClassVar[str]
    """Semantic version; raised whenever a number can come out differently."""
    kind: ClassVar[Kind]
    label: ClassVar[str]
    description: ClassVar[str]
    needs: ClassVar[tuple[Need[Any], ...]] = ()
    provides: ClassVar[tuple[Provides, ...]]
    determinism: ClassVar[Determinism] = "exact"
    licence: ClassVar[str] = "AGPL-3.0-or-later"
    cost: ClassVar[float] = 1000.0
    """Seconds of stereo sound per CPU second, beyond what is shared: an order of magnitude."""
    bytes_per_s: ClassVar[float] = 0.0
    """Bytes that its results take per second of stereo sound: an order of magnitude."""
    libraries: ClassVar[tuple[str, ...]] = ()
    """Distributions whose build goes into the reuse key, besides numpy and scipy."""
    reference: ClassVar[str] = ""
    """Where the method is described: authors, title, year, section."""
    merge: ClassVar[str] = ""
    """Of a processor that works on chunks: how what it finds in neighbours becomes one."""
    experimental: ClassVar[bool] = False
    """Does not beat the baselines in docs/detection.md yet: in no preset of the house."""
    models: ClassVar[tuple[ModelCard, ...]] = ()
    """Trained models that it works with; without one of them it is listed as unavailable."""

    def __init__(self, params: P) -> None:
        self.params = params

    @classmethod
    def preload(cls) -> None:
        """Import heavy libraries: called before the child shuts itself off from all files."""

    def wants(self, sound: Sound) -> Sequence[Need[Any]]:
        """The needs for this sound and these parameters.

        Raises
        ------
        NotApplicable : there is nothing to do on this sound; the node is skipped.
        """
        return self.needs

    def open(self, sound: Sound, out: Outputs) -> None:
        """Called once before the first block."""

    def block(self, view: View) -> None:
        """Called for each block, and once more with `view.last`."""

    def close(self, frames: int) -> None:
        """Called once after the last block; `frames` were really decoded."""

    def abort(self) -> None:
        """Called instead of `close` when the processor failed: let go of what it holds."""
