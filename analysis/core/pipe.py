"""The notebook's face of the analysis: `(decoder("x.flac") | level() | waveform()).run()`.

Every registered processor can be imported from here by its id, with its parameters as keywords:

    from analysis.core.pipe import decoder, level, pitch
    results = (decoder("song.wav", start=10, end=20) | level | pitch(f_min=80)).run()
    results["level"].value("rms"), results["pitch"].frames("f0").times

Effects change what stands behind them, and pipes of one source are joined into one decode:

    song = decoder("song.wav")
    (song | level) + (song | gain(gain_db=-6) | filter(passes="high", low_hz=100) | level)
"""

import contextlib
import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.core.effects import effects, ready
from analysis.core.engine import Engine, Source
from analysis.core.errors import InvalidParameters, SourceRejected
from analysis.core.job import (
    EffectStep,
    Job,
    Limits,
    Node,
    NodeOutcome,
    Outcome,
    Output,
    Progress,
    SoundInfo,
)
from analysis.core.processor import Axis
from analysis.core.registry import ProcessorClass, check, discover, load_only
from analysis.core.signal import Signal, Sound
from analysis.core.spans import Span
from analysis.core.wire import from_json


@dataclass(frozen=True)
class Step:
    """A processor with its parameters, not yet in a pipe."""

    processor: str
    params: dict[str, Any]
    effects: tuple[EffectStep, ...] = ()
    own: ProcessorClass | None = None
    """A class that is not installed: one that is just being written."""


def own(processor: ProcessorClass, **params: Any) -> Step:
    """Return a step of a class that no package has installed: `pipe | own(Brightness)`.

    Raises
    ------
    InvalidParameters : as for installed ones.
    TypeError : it declares too little, or bears the id of an installed one.
    """
    check(processor, discover().processors)
    processor.Params.read(params)
    return Step(processor.id, params, own=processor)


@dataclass(frozen=True)
class StepFactory:
    """What `from analysis.core.pipe import level` gives: call it for other parameters."""

    processor: str

    def __call__(self, **params: Any) -> Step:
        discover().get(self.processor).Params.read(params)
        return Step(self.processor, params)


@dataclass(frozen=True)
class EffectFactory:
    """What `from analysis.core.pipe import gain` gives."""

    effect: str

    def __call__(self, **params: Any) -> EffectStep:
        step = EffectStep(self.effect, params)
        ready(step)
        return step


def __getattr__(name: str) -> StepFactory | EffectFactory:
    if not name.startswith("__"):
        if name in discover().processors:
            return StepFactory(name)
        if name in effects():
            return EffectFactory(name)
    raise AttributeError(f"no processor and no effect is called {name!r}")


@dataclass(frozen=True)
class Frames:
    """A framewise result, read from the file."""

    values: NDArray[np.float32]
    times: NDArray[np.float64]
    """Seconds from the start of the interval."""
    unit: str
    axis: Axis = field(default_factory=Axis)
    """What the columns are, of values (n, k)."""


@dataclass(frozen=True)
class Vector:
    """One number for each place of an axis."""

    values: NDArray[np.float32]
    axis: Axis
    unit: str


class _Folder:
    """A work folder that goes when nobody holds a result from it any more."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="pass-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


class NodeResult:
    """The outputs of one processor of a pipe, by name."""

    def __init__(self, outcome: NodeOutcome, folder: _Folder, hdf5: str) -> None:
        self.outcome = outcome
        self._folder, self._hdf5 = folder, hdf5
        self._outputs = {output.name: output for output in outcome.outputs}

    def __getitem__(self, name: str) -> Output:
        return self._outputs[name]

    def value(self, name: str) -> float | None:
        return self._outputs[name].value

    def frames(self, name: str) -> Frames:
        import h5py

        told = self._outputs[name]
        with h5py.File(self._folder.path / self._hdf5, "r", locking=False) as file:
            values = file[told.hdf5_path][:]
        times = (told.t0 or 0.0) + np.arange(len(values), dtype=np.float64) * (told.period_s or 0.0)
        return Frames(values, times, told.unit, axis_of(told))

    def vector(self, name: str) -> Vector:
        import h5py

        told = self._outputs[name]
        with h5py.File(self._folder.path / self._hdf5, "r", locking=False) as file:
            return Vector(file[told.hdf5_path][:], axis_of(told), told.unit)

    def spans(self, name: str) -> list[Span]:
        """The events or segments of an output, in the order of time."""
        from analysis.io.hdf5 import read_spans

        told = self._outputs[name]
        path = self._folder.path / self._hdf5
        return read_spans(path, told.hdf5_path, 0, told.shape[0])

    def files(self, name: str) -> tuple[Path, ...]:
        return tuple(self._folder.path / file for file in self._outputs[name].files)

    def __repr__(self) -> str:
        said = [f"{o.name}={o.label or o.value!r} {o.unit}".strip() for o in self.outcome.outputs]
        return f"<{self.outcome.processor} {self.outcome.status}: {'; '.join(said)}>"


def axis_of(output: Output) -> Axis:
    """Return what the places of a vector or the columns of frames are."""
    told = output.data.get("axis")
    return from_json(Axis, told) if told is not None else Axis()


class Results:
    """What a pipe found; its files live as long as this object or a part of it."""

    def __init__(self, outcome: Outcome, folder: _Folder) -> None:
        self.outcome = outcome
        self._folder = folder
        self._nodes = {n.key: NodeResult(n, folder, outcome.hdf5) for n in outcome.nodes}

    @property
    def sound(self) -> SoundInfo:
        return self.outcome.sound

    @property
    def hdf5(self) -> Path:
        """The result file, which goes with this object."""
        return self._folder.path / self.outcome.hdf5

    def __getitem__(self, key: str) -> NodeResult:
        """By processor id; a second step of the same processor is `level-2`."""
        return self._nodes[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)


@dataclass(frozen=True)
class Pipe:
    """A decoder and the steps behind it; `|` adds one, equal steps are computed once."""

    source: Callable[[], Source]
    start_s: float = 0.0
    end_s: float | None = None
    steps: tuple[Step, ...] = ()
    effects: tuple[EffectStep, ...] = ()
    """What the steps that come next are behind."""

    def __or__(self, step: Step | StepFactory | EffectStep | EffectFactory) -> Self:
        if isinstance(step, StepFactory | EffectFactory):
            step = step()
        if isinstance(step, EffectStep):
            return replace(self, effects=(*self.effects, step))
        if not isinstance(step, Step):
            raise InvalidParameters(f"{step!r} is no processor; a pipe takes level, pitch() ...")
        return self._with(replace(step, effects=self.effects))

    def _with(self, step: Step) -> Self:
        return self if step in self.steps else replace(self, steps=(*self.steps, step))

    def __add__(self, other: Self) -> Self:
        """Compute the steps of both in one decode.

        Raises
        ------
        InvalidParameters : they do not begin with one and the same decoder.
        """
        mine = (self.source, self.start_s, self.end_s)
        if (other.source, other.start_s, other.end_s) != mine:
            raise InvalidParameters(
                "Pipes of two sources cannot be one: begin both with one decoder."
            )
        joined = replace(self, effects=())
        for step in other.steps:
            joined = joined._with(step)
        return joined

    def run(
        self, *, block: int = 1 << 16, on_progress: Callable[[Progress], None] | None = None
    ) -> Results:
        """Decode once and compute every step, in this process."""
        with contextlib.closing(self.source()) as source:
            return self._run(source, block, on_progress)

    def _run(
        self, source: Source, block: int, on_progress: Callable[[Progress], None] | None
    ) -> Results:
        rate = source.sound(0, None).sample_rate
        folder = _Folder()
        keys: list[str] = []
        for step in self.steps:
            same = sum(key.split("-")[0] == step.processor for key in keys)
            keys.append(step.processor if not same else f"{step.processor}-{same + 1}")
        job = Job(
            nodes=tuple(
                Node(key, step.processor, params=step.params, effects=step.effects)
                for key, step in zip(keys, self.steps, strict=True)
            ),
            work=str(folder.path),
            start_frame=round(self.start_s * rate),
            end_frame=None if self.end_s is None else round(self.end_s * rate),
            block=block,
        )
        ours = {step.processor: step.own for step in self.steps if step.own}
        found = load_only({step.processor for step in self.steps if not step.own})
        registry = replace(found, processors=found.processors | ours)
        engine = Engine(job, source, registry, on_progress or (lambda progress: None))
        return Results(engine.run(), folder)


def decoder(path: str | Path, *, start: float = 0.0, end: float | None = None) -> Pipe:
    """Read a sound file; `start` and `end` in seconds, to the sample."""

    def open_file() -> Source:
        from analysis.io.recording import Recording

        descriptor = os.open(path, os.O_RDONLY)
        try:
            return Recording(descriptor, Limits())
        finally:
            os.close(descriptor)

    return Pipe(open_file, start, end)


def array_decoder(samples: ArrayLike, sample_rate: int) -> Pipe:
    """Samples that are already there: (frames,) or (channels, frames), ±1 is full scale (S-09)."""
    signal = _signal(samples)
    return Pipe(lambda: _ArraySource(signal, sample_rate))


def _signal(samples: ArrayLike) -> Signal:
    """Return a copy, (channels, frames)."""
    signal = np.atleast_2d(np.array(samples, np.float32))
    if signal.ndim != 2 or not signal.size:
        raise SourceRejected("The array holds no samples; (channels, frames) are wanted.")
    if not np.isfinite(signal).all():
        raise SourceRejected("The array holds values that are not numbers.")
    return signal


def live_decoder(chunks: Iterable[ArrayLike], sample_rate: int, channels: int = 1) -> Pipe:
    """Samples as they come, whoever makes them (S-10): each (frames,) or (channels, frames).

    The length is not known before the end, and the sound can be read once.
    """
    return Pipe(lambda: _LiveSource(chunks, sample_rate, channels))


class _LiveSource:
    """Chunks of any size, one after the other."""

    def __init__(self, chunks: Iterable[ArrayLike], sample_rate: int, channels: int) -> None:
        self._chunks, self._rate, self._channels = chunks, sample_rate, channels
        self._frames = 0

    def sound(self, start: int, end: int | None) -> Sound:
        frames = None if end is None else end - start
        return Sound(self._rate, self._channels, frames, "live", "pcm_f32", 32, is_whole_file=False)

    def blocks(self, start: int, end: int | None, size: int) -> Iterator[Signal]:
        at = 0
        for chunk in self._chunks:
            signal = _signal(chunk)
            if len(signal) != self._channels:
                raise SourceRejected(
                    f"A chunk has {len(signal)} channels; {self._channels} were announced."
                )
            low, at = at, at + signal.shape[1]
            wanted = signal[:, max(0, start - low) : None if end is None else max(0, end - low)]
            self._frames += wanted.shape[1]
            for first in range(0, wanted.shape[1], size):
                yield np.ascontiguousarray(wanted[:, first : first + size])
            if end is not None and at >= end:
                return

    def close(self) -> None:
        """Do nothing: whoever makes the chunks ends them."""

    def info(self) -> SoundInfo:
        return _info("live", self._rate, self._channels, self._frames)


class _ArraySource:
    """An array in the place of a file."""

    def __init__(self, signal: Signal, sample_rate: int) -> None:
        self._signal, self._rate = signal, sample_rate

    def sound(self, start: int, end: int | None) -> Sound:
        frames = self._signal[:, start:end].shape[1]
        whole = frames == self._signal.shape[1]
        return Sound(
            self._rate, len(self._signal), frames, "array", "pcm_f32", 32, is_whole_file=whole
        )

    def blocks(self, start: int, end: int | None, size: int) -> Iterator[Signal]:
        signal = self._signal[:, start:end]
        for at in range(0, signal.shape[1], size):
            yield np.ascontiguousarray(signal[:, at : at + size]).copy()

    def close(self) -> None:
        """Do nothing: an array stays the caller's."""

    def info(self) -> SoundInfo:
        return _info("array", self._rate, *self._signal.shape)


def _info(kind: str, rate: int, channels: int, frames: int) -> SoundInfo:
    return SoundInfo(
        format=kind,
        codec="pcm_f32",
        sample_rate=rate,
        channels=channels,
        bit_depth=32,
        frames=frames,
        duration=frames / rate,
    )
