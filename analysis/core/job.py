"""What the worker asks of its child (Job) and what comes back (Outcome); JSON in and out.

Every path in an outcome is relative to the work folder of the pass and has been checked by
`analysis.core.sandbox` to be a regular file inside it. Times are seconds from the start of the
interval (of the file, where there is none); frame counts are native sample frames.
"""

from dataclasses import dataclass, field
from typing import Literal

from analysis.core.wire import JSON, from_json, to_json

ENGINE_VERSION = "1.0.0"
"""Part of every reuse key: raised when decoding, mixing or the shared transforms change."""

OutputKind = Literal["value", "label", "vector", "frames", "events", "segments", "tiles", "media"]
NodeStatus = Literal["done", "failed", "skipped"]
Integrity = Literal["ok", "partial"]


@dataclass(frozen=True)
class Limits:
    """What one child may use; a pass that needs more is killed, not slowed."""

    address_space: int = 3 << 30
    """Bytes of address space (not of resident memory: libraries map far more than they touch)."""
    file_size: int = 8 << 30
    open_files: int = 64
    base_s: float = 30.0
    """Wall-clock seconds granted to any sound, before its length is counted."""
    seconds_per_second: float = 1 / 20
    """Wall-clock seconds granted per second of sound."""
    slowness: float = 4.0
    """Factor on both, for slow or shared machines."""
    max_channels: int = 32
    min_rate: int = 1_000
    max_rate: int = 768_000
    max_duration_s: float = 60 * 3600.0
    min_bit_rate: float = 200.0
    """Bits per second below which a declared length is not believed (silence in FLAC has 250)."""

    def wall_s(self, duration_s: float) -> float:
        """Seconds of wall clock that a sound of this length may take."""
        return (self.base_s + duration_s * self.seconds_per_second) * self.slowness


@dataclass(frozen=True)
class EffectStep:
    """An effect by its id and its parameters."""

    effect: str
    params: dict[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True)
class Node:
    """One computation wanted: `key` is the caller's name for it (the Computation's id)."""

    key: str
    processor: str
    version: str = ""
    """Empty: the installed one. Else it must be the installed one, or the node fails."""
    params: dict[str, JSON] = field(default_factory=dict)
    effects: tuple[EffectStep, ...] = ()
    """What the sound goes through first, in order; nodes of equal effects share a branch."""


@dataclass(frozen=True)
class Cut:
    """A stretch of one of the sources that a sound file is made of."""

    source: int
    """Which of the descriptors, from 0 on."""
    start_frame: int = 0
    end_frame: int | None = None
    silent: tuple[tuple[int, int], ...] = ()
    """Native frames of the file, `[start, end)`, that are given as zeros."""
    gap_s: float = 0.0
    """Silence before it, in seconds."""


@dataclass(frozen=True)
class Encoding:
    """A sound file to be made: cuts one after the other, at the first one's sample rate."""

    extension: str
    cuts: tuple[Cut, ...]
    tags: dict[str, str] = field(default_factory=dict)
    duration_s: float = 0.0
    """How long it will be, for the child's limit and its progress."""


@dataclass(frozen=True)
class Job:
    """One decode of one interval `[start_frame, end_frame)` of one file for a set of nodes."""

    nodes: tuple[Node, ...]
    work: str
    """Folder that receives everything; must exist and be empty."""
    start_frame: int = 0
    end_frame: int | None = None
    silent: tuple[tuple[int, int], ...] = ()
    """Native frames of the file, `[start, end)`, that every processor gets as zeros."""
    limits: Limits = Limits()
    block: int = 1 << 16
    """Frames handed on at once. Results do not depend on it, bit for bit."""
    plugins: tuple[str, ...] = ()
    """Processors to load beside the installed ones, as `module:Class` (plug-in authors, tests)."""
    encoding: Encoding | None = None
    """A sound file to be made instead, of several sources."""
    confined: bool = True
    """False takes the wall down: only for the control tests that show what it is good for."""


@dataclass(frozen=True)
class Encoded:
    """What was made: the file `sound.{extension}` in the work folder."""

    frames: int
    sample_rate: int
    channels: int


@dataclass(frozen=True)
class Still:
    """One picture of a film: the file `poster.jpg` in the work folder."""

    width: int
    height: int


@dataclass(frozen=True)
class SoundInfo:
    """What the sound is, by its samples rather than by its name."""

    format: str
    """Container: wav, flac, aiff, caf, w64, rf64, ogg, mp3, mp4, matroska ..."""
    codec: str
    """pcm_s16, pcm_s24, pcm_f32, flac, vorbis, opus, mp3, aac ..."""
    sample_rate: int
    channels: int
    bit_depth: int | None
    """Bits per sample where the codec keeps samples as they are, else None."""
    frames: int
    """Frames decoded of the whole file (after a pass), or declared by it (after a probe)."""
    duration: float
    """frames / sample_rate, in seconds."""
    integrity: Integrity = "ok"
    note: str = ""
    """A sentence that says what is wrong, when the sound is partial or was mended."""
    seconds_lost: float = 0.0
    nonfinite_samples: int = 0
    """NaN and infinite samples found and replaced by 0."""
    mime_type: str = "application/octet-stream"
    decoder: str = ""
    """Name and version of the library that decoded: sample counts differ between decoders."""


@dataclass(frozen=True)
class Output:
    """One named output of a computation.

    `value`: number with `unit` in `value` (null where there is none, then `label` says why).
    `label`: text in `label`. `vector`: dataset (n,), one number for each place of `data.axis`.
    `frames`: dataset (n,) or (n, k) at `hdf5_path`, row i at `t0 + i * period_s`; where there is
    a k, `data.axis` says what its places are. `events`, `segments`: dataset of rows (start,
    duration, value, confidence, label) in seconds; `data.labels` are the words that labels count.
    `tiles`: manifest in `data`, bytes in `files` (`{directory}/{level}/{index}`).
    `media`: `data` has mimeType, duration (s, of the copy), timeFactor, channels, sampleRate.
    """

    name: str
    kind: OutputKind
    title: str = ""
    """Name for people, in English."""
    value: float | None = None
    label: str = ""
    unit: str = ""
    """UCUM-like: Hz, s, dBFS, LUFS, LU, dBTP, 1, 1/s, bit, samples; empty for labels."""
    hdf5_path: str = ""
    shape: tuple[int, ...] = ()
    dtype: str = ""
    t0: float | None = None
    period_s: float | None = None
    data: dict[str, JSON] = field(default_factory=dict)
    content_hash: str = ""
    """sha256 (hex) over manifest and bytes (tiles), or over the bytes (media)."""
    directory: str = ""
    """Folder of the tiles, relative to the work folder."""
    files: tuple[str, ...] = ()
    """Every file of this output, relative to the work folder."""


@dataclass(frozen=True)
class NodeOutcome:
    """What became of one node; `message` is a sentence where it is not done."""

    key: str
    processor: str
    version: str
    params: dict[str, JSON]
    """The parameters in full, defaults included."""
    status: NodeStatus
    message: str = ""
    detail: str = ""
    """For the log only: the traceback of a failure."""
    outputs: tuple[Output, ...] = ()
    seconds: float = 0.0
    """CPU seconds spent in this processor alone."""
    effects: tuple[EffectStep, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What a pass made. `hdf5` is empty when no node wrote frames or values."""

    sound: SoundInfo
    start_frame: int
    end_frame: int
    nodes: tuple[NodeOutcome, ...]
    hdf5: str = ""
    hdf5_sha256: str = ""
    engine: str = ENGINE_VERSION
    libraries: dict[str, str] = field(default_factory=dict)
    timings: dict[str, float] = field(default_factory=dict)
    """Seconds by phase: import, decode, shared, processors, finish, wall, cpu."""


@dataclass(frozen=True)
class Progress:
    """How far a pass is; at most ten a second."""

    phase: Literal["opening", "analysing", "finishing"]
    done_s: float = 0.0
    """Seconds of sound done."""
    total_s: float = 0.0
    fraction: float = 0.0
    speed: float | None = None
    """Seconds of sound per second of wall clock."""
    eta_s: float | None = None


def read_job(data: object) -> Job:
    return from_json(Job, data)


def write_job(job: Job) -> JSON:
    return to_json(job)


def read_outcome(data: object) -> Outcome:
    return from_json(Outcome, data)


def write_outcome(outcome: Outcome) -> JSON:
    return to_json(outcome)
